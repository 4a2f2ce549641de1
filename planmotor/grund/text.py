"""Bytes to text that YAML can read: what a file may trip over before it means anything."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from planmotor.grund.problem import Invalid, Problem, shown_path
from planmotor.grund.syntax import fault
from planmotor.grund.tecken import meant

# Control characters, halves of characters, invisible separators and marks that turn the writing direction.
HIDDEN = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
)
INVISIBLE = re.compile(f"[{HIDDEN}]")
# Spaces that look like one, where YAML must have a real one: in an indent, after a dash, after a key's colon.
ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD_SPACE = re.compile(rf"""([ -]*)[{ODD}][ {ODD}]*|([ -]*[^\s:"'#\[\]{{}}]+:)[{ODD}]+""")
MARKS = re.compile(r"(?:<{7}|\|{7}|>{7})(?: .*)?|={7}")
SUSPECT = re.compile(f"[{HIDDEN}{ODD}]|^[<|>=]{{7}}", re.MULTILINE)
MAX_TEXT = 1_000_000  # bytes of a file that people write: ten times the longest page that anyone reads
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def visible(text: str) -> str:
    """Return a text without what nobody can see and no document can hold."""
    return INVISIBLE.sub("", text)


def decode(raw: bytes, path: str) -> str:
    """Return the file's text in NFC with line feeds as its line breaks; raise Invalid unless it is UTF-8.

    Word's bullets become those that every font has: the text is one that can be read.
    """
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if raw.startswith(UTF16) or b"\0" in raw[:4]:
        raise Invalid([fault("inte-utf8", path, (1, 1))])
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        lines = _line_feeds(raw[: error.start].decode("utf-8")).split("\n")
        raise Invalid([fault("inte-utf8", path, (len(lines), len(lines[-1]) + 1))]) from None
    return unicodedata.normalize("NFC", meant(_line_feeds(text)))


def content_of(path: Path, most: int = MAX_TEXT) -> bytes:
    """Return what a file holds; raise Invalid, with no more of it read, when that is unreasonably much."""
    with path.open("rb") as file:
        raw = file.read(most + 1)
    if len(raw) > most:
        raise Invalid([fault("for-stor-fil", shown_path(path), (1, 1), most // 1_000_000)])
    return raw


def text_of(path: Path) -> str:
    """Return the text of a page or another file that people write; raise Invalid when it can't be read."""
    return decode(content_of(path), shown_path(path))


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def same_text(one: bytes | None, other: bytes | None) -> bool:
    """Tell whether two files say the same, wherever their line ends come from."""
    return one == other or (one is not None and other is not None and line_feeds(one) == line_feeds(other))


def line_feeds(raw: bytes) -> bytes:
    """Return the content of a file as Git keeps it: a copy on Windows may have other line ends."""
    return raw.replace(b"\r\n", b"\n")


def as_before(text: str, earlier: bytes) -> bytes:
    """Return a text as the content of the file that it replaces, with the line ends that file has."""
    windows = 2 * earlier.count(b"\r\n") > earlier.count(b"\n")
    return (text.replace("\n", "\r\n") if windows else text).encode()


def cleaned(text: str, path: str) -> tuple[str, list[Problem]]:
    """Return the text without characters that nobody can see, and a problem for each of them.

    Raises Invalid when a merge has left its marks: what stands between them says everything twice.
    """
    if not SUSPECT.search(text):
        return text, []
    lines = text.split("\n")
    marks = [(number, line) for number, line in enumerate(lines, 1) if MARKS.fullmatch(line)]
    if marks:
        told = [mark for mark in marks if mark[1].startswith("<")] or marks
        raise Invalid(fault("konfliktmarkering", path, (number, 1)) for number, _line in told)
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if SUSPECT.search(line):
            problems += _hidden(path, number, line)
            lines[number - 1] = _without_hidden(line)
    return "\n".join(lines), problems


def _hidden(path: str, number: int, line: str) -> Iterator[Problem]:
    for found in INVISIBLE.finditer(line):
        yield fault("styrtecken", path, (number, found.start() + 1), code(found[0]))
    odd = ODD_SPACE.match(line)
    if odd:
        yield fault("hart-blanksteg", path, (number, max(odd.end(1), odd.end(2)) + 1))


def _without_hidden(line: str) -> str:
    odd = ODD_SPACE.match(line)
    if odd:
        line = re.sub(f"[{ODD}]", " ", odd[0]) + line[odd.end() :]
    return INVISIBLE.sub(lambda hidden: "" if unicodedata.category(hidden[0]) == "Cf" else " ", line)


def code(char: str) -> str:
    """Return a character's number, as people look it up."""
    return f"U+{ord(char):04X}"
