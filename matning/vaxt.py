"""How time and memory grow with size: the exponent k of size^k, for each sort of work.

1.0 is a work that takes twice as much for twice the size; 2.0 one that takes four times as much. The exponent
is the slope of log(use) on log(size), by least squares over at least three sizes. First the fixed cost is
taken away: what the same program uses when it is started, with all that it imports, and then has nothing to
do. Without that a slow start would make any growth look small. A size at which less is left than the fixed
cost varies by (a twentieth of it) tells nothing of growth and is left out; with fewer than three sizes left
there is no exponent, and the row says so.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from matning.forbrukning import Använt, använt
from matning.table import EXPONENT, Row, number
from matning.vaxtformer import FORMS

GOAL = 1.1
LEAST = 3  # sizes
NOISE = 0.05  # of the fixed cost
SMALL = "växer för lite för att mätas: den fasta kostnaden är {}"


class Arbete(NamedTuple):
    """A sort of work: what grows, at which sizes, and the program, whose import is ``start``.

    ``prepare`` makes what is worked on, of a size, and returns the arguments of the program.
    """

    namn: str
    vad: str
    storlekar: tuple[int, ...]
    start: str
    work: str
    prepare: Callable[[Path, int], Sequence[str]]


def measure(ours: Path) -> Iterator[Row]:
    """Yield the exponents of time and of memory of every sort of work."""
    for form in FORMS:
        arbete = Arbete(*form)
        yield from _rows(arbete, ours)


def _rows(arbete: Arbete, ours: Path) -> Iterator[Row]:
    fixed: Använt | None = None
    found: list[tuple[int, Använt]] = []
    for size in arbete.storlekar:
        arguments = arbete.prepare(ours, size)
        fixed = fixed or använt(ours, "-c", arbete.start, *arguments)
        found.append((size, använt(ours, "-c", f"{arbete.start}\n{arbete.work}", *arguments)))
    assert fixed is not None
    which = "–".join(number(size) for size in (arbete.storlekar[0], arbete.storlekar[-1]))
    for name, place in (("tid", 0), ("minne", 1)):
        grown = exponent([(size, used[place]) for size, used in found], fixed[place])
        causes = () if grown is not None else (SMALL.format(number(fixed[place], 1)),)
        what = f"Växt: {arbete.namn}, {which} {arbete.vad}, {name}"
        yield Row(what, grown, None, EXPONENT, GOAL, causes=causes)


def exponent(points: Sequence[tuple[int, float]], fixed: float = 0) -> float | None:
    """Return the slope of log(use - fixed) on log(size); None when too few sizes tell of it."""
    told = [(math.log(size), math.log(use - fixed)) for size, use in points if use - fixed > NOISE * fixed]
    if len(told) < LEAST:
        return None
    middle = [sum(column) / len(told) for column in zip(*told, strict=True)]
    above = sum((x - middle[0]) * (y - middle[1]) for x, y in told)
    return above / sum((x - middle[0]) ** 2 for x, _ in told)
