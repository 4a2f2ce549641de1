"""Macros for consultations: one page for a round's whole life, and the form to answer in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from macros.makro import makro
from macros.markdown import marked
from macros.webb import Webb, in_markdown
from planmotor.plan.model.register import Beslut
from planmotor.plan.model.remiss import Remiss
from planmotor.plan.remisslage import aktuella, läge, svarstid, tidigare, öppna
from planmotor.remiss import utskrift
from planmotor.remiss.blankett import filer
from planmotor.remiss.blankett.blankett import Instans, blankett, filnamn, instanser, vägar
from planmotor.remiss.blankett.html import SCRIPT, form_html

# The word whose shape goes with each state.
SHAPES = {
    "planerad": "ej påbörjad",
    "kommande": "avvaktar",
    "öppen": "remiss",
    "stängd": "under arbete",
    "avslutad": "klar",
}
# What a round that is to be answered needs, and the field that holds it.
NEEDED = (
    ("diarienummer", "diarienummer"),
    ("version", "version"),
    ("remissinstanser", "remissinstanser"),
    ("frågor", "frågor"),
    ("adress för svaren", "svara"),
)


@makro
def remisser(webb: Webb) -> str:
    """Remissen som gäller nu, i det läge som datumen ger, och de tidigare; under var sin rubrik."""
    parts = [] if _alive(webb) else [webb.render("ingen_remiss", formulär=False)]
    for remiss in aktuella(webb.plan, webb.day):
        heading = in_markdown(f"{remiss.namn}, {remiss.id}")
        parts.append(f"## {heading}\n\n{webb.render('remiss', **_facts(webb, remiss))}")
    earlier = tidigare(webb.plan, webb.day)
    if earlier:
        rounds = [_facts(webb, remiss) for remiss in earlier]
        parts.append(f"## Tidigare remisser\n\n{webb.render('remisser', remisser=rounds)}")
    return "\n".join(parts)


@makro
def remissvar(webb: Webb) -> str:
    """Formuläret för att svara på remissen som är öppen, eller att ingen är det."""
    open_now = öppna(webb.plan, webb.day)
    if not open_now:
        return webb.render("ingen_remiss", formulär=True)
    remiss = open_now[0]
    form = blankett(webb.plan, remiss, Instans("", ""), webb.docs)
    about = webb.render("remissvar", **_facts(webb, remiss), flera=len(open_now) > 1)
    script = f'<script type="module" src="{webb.rot}{SCRIPT}"></script>'
    return f"{about}\n{marked(form_html(form, instanser(webb.plan, remiss)) + script)}"


def _alive(webb: Webb) -> bool:
    """Tell whether some round isn't over."""
    return any(läge(webb.plan, remiss, webb.day) != "avslutad" for remiss in webb.plan.remisser)


def _facts(webb: Webb, remiss: Remiss) -> dict[str, Any]:
    """Return what the templates tell of a round."""
    state = läge(webb.plan, remiss, webb.day)
    time = svarstid(webb.plan, remiss)
    händelse = webb.plan.index.get(remiss.händelse or "")
    return {
        "remiss": remiss,
        "läge": state,
        "form": SHAPES[state],
        "tid": time,
        "kvar": _left(webb.day, time.stänger) if state == "öppen" else "",
        "källa": _source(webb, remiss),
        "händelse": händelse if isinstance(händelse, Beslut) else None,
        "instanser": instanser(webb.plan, remiss),
        "blanketter": list(_forms(webb, remiss)) if state == "öppen" else [],
        "utskrift": utskrift.namn(remiss),
        "vägar": vägar(remiss.svara),
        "saknas": [word for word, field in NEEDED if not getattr(remiss, field)],
        "redogörelse": redogörelsens_adress(webb, remiss),
    }


def redogörelsens_adress(webb: Webb, remiss: Remiss) -> str | None:
    """Return the address of the round's account: a page of its own, else the one that shows the latest."""
    own = webb.sida(f"remiss/{remiss.id}/")
    read = [fil.remiss for fil in webb.plan.synpunkter if fil.alla]
    return own or (webb.sida("remiss/redogorelse/") if read[-1:] == [remiss.id] else "") or None


def _source(webb: Webb, remiss: Remiss) -> str:
    """Return the short name of the document that the round's days come from, when they stand elsewhere."""
    made = webb.plan.framtagande
    return webb.plan.kort(made.källa) if remiss.steg and made and made.källa else ""


def _left(day: date, last: date | None) -> str:
    """Return how long there is left to answer, in words."""
    days = (last - day).days if last else 0
    return {0: "I dag är sista dagen.", 1: "Det är 1 dag kvar."}.get(days, f"Det är {days} dagar kvar.")


def _forms(webb: Webb, remiss: Remiss) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each body's name, and format and address of its forms."""
    for instans in instanser(webb.plan, remiss) or (Instans("", "Den som vill svara"),):
        address = f"{webb.rot}{filer.PÅ_WEBBEN}/{filnamn(remiss.id, instans.id)}"
        yield instans.namn, [("Word", f"{address}.docx"), ("Excel", f"{address}.xlsx")]
