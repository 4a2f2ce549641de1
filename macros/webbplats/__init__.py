"""Macros about the site itself, for the accessibility statement."""

from __future__ import annotations

from macros.makro import makro
from macros.webb import Webb
from planmotor.plan.model import Plan


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
    tag = webb.plan.uppgifter.texten_följer
    if tag:
        return f"Texten på sidorna följer den beslutade versionen, som är märkt `{tag}` i Git."
    return (
        "Texten på sidorna är vår egen återgivning av de beslutade dokumenten. "
        "De beslutades i Word, och därför är ingen version av texten märkt i Git än. "
        "Det görs vid det första beslutet om en text här."
    )


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
