"""``planmotor ny-aktivitet``, ``ny-lokal-plan`` and ``besluta``: what they write, and what they refuse."""

import hashlib
import io
import json
import subprocess
import sys
from datetime import date

import pytest
from openpyxl import load_workbook

from planmotor.__main__ import main
from planmotor.andra.revise.beslutsprov import refuse_unsaved
from planmotor.andra.revise.ids import LONGEST, new_id
from planmotor.grund.problem import Stopped
from planmotor.plan.load import load
from tests.hjalp.planer import MINIMAL, write

PLAN = MINIMAL.replace(
    "handlingsplaner:\n",
    "organ:\n  - {id: styrgrupp, namn: Styrgruppen}\n  - {id: annan, namn: En annan}\n"
    'kommuner:\n  - {id: ekby, namn: Ekby kommun, kod: "0114"}\nhandlingsplaner:\n',
)
BESLUTA = ("besluta", "handlingsplan", "2025-03-01", "--organ", "styrgrupp", "--beslut", "Planen: fastställs")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a small plan in ``data/``; nobody sits at the terminal, and it is 2026."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    (tmp_path / "data").mkdir()
    write(tmp_path / "data", PLAN)
    return tmp_path


def live(folder):
    return (folder / "data/aktiviteter.yaml").read_text(encoding="utf-8")


def everything(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_activity_with_every_field(folder, capsys):
    words = "ny-aktivitet --omrade kontinuitet --ansvarig styrgrupp --ansvarig annan --klart-senast 2025-11"
    texts = ["--namn", "Öppna: en mötesplats", "--tid", "Vid mötet", "--matt", "Antal, per år"]
    more = "--prioritet 2025-2026 --status pågår --malvarde ja/nej --kommentar 0114"
    assert main([*words.split(), *texts, *more.split()]) == 0
    assert live(folder) == PLAN + (
        '          - id: oppna-en-motesplats\n            namn: "Öppna: en mötesplats"\n'
        "            prioritet: 2025–2026\n            status: pågår\n"
        '            kommentar: "0114"\n            ansvarig: [styrgrupp, annan]\n'
        "            tid: {klart_senast: 2025-11, text: Vid mötet}\n"
        "            mått:\n              - Antal, per år\n            målvärde: [ja/nej]\n"
    )
    assert "oppna-en-motesplats" in capsys.readouterr().err


def test_after_another_and_under_another(folder):
    assert main(["ny-aktivitet", "--namn", "Sist", "--efter", "rutiner"]) == 0
    assert main(["ny-aktivitet", "--namn", "Mellan", "--efter", "rutiner"]) == 0
    assert main(["ny-aktivitet", "--namn", "En del", "--under", "mellan"]) == 0
    assert main(["ny-aktivitet", "--namn", "En del", "--efter", "en-del"]) == 0
    ids = [rad.aktivitet.id for rad in load(folder / "data/aktiviteter.yaml").rader]
    assert ids == ["rutiner", "mellan", "en-del", "en-del-2", "sist"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Det här saknas: --namn, --område (eller --efter, --under)."),
        (["--namn", " ", "--område", "kontinuitet"], "Det här saknas: --namn."),
        (
            ["--namn", "x", "--område", "kontinuitett"],
            'Området "kontinuitett" finns inte. Menade du kontinuitet?',
        ),
        (["--namn", "x", "--efter", "rutin"], "Menade du rutiner?"),
        (["--namn", "x", "--efter", "rutiner", "--ansvarig", "styrgrup"], 'Organet "styrgrup" finns inte.'),
        (["--namn", "x", "--efter", "rutiner", "--klart-senast", "i maj"], "--klart-senast"),
        (["--namn", "x", "--efter", "rutiner", "--prioritet", "2026-2025"], "--prioritet"),
        (["--namn", "x", "--efter", "rutiner", "--status", "klarr"], "klarr"),
        (["--namn", "x", "--efter", "rutiner", "--under", "rutiner"], "--under"),
    ],
)
def test_an_activity_that_cant_be_added(folder, capsys, arguments, said):
    assert main(["ny-aktivitet", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert live(folder) == PLAN


def test_questions_at_a_terminal(folder, monkeypatch, capsys):
    answers = io.StringIO("\nTa emot svar\nfel\nkontinuitet\n")
    answers.isatty = lambda: True
    monkeypatch.setattr(sys, "stdin", answers)
    assert main(["ny-aktivitet"]) == 0
    said = capsys.readouterr().err
    assert "Vad ska göras? Skriv något." in said
    assert "  kontinuitet   Ökad kontinuitet\n" in said
    assert "- id: ta-emot-svar\n" in live(folder)


def test_the_terminal_is_closed_in_the_middle(folder, monkeypatch):
    answers = io.StringIO("Ta emot svar\n")
    answers.isatty = lambda: True
    monkeypatch.setattr(sys, "stdin", answers)
    assert main(["ny-aktivitet"]) == 2
    assert live(folder) == PLAN


def test_new_ids():
    assert new_id("Åtgärder för äldre & yngre", set()) == "atgarder-for-aldre-yngre"
    assert new_id("Rutiner", {"rutiner", "rutiner-2"}) == "rutiner-3"
    assert len(new_id("Ett ord till " * 9, set())) <= LONGEST
    assert not new_id("Ett ord till " * 9, set()).endswith("-")


def test_a_local_plan_begins(folder, capsys):
    assert main(["ny-lokal-plan", "Ekby kommun"]) == 0
    assert live(folder) == PLAN + "lokala_planer:\n  - {kommun: ekby, läge: under arbete}\n"
    page = folder / "docs/lokala-planer/ekby.md"
    text = page.read_text(encoding="utf-8")
    assert '{{ lokal_plan(kommun="ekby") }}' in text
    assert 50 <= len(text.split("description: ")[1].split("\n")[0]) <= 160
    assert "nav i mkdocs.yml" in capsys.readouterr().err
    page.write_text("egen text", encoding="utf-8")
    assert main(["ny-lokal-plan", "ekby"]) == 0
    assert page.read_text(encoding="utf-8") == "egen text"
    assert "är redan under arbete och är orört" in capsys.readouterr().err


def test_a_local_plan_that_is_missing_gets_its_record_changed(folder):
    path = folder / "data/aktiviteter.yaml"
    path.write_text(
        PLAN + "lokala_planer:\n  - {kommun: ekby, läge: saknas}  # tills vidare\n", encoding="utf-8"
    )
    assert main(["ny-lokal-plan", "ekby", "--torrkorning"]) == 0
    assert main(["ny-lokal-plan", "ekby"]) == 0
    assert live(folder).endswith("  - {kommun: ekby, läge: under arbete}  # tills vidare\n")


def test_a_decision(folder, capsys):
    text = PLAN.replace("            namn: Ta fram rutiner", "            namn: Ta fram rutiner  # viktigt")
    (folder / "data/aktiviteter.yaml").write_text(text, encoding="utf-8")
    assert main([*BESLUTA]) == 0
    said = capsys.readouterr().err
    assert "git tag plan/2025-03-01" in said
    assert "Beslutet saknar källa." in said
    assert live(folder) == text.replace("    läge: utkast\n    områden", "    områden").replace(
        "  läge: utkast\n  gäller_från: 2025-01-01\n", ""
    )
    plan = load(folder / "data/aktiviteter.yaml")
    (version,) = plan.arkiv.versioner
    for post in (plan.handlingsplaner[0], version.post):
        assert (post.läge, post.beslutad, post.beslutad_av) == ("beslutad", "2025-03-01", "styrgrupp")
    facts = plan.uppgifter
    assert (facts.läge, facts.beslutad, facts.gäller_från) == ("beslutad", "2025-03-01", "2025-03-01")
    assert [rad.aktivitet.namn for rad in version.plan.rader] == ["Ta fram rutiner"]
    assert [one.id for one in version.plan.organ] == ["styrgrupp", "annan"]
    frozen = version.path.read_text(encoding="utf-8")
    assert "# viktigt\n" in frozen
    sums = (folder / "data/arkiv/SHA256SUMS").read_text(encoding="utf-8")
    digest = hashlib.sha256(frozen.encode()).hexdigest()
    assert sums == f"{digest}  handlingsplan/2025-03-01.yaml\n"
    assert (folder / "data/beslut.yaml").read_text(encoding="utf-8") == (
        "beslut:\n  - id: beslut-handlingsplan-2025-03-01\n    datum: 2025-03-01\n    organ: styrgrupp\n"
        '    beslut: "Planen: fastställs"\n    slag: beslut\n    gäller: [handlingsplan]\n'
    )
    assert main(["kontrollera"]) == 0
    assert capsys.readouterr().err == "Inga fel.\n"


def test_the_next_revision_starts_clean(folder, capsys):
    """What follows from the first decision is frozen with the second, and leaves the live file."""
    assert main([*BESLUTA]) == 0
    ended = "    # Utan efterföljare.\n    utgår:\n      - {id: rutiner}\n"
    text = live(folder).replace("id: rutiner", "id: nya-rutiner").replace("namn: Ta fram", "namn: Nya")
    path = folder / "data/aktiviteter.yaml"
    path.write_text(text + "            ersätter: [rutiner]\n", encoding="utf-8")
    assert main(["besluta", "handlingsplan", "2026-03-01", *BESLUTA[3:]]) == 0
    assert "ersätter och utgår är borttagna på 1 ställen" in capsys.readouterr().err
    assert "ersätter" not in live(folder)
    frozen = folder / "data/arkiv/handlingsplan/2026-03-01.yaml"
    assert "ersätter: [rutiner]" in frozen.read_text(encoding="utf-8")
    path.write_text(
        live(folder).replace("nya-rutiner", "annat") + ended.replace("rutiner", "nya-rutiner"), "utf-8"
    )
    assert main(["besluta", "handlingsplan", "2026-04-01", *BESLUTA[3:]]) == 0
    assert "utgår" not in live(folder)
    assert "Utan efterföljare" not in live(folder)
    decisions = load(path).beslut.beslut
    assert [one.datum for one in decisions] == ["2025-03-01", "2026-03-01", "2026-04-01"]


def test_decided_versions_are_compared_along_the_whole_line(folder, capsys):
    """A row keeps its id and takes over one more at each decision: the first and the last know of both."""
    first = "- {id: a, namn: Ett}\n          - {id: b, namn: Två}\n          - {id: c, namn: Tre}\n"
    path = folder / "data/aktiviteter.yaml"
    for day, text in (
        ("2025-03-01", first),
        ("2026-03-01", "- {id: a, namn: Ett, ersätter: [b]}\n          - {id: c, namn: Tre}\n"),
        ("2026-04-01", "- {id: a, namn: Ett, ersätter: [c]}\n"),
    ):
        before = live(folder).partition("aktiviteter:\n")[0]
        path.write_text(f"{before}aktiviteter:\n          {text}", encoding="utf-8")
        assert main(["besluta", "handlingsplan", day, *BESLUTA[3:]]) == 0
    capsys.readouterr()
    for later in ("2026-04-01", "data/arkiv/handlingsplan/2026-04-01.yaml", "."):
        assert main(["jämför", "2025-03-01", later, "--format", "json"]) == 1
        counts = json.loads(capsys.readouterr().out)["sammanfattning"]
        assert (counts["sammanslagen"], counts.get("ny"), counts.get("borttagen")) == (1, None, None)
    assert main(["jämför", "2025-03-01", "2026-03-01"]) == 1
    assert "2 rader har slagits ihop" in capsys.readouterr().out  # c comes to a only later


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({1: "handlingsplann"}, "Menade du handlingsplan?"),
        ({2: "2025-03"}, '"2025-03" är ingen dag.'),
        ({2: "i går"}, "är ingen dag."),
        ({2: "2099-01-01"}, "har inte varit än"),
        ({4: "styrgruppen"}, "Menade du styrgrupp?"),
        ({2: "2025-02-28"}, "kan inte läggas före det"),
        ({}, "finns redan och är fryst"),
    ],
)
def test_a_decision_that_cant_be_made(folder, capsys, changed, said):
    assert main([*BESLUTA]) == 0
    before = everything(folder)
    capsys.readouterr()
    arguments = [changed.get(number, word) for number, word in enumerate(BESLUTA)]
    assert main(arguments) == 2
    assert said in capsys.readouterr().err
    assert everything(folder) == before


def test_a_faulty_plan_isnt_decided(folder, capsys):
    (folder / "data/aktiviteter.yaml").write_text(PLAN + "            status: klarr\n", encoding="utf-8")
    before = everything(folder)
    assert main([*BESLUTA]) == 1
    assert "okand-status" in capsys.readouterr().err
    assert everything(folder) == before


def test_a_dry_run_shows_every_file_and_writes_none(folder, capsys):
    before = everything(folder)
    assert main([*BESLUTA, "--torrkorning"]) == 0
    shown = capsys.readouterr().out
    assert "+    läge: beslutad\n" in shown
    for name in ("data/beslut.yaml", "data/arkiv/handlingsplan/2025-03-01.yaml", "data/arkiv/SHA256SUMS"):
        assert f"+++ {name}\n" in shown
    assert everything(folder) == before


def test_changes_that_git_hasnt_saved_stop_a_decision(folder):
    refuse_unsaved(folder / "data/aktiviteter.yaml")
    git = ["git", "-c", "user.name=prov", "-c", "user.email=prov@exempel.se", "-C", str(folder)]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "prov"]):
        subprocess.run([*git, *command], check=True)
    refuse_unsaved(folder / "data/aktiviteter.yaml")
    (folder / "data/beslut.yaml").write_text("beslut:\n", encoding="utf-8")
    with pytest.raises(Stopped, match=r"inte är sparade i git: .*beslut"):
        refuse_unsaved(folder / "data/aktiviteter.yaml")


def filled(path, answers):
    """Fill in the form as a secretary does: the white cells beside the names of the questions."""
    book = load_workbook(path)
    sheet = book["Beslut"]
    for row in sheet.iter_rows():
        for name, value in answers.items():
            if str(row[0].value or "").startswith(name):
                row[1].value = value
    book.save(path)


ANSWERS = {
    "Vilken plan": "Gemensam handlingsplan",
    "Vem som beslutade": "Styrgruppen",
    "Dagen för beslutet": date(2025, 3, 1),
    "Vad som beslutades": "Planen: fastställs",
}


def test_a_form_gives_the_same_decision_as_the_arguments(folder, capsys):
    (folder / "docs").mkdir()
    assert main(["beslutsblankett"]) == 0
    filled("beslut.xlsx", ANSWERS)
    assert main(["beslutsblankett"]) == 2  # a form that may be filled in isn't written over
    before = everything(folder)
    assert main(["besluta", "--blankett", "beslut.xlsx"]) == 2
    assert "--ja" in capsys.readouterr().err
    assert main(["besluta", "--blankett", "beslut.xlsx", "--torrkorning"]) == 0
    assert everything(folder) == before
    assert main(["besluta", "--blankett", "beslut.xlsx", "--ja"]) == 0
    told = capsys.readouterr().err
    assert "Beslutades av: Styrgruppen, 1 mars 2025" in told
    by_form = everything(folder)
    for path in set(by_form) - set(before):
        path.unlink()
    for path, content in before.items():
        path.write_bytes(content)
    assert main([*BESLUTA]) == 0
    assert everything(folder) == by_form


def test_every_fault_of_a_form_is_told_at_once(folder, capsys):
    assert main(["beslutsblankett", "--till", "blankett.xlsx"]) == 0
    wrong = {"Vem som beslutade": "Styrgrupen", "Dagen för beslutet": "i våras", "Vad som": "x"}
    filled("blankett.xlsx", wrong)
    before = everything(folder)
    assert main(["besluta", "--blankett", "blankett.xlsx", "--ja"]) == 2
    lines = capsys.readouterr().err.splitlines()[-4:]
    assert '"Vilken plan" är inte ifyllt.' in lines[0]
    assert 'B5: "Styrgrupen" finns inte. Menade du Styrgruppen?' in lines[1]
    assert 'B6: "i våras" är ingen dag.' in lines[2]
    assert lines[3] == "Ingenting är skrivet."
    assert everything(folder) == before
    (folder / "fel.xlsx").write_text("inget", encoding="utf-8")
    assert main(["besluta", "--blankett", "fel.xlsx"]) == 2
    assert "Filen är inte blanketten." in capsys.readouterr().err
    assert main(["besluta", "handlingsplan", "--blankett", "blankett.xlsx"]) == 2
    assert main(["besluta", "handlingsplan"]) == 2
    assert "Det här saknas: DATUM, --organ, --beslut." in capsys.readouterr().err
