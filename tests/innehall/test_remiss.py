"""The consultations of this plan, and its sections as those who answer see them."""

from datetime import date

import pytest

from planmotor.plan.remisslage import läge, svarstid
from planmotor.remiss.avsnitt import WHOLE, avsnitt
from planmotor.remiss.lasning.inlasning import place
from planmotor.remiss.lasning.ord import Underlag
from tests.hjalp.planer import ROOT


def test_the_round_of_2023_has_what_the_sources_give_and_nothing_else(plan):
    remiss = plan.remiss("2023")
    assert svarstid(plan, remiss) == (date(2023, 3, 1), date(2023, 4, 30))
    assert läge(plan, remiss, date(2026, 11, 22)) == "avslutad"
    given = {name for name in type(remiss).model_fields if getattr(remiss, name)}
    assert given == {"namn", "gäller", "steg", "händelse"}


def test_sections_are_unique_numbered_and_in_the_order_of_the_plan(plan):
    found = avsnitt(plan, ROOT / "docs")
    assert found[0] == WHOLE
    assert len({section.id for section in found}) == len({section.titel for section in found}) == len(found)
    assert all(section.titel.startswith(f"{section.nummer} ") for section in found if section.nummer)
    order = [[int(n) for n in section.nummer.split(".")] for section in found if section.nummer]
    assert order == sorted(order)
    areas = {f"strategier/{område.id}" for område in plan.strategier}
    areas |= {f"handlingsplaner/{p.id}#{område.id}" for p in plan.handlingsplaner for område in p.områden}
    assert areas <= {section.id for section in found}
    parts = [section.id.partition("/")[0].partition("#")[0] for section in found]
    folders = ["plan", "strategier", "handlingsplaner", "lokala-planer", "uppfoljning", "om"]
    assert list(dict.fromkeys(parts)) == [WHOLE.id, *folders]


@pytest.mark.parametrize(
    ("written", "placed"),
    [
        ("4.5", "strategier/okad-kontinuitet"),
        ("Avsnitt 4.5.3", "strategier/okad-kontinuitet#fasta-kontakter"),
        ("kap. 4", "strategier"),
        ("4", None),
        ("4.5.99", None),
        ("99.1", None),
    ],
)
def test_the_number_alone_is_enough_when_it_cant_be_anything_else(plan, written, placed):
    remiss = plan.remiss("2023")
    against = Underlag("2023", {s.id: s.titel for s in avsnitt(plan, ROOT / "docs")}, {}, {})
    assert remiss is not None
    assert place(written, against)["avsnitt"] == (placed or "ej placerad")
