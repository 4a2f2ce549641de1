"""Macros about the site itself, for the accessibility statement."""

from __future__ import annotations

from macros.makro import makro
from macros.webb import Webb, länkad
from planmotor.plan.arkivmapp import prose_of
from planmotor.plan.model import Plan
from planmotor.plan.model.plan import Version


@makro
def webbplatsens_ansvar(webb: Webb) -> str:
    """Vem som svarar för webbplatsen och hur man anmäler brister, eller att det inte är bestämt."""
    return webb.render("ansvar", post=webb.plan.webbplats)


@makro
def kända_brister(webb: Webb) -> str:
    """Kända brister i tillgängligheten, varför de finns och hur man kan göra i stället."""
    return webb.render("brister", post=webb.plan.webbplats)


@makro
def tillgänglighetstest(webb: Webb) -> str:
    """Vad testerna i webbläsare prövade senast: dag, verktyg, sidor, tillstånd och resultat."""
    return webb.render("tillganglighetstest", test=webb.plan.tillgänglighetstest, post=webb.plan.webbplats)


@makro
def tillsyn(webb: Webb) -> str:
    """Myndigheten som har tillsyn över digital tillgänglighet, med länk till dess anmälan."""
    return webb.render("tillsyn", post=webb.plan.webbplats)


@makro
def textversion(webb: Webb) -> str:
    """Vilken beslutad version sidornas text följer, eller att ingen sådan är märkt än."""
    version = _kept(webb)
    if version:
        draft = webb.läget(version.handlingsplan).läge != "beslutad"
        said = "Texten på sidorna är ett förslag till ändring av" if draft else "Texten på sidorna följer"
        shown = länkad(webb.sida(f"beslut/{version.namn}/"), f"versionen {version.datum.i_ord}")
        return f"{said} {shown}, som är sparad i arkivet."
    tag = webb.plan.uppgifter.texten_följer
    if tag:
        return f"Texten på sidorna följer den beslutade versionen, som är märkt `{tag}` i Git."
    return (
        "Texten på sidorna är vår egen återgivning av de beslutade dokumenten. "
        "De beslutades i Word, och därför finns ingen version av texten i arkivet än. "
        "Den sparas där vid det första beslutet om en text här."
    )


def _kept(webb: Webb) -> Version | None:
    """Return the latest decided version of the plan whose text is kept."""
    own = webb.plan.egen_handlingsplan
    versions = webb.plan.arkiv.av(own.id) if own else ()
    return next((version for version in reversed(versions) if prose_of(version.path)), None)


@makro
def beslutade_versioner(webb: Webb) -> str:
    """De beslutade versionerna i arkivet: handlingsplan, dag, antal rader och fil."""
    texts = [
        f"{version.plan.handlingsplaner[0].namn}, {version.datum.i_ord}: "
        f"{_rader(version.plan)} i {version.namn}.yaml"
        for version in webb.plan.arkiv.versioner
    ]
    return webb.render("lista", texter=texts or ["Inga beslutade versioner finns i arkivet än."])


def _rader(plan: Plan) -> str:
    number = sum(rad.räknas for rad in plan.rader)
    return "1 rad" if number == 1 else f"{number} rader"


@makro
def sökruta(webb: Webb) -> str:
    """Rutan att söka i och träffarna under den; behöver JavaScript."""
    return webb.render("sokruta")
