"""How a list of texts has changed: what came, what went, and what reads otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from planmotor.grund.sprak import citat, citerade, liten
from planmotor.jamfora.diff.ord import Bit, bitar


@dataclass(frozen=True, slots=True)
class Ordval:
    """What the texts of a list are called when one or several come, go, change or trade places."""

    nytt: str
    nya: str
    borttaget: str
    borttagna: str
    det: str
    dem: str


MÅTT = Ordval("Nytt mått", "Nya mått", "Borttaget mått", "Borttagna mått", "Måttet", "måtten")
MÅLVÄRDE = Ordval(
    *("Nytt målvärde", "Nya målvärden", "Borttaget målvärde", "Borttagna målvärden"),
    *("Målvärdet", "målvärdena"),
)
PUNKTER = Ordval("Ny punkt", "Nya punkter", "Borttagen punkt", "Borttagna punkter", "Punkten", "punkterna")

Texts = tuple[str, ...]


def plain(texts: Texts) -> Texts:
    """Return the texts with one space between words."""
    return tuple(" ".join(text.split()) for text in texts)


def ändrade(ord_: Ordval, före: Texts, efter: Texts) -> str:
    """Return what has happened between two lists that aren't the same, as one sentence."""
    lost, gained = _only_in(före, efter), _only_in(efter, före)
    if len(lost) == len(gained) == 1:
        return f"{ord_.det} lyder nu {citat(gained[0])} i stället för {citat(lost[0])}"
    said = [_counted(ord_.nytt, ord_.nya, gained), _counted(ord_.borttaget, ord_.borttagna, lost)]
    told = [sentence for sentence in said if sentence]
    if not told:
        return f"Ordningen mellan {ord_.dem} är ändrad"
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
