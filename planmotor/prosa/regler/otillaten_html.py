"""En sida får bara ha den HTML som står på listan över tillåtna element och attribut.

En sida är text. Skript, ramar, formulär och stil kan ändra hela webbplatsen, och hör hemma i mallarna.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.lasning.taggar import Tagg
from planmotor.prosa.lasning.tillaten import ADDRESSES, KNOWN, TAGS, allows, is_fetched, is_safe_address

ID = "otillaten-html"
FORM = "Ta bort det. Behövs ett formulär: be någon med rollen teknik om ett makro."
PICTURE = "Lägg bilden bland sidorna i docs, och skriv vägen dit."
FRAME = "Länka i stället: [Sidans namn](adressen)"
INSTEAD = {
    **dict.fromkeys(("form", "input", "button", "select", "textarea", "label", "fieldset", "option"), FORM),
    **dict.fromkeys(("iframe", "frame", "embed", "object", "video", "audio", "applet"), FRAME),
    **dict.fromkeys(("style", "link", "font", "center", "big", "marquee"), "Utseendet bestäms av mallarna."),
    "script": "Ta bort det. Skript hör hemma i webbplatsens mallar, aldrig på en sida.",
    "noscript": "Skriv texten utan elementet.",
}
USUAL = "Ta bort elementet, eller skriv det med Markdown."
# What an attribute list, {: … }, may set besides an id and a class.
LISTED = {"lang", "hreflang", "dir", "title", "width", "height", "start", "markdown", "data-label", "open"}
ATTRIBUTE_LIST = re.compile(r"(?<!\{)\{:?[ ]*(?!\{)([^{}\n]*=[^{}\n]*|[^{}\n]*\bon\w+[^{}\n]*)\}")
KEY = re.compile(r"""([\w:.@-]+)=("[^"]*"|'[^']*'|\S*)""")
DEFINED = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s>]+)", re.M)
PICTURED = re.compile(r"!\[[^\]\n]*\]\(\s*<?([^\s)>]+)")
LINKED = re.compile(r"\]\(\s*<?([^\s)>]+)")
AUTOLINK = re.compile(r"<([a-z][a-z0-9+.-]*:[^\s<>]*)>", re.I)


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each element, attribute and address that isn't on the list."""
    for tag in sida.taggar:
        yield from _tag(sida, tag)
    for found in ATTRIBUTE_LIST.finditer(sida.utan_anrop):
        for key in KEY.finditer(found[1]):
            if key[1] not in LISTED and not key[1].startswith("aria-"):
                text = f"Attributet {one_line(key[1])} går inte att använda här."
                yield sida.fel(found.start(), ID, text, f"Ta bort {one_line(key[0])}.")
    for looks in (LINKED, DEFINED, AUTOLINK):
        for found in looks.finditer(sida.utan_anrop):
            if not is_safe_address(found[1]):
                yield _address(sida, found.start(1), found[1])
    for found in PICTURED.finditer(sida.utan_anrop):
        if is_fetched(found[1]):
            yield _picture(sida, found.start(1), found[1])


def _tag(sida: Sida, tag: Tagg) -> Iterator[Problem]:
    if tag.namn in {"!", "?"}:
        yield sida.fel(
            tag.start, ID, f"{one_line(tag.text)} går inte att använda på en sida.", "Ta bort det."
        )
    elif tag.stänger or tag.namn not in KNOWN or is_link(tag):
        return  # an element that nobody knows is another rule's
    elif tag.namn not in TAGS:
        text = f"Elementet <{tag.namn}> går inte att använda på en sida."
        yield sida.fel(tag.start, ID, text, INSTEAD.get(tag.namn, USUAL))
    else:
        for name, value in tag.attribut:
            if allows(tag.namn, name, value):
                continue
            if name in ADDRESSES and not is_safe_address(value):
                yield _address(sida, tag.start, value)
                continue
            if name == "src" and is_fetched(value):
                yield _picture(sida, tag.start, value)
                continue
            text = f"Attributet {one_line(name)} går inte att använda på <{tag.namn}>."
            fix = "Använd en klass i stället: class=…" if name == "style" else f"Ta bort {one_line(name)}."
            yield sida.fel(tag.start, ID, text, fix)


def is_link(tag: Tagg) -> bool:
    """Tell whether what looks like a tag is an address within angle brackets."""
    return ":" in tag.namn


def _address(sida: Sida, at: int, address: str) -> Problem:
    text = f"Adressen {one_line(address)} går inte att använda."
    return sida.fel(at, ID, text, "Skriv en adress som börjar med https://, eller vägen till en sida.")


def _picture(sida: Sida, at: int, address: str) -> Problem:
    text = f"Bilden hämtas från en annan webbplats: {one_line(address)}"
    return sida.fel(at, ID, text, PICTURE)
