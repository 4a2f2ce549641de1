"""All that can be said of one page without knowing the others, the plan or the macros."""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.anrop import STATEMENT, UNREADABLE, Anrop
from planmotor.prosa.lasning.flyttat import gamla_adresser
from planmotor.prosa.lasning.lankar import länkar
from planmotor.prosa.lasning.publicerad import (
    Innehåll,
    Tillägg,
    förhandsvisad,
    förlorade,
    första_skillnad,
    innehåll,
    plats_för,
    publicerad,
)
from planmotor.prosa.lasning.rubriker import rubriker
from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.lasning.tillaten import refused
from planmotor.prosa.regler import alla_regler, okand_tagg, otillaten_html
from planmotor.prosa.uppgifter import DIFFERS, UNWIELDY, Analys, Länk

CALLED = {
    **{f"h{level}": "en rubrik" for level in range(1, 7)},
    "ul": "en punktlista",
    "ol": "en numrerad lista",
    "li": "en punkt i en lista",
    "dl": "en lista med förklaringar",
    "pre": "ett kodblock",
    "table": "en tabell",
    "tr": "en rad i en tabell",
    "td": "en cell",
    "th": "en cell",
    "blockquote": "ett citat",
    "hr": "en linje",
    "strong": "fet text",
    "em": "kursiv text",
    "del": "struken text",
    "br": "en radbrytning",
    "code": "kod",
    "a": "en länk",
    "img": "en bild",
}
INSTEAD = {
    "br": "Skriv <br> sist på raden i stället för tecknet som står där.",
    "dl": "Skriv orden som punkter i en lista, med ordet i fet stil.",
}
FOUND_TOO = {otillaten_html.ID, okand_tagg.ID, UNREADABLE, STATEMENT}
MERGE = "konfliktmarkering"
LONGEST_LINE, MOST_BRACKETS, DEEPEST = 10_000, 400, 200
MOST_TOGETHER = 1_500  # brackets of lines without an empty one between them
# Characters and lines: what is longer is no page. The longest that anyone has written has 10,000 characters.
LINE_ONE, LONGEST, MOST_LINES = 1, 100_000, 5_000


def analysera(källa: str, tillägg: Tillägg) -> Analys:
    """Return what a page's text says. Nothing that stands on a page makes this fail."""
    page = Sida("", källa)
    if len(källa) > LONGEST or källa.count("\n") > MOST_LINES:
        text = f"Sidan har över {LONGEST} tecken eller {MOST_LINES} rader."
        return Analys((page.fel((1, 1), "for-stor-fil", text, "Dela upp den i flera sidor."),))
    if unwieldy := [*_unwieldy(page)]:
        return Analys(tuple(unwieldy))
    faults = [*page.anrop[1], *(problem for rule in alla_regler() for problem in rule.check(page))]
    if left := [fault for fault in faults if fault.rule == MERGE]:
        return Analys(tuple(left))  # what stands between the marks says everything twice
    site, told = _made(page, tillägg)
    # The rules say it better, with the right line; what they have found, the sanitizer finds again.
    faults += [] if {fault.rule for fault in faults} & FOUND_TOO else told
    if site and not faults:
        faults += _compared(page, site)
    links = tuple(Länk(*found) for found in länkar(page))
    title = page.huvud.fält.get("title", "")
    anchors = tuple(site.ankare) if site else ()
    return Analys(tuple(faults), tuple(_calls(page)), links, anchors, title, gamla_adresser(page.huvud))


def _unwieldy(page: Sida) -> Iterator[Problem]:
    """Yield each line that it would take minutes to read: nobody has written it by hand."""
    together = 0
    for number, line in enumerate(page.källa.split("\n"), 1):
        indent = len(line) - len(line.lstrip())
        before, together = together, together + line.count("[") if line.strip() else 0
        if before <= MOST_TOGETHER < together:
            text = "Raderna fram till den här har för många hakparenteser utan en tom rad emellan."
            yield page.fel((number, 1), UNWIELDY, text, "Dela upp dem i flera stycken.")
        if len(line) > LONGEST_LINE or line.count("[") > MOST_BRACKETS or indent > DEEPEST:
            text = f"Raden är för lång, eller står för långt in ({len(line)} tecken)."
            yield page.fel((number, 1), UNWIELDY, text, "Dela upp den på flera rader.")


def _calls(page: Sida) -> Iterator[tuple[Anrop, int]]:
    headings = rubriker(page)
    for call in page.anrop[0]:
        above = [heading.nivå for heading in headings if heading.rad < call.rad]
        yield call, above[-1] if above else 0


def _made(page: Sida, tillägg: Tillägg) -> tuple[Innehåll | None, list[Problem]]:
    """Return what the site's Markdown makes of the page, and what a sanitizer would take away of it."""
    try:
        html = publicerad(page, tillägg)
    except Exception as error:
        text = "Sidan går inte att göra om till HTML."
        fix = f"Ta bort det som är djupast inuti något annat ({type(error).__name__})."
        return None, [page.fel((LINE_ONE, 1), DIFFERS, text, fix)]
    return innehåll(html), [_refused(page, *part) for part in refused(html)]


def _refused(page: Sida, tag: str, attribute: str, value: str) -> Problem:
    shown = f"{attribute}={one_line(value)}" if attribute else f"<{tag}>"
    sought = [value, attribute, f"<{tag}"]
    lines = (n for part in sought if part for n, line in enumerate(page.källa.split("\n"), 1) if part in line)
    text = f"{shown} går inte att använda på en sida."
    fix = otillaten_html.PICTURE if attribute == "src" else otillaten_html.USUAL
    return page.fel((next(lines, LINE_ONE), 1), otillaten_html.ID, text, fix)


def _compared(page: Sida, site: Innehåll) -> Iterator[Problem]:
    """Yield the first thing that the site makes otherwise than the preview, or a word that it loses."""
    preview = innehåll(förhandsvisad(page))
    lost, unlike = förlorade(site, preview), första_skillnad(site, preview)
    added = [] if lost else förlorade(preview, site)
    if lost:
        text = f"Orden ”{one_line(' '.join(lost[:8]))}” skulle inte synas på webbplatsen."
        fix = "Skriv om raden. Tecken som betyder något särskilt skrivs som kod, mellan grava accenter (`)."
        yield page.fel((plats_för(page, lost), 1), DIFFERS, text, fix)
    elif added:
        text = f"Orden ”{one_line(' '.join(added[:8]))}” syns på webbplatsen men inte i förhandsvisningen."
        fix = "Skriv om raden. En klass eller ett id skrivs {: .klass } på en egen rad under stycket."
        yield page.fel((plats_för(page, added), 1), DIFFERS, text, fix)
    elif unlike:
        ours, theirs, words = unlike
        names = [CALLED.get(tag, "vanlig text") for tag in (theirs, ours)]
        text = f"Förhandsvisningen gör {names[0]} här, men webbplatsen gör {names[1]}."
        if names[0] == names[1]:
            text = "Förhandsvisningen och webbplatsen visar inte raden likadant."
        usual = "Lägg en tom rad före och efter, och kontrollera indrag och skiljetecken."
        fix = INSTEAD.get(theirs) or INSTEAD.get(ours) or usual
        yield page.fel((plats_för(page, words), 1), DIFFERS, text, fix)
