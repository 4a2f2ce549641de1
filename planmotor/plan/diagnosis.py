"""What a YAML parser's complaint means, and on which line the editor should look.

libyaml tells where it gave up, in words about tokens. The line that needs mending is often the one above, and
what it needs can often be written out.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from planmotor.grund.nearest import quoted
from planmotor.grund.problem import Problem
from planmotor.grund.syntax import fault

At = tuple[int, int]
KEY = r"""[^\s"'\[\]{}\#&*!|>%@`,?:-][^:"'{}\[\]]*:(?:[ ]+|$)"""
LINE = re.compile(rf"(?P<indent>[ ]*)(?P<dashes>(?:-[ ]+)*)(?P<key>{KEY})?(?P<value>.*)")
GLUED = re.compile(r"( *(?:- +)*)([^\W\d][\w-]*:)(?! )(?!//)(.+)|( *)-([^ -].*)")
CURLY = ("”", "“", "„", "»", "«")
OUTER = re.compile(r"""(["'])(?:[^"']*|[^"']*(?<=\s)["'].*|["'].*)\1""")
LOST = re.compile(r"[ \t]#\w")
HASH = (
    "Sätt citattecken kring texten med #: efter ett mellanslag gör tecknet resten av raden till en kommentar."
)
SPECIAL = "&*!|>%@`?,]}-"
CUT_SHORT = {"oavslutad-parentes", "saknat-kolon", "fel-indrag"}  # what a comment in a text can look like
MAX_LINE = 400
# What libyaml says, which fault that is, and whether it stands where something was opened.
SIGNS = (
    ("tab character", "tabb", False),
    ("found unexpected end of stream", "oavslutat-citattecken", True),
    ("found unexpected document indicator", "oavslutat-citattecken", True),
    ("did not find expected ',' or", "oavslutad-parentes", True),
    ("while parsing a flow node", "oavslutad-parentes", False),
    ("escape character", "omvant-snedstreck", False),
    ("escape code", "omvant-snedstreck", False),
    ("hexdecimal", "omvant-snedstreck", False),
    ("found unexpected ':'", "saknat-mellanslag", False),
    ("too deep", "for-djupt", False),
    ("too many aliases", "ankare", False),
)


class Cause(NamedTuple):
    """A fault, its place, and what to write when that is known."""

    rule: str
    at: At
    word: str = ""
    fix: str = ""


def explain(error: Exception, text: str, path: str) -> Problem:
    """Return the problem that a YAML parser's exception tells of, on its line in ``text``."""
    lines = text.removesuffix("\n").split("\n")
    gave_up = _position(getattr(error, "problem_mark", None), lines)
    opened = _position(getattr(error, "context_mark", None), lines) if _has_context(error) else gave_up
    cause = _cause(str(error), lines, gave_up, opened)
    lost = cause.rule in CUT_SHORT and LOST.search(lines[cause.at[0] - 1])
    return fault(cause.rule, path, cause.at, cause.word, HASH if lost else cause.fix)


def _has_context(error: Exception) -> bool:
    return getattr(error, "context_mark", None) is not None


def _position(mark: Any, lines: list[str]) -> At:
    return (min(mark.line + 1, len(lines)), mark.column + 1) if mark is not None else (1, 1)


def _cause(said: str, lines: list[str], gave_up: At, opened: At) -> Cause:
    for sign, rule, where_opened in SIGNS:
        if sign in said:
            return Cause(rule, opened if where_opened else gave_up, "*" if rule == "ankare" else "")
    if "could not find expected ':'" in said:
        return _without_colon(lines, opened)
    if "mapping values are not allowed" in said:
        return _surprising_colon(lines, gave_up)
    if "scanning a block scalar" in said or "scanning an a" in said:  # an alias, an anchor
        return _value_begins_badly(lines, opened)
    return _surprising_token(lines, gave_up)


def _without_colon(lines: list[str], at: At) -> Cause:
    """Explain a line that should have been a key and its value."""
    line = lines[at[0] - 1]
    if line[at[1] - 1 : at[1]] in ('"', "'"):
        return Cause("oavslutat-citattecken", at)
    return _glued(line, at[0]) or Cause("saknat-kolon", at)


def _glued(line: str, number: int) -> Cause | None:
    """Explain a line such as ``namn:Plan`` or ``-id: x``."""
    match = GLUED.fullmatch(line)
    if not match:
        return None
    before, key, value, indent, item = match.groups()
    if item:
        return Cause("saknat-mellanslag", (number, len(indent) + 2), fix=f"Skriv i stället: - {item}")
    return Cause(
        "saknat-mellanslag",
        (number, len(before) + len(key) + 1),
        fix=f"Skriv i stället: {before.lstrip()}{key} {_usable(value)}",
    )


def _surprising_colon(lines: list[str], at: At) -> Cause:
    """Explain a colon where none was expected: on this line, or for want of one on the line above."""
    number, column = at
    line = lines[number - 1]
    parts = _parts(line)
    if parts["key"] and parts.start("value") < column - 1:
        return _unquoted(parts, number, parts.start("value") + 1)
    if column - 1 > len(parts["indent"] + parts["dashes"]) and re.search(r"[:,]\s", line[: column - 1]):
        return Cause("saknat-citattecken", at)
    above, over = _line_above(lines, number)
    if over is not None:
        glued = _glued(over.string, above)
        if glued:
            return glued
        begins, over_begins = parts.end("dashes"), over.end("dashes")
        if not over["key"] and over["value"]:
            if not over["dashes"]:
                return Cause("saknat-kolon", (above, over_begins + 1))
            if begins == over_begins:
                return _indent(lines, number, f"Saknar rad {above} ett kolon? ")
    return _indent(lines, number)


def _unquoted(parts: re.Match[str], number: int, column: int) -> Cause:
    value = _bare(parts["value"].strip())
    fix = f"Skriv i stället: {parts['key'].strip()} {quoted(value)}" if len(value) < MAX_LINE else ""
    return Cause("saknat-citattecken", (number, column), fix=fix)


def _bare(value: str) -> str:
    """Return a text without the curly marks that were meant as YAML's own; those of a quotation stay."""
    around = value[:1] in CURLY and value[-1:] in CURLY and not any(mark in value[1:-1] for mark in CURLY)
    return value[1:-1] if around and len(value) > 1 else value


def _value_begins_badly(lines: list[str], at: At) -> Cause:
    """Explain a value whose first character YAML takes for something else."""
    number, column = at
    parts = _parts(lines[number - 1])
    if parts.start("value") != column - 1 or not parts["value"]:
        return Cause("otillatet-tecken", at, lines[number - 1][column - 1 : column] or "ett tecken")
    value, fix = parts["value"].strip(), ""
    if value.startswith("- "):
        fix = "Börja listan på en egen rad. Hör strecket till texten: sätt citattecken kring hela värdet."
    elif len(value) < MAX_LINE:
        fix = f"Skriv i stället: {parts['key'] or '- ' * bool(parts['dashes'])}{quoted(value)}"
    return Cause("otillatet-tecken", at, value[0], fix)


def _surprising_token(lines: list[str], at: At) -> Cause:
    """Explain something that stands where a key, an item or the end of the line was expected."""
    number, column = at
    line = lines[number - 1]
    parts, here, before = _parts(line), line[column - 1 : column], line[: column - 1].rstrip()
    if "\t" in line[:column]:
        cause = Cause("tabb", (number, line.index("\t") + 1))
    elif line.startswith("%"):
        cause = Cause("otillatet-tecken", (number, 1), "%", "Ta bort raden.")
    elif here in ("]", "}") and (not parts["key"] or before.endswith(("]", "}"))):
        cause = Cause("oavslutad-parentes", at)
    elif column - 1 == parts.start("value") and here and here in SPECIAL:
        cause = _value_begins_badly(lines, at)
    elif here == ":":
        cause = Cause("konstig-nyckel", at)
    elif before.endswith(("'", '"')) and before.count(before[-1]) % 2:
        cause = Cause("oavslutat-citattecken", _opening(lines, number, before[-1]))
    elif before.endswith(("'", '"', "]", "}")):
        cause = _text_after_end(parts, at)
    else:
        cause = _indent(lines, number)
    return cause


def _text_after_end(parts: re.Match[str], at: At) -> Cause:
    value = parts["value"].strip()
    if OUTER.fullmatch(value):  # as in "Ett "citat" här", but not in "Ett" och "ett till"
        value = value[1:-1]
    known = (parts["key"] or parts["dashes"]) and len(value) < MAX_LINE
    fix = f"Skriv i stället: {parts['key'] or '- '}{quoted(value)}" if known else ""
    return Cause("text-efter-slutet", at, fix=fix)


def _opening(lines: list[str], number: int, mark: str) -> At:
    """Return where the quotation mark that closes on line ``number`` was opened."""
    for earlier in range(number - 1, 0, -1):
        if lines[earlier - 1].count(mark) % 2:
            return earlier, lines[earlier - 1].rindex(mark) + 1
    return number, lines[number - 1].index(mark) + 1


def _indent(lines: list[str], number: int, first: str = "") -> Cause:
    """Explain a line that begins in a column where nothing can begin."""
    begins = len(lines[number - 1]) - len(lines[number - 1].lstrip(" "))
    above, over = _line_above(lines, number)
    fix = ""
    if over is not None and over.string.startswith("..."):
        return Cause("flera-dokument", (above, 1))
    if over is not None and len(over["indent"]) != begins:
        fix = (
            f"{first}Raden börjar med {begins} mellanslag och rad {above} med {len(over['indent'])}. "
            "Ställ raden i linje med sina syskon, två mellanslag för varje nivå."
        )
    return Cause("fel-indrag", (number, begins + 1), fix=fix)


def _line_above(lines: list[str], number: int) -> tuple[int, re.Match[str] | None]:
    """Return the nearest line above that says something, and its parts."""
    for earlier in range(number - 1, 0, -1):
        line = lines[earlier - 1]
        if line.strip() and not line.lstrip().startswith("#"):
            return earlier, _parts(line)
    return 0, None


def _parts(line: str) -> re.Match[str]:
    match = LINE.fullmatch(line)
    assert match is not None  # noqa: S101 (every part may be empty)
    return match


def _usable(value: str) -> str:
    return quoted(value) if ": " in value else value
