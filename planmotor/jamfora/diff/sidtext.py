"""A page of Markdown as pieces that can be compared: sections, and in them sentences and other units.

A list item, a table row, a code block, a footnote and a macro call on a line of its own are units of their
own; running text is cut into sentences. How lines are broken doesn't matter, and comments aren't text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markdown.extensions.toc import slugify, unique

from planmotor.jamfora.diff.enhetlig import enhetlig, med_rubriktecken
from planmotor.klarsprak.mask import INLINE
from planmotor.klarsprak.text import BEFORE_MORE
from planmotor.prosa.lasning.huvud import läs_huvud

COMMENT = re.compile(r"<!--.*?-->", re.S)
FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$")
OWN_ANCHOR = re.compile(r"\{:?[^{}]*#([\w-]+)[^{}]*\}\s*$")
ATTRIBUTES = re.compile(r"\s*\{:[^{}]*\}\s*$")
MARKUP = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])|<[^<>]+>|\*+|`+|(?<!\w)_+|_+(?!\w)")
ENDS = re.compile(r"[.!?…][\"”’')*_\]]*\s+(?=[\"”’'(*_\[]*[^\W\d_a-zåäö]|\d|\{\{)")
TAG = re.compile(r"</?([A-Za-z][\w-]*)")
RULED = re.compile(r"[\s|:-]+$")
# How the first line of a unit looks. A unit goes on until a blank line or until the next one begins.
UNITS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("makro", re.compile(r"\{\{(?:(?!\}\}).)*(?:\}\}\s*$|$)|\{%.*%\}\s*$")),
    ("fotnot", re.compile(r"\[\^[^\]]+\]:")),
    ("förkortning", re.compile(r"\*\[[^\]]+\]:")),
    ("länk", re.compile(r"\[[^\]^][^\]]*\]:\s")),
    ("punkt", re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+|:\s+")),
    ("rad", re.compile(r"\|")),
    ("ruta", re.compile(r"(?:!!!|\?\?\?\+?)\s")),
)
SENTENCE = "mening"


@dataclass(slots=True, eq=False)
class Textdel:
    """A sentence or another unit: its text on one line, what it is, and the paragraph it stands in."""

    text: str
    slag: str
    stycke: int


@dataclass(slots=True, eq=False)
class Textavsnitt:
    """What stands between a heading and the next: the anchor is the one that the site gives the heading."""

    sida: str
    rubrik: str
    ankare: str
    nivå: int
    delar: list[Textdel] = field(default_factory=list)

    @property
    def texter(self) -> list[str]:
        """The text of every unit, in order."""
        return [del_.text for del_ in self.delar]


@dataclass(slots=True, eq=False)
class Textsida:
    """A page: its path below ``docs``, the fields of its front matter and its sections in order."""

    path: str
    fält: dict[str, str]
    avsnitt: list[Textavsnitt]

    @property
    def titel(self) -> str:
        """What the page is called: its title, its first heading, or its path."""
        headings = (avsnitt.rubrik for avsnitt in self.avsnitt if avsnitt.rubrik)
        return self.fält.get("title") or next(headings, self.path)

    @property
    def texter(self) -> list[str]:
        """The headings and the text of every unit, in order."""
        return [text for avsnitt in self.avsnitt for text in (avsnitt.rubrik, *avsnitt.texter) if text]


def läs_sida(path: str, source: str) -> Textsida:
    """Return the pieces of a page."""
    source = source.replace("\r\n", "\n")
    front = läs_huvud(source, path)
    text = med_rubriktecken(COMMENT.sub("", source[front.slut :]))
    return Textsida(path, front.fält, _sections(path, text.split("\n")))


def _sections(path: str, lines: list[str]) -> list[Textavsnitt]:
    made = [Textavsnitt(path, "", "", 0)]
    used = {own[1] for line in lines if line.startswith("#") and (own := OWN_ANCHOR.search(line))}
    body: list[str] = []
    for line, is_code in _with_code(lines):
        heading = None if is_code else HEADING.match(line)
        if heading is None:
            body.append(line)
            continue
        made[-1].delar = list(_units(body))
        body = []
        made.append(_section(path, heading, used))
    made[-1].delar = list(_units(body))
    return made if made[0].delar else made[1:]


def _section(path: str, heading: re.Match[str], used: set[str]) -> Textavsnitt:
    own = OWN_ANCHOR.search(heading[2])
    name = plain(ATTRIBUTES.sub("", heading[2]))
    # What a macro shows is not known here, and so neither is the anchor of a heading with one.
    anchor = own[1] if own else "" if "{{" in name else unique(slugify(name, "-"), used)
    return Textavsnitt(path, name, anchor, len(heading[1]))


def plain(text: str) -> str:
    """Return a text without the signs of Markdown, on one line."""
    return re.sub(r"\s+", " ", MARKUP.sub(lambda found: found[1] or "", text)).strip()


def _with_code(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line and whether it stands in fenced code; its fences do too."""
    fence = ""
    for line in lines:
        found = FENCE.match(line)
        if not fence and found:
            fence = found[1]
            yield line, True
        elif fence:
            yield line, True
            if found and found[1].startswith(fence):
                fence = ""
        else:
            yield line, False


def _units(lines: list[str]) -> Iterator[Textdel]:
    """Yield the units of a section's lines."""
    kind, gathered, number = SENTENCE, list[str](), 0
    was_code = False
    for line, is_code in [*_with_code(lines), ("", False)]:
        bare = line.strip().removeprefix(">").strip()
        begins = "kod" if is_code else _kind(bare)
        goes_on = is_code if was_code else not is_code and bool(bare) and not _begins_anew(begins, kind)
        if not goes_on:
            yield from _closed(kind, gathered, number)
            number += not bare or begins != kind
            kind, gathered = begins or SENTENCE, []
        if bare or is_code:
            gathered.append(line if is_code else bare)
        was_code = is_code
    yield from _closed(kind, gathered, number)


def _kind(line: str) -> str:
    """Return what begins on a line: the name of a unit, or nothing when the line may continue one."""
    for name, looks in UNITS:
        if looks.match(line):
            return name
    tag = TAG.match(line)
    return "html" if tag and tag[1].lower() not in INLINE else ""


def _begins_anew(begins: str, kind: str) -> bool:
    return bool(begins) and not (begins == kind == "html")


def _closed(kind: str, lines: list[str], number: int) -> Iterator[Textdel]:
    """Yield what the gathered lines are: one unit, or the sentences of a paragraph."""
    text = "\n".join(lines) if kind == "kod" else re.sub(r"\s+", " ", " ".join(lines)).strip()
    if not text or (kind == "rad" and RULED.match(text)) or ATTRIBUTES.fullmatch(text):
        return
    text = enhetlig(text, kind)
    parts = sentences(text) if kind == SENTENCE else [text]
    yield from (Textdel(part, kind, number) for part in parts)


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph on one line."""
    found, start = list[str](), 0
    for end in ENDS.finditer(text):
        before = text[start : end.start()].rsplit(" ", maxsplit=1)[-1].strip('("”*_').casefold()
        if text[end.start()] == "." and (before in BEFORE_MORE or (len(before) == 1 and before.isalpha())):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    return [*found, text[start:]] if text[start:] else found
