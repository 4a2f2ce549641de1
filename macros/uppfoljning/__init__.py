"""Macros that follow the plan up: what has passed, what comes, what is missing, who answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from macros.makro import makro
from macros.webb import DATA_FILE, Webb
from planmotor.plan.model.aktiviteter import Handlingsplan, Område, Organ
from planmotor.plan.model.enkat import LEAST_ANSWERS, Enkätfil
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.register import Enkät
from planmotor.plan.model.types import HandlingsplanId, OrganId
from planmotor.plan.status import ORDER, count
from planmotor.uppfoljning import rapport as rapporten
from planmotor.uppfoljning.lage import datum, luckor, matt, organ, ritning, tidslinje
from planmotor.uppfoljning.statusblankett.blanketter import Blankettval, selections

SHOWN_AT_ONCE = 12  # longer lists are folded


@makro
def statusmatris(webb: Webb, *, handlingsplan: HandlingsplanId) -> str:
    """Antalet rader per status för varje område i en handlingsplan: i ord, som stapel och i en tabell."""
    post = webb.post(handlingsplan, Handlingsplan)
    rows = [rad for rad in webb.plan.rader if rad.handlingsplan.id == post.id]
    own = {o.id: [rad for rad in rows if rad.område.id == o.id and rad.räknas] for o in post.områden}
    counts = {id: count(of_area) for id, of_area in own.items()}
    used = [status for status in ORDER if any(status in counted for counted in counts.values())]
    nouns = {id: organ.noun(of_area) for id, of_area in own.items()}
    most = max((len(of_area) for of_area in own.values()), default=0)
    return webb.render(
        "statusmatris", post=post, antal=counts, slag=nouns, störst=most, statusar=used, summa=count(rows)
    )


@makro
def passerade_datum(webb: Webb) -> str:
    """Raderna vars datum har passerat utan att någon har skrivit att de är klara eller utgår."""
    rows = datum.passed(webb.plan, webb.day)
    return _rows(webb, rows, "Datumet har passerat", "Inget datum har passerat.")


@makro
def passerade_år(webb: Webb) -> str:
    """Raderna utan datum vars prioriterade år är över utan att de är klara eller utgår."""
    rows = datum.years_passed(webb.plan, webb.day)
    return _rows(webb, rows, "De prioriterade åren är över", "Inga prioriterade år är över.")


def _rows(webb: Webb, rows: Sequence[Rad], title: str, none: str) -> str:
    return webb.render("radlista", rader=rows, rubrik=title, tomt=none, vik=len(rows) > SHOWN_AT_ONCE)


@makro
def kommande(webb: Webb, *, organ: OrganId | None = None) -> str:
    """Det som ska vara klart inom ett halvår från dagen då webbplatsen byggdes."""
    found = [k for k in datum.coming(webb.plan, webb.day) if k.rad is None or _owned(k.rad, organ)]
    if organ:
        found = [k for k in found if k.rad]
    end = datum.later(webb.day, datum.HALF_A_YEAR)
    return webb.render("kommande", poster=found, slut=end, organ=organ)


def _owned(rad: Rad, id: str | None) -> bool:
    return id is None or id in rad.ansvariga


@makro
def saknade_uppgifter(webb: Webb) -> str:
    """Det som planen inte säger: rader utan status, ansvarig, tid eller mått och mått utan värde."""
    found = luckor.gaps(webb.plan)
    groups = [
        (rubrik, _by_area(g for g in found if g.slag == slag)) for slag, rubrik in luckor.RUBRIKER.items()
    ]
    return webb.render("luckor", grupper=groups, öppna=SHOWN_AT_ONCE, fil=DATA_FILE)


def _by_area(found: Iterable[luckor.Lucka]) -> list[tuple[Område, list[luckor.Lucka]]]:
    areas: dict[str, tuple[Område, list[luckor.Lucka]]] = {}
    for lucka in found:
        areas.setdefault(lucka.område.id, (lucka.område, []))[1].append(lucka)
    return list(areas.values())


@makro
def organlista(webb: Webb) -> str:
    """Organen som har uppgifter i handlingsplanerna, med antal och länk till var sin sida."""
    duties = [d for d in organ.duties(webb.plan).values() if d.har_uppgifter]
    rows = datum.passed(webb.plan, webb.day)
    passed = {d.organ.id: sum(_owned(rad, d.organ.id) for rad in rows) for d in duties}
    return webb.render("organlista", ansvar=duties, passerade=passed)


@makro
def organsida(webb: Webb, *, organ: OrganId) -> str:
    """Ett organs uppgift, aktiviteter, effektmått och beslut i alla handlingsplaner."""
    form = selections(webb.plan).get(organ)
    return webb.render("organsida", ansvar=_duties(webb, organ), blankett=form and _form(form))


@makro
def statusblanketter(webb: Webb) -> str:
    """Excelblanketter för status: en för varje organ med rader, en med alla rader och en utan ansvarig."""
    forms = [_form(form) for form in selections(webb.plan).values()]
    return webb.render("statusblanketter", blanketter=forms)


class Blankettfil(NamedTuple):
    """A form on the site: its address from the root, and whose it is."""

    adress: str
    namn: str


def _form(form: Blankettval) -> Blankettfil:
    return Blankettfil(f"uppfoljning/blanketter/{form.id}.xlsx", form.namn)


def _duties(webb: Webb, id: str) -> organ.Ansvar:
    return organ.duties(webb.plan)[webb.post(id, Organ).id]


@makro
def effektmåttsöversikt(webb: Webb) -> str:
    """Alla effektmått med mål, riktning, värden per år och om målet är nått."""
    shown = [
        (handlingsplan, område, mått, matt.judge(mått))
        for handlingsplan in webb.plan.handlingsplaner
        for område in handlingsplan.områden
        for mått in område.effektmått
    ]
    return webb.render("effektmattsoversikt", poster=shown, linje=matt.sparkline)


@makro
def händelser(webb: Webb) -> str:
    """Beslut, aktiviteter och prioriterade år på en tidslinje, och samma innehåll i en tabell."""
    found = tidslinje.events(webb.plan)
    drawing = ritning.draw(webb.plan, found, webb.day)
    return webb.render("tidslinje", bild=drawing, poster=found)


@makro
def enkätsvar(webb: Webb) -> str:
    """Enkäternas svar, tillfälle för tillfälle; grupper med färre än tio svar visas inte."""
    file = webb.plan.enkäter or Enkätfil()
    questions = {fråga.id: fråga.fråga for enkät in file.enkäter for fråga in enkät.frågor}
    forms = {enkät.id: enkät for enkät in file.enkäter}
    shown = [(forms.get(r.enkät), _survey(webb, r.enkät), questions, r) for r in file.resultat]
    return webb.render("enkatsvar", resultat=shown, minst=LEAST_ANSWERS)


def _survey(webb: Webb, id: str) -> str:
    post = webb.plan.index[id]
    return f"Enkät till {post.målgrupp}" if isinstance(post, Enkät) else webb.plan.namn(id)


@makro
def rapport(webb: Webb) -> str:
    """Underlaget till ett möte: läget, det som har ändrats sedan besluten och det som behöver ett besked."""
    basis = rapporten.sedan_besluten(webb.plan, webb.day)
    made = rapporten.rapport(webb.plan, webb.day, basis)
    rows = {rad.aktivitet.id: rad for rad in webb.plan.alla_rader}
    parts = rapporten.som_delar(made, lambda id: webb.raden(rows[id]))
    return webb.render("rapport", delar=Markup(parts))  # noqa: S704 (escaped where it was made)
