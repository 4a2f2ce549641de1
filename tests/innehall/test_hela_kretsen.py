"""The whole way, from draft to the next revision, as the editors' guide tells it.

The steps, their commands and what to write in which file are read from ``docs/redigera/`` and done word for
word in a small plan; only the words in capitals are replaced. A step that the guide leaves out, or one that
this test doesn't know, is a fault. After each step the built pages, the PDF files, the feed and the open data
must say the same: the state, the dates, the names and the counts that stand in ``expected``.
"""

import hashlib
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from datetime import UTC, date, datetime

import feedparser
import pytest
from lxml import html
from openpyxl import load_workbook

from planmotor.__main__ import main
from planmotor.andra.write import Redigering
from planmotor.plan.load import load
from planmotor.plan.model.types import MONTHS
from planmotor.plan.source import parse
from tests.hjalp.planer import ROOT

GUIDE = ROOT / "docs/redigera/fran-utkast-till-beslut.md"
EXAMPLE = ROOT / "tests/exempel/kretsen"
BLOCK = re.compile(r"^```(sh|yaml)\n(.*?)^```$", re.M | re.S)
PLACE = re.compile(r"# (\S+\.yaml)(?:, på (.+))?\n")
STEPS = (
    *("Skriv utkastet", "Öppna remissen", "Läs in svaren", "Ta ställning", "Gör redogörelsen"),
    *("För in beslutet", "För in de andra parternas beslut", "Börja nästa revidering"),
)
WORDS = {
    "ORGAN": "regionfullmaktige",
    "ANDRA-KOMMUN": "vik",
    "KOMMUN": "ekby",
    "PLAN/BESLUTSDAG": "handlingsplan/2026-06-15",
    "PLAN": "handlingsplan",
    "ÅR": "2026",
    "FÖRSLAGET": "Förslag till plan för Sjölandet",
    "FÖRSTA-DAGEN": "2026-02-01",
    "SISTA-DAGEN": "2026-03-31",
    "SVAR": "svar",
    "BLANKETT": "beslut.xlsx",
    "BESLUTSDAG": "2026-06-15",
    "NÄSTA-DAG": "2026-06-22",
    "TREDJE-DAGEN": "2026-08-31",
    "VARFÖR": "Det är klokt",
    "VAD SOM ÄNDRADES": "Inledningen",
    "VAD SOM BESLUTADES": "Planen antas",
}
PARTIES = ("Regionfullmäktige", "Ekby kommun", "Viks kommun")


def steps(words=WORDS):
    """Return the guide's steps: heading → (kind, text) of each block, with the capitals replaced."""
    found = {}
    for part in GUIDE.read_text(encoding="utf-8").split("\n## ")[1:]:
        number, _, heading = part.partition("\n")[0].partition(". ")
        assert number == str(len(found) + 1)
        found[heading] = [(kind, _replaced(text, words)) for kind, text in BLOCK.findall(part)]
    return found


def _replaced(text, words):
    for word in sorted(words, key=len, reverse=True):
        text = re.sub(rf"(?<![A-ZÅÄÖ-]){re.escape(word)}(?![A-ZÅÄÖ-])", words[word], text)
    assert not re.search(r"\b[A-ZÅÄÖ]{3,}\b", text.replace("SHA", "")), text
    return text


class Kretsen:
    """The small plan in a folder of its own, and the day that it is there."""

    def __init__(self, folder, monkeypatch):
        self.folder, self.monkeypatch = folder, monkeypatch
        shutil.copytree(EXAMPLE / "data", folder / "data")
        shutil.copytree(EXAMPLE / "docs", folder / "docs")
        for name in ("macros", "overrides"):
            (folder / name).symlink_to(ROOT / name)
        shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
        config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[0]
        # Their pages aren't there, and a link to no page stops the build.
        config = re.sub(
            r"^watch: .*\n|^  sidfot:\n(?:    - .*\n)+|^    länk(?:text)?: .*\n", "", config, flags=re.M
        )
        nav = (EXAMPLE / "nav.yml").read_text(encoding="utf-8")
        (folder / "mkdocs.yml").write_text(f"{config}\n{nav}", encoding="utf-8")
        (folder / ".gitignore").write_text(
            "/site/\n/.cache/\n/svar/\n/blanketter/\n*.xlsx\n", encoding="utf-8"
        )
        monkeypatch.chdir(folder)
        monkeypatch.setenv("PYTHONPATH", str(ROOT))
        self.git("init", "-q")
        self.save()

    def git(self, *words):
        names = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *names, *words], cwd=self.folder, check=True, capture_output=True)

    def save(self):
        """Save, as the guide says of every step."""
        self.git("add", "-A")
        self.git("commit", "-qm", "Steg", "--allow-empty")

    def today(self, day):
        moment = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
        self.monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))

    def do(self, blocks, *, build=True):
        """Do what blocks of the guide say, in their order."""
        for kind, text in blocks:
            if kind == "yaml":
                self.write(text)
            else:
                for line in text.splitlines():
                    if build or line != "planmotor bygg":
                        self.run(line)
            self.save()

    def run(self, line):
        program, *words = shlex.split(line)
        if program == "git":
            self.save()
            return self.git(*words)
        assert program == "planmotor", line
        if words == ["bygg"]:  # sets the PDF files on all cores, which wants a process of its own
            done = subprocess.run(
                [sys.executable, "-m", "planmotor", *words], capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stderr
            return None
        with redirect_stdout(io.StringIO()) as said:
            code = main(words)
        self.said = said.getvalue()
        assert code == (1 if words[0] == "jämför" else 0), (line, self.said)
        return None

    def write(self, text):
        """Write a block of YAML into the file that its first line names, on the records that it names."""
        path, whom = PLACE.match(text).groups()
        content = text.partition("\n")[2]
        file = self.folder / path
        if whom is None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
            return
        edited, values = Redigering(file), parse(content, "").data
        places = {
            "handlingsplanen": [("handlingsplaner", 0)],
            "varje synpunkt": [("synpunkter", n) for n in range(len(edited.at(("synpunkter",)) or ()))],
        }[whom]
        for place in places:
            for key, value in values.items():
                edited.set((*place, key), value)
        file.write_bytes(edited.raw)

    @property
    def plan(self):
        return load(self.folder / "data/aktiviteter.yaml")

    def page(self, address):
        return html.parse(str(self.folder / "site" / address / "index.html")).getroot()

    def text(self, address):
        return " ".join(self.page(address).xpath("//article")[0].text_content().split())

    def cover(self, part):
        made = subprocess.run(
            ["pdftotext", "-l", "1", self.folder / f"site/tryck/{part}.pdf", "-"],
            capture_output=True,
            check=True,
        )
        return " ".join(made.stdout.decode().replace("\u2060", "").split())


@pytest.fixture
def kretsen(tmp_path, monkeypatch):
    return Kretsen(tmp_path, monkeypatch)


def facts(tree):
    """Return the facts of the boxes that tell where the plan stands, box by box."""
    boxes = tree.xpath("//div[contains(@class, 'planlage')]//dl")
    return [
        {
            " ".join(dt.text_content().split()): " ".join(dt.getnext().text_content().split())
            for dt in box.iter("dt")
        }
        for box in boxes
    ]


def held(kretsen, läge, gäller_från, revidering, notis="", decided=None):
    """Hold every place that tells of the plan's state against what is expected, and against each other."""
    decided = decided or {}
    seen = 0
    for address in ("", "plan", "handlingsplaner/handlingsplan"):
        for box in facts(kretsen.page(address)):
            seen += 1
            told = {name: value.replace(" Datumet har passerat", "") for name, value in box.items()}
            assert told.pop("Nästa revidering", revidering) == revidering, address
            assert told == {"Läge": läge, **decided, "Gäller från": gäller_från}, address
    assert seen == 3
    for part in ("hela", "handlingsplaner/handlingsplan"):
        cover = kretsen.cover(part)
        for name, value in {"Läge": läge, **decided, "Gäller från": gäller_från}.items():
            assert f"{name}: {value}" in cover, (part, name, cover)
        assert (notis in cover) if notis else ("utkast" not in cover)
    for page in sorted((kretsen.folder / "site").rglob("index.html")):
        tree = html.parse(str(page)).getroot()
        where = page.relative_to(kretsen.folder / "site").as_posix()
        told = [" ".join(p.text_content().split()) for p in tree.xpath("//aside[@class='utkast']/p")]
        if where.startswith("beslut/") and where != "beslut/index.html":
            assert told == [], where
        elif notis:
            assert told and told[0].startswith(notis), where
        else:
            assert told == [], where
    assert f"Planen gäller från {gäller_från}" in kretsen.text("plan")
    open_data(kretsen, läge, gäller_från, revidering)


def open_data(kretsen, läge, gäller_från, revidering):
    """Hold the files that programs read against the plan: the head, and how many rows there are."""
    plan, data = kretsen.plan, kretsen.folder / "site/data"
    word = "under beslut" if läge.startswith("beslutad av") else läge
    days = {"gäller_från": gäller_från, "nästa_revidering": revidering}
    for name in ("aktiviteter", "beslut", "effektmatt", "kommuner"):
        head = json.loads((data / f"{name}.json").read_text(encoding="utf-8"))["plan"]
        assert head["läge"] == word
        for key, told in days.items():
            assert in_swedish(head[key]) == told, key
    rows = json.loads((data / "aktiviteter.json").read_text(encoding="utf-8"))["rader"]
    assert {row["id"] for row in rows} == {rad.aktivitet.id for rad in plan.rader}
    counted = kretsen.page("handlingsplaner/handlingsplan").xpath(
        "//table[contains(@class, 'lagen')]/tfoot//td"
    )
    assert [int(cell.text_content()) for cell in counted] == [sum(rad.räknas for rad in plan.rader)]
    decisions = json.loads((data / "beslut.json").read_text(encoding="utf-8"))["beslut"]
    log = kretsen.page("uppfoljning/beslutslogg").xpath("//ol[@class='logg']/li/@id")
    assert [row["id"] for row in decisions] == log
    feed = feedparser.parse((kretsen.folder / "site/andringar.xml").read_bytes())
    told = [e for e in feed.entries if "/beslut/" in e.link]
    assert len(told) == len(decisions)
    for entry in told:
        assert (kretsen.folder / "site" / entry.link.lstrip("/") / "index.html").exists()


def in_swedish(day):
    found = date.fromisoformat(day)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def reply(kretsen):
    """Answer the consultation as a municipality does: in the form that the guide's command made."""
    book = load_workbook(kretsen.folder / "blanketter/remissvar-2026-ekby.xlsx")
    section = book["Avsnitt"]["A3"].value
    for row, words in enumerate(("Skriv vad målet är.", "Nämn Viks skärgård."), 2):
        book["Synpunkter"].cell(row, 1, section)
        book["Synpunkter"].cell(row, 4, words)
    (kretsen.folder / "svar").mkdir()
    book.save(kretsen.folder / "svar/ekby.xlsx")


def fill_in(kretsen, day, begins=None):
    """Fill in the form about the decision, as a secretary does."""
    book = load_workbook(kretsen.folder / "beslut.xlsx")
    answers = {
        "Vilken plan": "Gemensam handlingsplan",
        "Vem som": "Regionfullmäktige",
        "Dagen": date.fromisoformat(day),
        "Vad som": "Planen antas",
        "Gäller från": begins and date.fromisoformat(begins),
    }
    for row in book["Beslut"].iter_rows():
        for name, value in answers.items():
            if str(row[0].value or "").startswith(name):
                row[1].value = value
    book.save(kretsen.folder / "beslut.xlsx")


def decide(kretsen, blocks, day, begins=None):
    """Do a step that has a form to fill in: what stands before it, the form, and the rest."""
    form, *rest = blocks
    kretsen.run(form[1].strip())
    fill_in(kretsen, day, begins)
    kretsen.do(rest)
    (kretsen.folder / "beslut.xlsx").unlink()


def change(kretsen, path, *pairs):
    file = kretsen.folder / path
    text = file.read_text(encoding="utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")


def is_frozen(kretsen, version):
    """Hold the files of a version, those in the archive and those on the site, against the checksums."""
    archive = kretsen.folder / "data/arkiv"
    lines = (archive / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    named = dict(line.split("  ")[::-1] for line in lines)
    there = {p.relative_to(archive).as_posix() for p in archive.rglob("*") if p.suffix in {".yaml", ".md"}}
    assert set(named) == there
    for name, checksum in named.items():
        assert hashlib.sha256((archive / name).read_bytes()).hexdigest() == checksum
    shown = kretsen.text(f"beslut/{version}")
    assert all(named[name] in shown for name in named if name.startswith(version))
    plan, _, day = version.partition("/")
    subprocess.run(
        ["unzip", "-qo", kretsen.folder / f"site/beslut/{version}/{plan}-{day}.zip", "-d", "uppackat"],
        check=True,
    )
    subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd="uppackat", check=True)
    shutil.rmtree("uppackat")


def test_the_guide_tells_every_step():
    assert tuple(steps()) == STEPS
    assert all(blocks for blocks in steps().values())


def test_the_whole_way_as_the_guide_tells_it(kretsen):  # noqa: PLR0915 (one story from first to last)
    guide = steps()
    draft = "Arbetsutkast"
    kretsen.today("2026-01-10")
    kretsen.do(guide["Skriv utkastet"])
    held(kretsen, "utkast", "1 januari 2027", "1 januari 2030", draft)
    assert "Den har inte beslutats än." in kretsen.text("handlingsplaner/handlingsplan")
    assert "Inget är beslutat än." in kretsen.text("beslut")

    kretsen.today("2026-02-10")
    kretsen.do(guide["Öppna remissen"])
    open_ = "Förslaget är på remiss till och med 31 mars 2026."
    held(kretsen, "remiss", "1 januari 2027", "1 januari 2030", open_)
    assert "Remiss 2026 öppen" in kretsen.text("remiss")
    assert all(name in kretsen.text("remiss") for name in PARTIES[1:])

    kretsen.today("2026-04-02")
    reply(kretsen)
    kretsen.do(guide["Läs in svaren"])
    held(kretsen, "utkast", "1 januari 2027", "1 januari 2030", draft)
    assert "Remiss 2026 stängd" in kretsen.text("remiss")
    account = kretsen.text("remiss/redogorelse")
    assert all(words in account for words in ("Skriv vad målet är.", "Nämn Viks skärgård.", "Ekby kommun"))

    kretsen.today("2026-04-20")
    kretsen.do(guide["Ta ställning"])
    change(kretsen, "docs/plan/index.md", ("i hela länet.", "i hela länet och i Viks skärgård."))
    kretsen.do(guide["Gör redogörelsen"])
    held(kretsen, "utkast", "1 januari 2027", "1 januari 2030", draft)
    account = kretsen.text("remiss/redogorelse")
    assert account.count("Det är klokt") == account.count("Inledningen") == 2
    assert not list(kretsen.plan.remissens_synpunkter("2026").utan_ställningstagande())

    first = "handlingsplan/2026-06-15"
    kretsen.today("2026-06-16")
    decide(kretsen, guide["För in beslutet"], "2026-06-15", "2027-01-01")
    waiting = dict.fromkeys(PARTIES, "har inte beslutat än") | {"Regionfullmäktige": "15 juni 2026"}
    part = {name: waiting[name] for name in PARTIES}
    notice = "Planen är beslutad av 1 av 3. Den börjar gälla när alla har beslutat."
    held(kretsen, "beslutad av 1 av 3", "1 januari 2027", "1 januari 2030", notice, part)
    assert "Den är beslutad av 1 av 3 parter." in kretsen.text("handlingsplaner/handlingsplan")
    assert "Läs samrådsredogörelsen" in kretsen.text(f"beslut/{first}")
    assert "Remiss 2026 avslutad" in kretsen.text("remiss")
    is_frozen(kretsen, first)

    kretsen.today("2026-09-01")
    kretsen.do(guide["För in de andra parternas beslut"])
    decided = dict(zip(PARTIES, ("15 juni 2026", "22 juni 2026", "31 augusti 2026"), strict=True))
    ahead = "Planen är beslutad och börjar gälla 1 januari 2027."
    held(kretsen, "beslutad", "1 januari 2027", "1 januari 2030", ahead, decided)
    assert "Versionen har inte börjat gälla än." in kretsen.text(f"beslut/{first}")
    for page in ("plan", "strategier/kontinuitet", "handlingsplaner/handlingsplan"):
        now, then = kretsen.text(page), kretsen.text(f"beslut/{first}/{page}")
        assert then.replace("Så löd sidan i versionen 15 juni 2026. Den ändras inte. ", "", 1) == shown(now)
    assert subprocess.run(["git", "tag"], capture_output=True, check=True).stdout == b"plan/2026-06-15\n"

    kretsen.today("2027-02-01")
    kretsen.run("planmotor bygg")
    held(kretsen, "beslutad", "1 januari 2027", "1 januari 2030", "", decided)
    assert "Det här är den version som gäller." in kretsen.text(f"beslut/{first}")

    kretsen.today("2029-05-01")
    aim = "Fler ska möta samma personer varje gång de söker vård, i hela länet och i Viks skärgård."
    target = f"## Målet\n\n{aim}\n\n"
    change(kretsen, "docs/plan/index.md", ("49 procent", "52 procent"), (target, ""))
    change(kretsen, "docs/plan/index.md", ("och år för år.\n", f"och år för år.\n\n{target.rstrip()}\n"))
    change(
        kretsen,
        "data/aktiviteter.yaml",
        (
            "- id: rutiner\n            namn: Ta fram rutiner",
            "- id: rutiner\n            namn: Skriva rutiner",
        ),
        ("              - Antal utbildade\n", ""),
        ("          - id: matning", DIVIDED + "          - id: matning"),
    )
    kretsen.do(guide["Börja nästa revidering"])
    held(kretsen, "utkast", "1 januari 2027", "1 januari 2030", draft)
    assert_changed(kretsen.text("uppfoljning/andringar/sedan-beslutet"))
    assert "har delats i 2 rader" in kretsen.said
    assert "52" in kretsen.said
    assert "Sidan är" not in kretsen.said  # no page is new or gone
    assert "49 procent" in kretsen.text(f"beslut/{first}/plan")
    assert "Antal utbildade" in kretsen.text(f"beslut/{first}/strategier/kontinuitet")

    second = "handlingsplan/2029-11-05"
    later = {"BESLUTSDAG": "2029-11-05", "NÄSTA-DAG": "2029-11-12", "TREDJE-DAGEN": "2029-11-19"}
    guide = steps(WORDS | later)
    kretsen.today("2029-11-20")
    form, *rest = guide["För in beslutet"]
    decide(
        kretsen, [form, *((kind, text.replace("planmotor bygg\n", "")) for kind, text in rest)], "2029-11-05"
    )
    kretsen.do(guide["För in de andra parternas beslut"], build=False)
    kretsen.run("planmotor bygg")
    decided = dict(zip(PARTIES, map(in_swedish, later.values()), strict=True))
    held(kretsen, "beslutad", "19 november 2029", "19 november 2032", "", decided)
    assert_changed(kretsen.text("uppfoljning/andringar/handlingsplan-2029-11-05"))
    assert "I dag gäller versionen 5 november 2029." in kretsen.text(f"beslut/{first}")
    assert "Det här är den version som gäller." in kretsen.text(f"beslut/{second}")
    assert ("49 procent" in kretsen.text(f"beslut/{first}/plan"), "52 procent" in kretsen.text("plan")) == (
        True,
        True,
    )
    for version in (first, second):
        is_frozen(kretsen, version)


DIVIDED = """\
          - id: utbildning
            namn: Utbilda om rutinerna
            ersätter: [rutiner]
            mått:
              - Antal utbildade
"""


def assert_changed(text):
    """Hold a page of changes against what the revision did: rows and prose alike, and nothing invented."""
    assert "har delats i 2 rader" in text
    assert "Borttaget mått" not in text
    assert "Av invånarna har borttaget: 49 (slut) tillagt: 52 (slut) procent" in text
    assert "Vägen: Avsnittet har flyttat och står nu efter ”Läget”" in text


def shown(text):
    """Return the text of a page of today without what only such a page has: its links to printed files."""
    return text.partition(" Att skriva ut:")[0]
