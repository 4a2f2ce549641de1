"""What has changed in the prose: section by section, sentence by sentence, with what was moved as moved.

A reader of the list is told the page, the section and its anchor, and in words what happened there. Only
what somebody who reads the page would notice counts: where its lines break doesn't.
"""

from __future__ import annotations

from collections.abc import Mapping

from planmotor.jamfora.diff.par import para
from planmotor.jamfora.diff.prosadelar import delar_ändrade
from planmotor.jamfora.diff.prosasidor import avsnitt_ändrade, sidor_ändrade
from planmotor.jamfora.diff.prosatyp import Ordning, Prosaslag, Prosaändring
from planmotor.jamfora.diff.sidtext import läs_sida

__all__ = ["Prosaslag", "Prosaändring", "jämför_prosa"]


def jämför_prosa(före: Mapping[str, str], efter: Mapping[str, str]) -> tuple[Prosaändring, ...]:
    """Return what differs between two sets of pages, {path below docs: Markdown}, in the pages' order.

    Pages that are equal on both sides are never taken apart: nothing can have moved to or from them.
    """
    changed = sorted(path for path in {**före, **efter} if före.get(path) != efter.get(path))
    before = [läs_sida(path, före[path]) for path in changed if path in före]
    after = [läs_sida(path, efter[path]) for path in changed if path in efter]
    paired = para(before, after)
    order = Ordning(paired, before, after)
    found = [*sidor_ändrade(order), *avsnitt_ändrade(order), *delar_ändrade(order)]
    return tuple(change for _place, change in sorted(found, key=lambda placed: placed[0]))
