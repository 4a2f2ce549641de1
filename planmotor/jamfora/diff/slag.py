"""The kinds of change: what each is called, how it is counted and what it means to a reader."""

from __future__ import annotations

from dataclasses import dataclass

from planmotor.plan.model.statusord import STATUSORD


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


FORWARD = tuple(post.ord for post in STATUSORD if post.framåt)

# In the order that they are told: first what came and went, then what changed in what stayed.
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
    "omformulerad": Slag(
        "Omformulerad",
        "omformulerad rad",
        "omformulerade rader",
        "Radens text har ändrats. Orden som har tagits bort och lagts till är märkta.",
    ),
    "tid": Slag(
        "Tid",
        "ändrad tid",
        "ändrade tider",
        "Tiden är tidigare eller senare, mer eller mindre exakt, eller så är ett datum nytt eller borttaget.",
    ),
    "ansvar": Slag(
        "Ansvar",
        "ändrat ansvar",
        "ändrade ansvar",
        "Andra organ ansvarar eller beslutar. Att samma organ står i en annan ordning är ingen ändring.",
    ),
    "status": Slag(
        "Status",
        "ändrad status",
        "ändrade statusar",
        f"Status har gått framåt eller bakåt. Framåt är ordningen {', '.join(FORWARD)}. "
        "Övriga ord är varken framåt eller bakåt. Status kan också ha angetts eller tagits bort.",
    ),
    "prioritet": Slag(
        "Prioritet", "ändrad prioritet", "ändrade prioriteter", "Åren som raden gäller har ändrats."
    ),
    "mått": Slag(
        "Mått", "rad med ändrade mått", "rader med ändrade mått", "Hur man ser att det är gjort har ändrats."
    ),
    "målvärde": Slag(
        "Målvärde", "rad med ändrat målvärde", "rader med ändrade målvärden", "Målet för måttet har ändrats."
    ),
    "punkter": Slag(
        "Punkter",
        "rad med ändrade punkter",
        "rader med ändrade punkter",
        "Punkterna som hör till raden har ändrats.",
    ),
    "kommentar": Slag(
        "Kommentar", "ändrad kommentar", "ändrade kommentarer", "Det som står utöver statusordet har ändrats."
    ),
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
