"""The house keeps its shape: imports run one way, the engine names no place, and no module sprawls."""

import ast
import re
from pathlib import Path

import pytest

from tests.planer import ROOT

# From the ground up; a room may use what is below it. A room that isn't named stands with export.
FLOORS = (
    {"problem"},
    {"nearest", "syntax"},
    {"text", "diagnosis", "personuppgifter"},
    {"source"},
    {"model"},
    {"arkiv", "migrate"},
    {"draft"},
    {"history"},
    {"rules", "reminders"},
    {"load"},
    {"export"},
    {"site", "preview"},
    {"commands"},
    {"arguments"},
    {"cli"},
    {"__main__"},
)
EXPORT = FLOORS.index({"export"})
MAX_LINES = 250
SITE_BUILDERS = {"macros", "mkdocs", "mkdocs_macros", "properdocs", "material"}

MODULES = sorted((ROOT / "planmotor").rglob("*.py"))
MACROS = sorted((ROOT / "macros").rglob("*.py"))
TEMPLATES = sorted((ROOT / "macros").rglob("*.j2"))


def shown(path):
    return path.relative_to(ROOT).as_posix()


def imported(path):
    """Yield the dotted name of everything that a module imports, wherever in it the import stands."""
    package = list(path.relative_to(ROOT).with_suffix("").parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = [*package[: len(package) - node.level + 1], *filter(None, [node.module])]
            start = ".".join(base) if node.level else node.module or ""
            for alias in node.names:
                yield f"{start}.{alias.name}"


def room(dotted):
    parts = dotted.split(".")
    return parts[1] if parts[0] == "planmotor" and len(parts) > 1 else None


def floor(name):
    return next((number for number, rooms in enumerate(FLOORS) if name in rooms), EXPORT)


def room_of(path):
    return path.relative_to(ROOT / "planmotor").with_suffix("").parts[0]


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_imports_run_one_way(path):
    own = room_of(path)
    if own == "__init__":
        assert not list(imported(path))
        return
    used = {room(name) for name in imported(path)} - {None, own, "__init__"}
    above = {name for name in used if floor(name) > floor(own)}
    assert not above, f"{own} använder {above}, som ligger högre upp"


def test_no_two_rooms_need_each_other():
    needs = {}
    for path in MODULES:
        rooms = {room(name) for name in imported(path)} - {None, room_of(path)}
        needs.setdefault(room_of(path), set()).update(rooms)

    def reach(start, seen=()):
        for name in needs.get(start, ()):
            assert name not in seen, f"En krets: {' → '.join([*seen, name])}"
            reach(name, (*seen, name))

    for start in needs:
        reach(start, (start,))


def test_the_order_that_the_package_tells_of():
    import planmotor  # noqa: PLC0415 (only its docstring matters)

    said = re.search(r"``(problem ← .+?)``", planmotor.__doc__)[1]
    floors = [max(floor(name) for name in step.split(", ")) for step in said.split(" ← ")]
    assert floors == sorted(floors)
    assert all(name in str(FLOORS) for step in said.split(" ← ") for name in step.split(", "))


def test_problem_imports_nothing_of_ours():
    assert not [name for name in imported(ROOT / "planmotor/problem.py") if room(name)]


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_the_engine_knows_no_site_builder(path):
    assert not {name.split(".")[0] for name in imported(path)} & SITE_BUILDERS


@pytest.mark.parametrize("path", MACROS, ids=shown)
def test_macros_never_use_the_command(path):
    assert not {room(name) for name in imported(path)} & {"cli", "__main__"}


@pytest.fixture(scope="session")
def names(plan):
    """A pattern of every name that belongs in the data, and one of every id."""
    facts = plan.uppgifter
    records = [*plan.kommuner, *plan.organ, *plan.områden]
    found = {facts.namn, facts.region, facts.län, *(record.namn for record in records)}
    found |= {word for kommun in plan.kommuner for word in (kommun.namn.removesuffix(" kommun"),)}
    found |= set(facts.län.split()) | {"Jämtlands län"}
    ids = {record.id for record in records}
    return _any(found), re.compile(rf"[\"'](?:{'|'.join(sorted(ids))})[\"']|\b(?:{_long(ids)})\b")


def _any(words):
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)")


def _long(ids):
    return "|".join(sorted(id for id in ids if "-" in id))


@pytest.mark.parametrize("path", [*MODULES, *MACROS, *TEMPLATES], ids=shown)
def test_nothing_names_a_region_a_kommun_an_organ_or_a_strategy(path, names):
    text = path.read_text(encoding="utf-8")
    for pattern in names:
        assert [match[0] for match in pattern.finditer(text)] == []


def test_the_patterns_find_what_they_look_for(names):
    by_name, by_id = names
    for text in (
        "Region Jämtland Härjedalen",
        "# Bergs kommun",
        "Åre",
        "Fredagsgruppen",
        "i Ökad kontinuitet.",
    ):
        assert by_name.search(text)
    for text in ('x = "berg"', "okad-kontinuitet", "'svom'", "samreko-hsi"):
        assert by_id.search(text)
    assert not by_name.search("bergskam, Krokomsvägen")
    assert not by_id.search("bergen are")


@pytest.mark.parametrize("path", [*MODULES, *MACROS], ids=shown)
def test_no_module_sprawls(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_every_module_is_looked_at():
    assert len(MODULES) >= 45
    assert Path(ROOT / "planmotor/rules/fel_typ.py") in MODULES
    assert MACROS
    assert TEMPLATES
