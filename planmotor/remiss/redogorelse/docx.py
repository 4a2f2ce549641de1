"""The account of a consultation as a document, and in Word: each remark has a heading of its own."""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.office.dokument.docx import som_docx
from planmotor.office.dokument.typer import Del, Dokument, Ord, Stycke, Tabell, Text, stycke, text
from planmotor.remiss.redogorelse.redogorelse import HEADS, Antal, Redogörelse, Redovisad, Redovisningsgrupp

COUNTS = "Antal synpunkter och svar från varje remissinstans, och våra ställningstaganden"


def docx(made: Redogörelse) -> bytes:
    """Return the account as a .docx: the same bytes for the same remarks."""
    groups = (("Svar på frågorna", made.frågor), ("Synpunkter avsnitt för avsnitt", made.avsnitt))
    parts = tuple(Del("", title, delar=tuple(map(_group, of))) for title, of in groups if of)
    about = made.remiss.namn
    return som_docx(Dokument("Samrådsredogörelse", about, (), (_counts(made), *parts), avsändare=made.plan))


def _counts(made: Redogörelse) -> Del:
    """Return how much was said, by whom and what became of it."""
    silent = f"Inget svar är inläst från {', '.join(made.utan_svar)}."
    said = (made.totalt_i_ord, *([silent] if made.utan_svar else []))
    rows = tuple(map(_row, made.instanser))
    table = Tabell(COUNTS, HEADS, rows, _row(made.totalt), siffror=True)
    return Del("", "I korthet", (*map(stycke, said), table))


def _row(count: Antal) -> tuple[Text, ...]:
    return tuple(text(str(value)) for value in count.rad)


def _group(group: Redovisningsgrupp) -> Del:
    return Del("", group.rubrik, delar=tuple(map(_post, group.poster)))


def _post(post: Redovisad) -> Del:
    return Del("", f"{post.nummer}. {post.från}", tuple(_facts(post)))


def _facts(post: Redovisad) -> Iterator[Stycke]:
    for label, said in (*post.fält, ("Ställningstagande", post.ställningstagande), *post.vårt):
        yield Stycke((Ord(f"{label}: ", "fet"), Ord(said)), "uppgift")
