"""A document too long for the memory of one process, set piece by piece, each in a process of its own.

To set a page takes three megabytes that aren't given back until the process ends, so an account of thousands
of remarks would need gigabytes. Two pieces are set at a time.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from typing import Any, TypeVar

from planmotor.grund.problem import Stopped
from planmotor.tryck.artiklar import Artikel
from planmotor.tryck.delning import MOST, i_bitar, rubriknivåer, väger
from planmotor.tryck.dokument import Källa, dokument, innehållsdjup
from planmotor.tryck.foga import Bit, foga, läst
from planmotor.tryck.satt import FAILED, sätt
from planmotor.tryck.skrift import words
from planmotor.tryck.uppgifter import Uppgifter

AT_ONCE = 2  # processes: more would need more memory than they save time
LONG = 1.5 * MOST
T = TypeVar("T")


def behöver_omgångar(sidor: Sequence[Artikel], uppgifter: Uppgifter) -> bool:
    """Tell whether a document is so long that it is set in pieces, and such that it can be.

    Numbers of headings, rows and pictures, links and notes go through a document as a whole, so it must have
    none of them.
    """
    one = sidor[0].artikel if len(sidor) == 1 else None
    if one is None or uppgifter.numrerad or uppgifter.remiss or (one.text or "").strip():
        return False
    return väger(one) > LONG and next(one.iter("a", "img", "figure"), None) is None


def sätt_i_omgångar(sida: Artikel, uppgifter: Uppgifter, most: int = MOST) -> bytes:
    """Return the page as one PDF/UA-1 and PDF/A-2a document. Raises Stopped when it can't be set."""
    pieces = i_bitar(sida, most)
    levels = [rubriknivåer(piece) for piece in pieces]
    sources = list(_sources(pieces, replace(uppgifter, framsida=False, innehåll=False, ram=False)))
    try:
        with ThreadPoolExecutor(AT_ONCE) as turns:
            jobs = [turns.submit(_alone, _piece, source, f"b{n}-") for n, source in enumerate(sources)]
            made = [job.result() for job in jobs]
        frame = _alone(sätt, _frame(uppgifter, made, levels))
        return _alone(foga, frame, made, innehållsdjup(1))
    except BrokenProcessPool:
        raise Stopped(f"{FAILED}: processen som sätter det avbröts. Tog minnet slut?") from None


def _sources(pieces: Sequence[Artikel], bare: Uppgifter) -> Iterator[Källa]:
    """Yield the source of each piece; tables are counted through all of them."""
    before = 0
    for piece in pieces:
        source = dokument([piece], replace(bare, tabeller=before))
        before += len(source.tabeller)
        yield source


def _alone(work: Callable[..., T], *about: Any) -> T:
    """Do something in a process of its own, which gives back its memory by ending."""
    known = multiprocessing.get_all_start_methods()
    # Not by copying this process: the threads that set a document don't come along.
    way = multiprocessing.get_context("forkserver" if "forkserver" in known else "spawn")
    if "forkserver" in known:
        way.set_forkserver_preload([__name__])
    # One for each: a pool that replaces its processes may wait for ever for the next one.
    with ProcessPoolExecutor(1, mp_context=way) as process:
        return process.submit(work, *about).result()


def _piece(source: Källa, name: str) -> Bit:
    return läst(sätt(source, bit=name))


def _frame(uppgifter: Uppgifter, bitar: Sequence[Bit], levels: Sequence[Sequence[int]]) -> Källa:
    """Return the frame: all but what stands on the pages of the pieces."""
    source = dokument([], uppgifter)
    pages = [page for bit, deep in zip(bitar, levels, strict=True) for page in _pages(bit, deep)]
    return source._replace(typst=source.typst + "\n".join(pages) + "\n")


def _pages(bit: Bit, levels: Sequence[int]) -> Iterator[str]:
    """Yield each page of a piece, empty but for headings that are found and not seen."""
    named = [
        (place.sida, f"#place(hide(heading(level: {level})[{words(place.rubrik)}]))")
        for place, level in zip(bit.rubriker, levels, strict=True)
    ]
    for number, lying in enumerate(bit.liggande):
        text = "".join(heading for page, heading in named if page == number)
        yield f"#{'liggande' if lying else 'page'}[{text}]"
