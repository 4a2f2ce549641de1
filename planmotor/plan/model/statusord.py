"""The status words and the states of documents: one list, and all that is known of each word.

What a word means, its shape and its colour, which words people write for it, whether the work has ended:
pages, print, forms, calendars, questions and rules read it here. A new word is one more ``Statusord``, in the
order that words are listed and counted.
"""

from __future__ import annotations

from dataclasses import dataclass

RING = '<use href="#s-ring"/>'  # circles for the status of an activity
ARK = '<use href="#s-ark"/>'  # squares for the state of a document
TICK = "M11.4 4.5 7 9.2 4.8 7 3.5 8.3 7 11.8 12.8 5.7Z"
OUTLINE = 'fill="none" stroke="currentColor" stroke-width='


def _filled(path: str, rule: str = "") -> str:
    return f'<path fill="currentColor"{rule} d="{path}"/>'


def _ticked(path: str) -> str:
    return _filled(path + TICK, ' fill-rule="evenodd"')


def _line(path: str, width: str = "1.75") -> str:
    return f'<path stroke="currentColor" stroke-width="{width}" d="{path}"/>'


@dataclass(frozen=True, slots=True)
class Märke:
    """A word with a shape, so that it never rests on colour.

    ``form`` is what is drawn in a square of 16 by 16, in SVG. ``ton`` names one of the colours that
    ``docs/assets/grund.css`` has for light and dark screens; without one the shape is muted.
    """

    ord: str
    form: str
    ton: str = ""


@dataclass(frozen=True, slots=True)
class Statusord(Märke):
    """A status of an activity.

    ``betyder`` goes on after a colon. ``menas`` are words that people write when they mean this one and that
    aren't near it, or are nearer another. ``framåt`` when it is a step on the way from nothing done to all
    done, ``avslutad`` when nothing more is to be done, ``inställd`` when it never will be. ``schema_org`` is
    schema.org's word for it; empty when it has none.
    """

    betyder: str = ""
    menas: tuple[str, ...] = ()
    framåt: bool = False
    avslutad: bool = False
    inställd: bool = False
    schema_org: str = ""


STATUSORD = (
    Statusord(
        "ej påbörjad",
        RING,
        betyder="arbetet har inte börjat.",
        menas=("inte påbörjad", "inte påbörjat"),
        framåt=True,
        schema_org="PotentialActionStatus",
    ),
    Statusord(
        "pågår",
        RING + _filled("M8 3.5a4.5 4.5 0 0 1 0 9Z"),
        "arbete",
        betyder="arbetet har börjat.",
        menas=("påbörjad", "påbörjat"),
        framåt=True,
        schema_org="ActiveActionStatus",
    ),
    Statusord(
        "delvis klar",
        RING + _filled("M8 8V3.5a4.5 4.5 0 1 1-4.5 4.5Z"),
        "arbete",
        betyder="något är gjort, men inte allt.",
        menas=("delvis",),
        framåt=True,
        schema_org="ActiveActionStatus",
    ),
    Statusord(
        "klar",
        _ticked("M8 .6a7.4 7.4 0 1 1 0 14.8A7.4 7.4 0 0 1 8 .6Z"),
        "klar",
        betyder="allt är gjort, och källan säger det.",
        menas=("färdig", "genomförd", "avslutad"),
        framåt=True,
        avslutad=True,
        schema_org="CompletedActionStatus",
    ),
    Statusord(
        "ingår i annat arbete",
        f'<g {OUTLINE}"1.75"><circle cx="5.5" cy="8" r="4.4"/><circle cx="10.5" cy="8" r="4.4"/></g>',
        "annat",
        betyder="saken tas om hand någon annanstans. Kommentaren berättar var.",
    ),
    Statusord(
        "avvaktar",
        RING + _line("M6.3 5.2v5.6M9.7 5.2v5.6"),
        "vantar",
        betyder="arbetet väntar på något.",
        menas=("pausad", "vilande"),
    ),
    Statusord(
        "utgår",
        RING + _line("m5.5 5.5 5 5m0-5-5 5"),
        "slut",
        betyder="aktiviteten ska inte längre genomföras.",
        menas=("borttagen", "struken"),
        avslutad=True,
        inställd=True,
    ),
)
# What is shown where there is no word: nothing is known, which isn't the same as nothing done.
EJ_ANGIVEN = Statusord(
    "ej angiven",
    f'<circle cx="8" cy="8" r="6.5" {OUTLINE}"1.75" stroke-dasharray="2.2 1.884"/>',
    "okand",
    betyder="källan säger inget om läget.",
)
# The states of documents: an action plan, a local plan, a consultation. Their words stand in ``types``.
DOKUMENTLÄGEN = (
    Märke(
        "saknas",
        f'<rect x="2" y="2" width="12" height="12" {OUTLINE}"1.75" '
        'stroke-dasharray="2.4 2.4" stroke-dashoffset="1.2"/>',
        "okand",
    ),
    Märke("under arbete", ARK + _filled("M8 4.5h3.5v7H8Z"), "arbete"),
    Märke(
        "beslutad",
        _ticked(
            "M2.5 1h11A1.5 1.5 0 0 1 15 2.5v11a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 1 13.5v-11"
            "A1.5 1.5 0 0 1 2.5 1Z"
        ),
        "klar",
    ),
    Märke("under beslut", ARK + f'<path {OUTLINE}"1.5" d="M5 8.2 7.1 10.4 11 6"/>', "vantar"),
    Märke("utkast", ARK + _line("M5 6h6M5 8.5h3.5", "1.5"), "vantar"),
    Märke(
        "remiss",
        ARK + f'<path {OUTLINE}"1.5" d="M5 8h5.5M8.3 5.7 10.7 8l-2.4 2.3"/>',
        "arbete",
    ),
)
MÄRKEN: dict[str, Märke] = {märke.ord: märke for märke in (*STATUSORD, EJ_ANGIVEN, *DOKUMENTLÄGEN)}
