"""The reply form as an accessible Word document."""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.office.skriv.word import Wordfil, custom_properties
from planmotor.office.skriv.wordxml import (
    BOLD,
    drop_down,
    fact,
    heading,
    paragraph,
    row,
    run,
    styled,
    table,
    text_control,
)
from planmotor.remiss.blankett.blankett import KOLUMNER, SKRIV, VÄLJ, Blankett, anvisningar, var_svara

ROWS, HEIGHT = 15, 1.4  # of the table of remarks, and how high each is in centimetres
# How wide the columns of a remark are, in centimetres; together the width between the margins of a lying A4.
WIDTHS = (4.6, 1.5, 1.5, 6.8, 6.2, 5.1)


def docx(form: Blankett) -> bytes:
    """Return the form as a .docx: the same bytes for the same form."""
    made = Wordfil(form.dokumenttitel, form.märke, form.plan, form.märke)
    custom_properties(made.made, form.egenskaper)
    made.add((*_about(form), *_questions(form)))
    made.turn()
    made.add(_remarks(form))
    return made.as_bytes()


def _about(form: Blankett) -> Iterator[str]:
    """Yield what the form is about, how to fill it in and where to send it."""
    yield heading(form.titel, 1)
    yield from (fact(*pair) for pair in form.uppgifter)
    yield heading("Så fyller du i", 2)
    yield from (styled("ListNumber", run(step)) for step in anvisningar(form, växer=True))
    yield heading("Skicka in svaret", 2)
    yield paragraph(run(var_svara(form)))


def _questions(form: Blankett) -> Iterator[str]:
    """Yield each question as a heading with a field for its answer."""
    if form.frågor:
        yield heading("Frågor", 2)
    for fråga in form.frågor:
        yield heading(fråga.fråga, 3)
        if fråga.hjälp:
            yield paragraph(run(fråga.hjälp))
        yield text_control(f"svar:{fråga.id}", f"Svar på frågan: {fråga.fråga}", SKRIV)


def _remarks(form: Blankett) -> Iterator[str]:
    """Yield the table of remarks, with a list to choose the section from in each row."""
    names = [name for _key, name in KOLUMNER]
    choices = [(section.titel, section.id) for section in form.avsnitt]
    rows = [row((paragraph(run(name, BOLD)) for name in names), WIDTHS, head=True)]
    for number in range(1, ROWS + 1):
        chooser = drop_down(f"avsnitt:{number}", f"Avsnitt, rad {number}", VÄLJ, choices)
        cells = (paragraph(chooser), *[paragraph("")] * (len(names) - 1))
        rows.append(row(cells, WIDTHS, height=HEIGHT))
    yield heading("Synpunkter", 2)
    yield paragraph(run("En synpunkt på varje rad. Välj avsnitt i listan i den första kolumnen."))
    yield table(rows, WIDTHS, "Synpunkter", f"En rad för varje synpunkt. Kolumner: {', '.join(names)}.")
