"""The account of a consultation as an Excel workbook, to sort and filter."""

from __future__ import annotations

from planmotor.office.skriv.excel import about, as_bytes, begun, table
from planmotor.remiss.redogorelse.redogorelse import HEADS, Redogörelse, Redovisad

SAID = ("Svar", "Avsnitt i svaret", "Ställe", "Synpunkt", "Föreslagen lydelse", "Skäl")
COLUMNS = (
    "Nummer",
    "Id",
    "Remissinstans",
    "Fråga eller avsnitt",
    *SAID,
    "Ställningstagande",
    "Motivering",
    "Ändring",
)
REST = " … (resten står i Word-filen)"
WIDTHS = (9, 17, 26, 36, 40, 24, 16, 60, 50, 45, 20, 50, 30)


def xlsx(made: Redogörelse) -> bytes:
    """Return the account as an .xlsx: the same bytes for the same remarks. No text becomes a formula."""
    book, remarks = begun("Synpunkter och svar")
    table(remarks, COLUMNS, WIDTHS, map(_row, made.poster), REST)
    counts = [row.rad for row in (*made.instanser, made.totalt)]
    table(book.create_sheet("Antal"), HEADS, (40, *[20] * (len(HEADS) - 1)), counts)
    about(book, made.titel, made.plan, {})
    return as_bytes(book)


def _row(post: Redovisad) -> list[str | int]:
    said = dict(post.fält)
    own = (post.ställningstagande, post.motivering, post.ändring)
    return [post.nummer, post.id, post.från, post.avsnitt, *(said.get(name, "") for name in SAID), *own]
