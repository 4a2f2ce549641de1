"""What a row says, in whole sentences: the site's search finds them, and calendars tell them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from planmotor.plan.falttyp import Aktivitetsfält, Värdeslag, Yta
from planmotor.plan.model.aktiviteter import Tid
from planmotor.plan.model.plan import Plan

Say = Callable[[Plan, str, Any], Iterator[str]]  # the plan, the field's label and its value


def meningar(plan: Plan, fält: Aktivitetsfält, yta: Yta, värde: Any) -> Iterator[str]:
    """Yield the sentences of one field; none when its value isn't stated."""
    if värde:
        yield from SAYS[fält.slag](plan, fält.rubrik(yta), värde)


def _text(_plan: Plan, label: str, value: str) -> Iterator[str]:
    yield f"{label}: {value}."


def _as_it_is(_plan: Plan, _label: str, value: str) -> Iterator[str]:
    yield value


def _texts(_plan: Plan, label: str, values: tuple[str, ...]) -> Iterator[str]:
    yield f"{label}: {', '.join(values)}."


def _each(_plan: Plan, _label: str, values: tuple[str, ...]) -> Iterator[str]:
    yield from values


def _bodies(plan: Plan, label: str, ids: tuple[str, ...]) -> Iterator[str]:
    yield f"{label}: {', '.join(plan.namn(id) for id in ids)}."


def _time(_plan: Plan, label: str, tid: Tid) -> Iterator[str]:
    dates = [datum.i_ord for datum in (tid.från, tid.klart_senast) if datum]
    if dates:
        yield f"{label}: {' – '.join(dates)}."
    if tid.text:
        yield tid.text


SAYS: dict[Värdeslag, Say] = {
    Värdeslag.TEXT: _text,
    Värdeslag.KOMMENTAR: _as_it_is,
    Värdeslag.TEXTER: _texts,
    Värdeslag.PUNKTER: _each,
    Värdeslag.ORGAN: _bodies,
    Värdeslag.TID: _time,
    Värdeslag.ÅR: _text,
    Värdeslag.STATUS: _text,
}
