"""What replies to a round are read against: its sections, questions and bodies, and its form's own words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from planmotor.office.las.arbetsbok import read_book
from planmotor.office.las.bladtext import as_content
from planmotor.office.las.innehall import Innehåll, Intabell
from planmotor.office.las.paket import Paket
from planmotor.office.las.word import read_docx
from planmotor.plan.model.aktiviteter import Organ
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.remiss import Remiss
from planmotor.remiss.blankett.blankett import SKRIV, VÄLJ, Blankett, Instans, blankett, instanser
from planmotor.remiss.blankett.docx import docx
from planmotor.remiss.blankett.xlsx import xlsx
from planmotor.remiss.lasning.lista import take_choices
from planmotor.remiss.lasning.ord import Underlag, same_lines

STEPS = 12  # a form has no more instructions than this
NOBODY = Instans("", "")


def underlag(plan: Plan, remiss: Remiss, docs: Path) -> Underlag:
    """Return what replies to ``remiss`` are read against; ``docs`` is the folder of the pages.

    The form's own lines are read from a blank form, by the same reader as the replies.
    """
    form = blankett(plan, remiss, NOBODY, docs)
    asked = instanser(plan, remiss)
    return Underlag(
        remiss.id,
        {section.id: section.titel for section in form.avsnitt},
        {fråga.id: fråga.fråga for fråga in remiss.frågor},
        {instans.id: tuple(_names(plan, instans)) for instans in asked},
        same_lines((*_said_by(form), *_differs(plan, remiss, asked), *_earlier(), SKRIV, VÄLJ)),
        frozenset((SKRIV, VÄLJ)),
    )


def _names(plan: Plan, instans: Instans) -> Iterator[str]:
    yield instans.namn
    post = plan.index.get(instans.id)
    if isinstance(post, Organ):
        yield from post.kallas_även


def _differs(plan: Plan, remiss: Remiss, asked: tuple[Instans, ...]) -> Iterator[str]:
    """Yield the lines that differ between the forms of different bodies."""
    for instans in (NOBODY, *asked):
        form = Blankett(plan.uppgifter.namn, remiss, instans, None, ())
        yield form.märke
        yield from (f"{label}: {value}" for label, value in form.uppgifter)


def _earlier() -> Iterator[str]:
    """Yield the lines of earlier forms, as they stand and as Excel numbers them."""
    for line in Path(__file__).with_name("tidigare_rader.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line
            yield from (f"{number}. {line}" for number in range(1, STEPS + 1))


def _said_by(form: Blankett) -> Iterator[str]:
    yield from _texts(read_docx(Paket(docx(form))))
    yield from _texts(as_content(read_book(Paket(xlsx(form)))))


def _texts(innehåll: Innehåll) -> Iterator[str]:
    take_choices(innehåll)
    for block in innehåll.block:
        if isinstance(block, Intabell):
            yield from (cell.all_text for row in block.rader for cell in row.celler)
        else:
            yield block.text
