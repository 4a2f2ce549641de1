"""Macros for pictures in the editors' guide."""

from __future__ import annotations

from macros.makro import makro
from macros.webb import Webb
from planmotor.grund.nearest import slug
from planmotor.sajt.pictures import HEIGHT, WIDTH


@makro
def skärmbild(webb: Webb, *, sida: str, text: str, visa: str = "") -> str:
    """En bild av en sida, tagen vid bygget; text beskriver den och visa är ett id att rama in."""
    name = slug(f"{sida} {visa}".strip()) or "start"
    return webb.render("skarmbild", sida=sida, visa=visa, text=text, namn=name, bredd=WIDTH, höjd=HEIGHT)
