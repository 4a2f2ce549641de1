"""The list of sections that a form offers: as they were called on the day when it was made."""

from __future__ import annotations

import re

from planmotor.office.las.innehall import Innehåll, Inrad, Intabell
from planmotor.remiss.blankett.blankett import LIST_HEADS

TAG = "avsnitt:"  # of the lists in the form in Word
SECTION = re.compile(r"[a-z0-9/_-]+(?:#[\w-]+)?")


def take_choices(innehåll: Innehåll) -> dict[str, str]:
    """Return the id of each section by its title; take them out of the sheet that holds them in Excel."""
    lists = (offered for tag, offered in innehåll.listor.items() if tag.startswith(TAG))
    found = {title: id for title, id in next(lists, {}).items() if id}
    for number, block in enumerate(innehåll.block):
        if isinstance(block, Intabell) and block.rader and _texts(block.rader[0]) == LIST_HEADS:
            choices = [row for row in block.rader if _is_choice(row)]
            found |= {row.celler[0].text: row.celler[1].text for row in choices}
            rest = tuple(row for row in block.rader if not _is_choice(row))
            innehåll.block[number] = Intabell(block.plats, rest)
    return found


def _texts(row: Inrad) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.celler)


def _is_choice(row: Inrad) -> bool:
    texts = _texts(row)
    return len(texts) == len(LIST_HEADS) and all(texts) and bool(SECTION.fullmatch(texts[1]))
