"""En ruta att bocka av, [!NOTE], :smile: och ~ett~ vågstreck betyder något bara hos Git-tjänsten.

På webbplatsen och i PDF-filerna skulle tecknen stå kvar som de är skrivna.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida

ID = "bara-i-forhandsvisningen"
TASK = re.compile(r"\[([ xX])\](?=\s)")
ALERT = re.compile(r"\[!(\w+)\]")
CALLED = {
    "note": "Observera",
    "tip": "Tips",
    "important": "Viktigt",
    "warning": "Varning",
    "caution": "Se upp",
}
SHORTCODE = re.compile(r"(?<![\w:]):[a-z0-9_+-]+:(?![\w:])")
# A single wave strikes out what stands within it, as a double one does; not where a word goes on beyond it.
WAVE = re.compile(
    r"(?<![~\\])(?:~(?=\w)|(?<!\w)~(?=[^\s\w~]))([^~\n]*)(?:(?<=\w)~|(?<=[^\s\w~\\])~(?!\w))(?!~)"
)
BEGINS = {"list_item_open": TASK, "blockquote_open": ALERT}


def check(sida: Sida) -> Iterator[Problem]:
    """Yield what the preview turns into something that the site has no counterpart to."""
    opened = zip(sida.tecken, sida.tecken[1:], sida.tecken[2:], strict=False)
    for outer, paragraph, inline in opened:
        pattern = BEGINS.get(outer.type)
        found = pattern.match(inline.content) if pattern and paragraph.type == "paragraph_open" else None
        if found and inline.map:
            told = _task(found) if pattern is TASK else _alert(found)
            yield sida.fel((inline.map[0] + 1, 1), ID, *told)
    if (start := sida.utan_kod.find("<!--")) >= 0:
        said = (
            "Kommentaren som börjar här tar aldrig slut, så att förhandsvisningen inte visar resten av sidan."
        )
        yield sida.fel(start, ID, said, "Skriv --> där kommentaren slutar.")
    text = _outside_tags(sida)
    for found in SHORTCODE.finditer(text):
        if sign := _emojis().get(found[0]):
            said = f"{found[0]} blir {sign} i förhandsvisningen, men står kvar som ord på webbplatsen."
            yield sida.fel(found.start(), ID, said, f"Skriv tecknet självt: {sign}")
    for found in WAVE.finditer(text):
        said = f"{found[0]} stryks i förhandsvisningen, men inte på webbplatsen."
        fix = (
            rf"Skriv två vågstreck på var sida för att stryka, eller \~ för att visa tecknet: \~{found[1]}\~"
        )
        yield sida.fel(found.start(), ID, said, fix)


def _task(found: re.Match[str]) -> tuple[str, str]:
    sign = "☐" if found[1] == " " else "☑"
    text = f"{found[0]} blir en ruta att bocka av i förhandsvisningen, men inte på webbplatsen."
    return text, f"Skriv tecknet självt: {sign}"


def _alert(found: re.Match[str]) -> tuple[str, str]:
    word = CALLED.get(found[1].lower(), "Observera")
    text = f"{found[0]} blir en ruta med rubrik i förhandsvisningen, men inte på webbplatsen."
    return text, f"Skriv i stället: **{word}:**"


def _outside_tags(sida: Sida) -> str:
    """Return the text of the page without its code, calls, tags and addresses, as long as it was."""
    return re.sub(r"<[^<>]*>|\]\([^()\s]*|https?://\S+", lambda found: " " * len(found[0]), sida.utan_anrop)


@cache
def _emojis() -> dict[str, str]:
    """Return the emojis that GitHub and GitLab have names for, as they are written."""
    from pymdownx.gemoji_db import aliases, emoji  # noqa: PLC0415 (a large table that few pages need)

    signs = {
        name: "".join(chr(int(part, 16)) for part in (one.get("unicode_alt") or one["unicode"]).split("-"))
        for name, one in emoji.items()
        if "unicode" in one
    }
    return signs | {name: signs[real] for name, real in aliases.items() if real in signs}
