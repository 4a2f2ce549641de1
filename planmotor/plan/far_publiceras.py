"""What may be published: one rule for data, pages, replies, file names and the properties of documents.

A personal identity number never may. A telephone number or an e-mail address may when the plan says whose it
is: in ``får_publiceras`` of ``webbplats.yaml``, or in a field of the model that is there for it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from planmotor.grund.problem import Invalid, Problem
from planmotor.grund.text import INVISIBLE, ODD
from planmotor.plan.personuppgifter import EPOST, NEVER, Uppgift, found_in, may_hold, with_article
from planmotor.plan.source import Document, Value, read

ID = "personuppgift"
LIST = "får_publiceras"
WHAT_MAY_STAND = "Här ska det stå funktioner och organ, inte personer."
MOST_NUMBERS = 8_000  # lines of a file that may hold a number or an address
LONGEST_LINE = 200_000  # characters
FEWEST = 6  # digits of a number
_DIGIT, _MARKED = re.compile(r"\d"), re.compile(r"[@%&(\[]")  # what an address is written, or hidden, with
_SPACES = re.compile(f"[{ODD}]")
_MARKUP = re.compile(r"[*_`\\]")


def key(text: str) -> str:
    """Return what two ways of writing the same number or address have in common."""
    if re.search(r"@|[(\[]at[)\]]", text, re.IGNORECASE):
        return re.sub(r"\s|[()\[\]]", "", re.sub(r"[(\[]at[)\]]", "@", text, flags=re.IGNORECASE)).casefold()
    return re.sub(r"^(?:\+|00)46(?:0(?=\d))?", "0", re.sub(r"[^\d+]", "", text))


def released(webbplats: Document | None) -> frozenset[str]:
    """Return the keys of what the file lets be published; what is wrong with its form is told elsewhere."""
    listed: Value = webbplats.data.get(LIST) if webbplats else None
    posts = listed if isinstance(listed, list) else []
    texts = (post.get("uppgift") for post in posts if isinstance(post, dict))
    return frozenset(key(text) for text in texts if isinstance(text, str))


def released_beside(data: Path) -> frozenset[str]:
    """Return what the plan whose main file is ``data`` lets be published; nothing when it can't be read."""
    try:
        return released(read(data.with_name("webbplats.yaml")))
    except Invalid:
        return frozenset()


def unfit(text: str, allowed: frozenset[str]) -> Iterator[Uppgift]:
    """Yield what in a text isn't fit to publish."""
    for found in found_in(text):
        if found.slag in NEVER or key(found.text) not in allowed:
            yield found


def advice(found: Uppgift) -> str:
    """Return what to do about it, and how the exception is made where there may be one."""
    if found.slag in NEVER:
        phone = re.fullmatch(r"0\d{9}", found.text)  # ten digits may be either
        hint = " Är det ett telefonnummer? Skriv bindestreck efter riktnumret." if phone else ""
        return f"Ta bort numret. Ett sådant nummer får aldrig publiceras.{hint}"
    what = "adressen" if found.slag == EPOST else "numret"
    return (
        f"Ta bort {what}. {WHAT_MAY_STAND} Hör {what} till en organisation? Skriv in det med skäl i "
        f"{LIST} i webbplats.yaml."
    )


def in_text(path: str, text: str, allowed: frozenset[str]) -> Iterator[Problem]:
    """Yield each line of a page, or of another text file, that isn't fit to publish.

    A file with far more numbers than people write would take minutes: then it is told of, and read no more.
    """
    left = MOST_NUMBERS
    for number, line in enumerate(text.split("\n"), 1):
        if len(_DIGIT.findall(line)) < FEWEST and not _MARKED.search(line):
            continue
        left -= may_hold(line)
        if left < 0 or len(line) > LONGEST_LINE:
            said = "Filen har för många tal, eller för långa rader, för att gå att läsa igenom."
            yield Problem(path, number, 1, ID, said, "Dela upp den, eller lägg den utanför mappen med sidor.")
            return
        once = dict.fromkeys(found for shown in _as_shown(line) for found in unfit(shown, allowed))
        for found in _once(list(once)):
            said = f"Raden innehåller något som ser ut som {with_article(found.slag)}."
            column = max(line.find(found.text), 0) + 1
            yield Problem(path, number, column, ID, said, advice(found))


def in_name(path: str, allowed: frozenset[str]) -> Iterator[Problem]:
    """Yield what in a file's own name isn't fit to publish: the name is part of its address."""
    for found in unfit(re.sub("[_+]", " ", unquote(path)), allowed):
        said = f"Filens namn innehåller något som ser ut som {with_article(found.slag)}."
        yield Problem(path, 1, 1, ID, said, "Byt namn på filen, så att namnet säger vad den handlar om.")


def _as_shown(line: str) -> Iterator[str]:
    """Yield a line as it is written, and as a reader meets it: links and entities decoded, markup gone."""
    yield line
    decoded = html.unescape(unquote(line))
    shown = _SPACES.sub(" ", INVISIBLE.sub("", decoded.replace("\u00ad", "")))
    if shown != line:
        yield shown
    bare = _MARKUP.sub("", shown)
    if bare != shown and "@" not in bare:  # an address may hold such characters itself
        yield bare


def _once(found: list[Uppgift]) -> Iterator[Uppgift]:
    """Yield one of each kind and key: a line read in several ways says the same thing once."""
    once: dict[tuple[str, str], Uppgift] = {}
    for one in found:
        once.setdefault((one.slag, key(one.text)), one)
    yield from once.values()
