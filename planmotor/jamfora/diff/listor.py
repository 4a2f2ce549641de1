"""How a list of texts has changed: what came, what went, and what reads otherwise."""

from __future__ import annotations

from planmotor.grund.sprak import citat, citerade, liten
from planmotor.jamfora.diff.ord import Bit, bitar
from planmotor.plan.andringsord import Ändringsord

Texts = tuple[str, ...]


def plain(texts: Texts) -> Texts:
    """Return the texts with one space between words."""
    return tuple(" ".join(text.split()) for text in texts)


def ändrade(ord_: Ändringsord, före: Texts, efter: Texts) -> str:
    """Return what has happened between two lists that aren't the same, as one sentence."""
    lost, gained = _only_in(före, efter), _only_in(efter, före)
    if len(lost) == len(gained) == 1:
        return f"{ord_.bestämd} lyder nu {citat(gained[0])} i stället för {citat(lost[0])}"
    nytt, nya, borttaget, borttagna, dem = ord_.lista
    said = [_counted(nytt, nya, gained), _counted(borttaget, borttagna, lost)]
    told = [sentence for sentence in said if sentence]
    if not told:
        return f"Ordningen mellan {dem} är ändrad"
    return "; ".join([told[0], *map(liten, told[1:])])


def ord_för_ord(före: Texts, efter: Texts) -> tuple[Bit, ...]:
    """Return the words of the one text that reads otherwise; nothing when texts only came or went."""
    lost, gained = _only_in(före, efter), _only_in(efter, före)
    return bitar(lost[0], gained[0]) if len(lost) == len(gained) == 1 else ()


def _only_in(these: Texts, others: Texts) -> list[str]:
    left, found = list(others), []
    for text in these:
        if text in left:
            left.remove(text)
        else:
            found.append(text)
    return found


def _counted(one: str, many: str, texts: list[str]) -> str:
    return f"{one if len(texts) == 1 else many}: {citerade(texts)}" if texts else ""
