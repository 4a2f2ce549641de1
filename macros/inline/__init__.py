"""Macros inside a sentence: numbers, dates, names and links that the data gives."""

from __future__ import annotations

from typing import Annotated, Literal

from markupsafe import Markup
from pydantic import AfterValidator

from macros.makro import makro
from macros.webb import Webb, capital, in_attribute, in_markdown
from planmotor.plan.beslutslage import börjar, versionens_läge
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.register import Framtagandefil, Lag
from planmotor.plan.model.types import Datum, HandlingsplanId, LagId, OmrådeId, Ref, in_words

NUMBERS = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
ORDINALS = [
    "nollte",
    "första",
    "andra",
    "tredje",
    "fjärde",
    "femte",
    "sjätte",
    "sjunde",
    "åttonde",
    "nionde",
    "tionde",
]
FörkortningId = Annotated[str, AfterValidator(Ref("förkortningar").check)]

Sak = Literal[
    "aktiviteter",
    "delaktiviteter",
    "effektmål",
    "effektmått",
    "enkäter",
    "förkortningar",
    "handlingsplaner",
    "kommuner",
    "organ",
    "principer",
    "referenser",
    "rekommendationer",
    "samiska_kommuner",
    "steg",
    "strategier",
]


@makro
def antal(
    webb: Webb,
    *,
    av: Sak,
    område: OmrådeId | None = None,
    handlingsplan: HandlingsplanId | None = None,
    form: Literal["ord", "siffra"] = "ord",
    stor: bool = False,
) -> str:
    """Hur många det finns av något, räknat ur data: i ord till och med tolv, eller form="siffra"."""
    number = _count(webb.plan, av, område, handlingsplan)
    word = NUMBERS[number] if form == "ord" and number < len(NUMBERS) else str(number)
    return capital(word) if stor else word


def _count(plan: Plan, av: str, område: str | None, handlingsplan: str | None) -> int:
    if område or handlingsplan:
        return _count_within(plan, av, område, handlingsplan)
    project = plan.framtagande or Framtagandefil()
    counts = {
        "strategier": len(plan.strategier),
        "kommuner": len(plan.kommuner),
        "samiska_kommuner": sum(k.samiskt_förvaltningsområde for k in plan.kommuner),
        "handlingsplaner": len(plan.handlingsplaner),
        "organ": len(plan.organ),
        "principer": len(plan.uppgifter.vägledande_principer),
        "referenser": len(plan.källor.referenser) if plan.källor else 0,
        "förkortningar": len(plan.begrepp.förkortningar) if plan.begrepp else 0,
        "steg": sum(len(fas.steg) for fas in project.faser),
        "enkäter": len(project.enkäter),
        "effektmål": len(project.effektmål),
    }
    return counts[av] if av in counts else _count_within(plan, av, None, None)


def _count_within(plan: Plan, av: str, område: str | None, handlingsplan: str | None) -> int:
    rows = [
        rad
        for rad in plan.rader
        if område in (None, rad.område.id) and handlingsplan in (None, rad.handlingsplan.id)
    ]
    areas = {rad.område.id: rad.område for rad in rows}.values()
    counts = {
        "aktiviteter": sum(rad.överordnad is None for rad in rows),
        "delaktiviteter": sum(rad.överordnad is not None for rad in rows),
        "effektmått": sum(len(o.effektmått) for o in areas),
        "rekommendationer": sum(len(o.lokala_rekommendationer) for o in areas),
    }
    return counts[av]


@makro
def giltighet(
    webb: Webb, *, av: Literal["gäller_från", "började_gälla", "nästa_revidering", "revideras_vart"]
) -> str:
    """Från när planen gäller, när den först började gälla, när den ska revideras, eller vart vilket år."""
    facts = webb.plan.uppgifter
    if av == "började_gälla":
        return _first_day(webb.plan).i_ord
    if av == "gäller_från":
        return webb.plan.gäller_från.i_ord
    if av == "nästa_revidering":
        return in_words(webb.plan.nästa_revidering())
    years = facts.revideras_vart
    return ORDINALS[years] if years < len(ORDINALS) else f"{years}:e"


def _first_day(plan: Plan) -> Datum:
    """Return the first day of the first version that was ever in force."""
    own = plan.egen_handlingsplan
    begun = [börjar(plan, version) for version in plan.arkiv.av(own.id)] if own else []
    return next((day for day in begun if day), plan.gäller_från)


@makro
def beslutande(webb: Webb, *, handlingsplan: HandlingsplanId) -> str:
    """En mening om vem som har beslutat om en handlingsplan och när, eller att det inte är känt."""
    state = webb.läget(handlingsplan)
    if state.läge == "under beslut":
        return f"Den är beslutad av {state.klara} av {len(state.parter)} parter."
    version = state.version
    if version is None:
        return "Den har inte beslutats än."
    decided = versionens_läge(webb.plan, version)
    which = "Den" if state.läge == "beslutad" else "Den version som gäller"
    if len(decided.parter) > 1 and decided.beslutad:
        return f"{which} beslutades av alla {len(decided.parter)} parter, den sista {decided.beslutad.i_ord}."
    if decided.beslutad and decided.beslutad_av:
        who = in_markdown(webb.plan.namn(decided.beslutad_av))
        return f"{which} beslutades {decided.beslutad.i_ord} av {who}."
    return "Källorna säger inte vem som har beslutat om den."


@makro
def målbild(webb: Webb) -> str:
    """Planens målbild."""
    return in_markdown(webb.plan.uppgifter.målbild or "ej angiven")


@makro
def lag(webb: Webb, *, id: LagId) -> str:
    """En lags namn och nummer, med länk till lagtexten."""
    post = webb.post(id, Lag)
    text = Markup(in_markdown(f"{capital(post.namn)} ({post.nummer})"))  # noqa: S704 (escaped)
    return str(Markup('<a href="{}">{}</a>').format(in_attribute(post.länk), text) if post.länk else text)


@makro
def förkortning(webb: Webb, *, kort: FörkortningId) -> str:
    """En förkortning som visar sin uttydning."""
    posts = webb.plan.begrepp.förkortningar if webb.plan.begrepp else ()
    post = next(p for p in posts if p.kort == kort)
    meaning = in_attribute(post.uttydning or "uttyds inte i källorna")
    return str(Markup('<abbr title="{}">{}</abbr>').format(meaning, Markup(in_markdown(kort))))  # noqa: S704
