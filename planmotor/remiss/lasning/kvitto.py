"""The receipt of a reply: what was read of it and where it was placed, for the one who sent it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from planmotor.grund.nearest import slug
from planmotor.office.dokument.html import som_html
from planmotor.office.dokument.typer import Block, Del, Dokument, Ord, Stycke, lista, stycke, text
from planmotor.office.las.liggare import MISSED, Rad
from planmotor.plan.model.remiss import Remiss
from planmotor.plan.model.synpunkt import EJ_PLACERAD
from planmotor.remiss.lasning.fil import Svarsfil
from planmotor.remiss.lasning.ord import HEADS, Underlag
from planmotor.remiss.lasning.placera import place
from planmotor.remiss.lasning.tabell import Läspost

LABELS = dict(zip(HEADS, ("Avsnitt", "Sida", "Rad", "Synpunkt", "Föreslagen lydelse", "Skäl"), strict=True))
SAID = [name for name in LABELS if name != "avsnitt"]
UNKNOWN = "okänd"


def receipts(
    files: Iterable[Svarsfil], senders: dict[str, str], underlag: Underlag, remiss: Remiss
) -> dict[str, bytes]:
    """Return a receipt for each file, by the name of the receipt; ``senders`` says who sent a checksum."""
    made = {}
    for file in files:
        sender = senders.get(file.sha256, "") or file.läst.instans
        name = f"kvitto-{slug(Path(file.namn).stem)}-{file.sha256[:8]}.html"
        made[name] = som_html(receipt(file, sender, underlag, remiss)).encode()
    return made


def receipt(file: Svarsfil, sender: str, underlag: Underlag, remiss: Remiss) -> Dokument:
    """Return the receipt of one file, as a document."""
    names = underlag.instanser.get(sender, ())
    facts = (
        ("Remiss", remiss.namn),
        ("Avsändare", names[0] if names else UNKNOWN),
        ("Fil", file.namn),
        ("Filens kontrollsumma (SHA-256)", file.sha256),
        ("Synpunkter", str(len(file.läst.synpunkter))),
        ("Besvarade frågor", str(len(file.läst.svar))),
    )
    parts = (_remarks(file, underlag), _answers(file, underlag), _unread(file))
    return Dokument("Kvitto", "det här läste vi i ert remissvar", facts, parts)


def _remarks(file: Svarsfil, underlag: Underlag) -> Del:
    parts = tuple(
        Del(f"synpunkt-{number}", f"Synpunkt {number}", tuple(_remark(post, file, underlag)))
        for number, post in enumerate(file.läst.synpunkter, 1)
    )
    intro = "Orden är era egna. Hör en synpunkt till ett annat avsnitt, så hör av er."
    return Del("synpunkter", "Synpunkter", (stycke(intro if parts else "Vi läste inga synpunkter."),), parts)


def _remark(post: Läspost, file: Svarsfil, underlag: Underlag) -> Iterator[Block]:
    yield _fact("Stod i filen", post.plats)
    where = place(post.fält.get("avsnitt", ""), underlag, file.läst.val)
    if where["avsnitt"] != EJ_PLACERAD:
        yield _fact("Placerad i avsnittet", underlag.avsnitt[where["avsnitt"]])
    else:
        near = underlag.avsnitt.get(where.get("föreslaget_avsnitt", ""), "")
        yield _fact("Placerad i avsnittet", f"inget än, kanske {near}" if near else "inget än")
    if "avsnitt_som_skrivet" in where:
        yield _fact("Avsnitt som ni skrev det", where["avsnitt_som_skrivet"])
    yield from (
        block for name in SAID if name in post.fält for block in _words(LABELS[name], post.fält[name])
    )


def _answers(file: Svarsfil, underlag: Underlag) -> Del:
    parts = []
    for number, post in enumerate(file.läst.svar, 1):
        question = underlag.frågor.get(post.fält["fråga"], post.fält["fråga"])
        blocks = (_fact("Stod i filen", post.plats), *_words("Svar", post.fält.get("svar", "")))
        parts.append(Del(f"svar-{number}", question, blocks))
    return Del("svar", "Svar på frågorna", () if parts else (stycke("Vi läste inga svar."),), tuple(parts))


def _unread(file: Svarsfil) -> Del:
    """Return what wasn't read, and why: each word of it, so that the sender can tell whether it matters."""
    said = [_left(rad) for rad in file.liggare.olästa]
    if file.läst.bilder:
        said.append(f"Bilder: {file.läst.bilder}. Vi läser inte det som står i en bild.")
    blocks: tuple[Block, ...] = (lista(said),) if said else (stycke("Allt som ni skrev är läst."),)
    return Del("olast", "Det här läste vi inte", blocks)


def _left(rad: Rad) -> str:
    why = "vårt program kunde inte placera texten" if rad.skäl == MISSED else rad.skäl
    return f"{why[0].upper()}{why[1:]} ({rad.plats or rad.bit.del_}): {rad.bit.text.strip()}"


def told(file: Svarsfil) -> Iterator[str]:
    """Yield, for the editor, what was left unread in a file: how much of each kind and where it stands."""
    counts = Counter(rad.skäl for rad in file.liggare.olästa)
    for why, count in counts.items():
        places = dict.fromkeys(rad.plats or rad.bit.del_ for rad in file.liggare.olästa if rad.skäl == why)
        where = ", ".join(list(places)[:3]) + (" …" if len(places) > 3 else "")  # noqa: PLR2004
        yield f"{file.namn}: lästes inte: {why}, {count} st ({where}). Orden står i kvittot, med --kvitto."


def _fact(label: str, value: str) -> Stycke:
    return Stycke(text(Ord(f"{label}: ", "fet"), value), "uppgift")


def _words(label: str, said: str) -> Iterator[Stycke]:
    """Yield what somebody wrote, a paragraph for each line of it."""
    first, *rest = said.split("\n")
    yield _fact(label, first)
    yield from (Stycke(text(line), "uppgift") for line in rest)
