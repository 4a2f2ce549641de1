"""``planmotor.uppfoljning.lage``: dates, gaps, duties, measures and the time line."""

from datetime import date

import pytest

from planmotor.oppna.export import kalender
from planmotor.oppna.query import ask
from planmotor.plan.load import load
from planmotor.plan.model.aktiviteter import Effektmått
from planmotor.uppfoljning import rapport
from planmotor.uppfoljning.lage import datum, luckor, matt, organ, ritning, tidslinje
from planmotor.uppfoljning.statusblankett import blanketter
from tests.hjalp.planer import ROOT, plan_of

DAY = date(2026, 11, 22)
PLAN = """\
plan: {namn: P, län: L, region: R, läge: utkast, gäller_från: 2023-12-01, revideras_vart: 3}
organ:
  - {id: a-gruppen, namn: A-gruppen}
  - {id: b-gruppen, namn: B-gruppen}
handlingsplaner:
  - id: hp
    namn: HP
    läge: utkast
    områden:
      - id: omr
        slag: område
        namn: O
        effektmått: [{id: matt, namn: M, riktning: öka, följs_av: [b-gruppen]}]
        aktiviteter:
          - {id: forbi, namn: Förbi, ansvarig: [a-gruppen], tid: {klart_senast: 2026-11-21}}
          - {id: klar, namn: Klar, status: klar, ansvarig: [a-gruppen], tid: {klart_senast: 2026-01-01}}
          - {id: i-dag, namn: I dag, tid: {klart_senast: 2026-11-22}}
          - {id: sista, namn: Sista, tid: {klart_senast: 2027-05-22}}
          - {id: for-sent, namn: För sent, tid: {klart_senast: 2027-05-23}}
          - {id: manad, namn: Månad, tid: {klart_senast: 2027-05}}
          - id: delad
            namn: Delad
            prioritet: 2024–2025
            ansvarig: [a-gruppen]
            mått: [Finns den?]
            delaktiviteter:
              - {id: del-ett, namn: Ett, status: pågår}
              - {id: del-tva, namn: Två, status: utgår}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return plan_of(tmp_path_factory.mktemp("plan"), PLAN)


def ids(rows):
    return [rad.aktivitet.id for rad in rows]


def test_what_has_passed_and_not_ended(made):
    assert ids(datum.passed(made, DAY)) == ["forbi"]
    assert ids(datum.years_passed(made, DAY)) == ["del-ett"]
    assert ids(datum.years_passed(made, date(2025, 12, 31))) == []


def test_what_comes_in_half_a_year(made):
    found = [k.rad.aktivitet.id if k.rad else k.text for k in datum.coming(made, DAY)]
    assert found == ["i-dag", "Planen ska revideras", "sista", "manad"]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 11, 22), 6, date(2027, 5, 22)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_later(day, months, expected):
    assert datum.later(day, months) == expected


def test_gaps_of_each_kind_where_parts_inherit_all_but_status(made):
    found = {}
    for lucka in luckor.gaps(made):
        found.setdefault(lucka.slag, []).append(lucka.post.id)
    undated = ["forbi", "i-dag", "sista", "for-sent", "manad"]
    assert found == {
        "status": undated,
        "ansvarig": undated[1:],
        "mått": ["forbi", "klar", *undated[1:]],
        "värde": ["matt"],
    }


def test_duties(made):
    duties = organ.duties(made)
    assert ids(duties["a-gruppen"].rader) == ["forbi", "klar", "delad", "del-ett", "del-tva"]
    assert duties["a-gruppen"].slag == "rader"
    assert duties["b-gruppen"].har_uppgifter
    assert [mått.id for _, mått in duties["b-gruppen"].effektmått] == ["matt"]


def test_all_rooms_agree_on_who_answers_for_a_row(made):
    for id, duty in organ.duties(made).items():
        rows = ids(duty.rader)
        assert ids(kalender.owned(made).get(id, ())) == rows
        assert ids(rapport.omfang.Omfång(made, duty.organ).rader) == rows
        counted = [rad.aktivitet.id for rad in duty.rader if rad.räknas]
        assert ids(ask(made, f'ansvarig = "{id}"', DAY)) == counted
        form = blanketter.selections(made).get(id)
        assert (ids(form.rader) if form else []) == counted


@pytest.mark.parametrize(
    ("direction", "values", "outcome"),
    [
        ("öka", {2023: "280", 2024: "312"}, "nått"),
        ("öka", {2024: "312", 2023: "1 280,5"}, "inte nått"),
        ("minska", {2023: "12 %", 2024: "11,5 %"}, "nått"),
        ("öka", {2023: "5", 2024: "5"}, "inte nått"),
        ("öka", {2024: "5"}, "går inte att bedöma"),
        ("öka", {2023: "många", 2024: "fler"}, "går inte att bedöma"),
        ("minska", {2023: "1 300", 2024: "9 %"}, "går inte att bedöma"),
        (None, {2023: "5", 2024: "6"}, "går inte att bedöma"),
        ("ja/nej", {2024: "Ja"}, "nått"),
        ("ja/nej", {2023: "ja", 2024: "nej"}, "inte nått"),
        ("ja/nej", {2024: "kanske"}, "går inte att bedöma"),
    ],
)
def test_whether_a_target_is_met(direction, values, outcome):
    posts = [{"år": year, "värde": value} for year, value in values.items()]
    mått = Effektmått.model_validate({"id": "m", "namn": "M", "riktning": direction, "värden": posts})
    judged = matt.judge(mått)
    assert judged.utfall == outcome
    assert judged.utfall in matt.OUTCOMES
    assert matt.judge(mått.model_copy(update={"värden": ()})) is None


def test_a_line_rises_when_the_values_do():
    posts = [{"år": 2023, "värde": "1"}, {"år": 2024, "värde": "3"}]
    points = matt.sparkline(Effektmått.model_validate({"id": "m", "namn": "M", "värden": posts}))
    (_, first), (_, last) = (map(float, point.split(",")) for point in points.split())
    assert last < first  # y grows downwards


def test_the_time_line_holds_every_dated_row_inside_the_drawing(made):
    found = tidslinje.events(made)
    assert {h.id for h in found} == {"forbi", "klar", "i-dag", "sista", "for-sent", "manad", "delad"}
    drawing = ritning.draw(made, found, DAY)
    marks = [m for fil in drawing.filer for m in fil.märken]
    assert len(marks) == len(found)
    assert all(m.x >= 0 and m.x + m.bredd <= drawing.bredd and m.y < drawing.höjd for m in marks)
    assert len({(m.x, m.y) for m in marks}) == len(marks)


def test_no_survey_is_published_for_a_small_group():
    answered = load(ROOT / "tests/exempel/makron/plan/aktiviteter.yaml").enkäter.resultat
    assert any(result.antal_svar < 10 for result in answered)
    assert not [result for result in answered if result.antal_svar < 10 and result.svar]
