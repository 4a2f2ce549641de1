"""What can be wrong with a file before its values mean anything, in words that an editor understands."""

from __future__ import annotations

from typing import NamedTuple

from planmotor.grund.problem import Problem


class Fault(NamedTuple):
    """The words of one kind of fault. ``text`` may hold ``{word}``; a fix made for the line goes first."""

    text: str
    fix: str


FAULTS: dict[str, Fault] = {
    "filen-saknas": Fault(
        "Filen går inte att läsa ({word}).", "Kontrollera att filen finns och att du har rätt att läsa den."
    ),
    "for-stor-fil": Fault(
        "Filen är större än {word} MB.", "Dela upp innehållet eller ta bort det som inte hör hit."
    ),
    "inte-utf8": Fault(
        "Filen är inte sparad som UTF-8; här står ett tecken som inte går att läsa.",
        "Spara om filen med teckenkodningen UTF-8.",
    ),
    "tom-fil": Fault(
        "Filen är tom eller börjar inte med en nyckel.",
        "Börja filen med en nyckel längst till vänster, till exempel: plan:",
    ),
    "flera-dokument": Fault(
        "Filen delas i två av en rad med tre bindestreck eller tre punkter.",
        "Ta bort den raden (--- eller ...).",
    ),
    "upprepad-nyckel": Fault(
        'Nyckeln "{word}" står redan i samma post.', "Ta bort den ena eller slå ihop värdena."
    ),
    "konstig-nyckel": Fault(
        "Det som står före kolonet är ingen nyckel.", "Skriv nyckeln som ett ord följt av kolon."
    ),
    "ankare": Fault(
        'YAML:s ankare och hänvisningar ("{word}") går inte att använda här.',
        "Skriv ut värdet på varje ställe. Sätt citattecken kring en text som ska börja med & eller *.",
    ),
    "tagg": Fault(
        'YAML-taggen "{word}" går inte att använda här.',
        "Ta bort taggen. Sätt citattecken kring en text som ska börja med utropstecken.",
    ),
    "saknat-citattecken": Fault(
        "Värdet innehåller ett kolon följt av mellanslag men saknar citattecken.",
        'Sätt raka citattecken kring hela värdet, till exempel: namn: "Uppföljning: enkät"',
    ),
    "otillatet-tecken": Fault(
        'Värdet börjar med "{word}", som betyder något särskilt i YAML.',
        "Sätt raka citattecken kring hela värdet.",
    ),
    "text-efter-slutet": Fault(
        "Det står mer efter citattecknet eller parentesen som avslutar värdet.",
        "Sätt enkla citattecken kring hela värdet, till exempel: namn: '\"Pilot\" i samverkan'",
    ),
    "fel-indrag": Fault(
        "Indraget stämmer inte med raderna ovanför.",
        "Ställ raden i linje med sina syskon, två mellanslag för varje nivå.",
    ),
    "tabb": Fault(
        "Raden har en tabb där det ska vara mellanslag.",
        "Byt tabben mot mellanslag, två för varje nivå.",
    ),
    "hart-blanksteg": Fault(
        "Raden har ett hårt blanksteg där det ska vara ett vanligt mellanslag.",
        "Ta bort det och tryck på mellanslagstangenten. Tecknet följer ofta med från Word eller en webbsida.",
    ),
    "oavslutat-citattecken": Fault(
        "Ett citattecken öppnas men stängs aldrig.",
        "Sätt ett citattecken till i slutet av värdet, av samma slag som det första.",
    ),
    "oavslutad-parentes": Fault(
        "En hakparentes eller klammer saknar sin andra halva, eller så är ett kommatecken fel.",
        "Varje [ behöver sin ] och varje { sin }, med komma emellan. Sätt citattecken kring text med kolon.",
    ),
    "saknat-kolon": Fault(
        "Raden saknar kolon efter nyckeln.",
        "Skriv nyckel, kolon, mellanslag och värde. Hör texten till raden ovanför: skriv dem på en rad.",
    ),
    "saknat-mellanslag": Fault(
        "Det saknas ett mellanslag efter kolonet eller strecket.",
        "Skriv ett mellanslag efter kolonet i namn: … och efter strecket i - id: …",
    ),
    "styrtecken": Fault(
        "Raden innehåller ett osynligt tecken ({word}).",
        "Ta bort tecknet; skriv om raden för hand om du inte ser det.",
    ),
    "omvant-snedstreck": Fault(
        "Ett omvänt snedstreck (\\) inom citattecken går inte att tolka.",
        "Skriv två snedstreck (\\\\), eller byt till enkla citattecken.",
    ),
    "konfliktmarkering": Fault(
        "En markering från en sammanslagning står kvar i filen.",
        "Behåll den version som gäller och ta bort raderna med <<<<<<<, ======= och >>>>>>>.",
    ),
    "nyare-format": Fault(
        "Filen är skriven i format {word}, som är nyare än det här programmet kan läsa.",
        "Uppdatera programmet till en nyare version och försök igen. Ändra inte siffran i filen.",
    ),
    "for-manga-fel": Fault(
        "Filen har {word} fel, och bara en del av dem berättas här.",
        "Rätta det första och kontrollera igen: ofta har många fel samma orsak.",
    ),
    "for-djupt": Fault(
        "Listor eller nycklar ligger för djupt inuti varandra.",
        "Kontrollera parenteser och indrag kring raden.",
    ),
}


def fault(rule: str, path: str, at: tuple[int, int], word: object = "", fix: str = "") -> Problem:
    """Return the problem of this kind at (line, column); ``fix`` replaces the general one."""
    # replace() and not format(): the words may hold braces of their own.
    text, usual = FAULTS[rule]
    return Problem(path, *at, rule, text.replace("{word}", str(word)), fix or usual)
