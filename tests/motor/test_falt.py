"""One list of fields: each field of an activity is on every surface, or excused by name with a reason.

``pa_ytor`` makes a plan with every field filled and shows it on every surface; the excuses stand in
``planmotor.plan.falt``.
"""

import pytest

from planmotor.jamfora.diff import SLAG
from planmotor.plan import ytor
from planmotor.plan.falt import ENTRIES, FÄLT, _each
from planmotor.plan.falttyp import Värdeslag, Yta
from planmotor.plan.model.aktiviteter import Aktivitet, Delaktivitet, Tid
from tests.hjalp import pa_ytor
from tests.hjalp.pa_ytor import PREDECESSOR, ROW, needles, shown, unfiltered

LEAST_REASON = 15  # characters
# What holds rows, or ids of other rows, has no value of its own to look for.
ROWS = (Värdeslag.DELAR, Värdeslag.RADER)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """What each surface makes of the row with every field filled."""
    return shown(tmp_path_factory.mktemp("ytor"))


def values(fält):
    """The texts to look for, by the key of each value: one of each must be there."""
    if fält.slag is Värdeslag.ID:
        return {fält.namn: [ROW]}
    if fält.slag is Värdeslag.RADER:
        return {fält.namn: [PREDECESSOR]}
    return {kolumn.namn: needles(kolumn) for kolumn in fält.kolumner}


def stands(words, output):
    return any(word in output for word in words)


def test_the_model_is_the_list():
    assert list(FÄLT) == list(Aktivitet.model_fields)
    assert set(Delaktivitet.model_fields) <= set(FÄLT)
    assert {kolumn.väg[-1] for kolumn in FÄLT["tid"].delar} == set(Tid.model_fields)
    with pytest.raises(LookupError, match=r"namn: .*planmotor/plan/falt\.py"):
        _each(tuple(fält for fält in ENTRIES if fält.namn != "namn"))


@pytest.mark.parametrize("yta", Yta)
@pytest.mark.parametrize("fält", FÄLT.values(), ids=lambda fält: fält.namn)
def test_every_field_is_on_every_surface_or_excused(fält, yta, outputs):
    excused = {kolumn.namn: kolumn.utan.get(yta) or fält.utan.get(yta) for kolumn in fält.kolumner}
    for key, reason in excused.items():
        if reason:
            assert len(reason) >= LEAST_REASON
            assert reason[0].isupper()
            assert reason.endswith(".")
        if not reason:
            for output in outputs[yta]:
                assert stands(values(fält)[key], output), f"{key} saknas på ytan {yta}"
        elif fält.slag not in ROWS:
            there = all(stands(values(fält)[key], output) for output in outputs[yta])
            assert not there, f"{key} står på ytan {yta} och behöver ingen ursäkt"


def test_every_surface_is_looked_at(outputs):
    assert set(outputs) == set(Yta)
    assert all(texts and all(texts) for texts in outputs.values())


def test_no_two_fields_are_told_by_the_same_text():
    told = [word for fält in FÄLT.values() if fält.slag not in ROWS for word in values(fält).values()]
    first = [words[0] for words in told]
    assert len(set(first)) == len(first)


def test_orders_name_only_what_there_is():
    of_rows = {"handlingsplan", "område", "överordnad", "url", "slag", "räknas", "kommun"}
    of_rows |= {"handlingsplanens_namn", "områdets_namn", "områdets_slag"}
    known = {kolumn.namn for fält in FÄLT.values() for kolumn in fält.kolumner} | set(FÄLT) | of_rows
    assert {namn for order in ytor.ORDER.values() for namn in order} <= known


def test_a_divided_activity_without_status_shows_its_comment(tmp_path):
    def without_status(id):
        return {"id": id, "namn": "Namn", "kommentar": "Det som sägs ändå"}

    plan = pa_ytor.written(tmp_path, "plan", without_status)
    webb = pa_ytor.Webb(plan, pa_ytor.DAY, "", lambda: "", tmp_path)
    assert "Det som sägs ändå" in pa_ytor.card(pa_ytor.aktivitetstabell(webb, område="omrade-0"))


def test_each_kind_of_change_can_be_shown_alone():
    assert unfiltered() == [], "Lägg till raden i docs/assets/andringar.css, som de andra"
    assert all(slag.namn and slag.ett and slag.flera and slag.hjälp for slag in SLAG.values())
