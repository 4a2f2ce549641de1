"""What a proposal loses without any value being another: comments; and files where only the form is another.

Comments hold how the sources were read, and a tool that reads and writes a file again takes them away. No
value is changed by that, so it must be told apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from yaml._yaml import CParser

from planmotor.grund.problem import Invalid
from planmotor.jamfora.diff.enhetlig import enhetlig, med_rubriktecken
from planmotor.plan.source import parse
from planmotor.prosa.lasning.huvud import läs_huvud
from planmotor.prosa.lasning.sida import reader

COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*(.*)$")
HTML = re.compile(r"<!--(.*?)-->", re.S)
WORDY = re.compile(r"\w")
LISTS = {"ordered_list_open": "ol", "bullet_list_open": "ul"}


@dataclass(frozen=True, slots=True)
class Förlust:
    """A comment that is gone: the file, the line where it stood, and what it said."""

    fil: str
    rad: int
    text: str


def förlorade(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[Förlust, ...]:
    """Return each comment that is gone from a file that is still there."""
    return tuple(
        lost
        for path in sorted(before)
        if path in after and before[path] != after[path]
        for lost in _lost(path, _text(before[path]), _text(after[path]))
    )


def bara_form(
    before: Mapping[str, bytes], after: Mapping[str, bytes], files: Sequence[str]
) -> tuple[str, ...]:
    """Return the changed files that say the same as before, in another form or with other comments."""
    both = (path for path in files if path in before and path in after)
    return tuple(path for path in both if _same(path, _text(before[path]), _text(after[path])))


def _text(raw: bytes) -> str:
    return raw.removeprefix(b"\xef\xbb\xbf").decode(errors="replace").replace("\r\n", "\n")


def _lost(path: str, before: str, after: str) -> Iterator[Förlust]:
    read = _of_yaml if path.endswith(".yaml") else _of_markdown if path.endswith(".md") else None
    try:
        was, now = (read(before), read(after)) if read else ([], [])
    except yaml.YAMLError:  # nobody can tell a comment in a file that can't be read; its fault is told
        return
    left = Counter(text for _, text in now)
    for line, text in was:
        if left[text]:
            left[text] -= 1
        else:
            yield Förlust(path, line, text)


def _of_yaml(text: str) -> list[tuple[int, str]]:
    """Return the comments with their lines: what follows ``#`` where the parser has found no value."""
    lines = text.split("\n")
    for start, end in _values(text):
        _blank(lines, start, end)
    found = ((number, COMMENT.search(line)) for number, line in enumerate(lines, 1))
    return [(number, made[1].strip()) for number, made in found if made and WORDY.search(made[1])]


def _values(text: str) -> Iterator[tuple[Any, Any]]:
    parser = CParser(text)
    while parser.check_event():
        event: Any = parser.get_event()
        if isinstance(event, yaml.ScalarEvent) and (event.value or event.style):
            yield event.start_mark, event.end_mark


def _blank(lines: list[str], start: Any, end: Any) -> None:
    """Put something that is no comment in the place of a value."""
    for number in range(start.line, min(end.line + 1, len(lines))):
        line = lines[number]
        first = start.column if number == start.line else 0
        last = end.column if number == end.line else len(line)
        lines[number] = line[:first] + "x" * (last - first) + line[last:]


def _of_markdown(text: str) -> list[tuple[int, str]]:
    found = (
        (text.count("\n", 0, made.start()) + 1, " ".join(made[1].split())) for made in HTML.finditer(text)
    )
    return [(line, said) for line, said in found if said]


def _same(path: str, before: str, after: str) -> bool:
    if path.endswith(".yaml"):
        try:
            return bool(parse(before, path).data == parse(after, path).data)
        except Invalid:
            return False
    return path.endswith(".md") and _page(before, path) == _page(after, path)


def _page(text: str, path: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Return a page as a parser of CommonMark reads it: its front matter, and what each block says."""
    front = läs_huvud(text, path)
    body = med_rubriktecken(HTML.sub("", text[front.slut :]))
    made: list[tuple[str, str]] = []
    for token in reader().parse(body):
        if token.type == "inline":
            made.append(("text", enhetlig(" ".join(token.content.split()), "mening")))
        elif token.type in {"fence", "code_block", "html_block"}:
            made.append((token.type, f"{token.info.strip()}\n{token.content.strip()}"))
        else:
            made.append((token.type, str(token.attrs or token.meta or "")))
    # A list with blank lines between its items looks the same to its reader.
    return front.fält, [one for one in made if not one[0].startswith("paragraph_")]
