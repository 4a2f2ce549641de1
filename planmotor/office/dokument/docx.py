"""A document in Word, accessible: real headings, lists and tables, and Swedish as its language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from planmotor.office.dokument.typer import (
    Block,
    Del,
    Dokument,
    Lista,
    Ord,
    Ordslag,
    Stycke,
    Tabell,
    Text,
    slät,
)
from planmotor.office.skriv.word import Wordfil
from planmotor.office.skriv.wordxml import (
    BOLD,
    CLOSE,
    QUIET,
    TIGHT,
    fact,
    heading,
    paragraph,
    row,
    run,
    styled,
    table,
)

WIDTH = 17.0  # centimetres between the margins
CELL, LETTER, LEAST = 0.5, 0.23, 1.9  # centimetres: a cell's margins, a bold letter, the narrowest column
SMALL, SMALLER = 19, 17  # half points: of what is told in passing and in tables, and in crowded ones
# Few screen readers tell of a line through or under words, so words tell it too.
SAID = {"borttaget": "[borttaget: {}]", "tillagt": "[tillagt: {}]"}
BEFORE = {"fet": BOLD, "borttaget": "<w:strike/>", "tyst": f'<w:color w:val="{QUIET}"/>'}
AFTER = {"tillagt": '<w:u w:val="single"/>'}
RIGHT = '<w:jc w:val="right"/>'


def som_docx(dokument: Dokument) -> bytes:
    """Return the document as a .docx: the same bytes for the same document."""
    made = Wordfil(dokument.titel, dokument.fot, dokument.avsändare, day=dokument.dag)
    made.add(_all(dokument))
    return made.as_bytes()


def _all(dokument: Dokument) -> Iterator[str]:
    yield heading(dokument.titel, 1)
    for name, value in dokument.uppgifter:
        yield fact(name, value)
    for part in dokument.delar:
        yield from _part(part, 2)


def _part(part: Del, level: int) -> Iterator[str]:
    yield heading(part.rubrik, level)
    for block in part.block:
        yield from _block(block)
    for below in part.delar:
        yield from _part(below, level + 1)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Stycke):
        yield _paragraph(block)
    elif isinstance(block, Lista):
        for item in block.punkter:
            yield styled("ListBullet", _runs(item.text))
            yield from (styled("ListBullet2", _runs(below)) for below in item.under)
    else:
        yield from _table(block)


def _paragraph(block: Stycke) -> str:
    if block.slag == "räknat":
        return paragraph(_runs(tuple(word._replace(slag="tyst") for word in block.text), SMALL))
    notice = run("Obs! ", BOLD) if block.slag == "notis" else ""
    return paragraph(notice + _runs(block.text), CLOSE if block.slag == "uppgift" else "")


def _runs(words: Text, size: int = 0, bold: bool = False) -> str:
    return "".join([_run(word, size, bold) for word in words])


def _run(word: Ord, size: int, bold: bool) -> str:
    said = SAID.get(word.slag)
    return run(said.format(word.text) if said else word.text, _looks(word.slag, size, bold))


@cache
def _looks(slag: Ordslag, size: int, bold: bool) -> str:
    """Return the looks of words, in the order that the format wants: bold, struck, colour, size, line."""
    before = BOLD if bold and slag not in {"fet", "tyst"} else ""
    points = f'<w:sz w:val="{size}"/>' if size else ""
    return f"{before}{BEFORE.get(slag, '')}{points}{AFTER.get(slag, '')}"


def _table(made: Tabell) -> Iterator[str]:
    widths, crowded = _widths(made)
    size = SMALLER if crowded else SMALL
    heads = tuple((Ord(name, "fet"),) for name in made.kolumner)
    rows = [row(_cells(heads, made, size), widths, head=True)]
    rows += [row(_cells(cells, made, size), widths) for cells in made.rader]
    rows += [row(_cells(made.summa, made, size, bold=True), widths)] if made.summa else []
    yield styled("Caption", run(made.rubrik), "<w:keepNext/>")
    yield table(rows, widths, made.rubrik, f"Kolumner: {', '.join(made.kolumner)}.")
    yield paragraph("", CLOSE)


def _cells(cells: tuple[Text, ...], made: Tabell, size: int, bold: bool = False) -> Iterator[str]:
    for place, words in enumerate(cells):
        right = RIGHT if made.siffror and place > 0 else ""
        yield paragraph(_runs(words, size, bold or place == 0), TIGHT + right)


def _widths(made: Tabell) -> tuple[list[float], bool]:
    """Return how wide columns are, in centimetres, and whether they are narrower than their longest words.

    A column is as wide as its longest word; what is left goes to long texts.
    """
    texts = [[slät(cell) for cell in column] for column in zip(*made.rader, strict=True)] or [[""]]
    least = [
        max(
            LEAST,
            CELL + LETTER * max(len(word) for words in [name, *column] for word in words.split() or [""]),
        )
        for name, column in zip(made.kolumner, texts, strict=True)
    ]
    wants = [max(map(len, column)) ** 0.7 for column in texts] if not made.siffror else [1, *[0] * len(least)]
    spare, whole = max(0.0, WIDTH - sum(least)), sum(wants[: len(least)])
    scale = min(1, WIDTH / sum(least))
    return [(n + spare * w / whole) * scale for n, w in zip(least, wants, strict=False)], scale < 1
