"""What a proposal does with the remarks of a consultation, in words: the editors' positions, one by one."""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.sprak import antal, citat
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.synpunkt import Inläst, Synpunktsfil

# The fields that are the editors' own, and what they are called.
OURS = {
    "från": "avsändaren",
    "avsnitt": "avsnittet",
    "ställningstagande": "ställningstagandet",
    "motivering": "motiveringen",
    "ändring": "ändringen",
    "får_publiceras": "det som får publiceras",
}


def ändrade_synpunkter(före: Plan, efter: Plan) -> Iterator[str]:
    """Yield a sentence for each position that is new, another or gone, and for what is read in or removed."""
    earlier = {fil.remiss: fil for fil in före.synpunkter}
    for fil in efter.synpunkter:
        yield from _of_a_round(earlier.pop(fil.remiss, Synpunktsfil()), fil, efter)
    for remiss, fil in earlier.items():
        number = antal(len(fil.alla), "synpunkt eller svar", "synpunkter och svar")
        yield f"Remiss {remiss}: filen med {number} är borttagen"


def _of_a_round(old: Synpunktsfil, new: Synpunktsfil, plan: Plan) -> Iterator[str]:
    before, after = ({post.id: post for post in fil.alla} for fil in (old, new))
    if fresh := [id for id in after if id not in before]:
        yield f"Remiss {new.remiss}: {antal(len(fresh), 'synpunkt eller svar', 'synpunkter och svar')} är nya"
    for id, post in before.items():
        if id not in after:
            yield f"{_who(post, plan)}: borttagen"
        else:
            yield from (f"{_who(after[id], plan)}: {said}" for said in _positions(post, after[id]))


def _who(post: Inläst, plan: Plan) -> str:
    sender = plan.namn(post.från) if post.från and post.från in plan.index else "okänd avsändare"
    return f"{post.id} ({sender})"


def _positions(old: Inläst, new: Inläst) -> Iterator[str]:
    for name, called in OURS.items():
        before, after = (_text(getattr(post, name, None)) for post in (old, new))
        if before == after:
            continue
        if before and after:
            yield f"{called} är nu {citat(after)} i stället för {citat(before)}"
        else:
            yield f"{called} har {'tagits bort' if before else 'tillkommit'}: {citat(before or after)}"


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
