"""How changes of fields are told, where general words wouldn't be good Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planmotor.plan.falttyp import Aktivitetsfält, Värdeslag
from planmotor.plan.model.statusord import STATUSORD

FRAMÅT = tuple(post.ord for post in STATUSORD if post.framåt)


@dataclass(frozen=True, slots=True)
class Ändringsord:
    """How a change is told. Fields with the same ``slag`` are told of together.

    ``namn``, ``ett``, ``flera`` and ``hjälp`` are the kind's in the list of changes. ``bestämd`` is the
    value in the definite form. ``ledord`` stands before a value that is told beside another. ``lista`` is
    what is said when texts come and go: one or several new, one or several gone, and all in the definite.
    """

    slag: str
    namn: str
    ett: str
    flera: str
    hjälp: str
    bestämd: str
    ledord: str = ""
    lista: tuple[str, str, str, str, str] = ("", "", "", "", "")


WORDS: Mapping[str, Ändringsord] = {
    "namn": Ändringsord(
        *("omformulerad", "Omformulerad", "omformulerad rad", "omformulerade rader"),
        "Radens text har ändrats. Orden som har tagits bort och lagts till är märkta.",
        "Texten",
    ),
    "prioritet": Ändringsord(
        *("prioritet", "Prioritet", "ändrad prioritet", "ändrade prioriteter"),
        *("Åren som raden gäller har ändrats.", "Prioriteten"),
    ),
    "status": Ändringsord(
        *("status", "Status", "ändrad status", "ändrade statusar"),
        f"Status har gått framåt eller bakåt. Framåt är ordningen {', '.join(FRAMÅT)}. "
        "Övriga ord är varken framåt eller bakåt. Status kan också ha angetts eller tagits bort.",
        "Statusen",
    ),
    "kommentar": Ändringsord(
        *("kommentar", "Kommentar", "ändrad kommentar", "ändrade kommentarer"),
        *("Det som står utöver statusordet har ändrats.", "Kommentaren"),
    ),
    "ansvarig": Ändringsord(
        *("ansvar", "Ansvar", "ändrat ansvar", "ändrade ansvar"),
        "Andra organ ansvarar eller beslutar. Att samma organ står i en annan ordning är ingen ändring.",
        "Ansvaret",
    ),
    "tid": Ändringsord(
        *("tid", "Tid", "ändrad tid", "ändrade tider"),
        "Tiden är tidigare eller senare, mer eller mindre exakt, eller så är ett datum nytt eller borttaget.",
        "Tiden",
    ),
    "mått": Ändringsord(
        *("mått", "Mått", "rad med ändrade mått", "rader med ändrade mått"),
        *("Hur man ser att det är gjort har ändrats.", "Måttet"),
        lista=("Nytt mått", "Nya mått", "Borttaget mått", "Borttagna mått", "måtten"),
    ),
    "målvärde": Ändringsord(
        *("målvärde", "Målvärde", "rad med ändrat målvärde", "rader med ändrade målvärden"),
        *("Målet för måttet har ändrats.", "Målvärdet"),
        lista=("Nytt målvärde", "Nya målvärden", "Borttaget målvärde", "Borttagna målvärden", "målvärdena"),
    ),
    "punkter": Ändringsord(
        *("punkter", "Punkter", "rad med ändrade punkter", "rader med ändrade punkter"),
        *("Punkterna som hör till raden har ändrats.", "Punkten"),
        lista=("Ny punkt", "Nya punkter", "Borttagen punkt", "Borttagna punkter", "punkterna"),
    ),
    "beslutande_organ": Ändringsord(*("ansvar", "", "", "", "", "Beslutet"), ledord="beslutar"),
}


def ändringsord(fält: Aktivitetsfält) -> Ändringsord:
    """Return how a change of the field is told: its own words, else some that fit any field."""
    if fält.namn in WORDS:
        return WORDS[fält.namn]
    label = fält.etikett.lower()
    rows = (f"rad med ändring i {label}", f"rader med ändring i {label}")
    the = f"Texten i {label}" if fält.slag is Värdeslag.TEXTER else fält.etikett
    new, gone = f"Nytt i {label}", f"Borttaget i {label}"
    told = (fält.namn, fält.etikett, *rows, f"{fält.etikett} har ändrats.", the)
    return Ändringsord(*told, lista=(new, new, gone, gone, f"texterna i {label}"))
