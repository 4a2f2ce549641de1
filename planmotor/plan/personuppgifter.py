"""Finds what looks like a personal identity number, an e-mail address or a telephone number in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stdnum import luhn

PERSONNUMMER, SAMORDNINGSNUMMER = "personnummer", "samordningsnummer"
EPOST, TELEFON = "e-postadress", "telefonnummer"
# Kinds that nothing makes fit to publish.
NEVER = {PERSONNUMMER, SAMORDNINGSNUMMER}
_IDENTITY = re.compile(
    r"(?<!\d)(\d{2})?(\d{2})[-. ]?(\d{2})[-. ]?(\d{2}) ?([-+–—−]?) ?(\d{4})(?!\d)", re.ASCII
)
# No local part is longer (RFC 5321); without that bound, a long line is searched once for each character.
_EMAIL = re.compile(r"[\w.+-]{1,64}(?: ?(?:@|\(at\)|\[at\]) ?)[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_AT = re.compile(r"@|[(\[]at[)\]]", re.IGNORECASE)
_DIGITS = re.compile(r"(?:\d[^\w]{0,3}){6}", re.ASCII)
# The commonest reason for that many digits in a plan: a day, which no telephone number begins like.
_DAY = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:[0-2]\d|3[01]))?\b", re.ASCII)
_COORDINATED = 60  # is added to the day in a samordningsnummer


class Uppgift(NamedTuple):
    """Something that looks like it belongs to a person: its kind, and as it is written."""

    slag: str
    text: str


def may_hold(text: str) -> bool:
    """Tell whether a text has to be looked through: it has many digits, or the sign of an address."""
    return _DIGITS.search(text) is not None or _AT.search(text) is not None


def found_in(text: str) -> list[Uppgift]:
    """Return what looks like personal data in ``text``, each stretch of it once, in the order of kinds."""
    if not may_hold(text):  # nearly every text
        return []
    found: list[Uppgift] = []
    rest = text
    for maker in (_identities, _emails, _phones):
        for made in list(maker(rest)):
            found.append(made)
            rest = rest.replace(made.text, " " * len(made.text))
    return list(dict.fromkeys(found))


def with_article(kind: str) -> str:
    """Return a kind as a sentence says it: ett telefonnummer."""
    return f"{'en' if kind == EPOST else 'ett'} {kind}"


def masked(uppgift: Uppgift) -> str:
    """Return it as a message may repeat it, where logs are public: its beginning only."""
    return f"{uppgift.text[:3]}…"


def _identities(text: str) -> Iterator[Uppgift]:
    """Yield Swedish identity numbers: a day of birth and a right check digit (Skatteverket, SKV 704)."""
    for match in _IDENTITY.finditer(text):
        century, year, month, day, _sign, last = match.groups()
        coordinated = int(day) > _COORDINATED
        born = int(day) - _COORDINATED if coordinated else int(day)
        if century and century not in {"18", "19", "20"}:
            continue
        if _is_day(f"{century or '20'}{year}", month, born) and luhn.is_valid(f"{year}{month}{day}{last}"):
            yield Uppgift(SAMORDNINGSNUMMER if coordinated else PERSONNUMMER, match[0])


def _is_day(year: str, month: str, day: int) -> bool:
    for century in (0, -100):  # 29 February may have been in the other century
        try:
            date(int(year) + century, int(month), day)
        except ValueError:
            continue
        return True
    return False


def _emails(text: str) -> Iterator[Uppgift]:
    return (Uppgift(EPOST, match[0]) for match in _EMAIL.finditer(text))


def _phones(text: str) -> Iterator[Uppgift]:
    if _DIGITS.search(_DAY.sub(" dag ", text)):
        import phonenumbers  # noqa: PLC0415 (a large library, for the few texts with that many digits)

        matcher = phonenumbers.PhoneNumberMatcher(text, "SE", leniency=phonenumbers.Leniency.VALID)
        yield from (Uppgift(TELEFON, match.raw_string.lstrip("[")) for match in matcher)
