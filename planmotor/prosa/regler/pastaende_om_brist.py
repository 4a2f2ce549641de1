"""En mening om att något saknas i planens data står under ett villkor.

Annars står den kvar på webbplatsen och i PDF-filerna när uppgiften har kommit. Skriv {{ om_saknas(…) }} före
och {{ slut_om() }} efter. Är meningen sann vad än data säger, till exempel för att den gäller ett gammalt
dokument, skriver du dess första ord i listan bestående i sidans huvud. Regeln gäller sidorna i de mappar som
står i datasidor, under extra i mkdocs.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.rubriker import rubriker
from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.lasning.villkor import villkoren

ID = "pastaende-om-brist"
LASTING = "bestående"
FIX = (
    "Sätt {{ om_saknas(vad=…) }} före och {{ slut_om() }} efter, eller skriv meningens första ord i "
    f"{LASTING} i sidans huvud."
)
MISSED = "värde|svar|resultat|beslut|plan|status|ansvar|mått|datum|slutdatum|målvärde|källa|aktivitet"
CLAIM = re.compile(
    rf"(?<!vad som )(?<!det som )\b(?:saknas|saknar"
    rf"|(?:är|har|ännu) inte (?:än )?(?:angiv|inlag|inskriv|rapporter|beslutad|lämnat|fått|svarat)\w*"
    rf"|säger (?:inget|inte)|anger (?:inget|inga|ingen)|ger inget|namnger inget"
    rf"|står inte i|sägs inte|har vi inte fått|(?:inga|inget|ingen|aldrig) (?:\w+ )?(?:{MISSED})\w*"
    rf"|ingen har (?:skriv|ange|svara)\w*|ingen av dem|är planen beslutad)\b",
    re.IGNORECASE,
)
# What explains a word, or says what to do when something is missing, claims nothing.
EXPLAINS = re.compile(
    r"\bbetyder\b|[”\"][^”\"]*saknas[^”\"]*[”\"]|\bstår det\b|som saknas\?$"
    r"|^(?:Saknas|Saknar|Om|När|Så länge|Har|Står|Är(?! planen beslutad, och)|Där)\b"
)
# Below such a heading stands what a document says, whatever becomes of the data.
OF_A_SOURCE = re.compile(r"\bi käll(?:an|orna)\b")
MARKUP = re.compile(r"^[\s>#*+-]*(?:\d+\.\s+)?|[*_`]")


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each line that claims an absence outside a condition, and each exception that nothing needs."""
    calls, lasting = sida.anrop[0], _lasting(sida)
    conditions = list(villkoren(calls))
    used: set[str] = set()
    for number, line in _lines(sida):
        text = MARKUP.sub("", line).strip()
        if not CLAIM.search(text) or EXPLAINS.search(text):
            continue
        excuse = next((one for one in lasting if text.startswith(one)), None)
        used |= {excuse} if excuse else set()
        if not excuse and not any(one.omfattar(number) for one in conditions):
            said = f"”{one_line(text)}” står kvar också när uppgiften har kommit."
            yield sida.fel((number, 1), ID, said, FIX)
    place = sida.huvud.värden.get(LASTING)
    for one in lasting:
        if one not in used and place:
            told = f"Ingen mening som behöver det börjar med ”{one_line(one)}”."
            yield sida.fel(
                (place.rad, place.kolumn), ID, told, f"Ta bort den ur {LASTING}, eller rätta orden."
            )


def _lasting(sida: Sida) -> list[str]:
    found = sida.huvud.värden.get(LASTING)
    return (
        [one for one in found.värde if isinstance(one, str)]
        if found and isinstance(found.värde, list)
        else []
    )


def _lines(sida: Sida) -> Iterator[tuple[int, str]]:
    """Yield the description and the lines of the text, without code, calls and parts about a source."""
    description = sida.huvud.värden.get("description")
    if description and isinstance(description.värde, str):
        yield description.rad, description.värde
    of_source = ""
    above = {rubrik.rad: rubrik.text for rubrik in rubriker(sida)}
    for number, line in enumerate(sida.utan_anrop.split("\n"), 1):
        of_source = above.get(number, of_source)
        if not OF_A_SOURCE.search(of_source):
            yield number, line
