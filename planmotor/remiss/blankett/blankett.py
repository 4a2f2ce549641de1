"""What a reply form says, whatever it is written as: Word, Excel or HTML.

``remiss läs-in`` reads the same columns back, so what stands here is the contract between the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from planmotor.grund.problem import Stopped
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.remiss import Remiss, Remissfråga, Svarsväg
from planmotor.plan.model.types import in_words
from planmotor.plan.remisslage import svarstid
from planmotor.remiss.avsnitt import Avsnitt, avsnitt

# The version of the form: raised when its columns or properties change.
BLANKETT = 1
# The columns of a remark, in order: key in the saved file, and heading.
KOLUMNER = (
    ("avsnitt", "Avsnitt"),
    ("sida", "Sida"),
    ("rad", "Rad"),
    ("synpunkt", "Synpunkt"),
    ("föreslagen_lydelse", "Föreslagen lydelse"),
    ("motivering", "Motivering"),
)
# Custom properties of a Word or Excel file: its version, the round and who answers.
EGENSKAPER = ("blankett", "remiss", "remissinstans")
# The heads of the hidden list of sections in Excel.
LIST_HEADS = ("Avsnitt", "Avsnittets id")
VÄLJ = "Välj avsnitt"
SKRIV = "Skriv svaret här."


class Instans(NamedTuple):
    """A body that is asked: its id and name."""

    id: str
    namn: str


@dataclass(frozen=True)
class Blankett:
    """A reply form for one body, or for nobody yet when ``instans`` is empty."""

    plan: str
    remiss: Remiss
    instans: Instans
    sista_dag: date | None
    avsnitt: tuple[Avsnitt, ...]

    @property
    def titel(self) -> str:
        """The title of the document."""
        return f"Remissvar: {self.remiss.namn}"

    @property
    def dokumenttitel(self) -> str:
        """The title with who answers: what a window or a list of files shows."""
        return f"{self.titel} – {self.instans.namn}" if self.instans.namn else self.titel

    @property
    def namn(self) -> str:
        """The name of the file, without its ending."""
        return filnamn(self.remiss.id, self.instans.id)

    @property
    def frågor(self) -> tuple[Remissfråga, ...]:
        """The questions, in order."""
        return self.remiss.frågor

    @property
    def egenskaper(self) -> dict[str, str]:
        """The custom properties that say which form it is."""
        return dict(zip(EGENSKAPER, (str(BLANKETT), self.remiss.id, self.instans.id), strict=True))

    @property
    def märke(self) -> str:
        """The same in plain sight, for the day when the properties are lost."""
        return (
            f"Blankett {BLANKETT} · remiss {self.remiss.id} · remissinstans {self.instans.id or 'ej angiven'}"
        )

    @property
    def uppgifter(self) -> tuple[tuple[str, str], ...]:
        """What the form is about, as pairs of words; what is missing is said to be."""
        last = f"{in_words(self.sista_dag)}" if self.sista_dag else "ej angiven"
        return (
            ("Plan", self.plan),
            ("Remiss", self.remiss.namn),
            ("Diarienummer", self.remiss.diarienummer or "ej angivet"),
            ("Version", self.remiss.version or "ej angiven"),
            ("Remissinstans", self.instans.namn or "ej angiven"),
            ("Sista dag att svara", last),
        )


def filnamn(remiss: str, instans: str) -> str:
    """Return the name of a reply's file, without its ending: remissvar-2026-ekby."""
    return "-".join(part for part in ("remissvar", remiss, instans) if part)


def instanser(plan: Plan, remiss: Remiss) -> tuple[Instans, ...]:
    """Return the bodies that a round asks, in its order."""
    return tuple(Instans(id, plan.namn(id)) for id in remiss.remissinstanser)


def blankett(plan: Plan, remiss: Remiss, instans: Instans, docs: Path) -> Blankett:
    """Return the form of one body. ``docs`` is the folder of the pages that the sections are read from."""
    sections = avsnitt(plan, docs)
    return Blankett(plan.uppgifter.namn, remiss, instans, svarstid(plan, remiss).stänger, sections)


def vägar(svara: Svarsväg | None) -> tuple[tuple[str, str], ...]:
    """Return the ways to send a reply, as pairs of words; none when nobody has given any."""
    if svara is None:
        return ()
    found = (
        ("Mottagare", svara.mottagare),
        ("E-post", svara.e_post),
        ("Sida", svara.länk),
        ("Post", svara.post),
    )
    return tuple((label, value) for label, value in found if value)


def anvisningar(form: Blankett, *, växer: bool) -> tuple[str, ...]:
    """Return how to fill in and send the form, one step each; ``växer`` when rows can be added to it."""
    steps = (
        "Svara för organisationen. Skriv inga namn, personnummer, telefonnummer eller andra uppgifter "
        "om enskilda personer.",
        "Svara på frågorna. Ett tomt svar betyder att ni avstår." if form.frågor else "",
        "Skriv en synpunkt på varje rad. Välj avsnitt i listan. "
        "Gäller synpunkten allt väljer ni Hela planen.",
        "Sida och rad är siffrorna i den utskrivna remissversionen. Lämna rutorna tomma om ni har läst på "
        "webbplatsen.",
        "Under Föreslagen lydelse skriver ni texten så som ni vill ha den.",
        "Räcker inte raderna till lägger ni till fler." if växer else "",
        "Ändra inte rubrikerna.",
        f"Spara filen och skicka den senast den {in_words(form.sista_dag)}." if form.sista_dag else "",
    )
    return tuple(step for step in steps if step)


def var_svara(form: Blankett) -> str:
    """Return where the reply goes, in a sentence or two; says so when nobody has told."""
    found = vägar(form.remiss.svara)
    if not found:
        return "Vart svaret ska skickas är inte angivet. Fråga den som skickade remissen."
    return " ".join(f"{label}: {value}." for label, value in found)


def remiss_att_svara(plan: Plan, id: str | None, candidates: tuple[Remiss, ...]) -> Remiss:
    """Return the round that is named, else the only candidate; raise Stopped with what to write instead."""
    known = ", ".join(remiss.id for remiss in plan.remisser) or "ingen"
    if id is not None:
        found = plan.remiss(id)
        if found is None:
            raise Stopped(f"Remissen {id} finns inte. Välj en som finns: {known}.")
        return found
    if not candidates:
        raise Stopped(f"Ingen remiss är öppen. Välj en med --remiss. Finns: {known}.")
    if len(candidates) > 1:
        several = ", ".join(remiss.id for remiss in candidates)
        raise Stopped(f"Flera remisser är öppna: {several}. Välj en med --remiss.")
    return candidates[0]
