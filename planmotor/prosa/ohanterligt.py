"""What it would take minutes to read of a page: nobody has written it by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.uppgifter import UNWIELDY

LONGEST_LINE, MOST_BRACKETS, DEEPEST = 10_000, 400, 200
# Brackets of a paragraph, if it is the only one with many: each is looked for an end to, past all the others.
MOST_TOGETHER = 1_500
# What begins as HTML and never ends is looked for an end to as well, to the page's end.
MOST_OPEN = 200
OPEN = re.compile(r"<[a-z/!?][^<>]*(?=<|\Z)", re.I)
TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)(?=[\s/>])[^<>]*>", re.I)
WITHOUT_END = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
COMMENT, COMMENTS_END = "<!--", "-->"


def ohanterligt(page: Sida) -> Iterator[Problem]:
    """Yield each line that is too much, and the first where what came before has become too much."""
    yield from _together(page)
    for number, line in enumerate(page.källa.split("\n"), 1):
        indent = len(line) - len(line.lstrip())
        if len(line) > LONGEST_LINE or line.count("[") > MOST_BRACKETS or indent > DEEPEST:
            text = f"Raden är för lång, eller står för långt in ({len(line)} tecken)."
            yield page.fel((number, 1), UNWIELDY, text, "Dela upp den på flera rader.")
    yield from _open(page)
    yield from _deep(page)


def _together(page: Sida) -> Iterator[Problem]:
    """Yield the line where the brackets have become too many: time grows with each paragraph's, squared."""
    earlier = together = 0
    for number, line in enumerate(page.källa.split("\n"), 1):
        if line.strip():
            together += line.count("[")
        else:
            earlier, together = earlier + together**2, 0
        if earlier + together**2 > MOST_TOGETHER**2:
            text = "Raderna fram till den här har för många hakparenteser utan en tom rad emellan."
            fix = "Dela upp dem i flera stycken, eller på flera sidor."
            yield page.fel((number, 1), UNWIELDY, text, fix)
            return


def _open(page: Sida) -> Iterator[Problem]:
    """Yield where there begin to be too many signs that begin a tag or a comment but never end it."""
    last = page.källa.rfind(COMMENTS_END)
    comments = re.finditer(COMMENT, page.källa[last + 1 :])
    found = [
        *(one.start() for one in OPEN.finditer(page.källa)),
        *(last + 1 + one.start() for one in comments),
    ]
    if len(found) > MOST_OPEN:
        text = f"Sidan har över {MOST_OPEN} tecken < som börjar en tagg eller en kommentar utan slut."
        fix = "Skriv &lt; för tecknet <, eller ta bort det."
        yield page.fel(page.plats(sorted(found)[MOST_OPEN]), UNWIELDY, text, fix)


def _deep(page: Sida) -> Iterator[Problem]:
    """Yield where too many elements are open at once: what stands in them is read once for each."""
    inside: Counter[str] = Counter()
    for tag in TAG.finditer(page.källa):
        closes, name = tag[1], tag[2].lower()
        if closes:
            inside[name] = max(0, inside[name] - 1)
        elif name not in WITHOUT_END and not tag[0].endswith("/>"):
            inside[name] += 1
        if inside.total() > MOST_OPEN:
            text = f"Över {MOST_OPEN} element är öppna på en gång här, det senaste <{name}>."
            yield page.fel(page.plats(tag.start()), UNWIELDY, text, f"Avsluta vart och ett: </{name}>")
            return
