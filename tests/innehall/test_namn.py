"""Nothing in the engine names a place, a body or a strategy of this plan."""

import re

import pytest

from tests.motor.test_arkitektur import MACROS, MODULES, TEMPLATES, shown


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
