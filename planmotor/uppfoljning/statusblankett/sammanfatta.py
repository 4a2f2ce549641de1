"""What the forms have changed, as Markdown for the pull request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planmotor.jamfora.diff import Jämförelse
from planmotor.jamfora.diff.som_markdown import som_markdown
from planmotor.office.dokument.markdown import escaped
from planmotor.plan.model.plan import Plan
from planmotor.uppfoljning.statusblankett.blanketter import ALL, NOBODYS
from planmotor.uppfoljning.statusblankett.falt import Värden, one_line
from planmotor.uppfoljning.statusblankett.ovrigt import places
from planmotor.uppfoljning.statusblankett.svar import Statussvar

WHOSE = {ALL: "alla aktiviteter", NOBODYS: "aktiviteter utan ansvarig"}


def summary(plan: Plan, forms: Sequence[Statussvar], answers: Mapping[str, Värden], found: Jämförelse) -> str:
    """Return which forms were read and what they change; it ends with a line feed."""
    lines = ["## Status från blanketter", ""]
    lines += [f"- {_form(plan, form, answers)}" for form in forms]
    left = ((form, note) for form in forms for note in (*form.anmärkningar, *places(form.olästa)))
    notes = [f"- {escaped(f'{form.fil}: {note}')}" for form, note in left]
    if notes:
        lines += ["", "### Det som inte lästes", "", *notes]
    return "\n".join(lines) + "\n\n" + som_markdown(found)


def remarks(forms: Sequence[Statussvar]) -> list[str]:
    """Return what was left unread, file by file, with its words: for whoever reads the forms in."""
    return [f"{form.fil}: {one_line(note)}" for form in forms for note in form.lämnat]


def _form(plan: Plan, form: Statussvar, answers: Mapping[str, Värden]) -> str:
    whose = WHOSE.get(form.organ) or (plan.namn(form.organ) if form.organ else "okänd avsändare")
    changed = sum(rad.nu != rad.då and rad.id in answers for rad in form.rader.values())
    count = f"ändrade rader: {changed} av {len(form.rader)}" if changed else "inget ändrat"
    return f"{escaped(form.fil)} ({escaped(whose)}): {count}"
