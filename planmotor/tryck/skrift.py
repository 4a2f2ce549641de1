"""Text as Typst: strings that can hold anything, and numbers that stay with what they count."""

from __future__ import annotations

import re
from datetime import date

from planmotor.plan.model.types import MONTHS

NBSP = "\N{NO-BREAK SPACE}"
NAMES = "|".join(MONTHS)
AFTER = rf"§|kap\.|%|procent|kr|år|dagar|månader|timmar|{NAMES}"
BEFORE = r"kap\.|kapitel|§|[Ss]\.|[Ss]idan|[Aa]vsnitt|[Bb]ilaga|[Tt]abell|[Ff]as|[Nn]r|[Aa]rtikel|punkt"
NUMBERS = re.compile(rf"(?<=\d) (?=(?:{AFTER})(?!\w))|(?<=\d) (?=\d{{3}}(?!\d))")
NAMED = re.compile(rf"\b({BEFORE}) (?=\d)|(?<=\d) ([a-z]) (?=§)|(?<=§) (?=\d)")
LAST_WORD = re.compile(r'(#"(?:[^"\\]|\\.)* )([^" \\]{4,25})";$')
DAY = re.compile(rf"(?<=\d{NBSP})({NAMES}) (?=\d{{4}}\b)")


def together(text: str) -> str:
    """Return the text with hard spaces where a line must not break: 8 §, 1 december 2023, bilaga 1."""
    text = NUMBERS.sub(NBSP, text)
    text = NAMED.sub(lambda found: found[0].replace(" ", NBSP), text)
    return DAY.sub(rf"\1{NBSP}", text)


def unbroken_end(markup: str) -> str:
    """Return a paragraph whose last word isn't divided: a line with half a word alone is hard to read."""
    return LAST_WORD.sub(lambda end: f'{end[1]}";#hel[#"{end[2]}";]', markup)


def string(text: str) -> str:
    """Return the text as a string literal of Typst, where only backslash and quotation mark mean anything."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "") + '"'


def words(text: str) -> str:
    """Return running text as markup."""
    return f"#{string(together(text))};" if text else ""


def array(items: list[str]) -> str:
    """Return an array of Typst, with the comma that an array of one needs."""
    return f"({', '.join(items)}{',' if len(items) == 1 else ''})"


def write_date(day: date) -> str:
    """Return a day as it is written in Swedish: 1 december 2023."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]}{NBSP}{day.year}"
