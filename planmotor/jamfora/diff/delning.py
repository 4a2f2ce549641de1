"""A row that has been divided: what its other halves took over hasn't been removed from this one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planmotor.jamfora.diff.listor import Texts, plain
from planmotor.jamfora.diff.matchning import Radplats

LISTS = ("mått", "målvärde", "punkter")


def egen_del(old: Radplats, plats: Radplats, later: Sequence[Radplats]) -> Radplats:
    """Return the earlier row with the part of its lists that this later row answers for.

    ``later`` are all the rows that follow it. What none of them has stays: it is gone from the plan.
    """
    others = [other for other in later if other is not plats]
    if not others:
        return old
    kept = {
        key: _own(_texts(old, key), _texts(plats, key), [_texts(o, key) for o in others]) for key in LISTS
    }
    changed = {key: texts for key, texts in kept.items() if texts != _texts(old, key)}
    return replace(old, aktivitet=old.aktivitet.model_copy(update=changed)) if changed else old


def _texts(plats: Radplats, key: str) -> Texts:
    return plain(getattr(plats.aktivitet, key))


def _own(texts: Texts, here: Texts, elsewhere: Sequence[Texts]) -> Texts:
    taken = {text for other in elsewhere for text in other}
    return tuple(text for text in texts if text in here or text not in taken)
