"""Which things have really changed places: the fewest whose moves explain the new order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def flyttade(places: Sequence[int]) -> list[int]:
    """Return the positions in ``places`` that stand outside its longest increasing run.

    ``places`` holds, for each thing in its new order, where it stood before; each place occurs once.
    """
    ends: list[int] = []  # for each length, the smallest place that a run of that length can end with
    holders: list[int] = []  # and the position that holds it
    before: list[int] = []
    for position, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(holders[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        holders[length : length + 1] = [position]
    kept, position = set(), holders[-1] if holders else -1
    while position >= 0:
        kept.add(position)
        position = before[position]
    return [position for position in range(len(places)) if position not in kept]
