"""En nyckel står där utan värde.

Ett tomt fält kan betyda både "vet inte" och "glömt". Utelämna i stället hela raden när uppgiften saknas:
då skriver webbplatsen "ej angiven".
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.plan.draft import MODELS, Draft, kind_of
from planmotor.plan.kommentarer import has_cut
from planmotor.plan.model.post import Post
from planmotor.plan.rules import saknat_citattecken, saknat_falt
from planmotor.plan.source import Loc, walk

ID = "tomt-varde"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each key or item of a list without a value, and each text that is empty."""
    unknown = ((fault.document.path, fault.loc) for fault in draft.of_type("extra_forbidden"))
    told = {place for place in unknown if ":" in str(place[1][-1])} | set(saknat_citattecken.cut_off(draft))
    for file, document in draft.documents.items():
        for loc in (loc for loc, value in walk(document.data) if value is None or value == ""):
            if (document.path, loc) not in told and not has_cut(document, loc):
                text, fix = _words(MODELS[kind_of(file)], loc)
                yield document.problem(loc, ID, text, fix)


def _words(model: type[Post], loc: Loc) -> tuple[str, str]:
    if isinstance(loc[-1], int):
        name = next(step for step in reversed(loc) if isinstance(step, str))
        return f'Listan "{name}" har en tom post.', "Skriv ett värde, eller ta bort den tomma posten."
    name = one_line(loc[-1])
    remove = "" if saknat_falt.is_required(model, loc) else ", eller ta bort nyckeln"
    return f'Fältet "{name}" har inget värde.', f"Skriv ett värde efter kolonet{remove}."
