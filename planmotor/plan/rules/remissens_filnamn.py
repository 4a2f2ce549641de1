"""En fil i mappen remisser har ett namn som inte är ett årtal.

Filens namn är remissens id: året, och vid behov ett bindestreck och ett ord, som 2026-fasta-kontakter.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.nearest import slug
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, kind_of

ID = "remissens-filnamn"
NAME = re.compile(r"\d{4}(-[a-z0-9]+)*", re.ASCII)


def check(draft: Draft) -> Iterator[Problem]:
    """Report each file of a round whose name can't be its id."""
    for name, document in draft.documents.items():
        stem = name.rpartition("/")[2]
        if kind_of(name) == "remisser" and not NAME.fullmatch(stem):
            rest = slug(stem).strip("-")
            text = f'Filen heter "{stem}.yaml", men namnet ska börja med året.'
            yield document.problem(
                (), ID, text, f"Byt namn på filen, till exempel ÅÅÅÅ-{rest or 'ord'}.yaml."
            )
