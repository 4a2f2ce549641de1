"""Ett effektmått har ett värde för ett år som inte har varit än.

Ett värde är något som har mätts. Ett mål för ett kommande år hör hemma i målvärde. Oftast är det en siffra
fel i året.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.grund.today import today
from planmotor.plan.draft import Draft
from planmotor.plan.rules.fler_svar_an_svarande import number
from planmotor.plan.source import walk

ID = "framtida-varde"
LAST = 2200  # a later year is no year, and told of as that


def check(draft: Draft) -> Iterator[Problem]:
    """Report each value of a measure whose year is after this one."""
    this_year = today().year
    for document in draft.documents.values():
        for loc, value in walk(document.data):
            year = number(value) if loc[-1:] == ("år",) and "värden" in loc else None
            if year and this_year < year <= LAST:
                yield document.problem(
                    loc,
                    ID,
                    f"Värdet gäller {year}, ett år som inte har varit än.",
                    "Rätta året. Är det ett mål, skriv det i stället i målvärde.",
                )
