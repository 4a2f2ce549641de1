"""What can be wrong with a file before its values mean anything, in words that an editor understands."""

from __future__ import annotations

from typing import Any, NamedTuple

from planmotor.problem import Problem


class Fault(NamedTuple):
    """The words of one kind of fault; ``text`` and ``fix`` may hold ``{word}``."""

    text: str
    fix: str


FAULTS: dict[str, Fault] = {
    "filen-saknas": Fault(
        "Filen går inte att läsa ({word}).", "Kontrollera att filen finns och att du har rätt att läsa den."
    ),
    "for-stor-fil": Fault(
        "Filen är större än {word} MB.", "Dela upp innehållet eller ta bort det som inte hör hit."
    ),
    "inte-utf8": Fault("Filen är inte sparad som UTF-8.", "Spara om filen med teckenkodningen UTF-8."),
    "tom-fil": Fault(
        "Filen är tom eller börjar inte med en nyckel.",
        "Börja filen med en nyckel längst till vänster, till exempel: plan:",
    ),
    "flera-dokument": Fault(
        "Filen innehåller flera YAML-dokument.", "Ta bort raden med tre bindestreck (---)."
    ),
    "upprepad-nyckel": Fault(
        'Nyckeln "{word}" står redan i samma post.', "Ta bort den ena eller slå ihop värdena."
    ),
    "konstig-nyckel": Fault("En nyckel måste vara ett ord.", "Skriv nyckeln som ett ord följt av kolon."),
    "ankare": Fault(
        'YAML:s ankare och hänvisningar ("{word}") går inte att använda här.',
        "Skriv ut värdet på varje ställe där det behövs.",
    ),
    "tagg": Fault(
        'YAML-taggen "{word}" går inte att använda här.',
        "Ta bort taggen; modellen vet vilken typ varje fält har.",
    ),
    "saknat-citattecken": Fault(
        "Värdet innehåller ett kolon följt av mellanslag men saknar citattecken.",
        'Sätt citattecken kring hela värdet, till exempel: namn: "Uppföljning: enkät"',
    ),
    "fel-indrag": Fault(
        "Indraget stämmer inte med raderna ovanför, eller så saknar raden ovanför sitt kolon.",
        "Ställ raden i linje med sina syskon, två mellanslag för varje nivå.",
    ),
    "otillatet-tecken": Fault(
        "Värdet börjar med ett tecken som inte får stå först, till exempel @, %, ` eller en tabb.",
        "Byt tabbar mot mellanslag, och sätt citattecken kring värdet.",
    ),
    "oavslutat-citattecken": Fault(
        "Ett citattecken öppnas men stängs aldrig.", "Sätt ett citattecken i slutet av värdet."
    ),
    "oavslutad-parentes": Fault(
        "En hakparentes eller klammer stängs inte, eller ett kommatecken saknas.",
        "Kontrollera att varje [ har sin ] och varje { sin }, med komma mellan värdena.",
    ),
    "saknat-kolon": Fault(
        "Raden saknar kolon efter nyckeln.", "Skriv nyckeln, ett kolon, ett mellanslag och sedan värdet."
    ),
    "styrtecken": Fault(
        "Filen innehåller ett osynligt styrtecken.",
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
    "for-djupt": Fault(
        "Listor eller nycklar ligger för djupt inuti varandra.",
        "Kontrollera parenteser och indrag kring raden.",
    ),
}
# What libyaml says, and which fault that is. The ones that open something are told where it was opened.
SIGNS = (
    ("cannot start any token", "otillatet-tecken"),
    ("found unexpected end of stream", "oavslutat-citattecken"),
    ("could not find expected ':'", "saknat-kolon"),
    ("did not find expected ',' or", "oavslutad-parentes"),
    ("control characters are not allowed", "styrtecken"),
    ("unknown escape character", "omvant-snedstreck"),
    ("too deep", "for-djupt"),
)
TOLD_WHERE_OPENED = {"oavslutat-citattecken", "oavslutad-parentes"}


def fault(rule: str, path: str, at: tuple[int, int], word: object = "") -> Problem:
    """Return the problem of this kind at (line, column)."""
    # replace() and not format(): the words may hold braces of their own.
    text, fix = (said.replace("{word}", str(word)) for said in FAULTS[rule])
    return Problem(path, *at, rule, text, fix)


def explain(error: Exception, text: str, path: str) -> Problem:
    """Return the problem that a YAML parser's exception tells of, on its line in ``text``."""
    conflict = _line_that(text, lambda line: line.startswith(("<<<<<<< ", ">>>>>>> ")))
    if conflict:
        return fault("konfliktmarkering", path, (conflict, 1))
    said = f"{getattr(error, 'problem', '')} {error}"
    rule = next((rule for sign, rule in SIGNS if sign in said), "fel-indrag")
    mark = getattr(error, "problem_mark", None)
    if rule in TOLD_WHERE_OPENED:
        mark = getattr(error, "context_mark", None) or mark
    line, column = _position(mark, text)
    if "mapping values are not allowed" in said and _second_colon(text, line, column):
        rule = "saknat-citattecken"
    return fault(rule, path, (line, column))


def _second_colon(text: str, line: int, column: int) -> bool:
    """Tell whether the line has a key already before the colon at ``column``."""
    return ":" in text.split("\n")[line - 1][: column - 1]


def _line_that(text: str, holds: Any) -> int | None:
    return next((number for number, line in enumerate(text.splitlines(), 1) if holds(line)), None)


def _position(mark: Any, text: str) -> tuple[int, int]:
    if mark is None:  # libyaml gives no mark for a character that it can't read
        line = _line_that(text, lambda line: any(not char.isprintable() and char != "\t" for char in line))
        return line or 1, 1
    last = max(1, text.count("\n") + (not text.endswith("\n")))
    return min(mark.line + 1, last), mark.column + 1
