"""Macros for sources, terms and how the plan came about."""

from __future__ import annotations

from collections.abc import Sequence

from macros.makro import makro
from macros.webb import Webb
from planmotor.plan.model.register import Begreppsfil, Framtagandefil, Källfil


@makro
def källor(webb: Webb) -> str:
    """Källdokument, lagar och planens referenser, under var sin rubrik."""
    register = webb.plan.källor or Källfil()
    parts = (
        ("Dokument", "dokument", register.dokument),
        ("Lagar", "lagar", register.lagar),
        ("Referenser", "referenser", register.referenser),
    )
    return "\n".join(
        f"## {heading}\n\n{webb.render(template, poster=posts)}"
        for heading, template, posts in parts
        if posts
    )


@makro
def begrepp(webb: Webb) -> str:
    """Begreppen med förklaring, i bokstavsordning."""
    register = webb.plan.begrepp or Begreppsfil()
    return webb.render("begrepp", poster=sorted(register.begrepp, key=lambda b: alphabetical(b.namn)))


@makro
def förkortningar(webb: Webb) -> str:
    """Källornas förkortningar i en tabell, i bokstavsordning; det som ingen källa uttyder sägs vara okänt."""
    register = webb.plan.begrepp or Begreppsfil()
    ordered = sorted(register.förkortningar, key=lambda f: alphabetical(f.kort))
    return webb.render("forkortningar", poster=ordered)


@makro
def framtagande(webb: Webb) -> str:
    """Arbetet med att ta fram planen, fas för fas."""
    return webb.render("faser", projekt=_project(webb), poster=_project(webb).faser)


@makro
def roller(webb: Webb) -> str:
    """Rollerna i arbetet med att ta fram planen."""
    return webb.render("roller", poster=_project(webb).roller)


@makro
def enkäter(webb: Webb) -> str:
    """Enkäterna som projektplanen lovar, med tillfällen, teman och ansvariga."""
    return webb.render("enkater", poster=_project(webb).enkäter)


@makro
def effektmål(webb: Webb) -> str:
    """Projektets effektmål, som en lista."""
    return _list(webb, _project(webb).effektmål)


@makro
def hänsyn(webb: Webb) -> str:
    """Dokument som arbetet skulle ta hänsyn till, som en lista."""
    return _list(webb, _project(webb).hänsyn)


@makro
def vägledande_principer(webb: Webb) -> str:
    """Planens vägledande principer, numrerade."""
    return webb.render("principer", texter=webb.plan.uppgifter.vägledande_principer)


def _project(webb: Webb) -> Framtagandefil:
    return webb.plan.framtagande or Framtagandefil()


def _list(webb: Webb, texts: Sequence[str]) -> str:
    return webb.render("lista", texter=texts)


def alphabetical(text: str) -> list[int]:
    """Return a key that sorts as Swedish does: å, ä and ö last."""
    order = "abcdefghijklmnopqrstuvwxyzåäö"
    return [order.find(char) if char in order else -1 for char in text.casefold()]
