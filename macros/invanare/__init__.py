"""Macros for residents: rights, ways in, and the sheet for the folder at home."""

from __future__ import annotations

from macros.makro import makro
from macros.webb import Webb
from planmotor.plan.model.aktiviteter import Kommun
from planmotor.plan.model.kontakt import Kommunkontakt, Kontaktfil
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.register import Källfil
from planmotor.plan.model.types import KommunId

# The telephone numbers that a resident looks for, and the field that holds each.
NUMBERS = (
    ("kommunens växel", "växel"),
    ("hemtjänsten och biståndshandläggaren", "hemtjänst"),
    ("kommunens hälso- och sjukvård", "hälso_och_sjukvård"),
    ("kommunens anhörigstöd", "anhörigstöd"),
)
# How many contacts fit on one A4 sheet, in ordinary and in large text.
CONTACTS, CONTACTS_IN_LARGE_TEXT = 4, 2


@makro
def rättigheter(webb: Webb) -> str:
    """Lagarna som ger dig rättigheter: paragraf, vad den ger dig, sidor och aktiviteter som vilar på den."""
    register = webb.plan.källor or Källfil()
    rows: dict[str, Rad] = {rad.aktivitet.id: rad for rad in webb.plan.alla_rader}
    return webb.render("rattigheter", lagar=[lag for lag in register.lagar if lag.paragrafer], rader=rows)


@makro
def kontaktvägar(webb: Webb, *, kommun: KommunId) -> str:
    """Vägarna in till vården och till en kommun, vad som saknas och hur man lägger till det."""
    register = webb.plan.kontaktvägar or Kontaktfil()
    own = next((post for post in register.kommuner if post.kommun == kommun), Kommunkontakt(kommun=kommun))
    return webb.render(
        "kontaktvagar",
        allmänna=register.allmänna,
        kommun=webb.post(kommun, Kommun),
        egen=own,
        nummer=NUMBERS,
        lokal=webb.plan.kommunens_plan(kommun),
    )


@makro
def mina_kontakter(webb: Webb, *, stor: bool = False) -> str:
    """Bladet Mina fasta kontakter, att fylla i och skriva ut på ett A4; stor=true ger stor text."""
    number = CONTACTS_IN_LARGE_TEXT if stor else CONTACTS
    return webb.render("mina_kontakter", antal=number, stor=stor)
