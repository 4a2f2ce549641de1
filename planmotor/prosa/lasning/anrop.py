"""A call of a macro: ``{{ namn(arg="…", n=1, flagga=true) }}``, parsed and never evaluated.

anrop    = "{{" namn "(" [argument {"," argument} [","]] ")" "}}"
argument = namn "=" konstant
konstant = text inom raka citattecken | heltal | true | false

That is all that may stand between double braces on a page. A name without parentheses, or a constant without
a name, is read too, to be told of in words that help. Nothing here goes into itself, so a page can't be too
deep for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planmotor.grund.problem import Problem

NAME = re.compile(r"\s*([^\W\d]\w*)")
OPEN = re.compile(r"\s*\(")
CLOSE = re.compile(r"\s*\)")
END = re.compile(r"\s*\}\}")
COMMA = re.compile(r"\s*,")
KEY = re.compile(r"\s*([^\W\d]\w*)\s*=(?!=)")
CONSTANT = re.compile(r"""\s*(?:"([^"\n]*)"|'([^'\n]*)'|(-?\d{1,9})(?![\w.])|(true|false|True|False)\b)""")
BRACES = re.compile(r"\{\{|\{%|\{#")
CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
FAR = 500  # characters: what is longer is no call that somebody has forgotten to close
Konstant = str | int | bool

UNREADABLE, STATEMENT = "makro-gar-inte-att-tolka", "mallkod"
LITERAL = "Vill du visa klamrarna för den som läser: skriv dem som kod, mellan grava accenter (`)."


@dataclass(frozen=True, slots=True)
class Anrop:
    """A call: its name, its arguments by name, and where it stands in the text.

    ``utan_namn`` tells that there are arguments without a name, ``utan_parenteser`` that it is a bare name.
    """

    namn: str
    argument: dict[str, Konstant]
    start: int
    slut: int
    rad: int
    kolumn: int
    utan_namn: bool = False
    utan_parenteser: bool = False


def läs_anrop(text: str, path: str) -> tuple[list[Anrop], list[Problem]]:
    """Return the calls of a text whose code is blank, and a problem for each brace that opens no call."""
    calls: list[Anrop] = []
    faults: list[Problem] = []
    at, line, counted = 0, 1, 0
    while found := BRACES.search(text, at):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        column = found.start() - text.rfind("\n", 0, found.start())
        call = _call(text, found, line, column) if found[0] == "{{" else None
        if call:
            calls.append(call)
            at = call.slut
        else:
            faults.append(_fault(found[0], bool(_end(text, found)), path, line, column))
            at = _end(text, found) or found.end()
    return calls, faults


def _end(text: str, opening: re.Match[str]) -> int:
    """Return where what the braces open ends, when that is on the same line and not far away; else 0."""
    rest = text[opening.end() : opening.end() + FAR].partition("\n")[0]
    end = rest.find(CLOSING[opening[0]])
    return opening.end() + end + 2 if end >= 0 else 0


def _call(text: str, opening: re.Match[str], line: int, column: int) -> Anrop | None:
    name = NAME.match(text, opening.end())
    if not name:
        return None
    start, parenthesis = opening.start(), OPEN.match(text, name.end())
    if not parenthesis:
        end = END.match(text, name.end())
        return Anrop(name[1], {}, start, end.end(), line, column, utan_parenteser=True) if end else None
    read = _arguments(text, parenthesis.end())
    end = END.match(text, read[2]) if read else None
    if not read or not end:
        return None
    return Anrop(name[1], read[0], start, end.end(), line, column, utan_namn=read[1])


def _arguments(text: str, at: int) -> tuple[dict[str, Konstant], bool, int] | None:
    """Return the arguments up to the closing parenthesis, whether some have no name, and where it ends."""
    given: dict[str, Konstant] = {}
    nameless = False
    while not (close := CLOSE.match(text, at)):
        key = KEY.match(text, at)
        value = CONSTANT.match(text, key.end() if key else at)
        if not value or (key and key[1] in given):
            return None
        if key:
            given[key[1]] = _constant(value)
        else:
            nameless = True
        comma = COMMA.match(text, value.end())
        at = comma.end() if comma else value.end()
        if not comma and not CLOSE.match(text, at):
            return None
    return given, nameless, close.end()


def _constant(found: re.Match[str]) -> Konstant:
    if found[3] is not None:
        return int(found[3])
    if found[4] is not None:
        return found[4].lower() == "true"
    return found[1] if found[1] is not None else found[2]


def _fault(opening: str, is_closed: bool, path: str, line: int, column: int) -> Problem:
    if opening == "{%":
        text = "Mallkod inom {% och %} går inte att använda på en sida."
        return Problem(path, line, column, STATEMENT, text, f"Ta bort den. {LITERAL}")
    if opening == "{#" and is_closed:
        text = "Text inom {# och #} göms för den som läser sidan."
        return Problem(path, line, column, STATEMENT, text, f"Ta bort den, eller bara klamrarna. {LITERAL}")
    return Problem(
        path,
        line,
        column,
        UNREADABLE,
        "Ett makroanrop på raden går inte att tolka.",
        'Skriv så här: {{ namn(argument="värde") }}. Rubrikens id skrivs {: #id }.',
    )
