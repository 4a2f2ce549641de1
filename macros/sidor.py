"""A page on its way to the site: its calls of macros are answered, and nothing else in it is run.

The program that builds the site has a template engine of its own for this, which can do far more than call a
macro. It is switched off (``macros.define_env``); what stands here is all that happens to a page's braces.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from macros.makro import MAKRON
from macros.markdown import END, START
from planmotor.grund.problem import Invalid, Problem
from planmotor.prosa.lasning.anrop import Anrop
from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.lasning.villkor import HIDDEN, hela_raden, villkoren
from planmotor.prosa.signaturer import Signatur

Svarare = Mapping[str, Callable[..., str]]
FAILED = "makro-gick-inte-att-visa"
HELP = {FAILED: "Ett makro hittar inte det som det ska visa, till exempel en version i arkivet."}


def signaturer() -> dict[str, Signatur]:
    """Return every macro's signature by its name."""
    return {name: makro.signatur for name, makro in MAKRON.items()}


def utan_märken(text: str) -> str:
    """Return a text without the marks that only a macro may put round its HTML."""
    return text.replace(START, "").replace(END, "")


def svara(text: str, path: str, makron: Svarare) -> str:
    """Return a page's body with each call replaced by what its macro returns. Raises Invalid.

    Braces within code are left alone, and so is what a macro returns: a name in the data that looks like a
    call is a name.
    """
    page = Sida(path, utan_märken(text))
    calls, faults = page.anrop
    return infoga(page.källa, calls, path, makron, faults)


def infoga(
    text: str, calls: Sequence[Anrop], path: str, makron: Svarare, before: Sequence[Problem] = ()
) -> str:
    """Return a text with each of these calls in it replaced by what its macro returns.

    What stands under a condition that doesn't hold is left out, and no macro in it is called. Raises Invalid
    with the problems that were found before, and those of the macros.
    """
    faults, parts, at = [*before], list[str](), 0
    for start, end, call in _pieces(text, calls, path, makron, faults):
        if start >= at:
            answer = _answer(call, path, makron, faults) if call else ""
            parts, at = [*parts, text[at:start], answer], end
    if faults:
        raise Invalid(faults)
    return "".join([*parts, text[at:]])


def _pieces(
    text: str, calls: Sequence[Anrop], path: str, makron: Svarare, faults: list[Problem]
) -> list[tuple[int, int, Anrop | None]]:
    """Return what is to be replaced, in order: the calls, the lines of conditions and what they hide."""
    found = list[tuple[int, int, Anrop | None]]()
    ours = list(villkoren(calls))
    for one in ours:
        (start, inner), (last, end) = (hela_raden(text, call) for call in (one.öppnar, one.slutar))
        hidden = _answer(one.öppnar, path, makron, faults) == HIDDEN
        found += [(start, end, None)] if hidden else [(start, inner, None), (last, end, None)]
    marks = {id(call) for one in ours for call in (one.öppnar, one.slutar)}
    found += [(call.start, call.slut, call) for call in calls if id(call) not in marks]
    return sorted(found, key=lambda piece: piece[:2])


def _answer(call: Anrop, path: str, makron: Svarare, faults: list[Problem]) -> str:
    try:
        return makron[call.namn](**call.argument)
    except Exception as error:
        said = str(error.args[0]) if error.args else type(error).__name__
        text = f"Makrot {call.namn} gick inte att visa: {said}."
        fix = "Kontrollera vad som står inom parentesen, och posten i data som makrot visar."
        faults.append(Problem(path, call.rad, call.kolumn, FAILED, text, fix))
        return ""
