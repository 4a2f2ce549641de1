"""The revision of 2025 row by row, as the engine tells it and as the sources do."""

import re
from dataclasses import replace

import pytest
import yaml

from planmotor.andra.revise.andringssida import page
from planmotor.grund.problem import Stopped
from planmotor.jamfora.diff import jämför, jämför_planer
from planmotor.jamfora.diff.radhistorik import historik, steg
from planmotor.jamfora.diff.som_markdown import som_markdown
from planmotor.plan.model.aktiviteter import Handlingsplan
from planmotor.plan.model.types import Datum
from planmotor.plan.versions import utgåva
from tests.hjalp.planer import DATA, REAL, ROOT

FACIT = yaml.safe_load((ROOT / "tests/innehall/facit/andringar-2021-2025.yaml").read_text(encoding="utf-8"))[
    "rader"
]


HANDLINGSPLAN = "fasta-kontakter"


TABLES = {"FV": 0, "FL": 1, "PK": 2, "FK": 0, "DO": 1}  # the facit's tables are the områden, in order


MERGED, REMOVED, ADDED = 6, 5, 2


@pytest.fixture(scope="module")
def versions(plan):
    return [plan.arkiv.version(HANDLINGSPLAN, day).plan for day in ("2021-09-24", "2025-02-21")]


@pytest.fixture(scope="module")
def changes(versions):
    return jämför_planer(*versions, bara=HANDLINGSPLAN)


def row(version, number):
    """The row of a version that the facit calls HP21-FV3: the third of the table FV."""
    table, place = re.fullmatch(r"HP\d\d-([A-Z]+)(\d+)", number).groups()
    return version.områden[TABLES[table]].aktiviteter[int(place) - 1]


def of(changes, id):
    return {ändring.slag: ändring for ändring in changes if ändring.id == id}


@pytest.mark.parametrize("facit", FACIT, ids=lambda facit: facit["till"] or facit["från"][0])
def test_each_row_of_the_real_revision(facit, versions, changes):
    before = [row(versions[0], number) for number in facit["från"]]
    if not facit["till"]:
        assert [list(of(changes, old.id)) for old in before] == [["borttagen"]] * len(before)
        return
    found = of(changes, row(versions[1], facit["till"]).id)
    if not before:
        assert list(found) == ["ny"]
        return
    assert ("sammanslagen" in found) == (len(before) > 1) == ("sammanslagen" in facit["typ"])
    assert ("omformulerad" in found) == ("omdöpt" in facit["typ"])
    assert ("ansvar" in found) == facit["ansvar_ändrat"]
    assert ("tid" in found) == facit["tid_ändrad"]
    if "ansvar" in found:
        assert all(name in found["ansvar"].före for name in facit["ansvar_2021"])
        assert all(name in found["ansvar"].efter for name in facit["ansvar_2025"])
    if "tid" in found:
        assert found["tid"].före == facit["tid_2021"][0]
        day = re.search(r"\d{4}(-\d\d-\d\d)?", facit["tid_2025"])
        assert (found["tid"].efter or "").startswith(day[0] if day else "")
    assert {"ny", "borttagen", "delad", "område", "ordning"}.isdisjoint(found)


def test_the_real_revision_in_figures(versions, changes):
    found = jämför(utgåva(f"{HANDLINGSPLAN}/2021-09-24", REAL), utgåva("2025-02-21", REAL))
    rows = [facit for facit in FACIT if facit["från"] and facit["till"]]
    counts = found.sammanfattning
    assert found.rader == (25, 16)
    assert (counts["sammanslagen"], counts["borttagen"], counts["ny"]) == (MERGED, REMOVED, ADDED)
    assert counts["ansvar"] == sum(facit["ansvar_ändrat"] for facit in rows) == 1
    assert counts["tid"] == sum(facit["tid_ändrad"] for facit in rows)
    assert counts["omformulerad"] == sum("omdöpt" in facit["typ"] for facit in rows)
    assert found.ändringar == changes


def test_the_words_that_a_decision_maker_reads(changes):
    said = {ändring.text for ändring in changes}
    assert (
        "Ansvaret går från LSG Patientsäkerhet och Hälsovalet till Fredagsgruppen och Partsammansatt "
        "arbetsgrupp"
    ) in said
    assert "Tiden flyttad 3 år och 6 månader senare, från 2022-06-30 till 2025-12-31" in said
    assert "Tiden är borttagen: var 2022-06-30" in said


def test_backwards_what_was_merged_is_divided(versions):
    found = [ändring.slag for ändring in jämför_planer(*reversed(versions), bara=HANDLINGSPLAN)]
    assert (found.count("delad"), found.count("ny"), found.count("borttagen")) == (MERGED, REMOVED, ADDED)


def test_a_decided_version_is_compared_with_its_own_action_plan_alone(plan):
    found = jämför(utgåva("2025-02-21", REAL), utgåva(str(DATA), REAL))
    assert {ändring.handlingsplan for ändring in found.ändringar} <= {HANDLINGSPLAN}
    assert not {"ny", "borttagen", "organ", "lokal plan"} & set(found.sammanfattning)
    with pytest.raises(Stopped, match="olika handlingsplaner"):
        jämför(utgåva("2025-02-21", REAL), utgåva("gemensam-plan/2023-12-01", REAL))


def test_a_row_is_followed_through_the_versions_between(plan, versions):
    """Seen from a later version that has let go of ``ersätter``, the archive still tells who follows whom."""
    later = [whole.id for whole in plan.handlingsplaner].index(HANDLINGSPLAN)
    wholes = list(plan.handlingsplaner)
    wholes[later] = Handlingsplan.model_validate(without(wholes[later].model_dump(), "ersätter"))
    bare = replace(plan, aktiviteter=plan.aktiviteter.model_copy(update={"handlingsplaner": tuple(wholes)}))
    found = [ändring.slag for ändring in jämför_planer(versions[0], bare, bara=HANDLINGSPLAN)]
    assert found.count("sammanslagen") == MERGED


def without(value, key):
    """The value without a key, and without what is left out rather than empty."""
    if isinstance(value, dict):
        kept = {k: without(v, key) for k, v in value.items() if k != key and v not in (None, ())}
        return {k: v for k, v in kept.items() if v != []}
    return [without(item, key) for item in value] if isinstance(value, (list, tuple)) else value


def test_a_comment_never_outgrows_its_room(versions):
    found = jämför(utgåva(f"{HANDLINGSPLAN}/2021-09-24", REAL), utgåva("2025-02-21", REAL))
    short = som_markdown(found, 4000)
    assert len(short) < 4200
    assert "avsnitt till har ändringar som inte får plats här" in short
    assert "får plats" not in som_markdown(found)


def test_each_row_of_the_revision_knows_when_it_changed(plan):
    told = historik(steg(plan))
    (occasion,) = told["gemensamma-rutiner-for-fasta-kontakter"]
    assert occasion.datum == "2025-02-21"
    assert occasion.slag == ("sammanslagen", "omformulerad", "tid", "ansvar")
    assert told["punktmatning-av-fasta-kontakter"][0].slag == ("ny",)


def test_every_step_between_decisions_has_the_page_that_besluta_would_write(plan):
    plans = {h.id: h for h in plan.handlingsplaner}
    for step in steg(plan):
        if step.till:
            path, text = page(ROOT / "docs", plans[step.handlingsplan], Datum(step.till.datum))
            assert path.read_bytes() == text
