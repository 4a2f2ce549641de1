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

    Raises Invalid with the problems that were found before, and those of the macros.
    """
    faults = [*before]
    answers = [(call, _answer(call, path, makron, faults)) for call in calls]
    if faults:
        raise Invalid(faults)
    parts, at = list[str](), 0
    for call, answer in answers:
        parts += [text[at : call.start], answer]
        at = call.slut
    return "".join([*parts, text[at:]])


def _answer(call: Anrop, path: str, makron: Svarare, faults: list[Problem]) -> str:
    try:
        return makron[call.namn](**call.argument)
    except Exception as error:
        said = str(error.args[0]) if error.args else type(error).__name__
        text = f"Makrot {call.namn} gick inte att visa: {said}."
        fix = "Kontrollera vad som står inom parentesen, och posten i data som makrot visar."
        faults.append(Problem(path, call.rad, call.kolumn, FAILED, text, fix))
        return ""
