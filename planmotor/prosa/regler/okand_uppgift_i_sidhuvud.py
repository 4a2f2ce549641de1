"""I sidans huvud står bara de uppgifter som webbplatsen använder.

De heter title, description, lang, hide, stil, innehåll, flyttat och bestående.
En felstavad uppgift ger ingen verkan, och en del andra skulle styra hur sidan byggs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.nearest import listed, nearest, one_line
from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.flyttat import ADRESS
from planmotor.prosa.lasning.huvud import Värde
from planmotor.prosa.lasning.sida import Sida

ID = "okand-uppgift-i-sidhuvud"
TEXT, LIST = "text", "lista"
KNOWN = {
    "title": TEXT,
    "description": TEXT,
    "lang": TEXT,
    "innehåll": TEXT,
    "hide": LIST,
    "stil": LIST,
    "flyttat": LIST,
    "bestående": LIST,
}
PARTS = ("toc", "navigation", "utskrift")  # what a page may hide
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
SHEET = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.css")
# How a value, or each of a list, is written; and what to write instead.
LOOKS = {
    "stil": (SHEET, "Skriv filens väg i docs, till exempel: stil: [assets/remiss.css]"),
    "flyttat": (ADRESS, "Skriv sidans gamla adress, till exempel: flyttat: [strategier/gammalt-namn/]"),
    "lang": (LANGUAGE, "Skriv språkets kod, till exempel: lang: en"),
}


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each key that nothing uses, and each value of the wrong shape."""
    for name, value in sida.huvud.värden.items():
        at = (value.rad, value.kolumn)
        if name not in KNOWN:
            close = nearest(name, KNOWN)
            fix = f"Skriv i stället: {close}" if close else "Ta bort raden."
            text = f'Sidans huvud har ingen uppgift som heter "{one_line(name)}".'
            yield sida.fel(at, ID, text, f"{fix}   (finns: {listed(KNOWN)})")
        elif fix := _shape(name, value):
            yield sida.fel(at, ID, f"Värdet i {name} går inte att använda.", fix)


def _shape(name: str, value: Värde) -> str:
    """Return what to write instead of a value of the wrong shape; nothing when it is right."""
    is_list = isinstance(value.värde, list) and all(isinstance(one, str) for one in value.värde)
    if KNOWN[name] == TEXT and not isinstance(value.värde, str):
        return f"Skriv en text på samma rad, till exempel: {name}: En rad"
    if KNOWN[name] == LIST and not is_list:
        return f"Skriv en lista inom hakparentes, till exempel: {name}: [toc]"
    if name == "hide" and (wrong := [one for one in value.värde if one not in PARTS]):
        return f'"{one_line(wrong[0])}" går inte att dölja. Välj bland: {listed(PARTS)}'
    looks, fix = LOOKS.get(name, (None, ""))
    parts = value.värde if is_list else [value.värde]
    return fix if looks and not all(looks.fullmatch(one) for one in parts) else ""
