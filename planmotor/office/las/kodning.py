"""Which characters the bytes of a text file stand for: decided by words that the file is known to hold.

Nothing in a file of text says how its letters were written down. A wrong guess is never seen by the program,
only by whoever reads "pŒgŒr"; so a guess must be borne out by headings and words with å, ä or ö in them.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable

from planmotor.office.las.paket import Avvisad

# In the order in which they are believed where several of them give the same known words.
CODES = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "mac-roman", "cp850")
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE = {"utf-16-le", "utf-16-be"}
SAVE_AS = "Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx), eller som CSV UTF-8."
UNKNOWN = ("Det går inte att avgöra vilken teckenkodning textfilen har.", SAVE_AS)
GARBLED = (
    "Textfilens å, ä och ö är redan förstörda, troligen när den sparades med fel teckenkodning.",
    "Be avsändaren om Excelfilen (.xlsx).",
)
_WORD = re.compile(r"[^\W\d_]+")


def text_of(raw: bytes, known: Iterable[str]) -> str:
    """Return the text of a file; ``known`` are texts of which some stand in it.

    Raises Avvisad when no way of reading the bytes gives the known words, and the bytes don't say it.
    """
    telling = frozenset(word for text in known for word in _words(text) if not word.isascii())
    for mark, code in MARKS:
        if raw.startswith(mark):
            return _whole(_decoded(raw.removeprefix(mark), code), telling)
    found = {code: text for code in CODES if (text := _decoded(raw, code)) is not None}
    hits = {code: sum(word in telling for word in _words(text)) for code, text in found.items()}
    best = max(hits, key=lambda code: hits[code], default="utf-8")
    if not hits.get(best):
        return _whole(None if b"\0" in raw else found.get("utf-8"), telling)
    if best not in {"utf-8", *WIDE}:
        _hold_one_code(raw)
    return _whole(found[best], frozenset())


def _hold_one_code(raw: bytes) -> None:
    """Raise Avvisad when a line is UTF-8 in a file that is not: it was put together of two."""
    for number, line in enumerate(raw.splitlines(), 1):
        if not line.isascii() and _decoded(line, "utf-8") is not None:
            raise Avvisad(f"Textfilen blandar två teckenkodningar. Rad {number} är i UTF-8.", SAVE_AS)


def _whole(text: str | None, telling: frozenset[str]) -> str:
    """Return a text; raise Avvisad when there is none, or when its known words were spoilt before that."""
    if text is None:
        raise Avvisad(*UNKNOWN)
    if "\ufffd" in text or any(word in text.casefold() for word in _spoilt(telling)):
        raise Avvisad(*GARBLED)
    return text


def _spoilt(telling: frozenset[str]) -> set[str]:
    """Return what known words become when they are saved in one code and read in another."""
    codes = [code for code in CODES if code not in WIDE]
    pairs = [(a, b) for a in codes for b in codes if b not in {a, "utf-8"}]
    read = {word.encode(a).decode(b, "ignore").casefold() for word in telling for a, b in pairs}
    bare = {word.encode(code, "replace").decode("ascii") for word in telling for code in ("ascii", "utf-7")}
    return read | {word.casefold() for word in bare}


def _decoded(raw: bytes, code: str) -> str | None:
    """Return the text that the bytes are in a code; None when they can't be that."""
    try:
        text = raw.decode(code)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(unicodedata.normalize("NFC", text))]
