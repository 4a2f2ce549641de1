"""Macros about the site itself, for the accessibility statement."""

from __future__ import annotations

from macros.makro import makro
from macros.webb import Webb


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
