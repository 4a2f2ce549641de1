"""What the form asks for, what its columns are called, and which of a row's values it carries."""

from __future__ import annotations

import hashlib
import unicodedata

from planmotor.plan.falttyp import Värdeslag, Yta
from planmotor.plan.model.aktiviteter import Delaktivitet
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.statusord import STATUSORD
from planmotor.plan.ytor import kolumner

VERSION = "1"
ROWS_SHEET, HELP_SHEET, ABOUT_SHEET = "Aktiviteter", "Så gör du", "Om blanketten"
MARK = "Statusblankettens version"
STATUSES: tuple[str, ...] = tuple(post.ord for post in STATUSORD)
MEANING: dict[str, str] = {post.ord: post.betyder for post in STATUSORD}


# What the form carries of a row, as texts in the order of its columns; empty where the plan says nothing.
Värden = tuple[str, ...]
FRÅGAS = tuple(k for k in kolumner(Yta.BLANKETT) if k.slag not in (Värdeslag.ID, Värdeslag.NAMN))
# The columns that people fill in; ``Tidigare`` are the hidden ones beside them.
RUBRIK: Värden = tuple(kolumn.etikett for kolumn in FRÅGAS)
TIDIGARE: Värden = tuple(f"{name} när blanketten gjordes" for name in RUBRIK)
ID, NAMN = "Id", "Aktivitet"
COLUMNS = (ID, "Handlingsplan", "Hör till", NAMN, "Tid nu", *RUBRIK, *TIDIGARE)


def values(aktivitet: Delaktivitet) -> Värden:
    """Return what the form carries of an activity as the plan says it now."""
    return tuple(one_line(kolumn.värde(aktivitet) or "") for kolumn in FRÅGAS)


def one_line(text: str) -> str:
    """Return a text without line breaks, hard spaces and spaces at its ends: a cell shows no difference.

    Nor does it show whether a letter is written as one character or as two.
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def rows(plan: Plan) -> dict[str, Rad]:
    """Return the rows that carry a status of their own, by id."""
    return {rad.aktivitet.id: rad for rad in plan.alla_rader if rad.räknas}


def fingerprint(plan: Plan) -> str:
    """Return a checksum of what the forms carry: the same as long as nothing of that has changed."""
    whole = [(id, one_line(rad.aktivitet.namn), *values(rad.aktivitet)) for id, rad in rows(plan).items()]
    return hashlib.sha256(repr(whole).encode()).hexdigest()[:16]
