"""The answers held against the plan as it is now, and against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planmotor.grund.nearest import nearest, shown
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.uppfoljning.statusblankett.blanketter import ALL, NOBODYS
from planmotor.uppfoljning.statusblankett.falt import NAMN, RUBRIK, Värden, one_line, rows, values
from planmotor.uppfoljning.statusblankett.ovrigt import changed
from planmotor.uppfoljning.statusblankett.svar import Statussvar, Svarsrad
from planmotor.uppfoljning.statusblankett.tolka import SEASON

DECIDE = (
    "Bestäm tillsammans med den som svarat vad som gäller, och skriv det i en ny blankett eller i planen."
)


def changes(plan: Plan, forms: Sequence[Statussvar]) -> dict[str, Värden]:
    """Return the new values by id, in the order of the plan; what stops a form is noted in it.

    A row counts as a whole: a comment that was written beside one status isn't put beside another.
    """
    now = rows(plan)
    first: dict[str, tuple[Statussvar, Svarsrad]] = {}
    for form in forms:
        _body(plan, form)
        form.olästa += changed(plan, form.låsta)
        for rad in form.rader.values():
            if rad.nu == rad.då or not _is_known(form, rad, now):
                continue
            _conflict(form, rad, now[rad.id])
            _other_words(form, rad, now[rad.id])
            _disagreement(form, rad, first.setdefault(rad.id, (form, rad)))
    found = {id: rad.nu for id, (_form, rad) in first.items()}
    return {id: found[id] for id, rad in now.items() if id in found and found[id] != values(rad.aktivitet)}


def _body(plan: Plan, form: Statussvar) -> None:
    bodies = [*(organ.id for organ in plan.organ), *(kommun.id for kommun in plan.kommuner)]
    if form.organ and form.organ not in {*bodies, ALL, NOBODYS}:
        close = nearest(form.organ, bodies)
        form.stop(
            "",
            f"Blanketten är gjord för organet {shown(form.organ)}, som inte finns i planen.",
            (f"Menar du {close}? " if close else "")
            + "Kontrollera att blanketten hör till den här planen, och gör en ny om organet har bytt id.",
        )


def _is_known(form: Statussvar, rad: Svarsrad, now: Mapping[str, Rad]) -> bool:
    if rad.id not in now:
        form.stop(
            rad.ställe,
            f"Ingen rad i planen har id {shown(rad.id)}, och svaret går inte att skriva in.",
            "Raden kan ha tagits bort eller delats i steg sedan blanketten gjordes. Gör en ny blankett.",
        )
    return rad.id in now


def _conflict(form: Statussvar, rad: Svarsrad, now: Rad) -> None:
    """Stop a form whose row isn't what it was: both values are told, and nobody's is thrown away."""
    plan, name = values(now.aktivitet), one_line(now.aktivitet.namn)
    if rad.nu == plan or (plan == rad.då and name == one_line(rad.namn_då)):
        return
    told = "; ".join(_differences(rad, plan, name))
    form.stop(rad.ställe, f"{shown(rad.id)} har ändrats i planen sedan blanketten gjordes. {told}.", DECIDE)


def _other_words(form: Statussvar, rad: Svarsrad, now: Rad) -> None:
    """Stop a form whose time in words would take the place of other words that the plan has."""
    told = now.aktivitet.tid.text if now.aktivitet.tid else None
    said = next((value for value in rad.nu if SEASON.fullmatch(value)), None)
    if told and said and one_line(told) != said:
        text = f"{shown(rad.id)} har redan en tid i ord, {shown(told)}, och blanketten säger {shown(said)}."
        form.stop(rad.ställe, text, DECIDE)


def _differences(rad: Svarsrad, plan: Värden, name: str) -> Iterator[str]:
    if name != one_line(rad.namn_då):
        yield f"{NAMN}: i blanketten {_said(rad.namn_då)}, i planen nu {_said(name)}"
    for what, form, now, before in zip(RUBRIK, rad.nu, plan, rad.då, strict=True):
        if not form == now == before:
            yield f"{what}: i blanketten {_said(form)}, i planen nu {_said(now)}, förut {_said(before)}"


def _disagreement(form: Statussvar, rad: Svarsrad, first: tuple[Statussvar, Svarsrad]) -> None:
    other, earlier = first
    if earlier.nu == rad.nu:
        return
    told = "; ".join(
        f"{what}: {_said(one)} i {other.fil}, {_said(two)} i {form.fil}"
        for what, one, two in zip(RUBRIK, earlier.nu, rad.nu, strict=True)
        if one != two
    )
    for each, place in ((other, earlier.ställe), (form, rad.ställe)):
        each.stop(place, f"Två blanketter säger olika om {shown(rad.id)}. {told}.", DECIDE)


def _said(value: str) -> str:
    return shown(value) if value else "inget"
