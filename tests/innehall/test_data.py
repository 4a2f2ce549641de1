"""The real data holds all that the sources hold: totals, counted by hand."""

from collections import Counter
from datetime import date

import pytest

from planmotor.plan.load import examine, problems
from planmotor.plan.model.aktiviteter import Delaktivitet
from planmotor.plan.status import count, remark
from tests.hjalp.planer import REAL, ROOT


@pytest.fixture(scope="session")
def gemensam(plan):
    return plan.index["gemensam-plan"]


@pytest.fixture(scope="session")
def fasta(plan):
    return plan.index["fasta-kontakter"]


def test_no_problems():
    assert problems(REAL) == []


def test_facts_of_the_plan(plan):
    facts = plan.uppgifter
    assert facts.namn == "Gemensam plan för primärvårdsnivå i Jämtland Härjedalen"
    assert (facts.läge, facts.gäller_från, facts.revideras_vart) == ("utkast", "2023-12-01", 3)
    assert plan.nästa_revidering().isoformat() == "2026-12-01"
    assert len(facts.vägledande_principer) == 3


def test_two_handlingsplaner(plan):
    assert [p.id for p in plan.handlingsplaner] == ["gemensam-plan", "fasta-kontakter"]


def test_five_strategies(gemensam, plan):
    assert [område.slag for område in gemensam.områden] == ["strategi"] * 5
    assert plan.strategier == gemensam.områden
    assert [område.avsnitt for område in gemensam.områden] == ["9.1", "9.2", "9.3", "9.4", "9.5"]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("effektmått", [2, 1, 2, 2, 1]),
        ("aktiviteter", [2, 4, 5, 1, 4]),
        ("lokala_rekommendationer", [7, 3, 4, 3, 5]),
    ],
)
def test_totals_of_each_strategy(gemensam, field, expected):
    assert [len(getattr(område, field)) for område in gemensam.områden] == expected


def test_delaktiviteter_of_each_strategy(gemensam):
    counted = [sum(len(a.delaktiviteter) for a in område.aktiviteter) for område in gemensam.områden]
    assert counted == [4, 9, 8, 4, 10]


def parts(handlingsplan):
    return [
        del_
        for område in handlingsplan.områden
        for aktivitet in område.aktiviteter
        for del_ in aktivitet.delaktiviteter
    ]


def test_punkter(gemensam):
    assert [len(del_.punkter) for del_ in parts(gemensam) if del_.punkter] == [2, 1, 1]
    assert all(not a.punkter for område in gemensam.områden for a in område.aktiviteter)


def test_statuses_of_delaktiviteter(gemensam):
    assert Counter(del_.status for del_ in parts(gemensam)) == {
        "ej påbörjad": 14,
        "pågår": 10,
        "ingår i annat arbete": 4,
        "avvaktar": 1,  # the reference to the row above (T16)
        None: 6,
    }


def test_every_activity_of_the_joint_plan_is_divided(gemensam):
    """Its status stands on the parts, and none is added on the activity by us."""
    for område in gemensam.områden:
        for aktivitet in område.aktiviteter:
            assert aktivitet.delaktiviteter
            assert (aktivitet.status, aktivitet.kommentar) == (None, None)


def test_nobody_is_made_responsible_in_the_joint_plan(gemensam):
    """Its source has no column for who answers for what."""
    rows = [a for område in gemensam.områden for a in område.aktiviteter] + parts(gemensam)
    assert not any(row.ansvarig or row.tid for row in rows)


def test_priorities_are_years(gemensam):
    found = Counter(a.prioritet for område in gemensam.områden for a in område.aktiviteter)
    assert found == {"2023–2024": 2, "2024–2025": 11, "2025–2026": 3}
    assert not any(del_.prioritet for del_ in parts(gemensam))


def test_fasta_kontakter(fasta):
    assert [len(område.aktiviteter) for område in fasta.områden] == [7, 9]
    assert [område.slag for område in fasta.områden] == ["område", "område"]
    assert not parts(fasta)
    assert (fasta.läge, fasta.beslutad, fasta.gäller_från) == ("beslutad", "2025-02-21", "2021-09-24")
    assert fasta.beslutad_av == "fredagsgruppen"


def test_fasta_kontakter_says_partly_done_twice_and_nothing_else(fasta):
    """A date that has passed without a word is neither done nor late."""
    statuses = Counter(a.status for område in fasta.områden for a in område.aktiviteter)
    assert statuses == {"delvis klar": 2, None: 14}


def test_67_rows(plan):
    assert len(plan.rader) == 67
    assert len({rad.aktivitet.id for rad in plan.rader}) == 67
    assert sum(count(plan.rader).values()) == 35 + 16


def test_kommuner(plan):
    assert {kommun.namn: kommun.kod for kommun in plan.kommuner} == {
        "Bergs kommun": "2326",
        "Bräcke kommun": "2305",
        "Härjedalens kommun": "2361",
        "Krokoms kommun": "2309",
        "Ragunda kommun": "2303",
        "Strömsunds kommun": "2313",
        "Åre kommun": "2321",
        "Östersunds kommun": "2380",
    }


def test_sámi_administrative_area(plan):
    outside = {kommun.id for kommun in plan.kommuner if not kommun.samiskt_förvaltningsområde}
    assert outside == {"bracke", "ragunda"}


def test_local_plans_are_missing_and_nothing_is_invented(plan):
    local = plan.aktiviteter.lokala_planer
    assert [p.kommun for p in local] == [kommun.id for kommun in plan.kommuner]
    for p in local:
        assert (p.läge, p.beslutad, dict(p.rekommendationer), p.egna) == ("saknas", None, {}, ())


def test_every_organ_that_something_names_exists_and_has_a_task(plan):
    known = {organ.id: organ for organ in plan.organ}
    named = {id for rad in plan.rader for id in rad.aktivitet.ansvarig}
    named |= {id for område in plan.områden for mått in område.effektmått for id in mått.följs_av}
    named |= {beslut.organ for beslut in plan.beslut.beslut if beslut.organ}
    named |= {id for enkät in plan.framtagande.enkäter for id in enkät.ansvarig}
    assert len(named) >= 8
    assert named <= set(known)
    assert all(known[id].uppgift for id in named)


def test_every_organ_says_what_it_does_and_where_that_is_said(plan):
    assert all(organ.uppgift and organ.källor for organ in plan.organ)


def test_references(plan):
    assert [ref.nr for ref in plan.källor.referenser] == list(range(1, 28))
    assert all(ref.avsnitt for ref in plan.källor.referenser)


def test_abbreviations(plan):
    short = [f.kort for f in plan.begrepp.förkortningar]
    assert len(short) == len(set(short)) == 52
    assert all(f.finns_i for f in plan.begrepp.förkortningar)


def test_law_references_lead_to_the_law_that_holds(plan):
    old = next(lag for lag in plan.källor.lagar if lag.nummer == "2001:453")
    new = plan.index[old.ersatt_av]
    assert (new.nummer, new.gäller_från, old.upphörde) == ("2025:400", "2025-07-01", "2025-07-01")
    assert {ref.nr for ref in plan.källor.referenser if ref.lag == old.id} == {8, 16}


def test_decisions_come_in_order_of_time_and_have_sources(plan):
    decisions = plan.beslut.beslut
    assert len(decisions) >= 20
    assert all(beslut.källor for beslut in decisions)
    firsts = [beslut.datum.första for beslut in decisions]
    assert firsts == sorted(firsts)


def test_how_the_plan_was_made(plan):
    """The project plan's steps, phase by phase; a day that the source writes as xx is only a month (T26)."""
    made = plan.framtagande
    assert [len(fas.steg) for fas in made.faser] == [1, 4, 7, 6]
    assert len(made.effektmål) == 6
    assert len(made.hänsyn) == 10
    assert [enkät.tillfällen for enkät in made.enkäter] == [("våren 2024", "hösten 2025")] * 2
    steps = {steg.id: steg.tid for fas in made.faser for steg in fas.steg}
    assert steps["avstamning-infor-remiss-i-fredagsgruppen"].klart_senast == "2023-01"
    assert steps["slutrapport-i-svom"].klart_senast == "2023-06"


def test_every_row_can_be_found_by_its_id(plan):
    for rad in plan.rader:
        assert plan.index[rad.aktivitet.id] is rad.aktivitet
        assert isinstance(rad.aktivitet, Delaktivitet)


def test_names_and_sources_of_the_handlingsplaner(gemensam, fasta):
    assert gemensam.namn == "Handlingsplan för länsövergripande aktiviteter"
    assert fasta.namn == (
        "Handlingsplan 2025 med fokus på dokumenterad överenskommelse, kontinuitet och fasta kontakter"
    )
    assert [(p.kortnamn, p.källa) for p in (gemensam, fasta)] == [
        ("Gemensam plan", "gp"),
        ("Fasta kontakter", "hp2025"),
    ]
    assert (gemensam.läge, gemensam.gäller_från) == ("utkast", "2023-12-01")


def test_direction_of_each_effektmått_is_that_of_its_target(gemensam):
    for mått in (mått for område in gemensam.områden for mått in område.effektmått):
        word = mått.målvärde.lower().replace("ökat", "öka").replace("ökad", "öka")
        assert mått.riktning in word
        assert mått.värden == ()  # none is reported in the sources


def test_effektmått_are_followed_by_the_bodies_that_their_text_names(gemensam, plan):
    for mått in (mått for område in gemensam.områden for mått in område.effektmått):
        assert set(mått.följs_av) == {organ.id for organ in plan.organ if organ.namn in mått.uppföljning}


def test_reference_values(fasta):
    assert [(r.värde, r.enhet, r.mål_till, r.källa) for r in fasta.riktvärden] == [
        ("1100", "invånare per specialistläkare", None, "hp2025"),
        ("550", "invånare per ST-läkare", None, "hp2025"),
        ("minst 55", "procent", "2022-12-31", "hp2021"),
        ("+20", "procent", None, "hp2021"),
        ("minst 80", "procent", "2022-12-31", "hp2021"),
    ]
    assert all(r.kommentar for r in fasta.riktvärden)


def test_no_id_that_was_ever_published_is_gone(plan):
    """Links and calendars lead to them. A new id may be added to the list; none is ever taken away.

    An id that only a decided version has is as permanent as one of today.
    """
    published = (ROOT / "tests/innehall/facit/id.txt").read_text(encoding="utf-8").split()
    assert len(published) == len(set(published)) >= 119
    decided = {id for version in plan.arkiv.versioner for id in version.plan.index}
    assert [id for id in published if id not in plan.index and id not in decided] == []
    bodies = {organ.id for version in plan.arkiv.versioner for organ in version.plan.organ}
    assert decided - bodies <= set(published)


def test_the_real_plan_is_told_of_the_day_it_grows_old():
    problems, reminders = examine(REAL, date(2100, 1, 1))
    assert problems == []
    assert {reminder.rule for reminder in reminders} == {"lag-att-kontrollera"}


def test_every_dated_row_of_the_real_plan_on_the_day_it_was_read(plan):
    remarks = {rad.aktivitet.id: remark(rad.aktivitet, date(2026, 11, 22)) for rad in plan.rader}
    said = [text for text in remarks.values() if text]
    assert len(said) == 12
    assert said.count("datumet har passerat") == 2  # the two that are partly done
    assert remarks["punktmatning-av-fasta-kontakter"] is None


def test_count(plan):
    assert count(rad for rad in plan.rader if rad.handlingsplan.id == "gemensam-plan") == {
        "ej påbörjad": 14,
        "pågår": 10,
        "ingår i annat arbete": 4,
        "avvaktar": 1,
        "ej angiven": 6,
    }
    assert count(rad for rad in plan.rader if rad.handlingsplan.id == "fasta-kontakter") == {
        "delvis klar": 2,
        "ej angiven": 14,
    }
    assert count([]) == {}
