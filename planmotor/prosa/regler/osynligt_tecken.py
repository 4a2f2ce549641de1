"""En sida har inga osynliga tecken som styr eller vänder text.

De följer med från andra program, och kan visa en granskare något annat än det som står i filen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.grund.syntax import fault
from planmotor.grund.text import INVISIBLE, MARKS, code
from planmotor.prosa.lasning.sida import Sida

ID = "styrtecken"
MARK = re.compile(r"<!--/?makro-->")  # how a macro's own HTML is fenced on its way through Markdown


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each invisible character, and what a merge has left."""
    for found in INVISIBLE.finditer(sida.källa):
        yield fault(ID, sida.path, sida.plats(found.start()), code(found[0]))
    for found in MARK.finditer(sida.källa):
        yield fault(ID, sida.path, sida.plats(found.start()), found[0])
    for number, line in enumerate(sida.källa.split("\n"), 1):
        if line[:1] in {"<", ">"} and MARKS.fullmatch(line):  # a line of equal signs may be a heading's
            yield fault("konfliktmarkering", sida.path, (number, 1))
