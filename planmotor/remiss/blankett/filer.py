"""Reply forms as files: one for each body and format, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from planmotor.grund.skrivning import write_all
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.remiss import Remiss
from planmotor.plan.remisslage import öppna
from planmotor.remiss.blankett.blankett import Blankett, Instans, blankett, instanser
from planmotor.remiss.blankett.html import html

# Where the site keeps the forms of the rounds that are open.
PÅ_WEBBEN = "remiss/blanketter"
Writer = Callable[[Blankett, Path], bytes]


def _docx(form: Blankett, _docs: Path) -> bytes:
    from planmotor.remiss.blankett.docx import docx  # noqa: PLC0415 (the library takes a while to load)

    return docx(form)


def _xlsx(form: Blankett, _docs: Path) -> bytes:
    from planmotor.remiss.blankett.xlsx import xlsx  # noqa: PLC0415 (the library takes a while to load)

    return xlsx(form)


FORMAT: dict[str, Writer] = {"docx": _docx, "xlsx": _xlsx, "html": html}


def make(
    plan: Plan, remiss: Remiss, docs: Path, formats: Iterable[str], who: Iterable[Instans] = ()
) -> dict[str, bytes]:
    """Return the forms of a round by the names of their files.

    ``who`` is which bodies, all of the round by default. A round that names nobody gets one form for
    whoever answers.
    """
    chosen = tuple(who) or instanser(plan, remiss) or (Instans("", ""),)
    forms = [blankett(plan, remiss, instans, docs) for instans in chosen]
    return {f"{form.namn}.{name}": FORMAT[name](form, docs) for form in forms for name in formats}


def write(files: dict[str, bytes], folder: Path) -> list[Path]:
    """Write the files into ``folder``, all or none, and return them."""
    contents = {folder / name: content for name, content in files.items()}
    write_all(contents, folder)
    return list(contents)


def on_the_site(plan: Plan, docs: Path, day: date, site: Path) -> list[Path]:
    """Write the forms of every round that is open on ``day`` into the site, and return them."""
    made: dict[str, bytes] = {}
    for remiss in öppna(plan, day):
        made |= make(plan, remiss, docs, ("docx", "xlsx"))
    return write(made, site / PÅ_WEBBEN) if made else []
