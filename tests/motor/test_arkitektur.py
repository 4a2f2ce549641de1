"""The house keeps its shape: imports run one way, the engine names no place, and no module sprawls."""

import ast
import re
from collections import defaultdict

import pytest

from planmotor import WINGS
from tests.hjalp.planer import ROOT

ABOVE = "macros"
ORDER = (ABOVE, *WINGS)
WAY_OUT = (
    "Flytta det som båda behöver nedåt, skicka in det som argument, eller låt den övre flygeln fylla en lista"
)
LIST = "WINGS i planmotor/__init__.py"
MAX_LINES = 250
SITE_BUILDERS = {"macros", "mkdocs", "mkdocs_macros", "properdocs", "material"}

MODULES = sorted((ROOT / "planmotor").rglob("*.py"))
MACROS = sorted((ROOT / "macros").rglob("*.py"))
TEMPLATES = sorted([*(ROOT / "macros").rglob("*.j2"), *(ROOT / "planmotor").rglob("*.j2")])


def shown(path):
    return path.relative_to(ROOT).as_posix()


def dotted(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


FILES = {dotted(path): path for path in [*MODULES, *MACROS]}


def imported(path):
    """Yield the dotted name of everything that a module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{shown(path)}: importera med hela namnet"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def used(path):
    """Yield each file of ours that a module imports; a name within a file stands for the file."""
    for name in imported(path):
        found = name if name in FILES else name.rpartition(".")[0]
        if found in FILES and FILES[found] != path:
            yield found


ARROWS = sorted({(name, to) for name, path in FILES.items() for to in used(path)})


def wing(name):
    """Return the wing of a module; None for the face of the whole engine and for what runs it."""
    parts = name.split(".")
    if parts[0] == ABOVE:
        return ABOVE
    return parts[1] if len(parts) > 1 and parts[1] != "__main__" else None


def room(name):
    """Return a module's place within its wing: a folder, or a file of its own."""
    return ".".join(name.split(".")[:3])


def told(one, other):
    return f"{shown(FILES[one])} → {shown(FILES[other])}"


def test_the_hall_holds_nothing_but_wings():
    there = {path.name for path in (ROOT / "planmotor").iterdir() if path.name != "__pycache__"}
    assert there == {"__init__.py", "__main__.py", *WINGS}, (
        "Varje flygel står i WINGS i planmotor/__init__.py"
    )


@pytest.mark.parametrize("name", WINGS)
def test_every_room_of_a_wing_is_named(name):
    folders = {path.parent.name for path in (ROOT / "planmotor" / name).glob("*/*.py")}
    assert folders == set(WINGS[name]), f"Rummen i {name} står i {LIST}"


@pytest.mark.parametrize("name", WINGS)
def test_a_wing_says_what_lives_in_it(name):
    face = ast.get_docstring(ast.parse((ROOT / "planmotor" / name / "__init__.py").read_text("utf-8")))
    assert face
    assert "Begin with" in face


def upward(arrows):
    """Yield every import that runs from a wing to one above it."""
    for one, other in arrows:
        if wing(one) and wing(other) and ORDER.index(wing(one)) > ORDER.index(wing(other)):
            yield f"{told(one, other)}: {wing(other)} står över {wing(one)}. {WAY_OUT}."


def upward_within(arrows):
    """Yield every import that runs from a room to one above it in the same wing."""
    for one, other in arrows:
        rooms = WINGS.get(wing(one), ())
        here, there = room(one).rpartition(".")[2], room(other).rpartition(".")[2]
        if (
            wing(one) == wing(other)
            and {here, there} <= set(rooms)
            and rooms.index(here) > rooms.index(there)
        ):
            yield f"{told(one, other)}: {there} står över {here} i {wing(one)}. {WAY_OUT}."


def loops(arrows):
    """Yield every loop of two names or more, each once, as the way round it."""
    needs = defaultdict(set)
    for one, other in arrows:
        needs[one].add(other)
    done = set()

    def follow(name, way):
        if name in way:
            yield [*way[way.index(name) :], name]
        elif name not in done:
            for other in sorted(needs[name]):
                yield from follow(other, [*way, name])
            done.add(name)

    for start in sorted(needs):
        yield from follow(start, [])


def test_imports_run_one_way():
    assert list(upward(ARROWS)) == []


def test_rooms_of_a_wing_use_each_other_one_way():
    assert list(upward_within(ARROWS)) == []


def test_no_files_import_each_other_in_a_loop():
    found = [" → ".join(shown(FILES[name]) for name in way) for way in loops(ARROWS)]
    assert found == [], f"{WAY_OUT}: {found}"


def test_no_rooms_of_a_wing_need_each_other():
    inside = {(room(a), room(b)) for a, b in ARROWS if wing(a) == wing(b) != ABOVE and room(a) != room(b)}
    faces = {f"planmotor.{name}" for name in WINGS}
    found = [" → ".join(way) for way in loops(sorted(x for x in inside if not faces & set(x)))]
    assert found == [], f"{WAY_OUT}: {found}"


def test_the_tests_of_the_house_see_what_they_forbid():
    up = ("planmotor.grund.text", "planmotor.plan.load")
    assert "grund/text.py → planmotor/plan/load.py: plan står över grund" in next(upward([up]))
    within = ("planmotor.plan.model.types", "planmotor.plan.rules.fel_typ")
    assert "rules står över model i plan" in next(upward_within([within]))
    assert list(loops([("a", "b"), ("b", "c"), ("c", "a")])) == [["a", "b", "c", "a"]]
    assert list(loops([("a", "b"), ("b", "c"), ("a", "c")])) == []
    assert ("planmotor.plan.load", "planmotor.plan.draft") in ARROWS


def test_what_lies_on_the_ground_is_used_by_three_wings():
    users = defaultdict(set)
    for one, other in ARROWS:
        users[room(other)].add(wing(one))
    there = {room(name) for name in FILES if wing(name) == "grund"}
    few = {name for name in there if len(users[name] - {"grund", None}) < LEAST_WINGS}
    assert few - {"planmotor.grund"} == set(FEWER), "Flytta filen till den flygel som använder den"


LEAST_WINGS = 3
# These stay on the ground although fewer wings use them, for the reason given.
FEWER = {
    "planmotor.grund.ask": "what the commands and those who change data ask a person",
    "planmotor.grund.gitprocess": "how ``git`` beside it asks Git",
    "planmotor.grund.tecken": "what ``text``, the readers of Office files and print make of Word's signs",
    "planmotor.grund.terminal": "every command's, and what ``ask`` speaks through",
}


def test_the_table_for_contributors_tells_of_the_same_house():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| `(?:planmotor/)?([a-z]+)/` \|", text, re.MULTILINE)
    assert tuple(rows) == ORDER


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_the_engine_knows_no_site_builder(path):
    assert not {name.split(".")[0] for name in imported(path)} & SITE_BUILDERS


@pytest.mark.parametrize("path", MACROS, ids=shown)
def test_macros_never_run_the_program(path):
    assert "planmotor.__main__" not in set(used(path))


@pytest.mark.parametrize("path", [*MODULES, *MACROS], ids=shown)
def test_no_module_sprawls(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_every_module_is_looked_at():
    assert "planmotor.plan.rules.fel_typ" in FILES
    assert "planmotor.office.las.paket" in FILES
    assert "macros.tabeller" in FILES
    assert TEMPLATES


def test_the_tests_have_the_wings_of_the_house():
    """A wing without tests of its own, or tests of no wing, would hide from whoever looks for them."""
    folders = {path.parent.name for path in (ROOT / "tests/motor").glob("*/test_*.py")}
    assert folders == {*ORDER, "webb"}
