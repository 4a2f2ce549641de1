"""A review as ONE comment on a proposal: Markdown that GitHub and GitLab both show.

Everything that comes from the proposal is escaped: a proposal may be written by anybody, and its words must
neither format the comment, nor notify people, nor look like the mark by which the comment is found again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from planmotor.grund.nearest import listed
from planmotor.grund.problem import Problem
from planmotor.grund.sprak import antal
from planmotor.jamfora.diff.ord import Bit
from planmotor.jamfora.diff.prosatyp import Prosaändring
from planmotor.jamfora.diff.slag import SLAG
from planmotor.jamfora.diff.typer import Ändring
from planmotor.jamfora.diff.visning import names_itself
from planmotor.jamfora.granskning import Granskning
from planmotor.jamfora.granskning.berorda import Berörd
from planmotor.klarsprak.lix import decimal
from planmotor.plan.personuppgifter import NEVER, found_in, masked

MARK = "<!-- planmotor:granska -->"
MOST_LETTERS = 60_000  # GitHub takes 65 536 in a comment
MOST_OF_A_PART = 14_000
MOST_OF_A_TEXT = 600
MOST_LINES = 20  # of what a trial build said
PUBLISHABLE = (
    "Förslaget går att publicera: sidor, blanketter, öppna data och PDF-filer gick att göra på prov."
)
NOT_PUBLISHABLE = "Det gick inte att göra webbplatsen på prov."
SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")


def som_markdown(found: Granskning, adress: str = "") -> str:
    """Return the comment; ``adress`` is where the preview begins, and without one pages aren't linked."""
    parts = [
        [MARK, "## Granskning av förslaget", "", *_summary(found)],
        _part("Att rätta", [_problem(p) for p in found.problem]),
        _part("Provbygget", [f"- {code(line)}" for line in _said(found)]),
        _part("Att se över", [_problem(p) for p in found.påminnelser]),
        _part("Det här försvinner", _lost(found)),
        _part("Det här ändras i planen", _plan(found)),
        _part("Det här ändras i synpunkterna", [f"- {escaped(cut(said))}" for said in found.synpunkter]),
        _part("Det här ändras i texterna", _prose(found, adress)),
        _part("Sidor som berörs", _pages(found, adress)),
        _part("Filer på webbplatsen som ändras", _files(found)),
        _part("Ändrade filer", [f"- {code(path)}" for path in found.filer]),
        [
            "",
            "Vad det betyder och vem du kan fråga står i guiden, på sidan *Läs granskningen av ett förslag*.",
        ],
    ]
    return "\n".join(line for part in parts for line in part)[:MOST_LETTERS].rstrip() + "\n"


def _said(found: Granskning) -> list[str]:
    """Return what the trial build said, the first lines of it."""
    return [line for line in (found.prov or "").splitlines() if line.strip()][:MOST_LINES]


def _summary(found: Granskning) -> Iterator[str]:
    """Yield the verdict and how much is changed, before anybody has to scroll."""
    if found.problem:
        yield f"❌ **{len(found.problem)} fel att rätta** innan förslaget kan godkännas."
    elif found.prov:
        yield f"❌ **Inga fel i filerna, men förslaget går inte att publicera.** {NOT_PUBLISHABLE}"
    else:
        yield "✅ **Inga fel.**" if found.prov is None else f"✅ **Inga fel.** {PUBLISHABLE}"
    yield ""
    changes = found.jämförelse.sammanfattning if found.jämförelse else {}
    told = [SLAG[slag].antal(number) for slag, number in changes.items()]
    yield f"- Planen: {', '.join(told) if told else found.hinder or 'inget ändras.'}"
    prose = len(found.prosa)
    yield f"- Texterna: {antal(prose, 'ändring', 'ändringar')}" if prose else "- Texterna: inget ändras."
    if found.ojämförda:
        yield f"- Andra filer: {len(found.ojämförda)} ändras. Vad som står i dem jämförs inte i ord."
    if found.bara_form:
        yield f"- Bara formen: {listed(found.bara_form)} säger samma sak på ett annat sätt."
    if found.förlorat:
        lost = antal(len(found.förlorat), "kommentar försvinner", "kommentarer försvinner")
        yield f"- ⚠️ **{lost}** ur filerna. Där kan det stå hur källorna har lästs."
    if found.övriga:
        kinds = "av program, utseende eller bilder"
        yield f"- Övriga filer: {len(found.övriga)} ändras, {kinds}. De granskas inte här."
    yield f"- Sidor: {len(found.sidor)} berörs." if found.sidor else "- Sidor: inga berörs."
    if found.byggen and found.byggen.filer:
        yield f"- Filer på webbplatsen: {antal(len(found.byggen.filer), 'ändras', 'ändras')}."


def _part(heading: str, lines: Iterable[str]) -> list[str]:
    """Return a part of the comment, cut at a line when it is long; none when it is empty."""
    kept, letters, left = list[str](), 0, 0
    for line in lines:
        letters += len(line) + 1
        if letters > MOST_OF_A_PART:
            left += 1
        else:
            kept.append(line)
    if left:
        kept += ["", f"… och {left} rader till. Kör `planmotor granska` för att se allt."]
    while kept and not kept[-1]:
        kept.pop()
    return ["", f"### {heading}", "", *kept] if kept else []


def _problem(problem: Problem) -> str:
    place = f"{code(problem.path)} rad {problem.line}"
    return f"- {place}: {escaped(problem.text)}<br>{escaped(problem.fix)} ({code(problem.rule)})"


def _plan(found: Granskning) -> Iterator[str]:
    if found.jämförelse is None:
        yield found.hinder
        return
    if found.hinder:
        yield f"*{found.hinder}*"
        yield ""
    for (plan, area), changes in groupby(found.jämförelse.ändringar, lambda c: (c.plannamn, c.områdesnamn)):
        name = " – ".join(filter(None, (plan, area))) or "Planen som helhet"
        yield f"**{escaped(name)}**"
        yield ""
        yield from (_change(change) for change in changes)
        yield ""


def _change(change: Ändring) -> str:
    name = "" if names_itself(change) or change.namn in change.text else f"{escaped(cut(change.namn))}: "
    return f"- {name}{escaped(cut(change.text))}.{_pieces(change.bitar)}"


def _prose(found: Granskning, adress: str) -> Iterator[str]:
    titles = {page.path: page for page in found.sidor}
    for path, changes in groupby(found.prosa, lambda change: change.sida):
        page = titles.get(path)
        yield f"**{_linked(page, adress) if page else code(path)}**"
        yield ""
        for section, group in groupby(changes, lambda change: (change.avsnitt, change.ankare)):
            yield from (_prose_change(change, section[0], adress, page) for change in group)
        yield ""


def _prose_change(change: Prosaändring, section: str, adress: str, page: Berörd | None) -> str:
    where = ""
    if section and page and section != page.titel:
        shown = escaped(section)
        there = bool(adress and change.ankare and change.slag != "borttagen")
        where = f"[{shown}]({_url(page, adress)}#{change.ankare}): " if there else f"{shown}: "
    return f"- {where}{escaped(change.text)}.{_shown_text(change)}"


def _shown_text(change: Prosaändring) -> str:
    if change.bitar:
        return _pieces(change.bitar)
    if change.slag == "ny" and change.efter:
        return f"<br><ins>{escaped(cut(change.efter))}</ins>"
    if change.slag == "borttagen" and change.före:
        return f"<br><del>{escaped(cut(change.före))}</del>"
    return f"<br>{escaped(cut(change.efter))}" if change.slag == "flyttad" and change.efter else ""


def _pieces(pieces: Iterable[Bit]) -> str:
    """Return the words of a changed text with what is lost and gained marked; both hosts know the tags."""
    tags = {"lika": ("", ""), "borttaget": ("<del>", "</del>"), "tillagt": ("<ins>", "</ins>")}
    shown = "".join(_tagged(bit.text, *tags[bit.slag]) for bit in pieces)
    return f"<br>{shown.strip()}" if shown else ""


def _tagged(text: str, start: str, end: str) -> str:
    bare = text.lstrip()
    return f"{text[: len(text) - len(bare)]}{start}{escaped(bare)}{end}"


def _lost(found: Granskning) -> list[str]:
    return [f"- {code(one.fil)} rad {one.rad}: <del>{escaped(cut(one.text))}</del>" for one in found.förlorat]


def _files(found: Granskning) -> list[str]:
    return [f"- {code(path)}" for path in (found.byggen.filer if found.byggen else ())]


def _pages(found: Granskning, adress: str) -> list[str]:
    frame = [f"- {escaped(line)}." for line in (found.byggen.ram if found.byggen else ())]
    return [*frame, *([""] if frame else []), *_table(found.sidor, adress)]


def _table(pages: Iterable[Berörd], adress: str) -> list[str]:
    rows = [
        f"| {_linked(page, adress)} | {_why(page)} | {decimal(page.lix_före)} | {_after(page)} |"
        for page in pages
    ]
    return ["| Sida | Varför | LIX före | LIX efter |", "| --- | --- | ---: | ---: |", *rows] if rows else []


def _why(page: Berörd) -> str:
    if page.ny or page.borta:
        return "ny" if page.ny else "borttagen"
    reasons = ("ändrad text" * page.ändrad, "hämtar ändrade uppgifter" * page.visar)
    seen = f" ({page.sedd})" if page.sedd else ""
    return f"{', '.join(filter(None, reasons))}{seen}"


def _after(page: Berörd) -> str:
    shown = decimal(page.lix_efter)
    over = page.mål is not None and page.lix_efter is not None and page.lix_efter > page.mål
    return f"{shown} (målet är högst {page.mål})" if over else shown


def _linked(page: Berörd, adress: str) -> str:
    title = escaped(page.titel)
    return f"[{title}]({_url(page, adress)})" if adress and not page.borta else title


def _url(page: Berörd, adress: str) -> str:
    return f"{adress.rstrip('/')}/{page.adress}".replace(" ", "%20").replace(")", "%29")


def escaped(text: str) -> str:
    """Return a text that means nothing to Markdown or to the host: no tags, no links, no notified people."""
    line = re.sub(r"\s+", " ", text).strip()
    for found in found_in(line):
        if found.slag in NEVER:  # the diff shows it already; nobody has to be mailed it too
            line = line.replace(found.text, masked(found))
    return (
        SPECIAL.sub(r"\\\1", line).replace("@", "@\u2060").replace("&", "&amp;").replace("://", ":\u2060//")
    )


def code(text: str) -> str:
    """Return a text as code on one line."""
    bare = re.sub(r"[`\s]+", " ", text)
    return f"`{bare}`"


def cut(text: str) -> str:
    """Return a text that isn't too long for a comment."""
    return text if len(text) <= MOST_OF_A_TEXT else text[:MOST_OF_A_TEXT].rsplit(" ", 1)[0] + " …"
