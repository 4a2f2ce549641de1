"""The kinds of change: what each is called, how it is counted and what it means to a reader."""

from __future__ import annotations

from dataclasses import dataclass

from planmotor.plan.andringsord import Ändringsord, ändringsord
from planmotor.plan.falttyp import Yta
from planmotor.plan.ytor import på


@dataclass(frozen=True, slots=True)
class Slag:
    """A kind of change. ``ett`` and ``flera`` follow a number; ``hjälp`` says what the kind means."""

    namn: str
    ett: str
    flera: str
    hjälp: str

    def antal(self, number: int) -> str:
        """Return how many there are, in words: 1 ny rad, 2 nya rader."""
        return f"{number} {self.ett if number == 1 else self.flera}"


def _told(words: Ändringsord) -> tuple[str, str, str, str]:
    return words.namn, words.ett, words.flera, words.hjälp


# In the order that they are told: first what came and went, then what changed in what stayed, field by field.
SLAG: dict[str, Slag] = {
    "ny": Slag(
        "Ny", "ny rad", "nya rader", "En aktivitet eller delaktivitet som inte följer på någon tidigare."
    ),
    "borttagen": Slag(
        "Borttagen",
        "borttagen rad",
        "borttagna rader",
        "En rad som inte finns kvar och som ingen ny rad ersätter. Skälet visas när källan ger ett.",
    ),
    "sammanslagen": Slag(
        "Sammanslagen",
        "sammanslagen rad",
        "sammanslagna rader",
        "En rad som ersätter två eller flera tidigare rader. Den jämförs med dem alla.",
    ),
    "delad": Slag(
        "Delad", "delad rad", "delade rader", "En tidigare rad som två eller flera nya rader ersätter."
    ),
    **{words.slag: Slag(*_told(words)) for words in map(ändringsord, på(Yta.JÄMFÖRELSE)) if words.namn},
    "område": Slag(
        "Flyttad",
        "flyttad rad",
        "flyttade rader",
        "Raden finns nu i ett annat område eller i en annan handlingsplan. "
        "Har hela området ersatts av ett nytt räknas det som ändrad indelning i stället.",
    ),
    "nivå": Slag(
        "Nivå",
        "rad på ny nivå",
        "rader på ny nivå",
        "En aktivitet har blivit en del av en annan, eller en del har blivit en egen aktivitet.",
    ),
    "ordning": Slag(
        "Ordning",
        "rad i ny ordning",
        "rader i ny ordning",
        "Raden har själv bytt plats bland de andra. En rad som bara har knuffats ned räknas inte.",
    ),
    "planuppgift": Slag(
        "Planuppgift",
        "ändrad planuppgift",
        "ändrade planuppgifter",
        "En uppgift som gäller planen som helhet.",
    ),
    "indelning": Slag(
        "Indelning",
        "ändrat område",
        "ändrade områden",
        "Ett område eller en handlingsplan är ny, borttagen eller har fått andra uppgifter.",
    ),
    "effektmått": Slag(
        "Effektmått",
        "ändrat effektmått",
        "ändrade effektmått",
        "Ett effektmått är nytt, borttaget eller har ett annat namn, mål, värde eller en annan riktning.",
    ),
    "riktvärde": Slag(
        "Riktvärde",
        "ändrat riktvärde",
        "ändrade riktvärden",
        "Ett riktvärde är nytt, borttaget eller ändrat.",
    ),
    "rekommendation": Slag(
        "Rekommendation",
        "ändrad rekommendation",
        "ändrade rekommendationer",
        "En rekommendation till de lokala planerna är ny, borttagen eller omformulerad.",
    ),
    "lokal plan": Slag(
        "Lokal plan",
        "ändring i en lokal plan",
        "ändringar i lokala planer",
        "En kommuns lokala plan har ett annat läge, eller en annan status för en rekommendation.",
    ),
    "organ": Slag(
        "Organ",
        "ändrat organ",
        "ändrade organ",
        "Ett organ eller en kommun är ny, borttagen eller har ändrade uppgifter.",
    ),
}
