"""Reads replies into ``synpunkter.yaml``: all of them, or none when one of them must be refused."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from planmotor.grund.gransen import gräns
from planmotor.grund.problem import Invalid, Stopped, shown_path
from planmotor.office.las.paket import Avvisad
from planmotor.plan.model.synpunkt import EJ_PLACERAD, Synpunktsfil
from planmotor.plan.personuppgifter import found_in, with_article
from planmotor.plan.sigill import KEY, OF_A_FILE, sigill
from planmotor.remiss.blankett.blankett import BLANKETT
from planmotor.remiss.lasning.fil import Svarsfil, read_reply
from planmotor.remiss.lasning.kvitto import told
from planmotor.remiss.lasning.ord import Underlag
from planmotor.remiss.lasning.placera import place
from planmotor.remiss.lasning.tabell import Läspost

MAX_FILES = 5_000
FORM_FIELDS = ("sida", "radnummer", "synpunkt", "föreslagen_lydelse", "skäl")
PLACE = ("från", "fil", "plats")  # what comes before the seal in the model
Record = dict[str, str | int]


@dataclass(slots=True)
class Inläsning:
    """What is to be added to the file, and the count of what was read."""

    filer: list[Record] = field(default_factory=list)
    synpunkter: list[Record] = field(default_factory=list)
    svar: list[Record] = field(default_factory=list)
    redan: list[str] = field(default_factory=list)
    att_se: list[str] = field(default_factory=list)
    svarsfiler: list[Svarsfil] = field(default_factory=list)
    avsändare: dict[str, str] = field(default_factory=dict)  # by the checksum of what they sent

    @property
    def lists(self) -> dict[str, list[Record]]:
        """The records by the list they belong in."""
        return {"filer": self.filer, "synpunkter": self.synpunkter, "svar": self.svar}

    @property
    def oplacerade(self) -> int:
        """How many of the remarks belong to no section yet."""
        return sum(record["avsnitt"] == EJ_PLACERAD for record in self.synpunkter)

    @property
    def dubbletter(self) -> int:
        """How many remarks and answers were there already, word for word."""
        return sum(int(record.get("dubbletter", 0)) for record in self.filer)


def reply_files(paths: Sequence[Path]) -> list[Path]:
    """Return the files that the arguments name; a folder stands for the files in it.

    Raises Stopped when a folder holds none or there are more than ``MAX_FILES``, and FileNotFoundError.
    """
    found: list[Path] = []
    for path in paths:
        inside = sorted(file for file in path.iterdir() if _counts(file)) if path.is_dir() else [path]
        if not inside:
            raise Stopped(f"Mappen {path} innehåller inga svarsfiler.")
        found += inside
    if len(found) > MAX_FILES:
        raise Stopped(f"{len(found)} filer är för många. Läs in högst {MAX_FILES} åt gången.")
    return found


def _counts(file: Path) -> bool:
    return file.is_file() and not file.name.startswith((".", "~$"))


def read_in(
    files: Iterable[Path], underlag: Underlag, earlier: Synpunktsfil | None, instans: str | None = None
) -> Inläsning:
    """Read replies and return what is new in them; ``instans`` says who sent them, whatever they say.

    Raises Stopped, with every file that is refused and why, when any of them is.
    """
    made = _Merge(underlag, earlier or Synpunktsfil())
    refused: list[str] = []
    for path in files:
        try:
            with gräns(path, Avvisad):
                made.take(read_reply(path, underlag), instans)
        except Avvisad as why:
            refused.append(f"{shown_path(path)}: {why.text}\n  {why.råd}")
        except Invalid as ours:
            refused += [f"{one.path}: {one.text}\n  {one.fix}" for one in ours.problems]
    if refused:
        count = "En fil avvisades" if len(refused) == 1 else f"{len(refused)} filer avvisades"
        raise Stopped("\n".join([*refused, f"{count}, så inget är inläst."]))
    return made.result


class _Merge:
    """Puts what is read beside what was there: the same words from the same body are the same remark."""

    def __init__(self, underlag: Underlag, earlier: Synpunktsfil) -> None:
        self.underlag, self.result = underlag, Inläsning()
        self.ids = {post.id for post in earlier.alla}
        self.files = {fil.sha256: fil.från for fil in earlier.filer}

    def take(self, file: Svarsfil, instans: str | None) -> None:
        """Add what a file holds, unless that very file was read before."""
        other = file.läst.egenskaper.get("remiss", "")
        if other and other != self.underlag.remiss:
            raise Avvisad(
                f"Filen svarar på remissen {other}, inte på {self.underlag.remiss}.",
                f"Läs in den med --remiss {other}, eller ta bort den ur listan.",
            )
        self.result.svarsfiler.append(file)
        if file.sha256 in self.files:
            self.result.avsändare[file.sha256] = self.files[file.sha256] or ""
            self.result.redan.append(file.namn)
            return
        sender = instans or file.läst.instans
        self.result.avsändare[file.sha256] = sender
        self.files[file.sha256] = sender
        record: Record = {"fil": file.namn, "sha256": file.sha256}
        if sender:
            record["från"] = sender
        if file.läst.egenskaper.get("blankett"):
            record["blankett"] = file.läst.egenskaper["blankett"]
        self._fill(record, file, sender)
        record[KEY] = sigill(record, OF_A_FILE)
        self.result.filer.append(record)
        self.result.att_se += _worth_a_look(file, sender)

    def _fill(self, record: Record, file: Svarsfil, sender: str) -> None:
        who = sender or file.sha256
        start = {"från": sender} if sender else {}
        remarks = [{**start, **_remark(post, file, self.underlag)} for post in file.läst.synpunkter]
        answers = [{**start, **_answer(post, file.namn)} for post in file.läst.svar]
        new = [self._new("s", who, one) for one in remarks], [self._new("v", who, one) for one in answers]
        kept = [[one for one in many if one] for many in new]
        self.result.synpunkter += kept[0]
        self.result.svar += kept[1]
        counts = (len(kept[0]), len(kept[1]), sum(one is None for many in new for one in many))
        for name, count in zip(("synpunkter", "svar", "dubbletter"), counts, strict=True):
            if count:
                record[name] = count

    def _new(self, kind: str, who: str, record: dict[str, str]) -> Record | None:
        """Return the record with its id; None when the same body has said the same before."""
        said = {name: text for name, text in record.items() if name not in {"från", "fil", "plats"}}
        content = "\x1f".join([self.underlag.remiss, who, *(f"{k}\x1e{v}" for k, v in sorted(said.items()))])
        id = f"{kind}-{hashlib.sha256(content.encode()).hexdigest()[:12]}"
        if id in self.ids:
            return None
        self.ids.add(id)
        place = {name: record[name] for name in PLACE if name in record}
        return {"id": id, **place, KEY: sigill(record), **record}


def _remark(post: Läspost, file: Svarsfil, underlag: Underlag) -> dict[str, str]:
    where = place(post.fält.get("avsnitt", ""), underlag, file.läst.val)
    record = {"fil": file.namn, "plats": post.plats, **where}
    return record | {name: post.fält[name] for name in FORM_FIELDS if post.fält.get(name)}


def _answer(post: Läspost, file: str) -> dict[str, str]:
    return {"fil": file, "plats": post.plats, **post.fält}


def _worth_a_look(file: Svarsfil, sender: str) -> Iterator[str]:
    läst = file.läst
    if file.kallad:
        yield (
            f"{file.namn}: så kallas filen {file.kallad[:3]}… här, för dess namn ser ut att innehålla en "
            "personuppgift. Byt namn på den också där den arkiveras."
        )
    yield from _personal(file)
    if not sender:
        yield f"{file.namn}: avsändaren är okänd. Läs in med --instans, eller skriv in från i filen."
    if not läst.synpunkter and not läst.svar:
        yield f"{file.namn}: blanketten är tom."
    if läst.annan_avsändare:
        yield f"{file.namn}: blanketten är för {läst.annan_avsändare}, men svaret sägs vara från {sender}."
    if läst.bara_avsnitt:
        yield f"{file.namn}: bara avsnittet är valt i {len(läst.bara_avsnitt)} rader."
    yield from told(file)
    if läst.bilder:
        yield f"{file.namn}: {läst.bilder} bilder. Se efter om det står något i dem."
    version = läst.egenskaper.get("blankett", "")
    if version.isdecimal() and int(version) != BLANKETT:
        yield f"{file.namn}: blanketten har version {version}, den nya har {BLANKETT}. Jämför med originalet."


def _personal(file: Svarsfil) -> Iterator[str]:
    """Yield where a reply says what isn't fit to publish: every word is kept until somebody has looked."""
    for post in (*file.läst.synpunkter, *file.läst.svar):
        found = [one for text in post.fält.values() for one in found_in(text)]
        for slag in dict.fromkeys(one.slag for one in found):
            yield (
                f"{file.namn}, {post.plats}: ser ut att innehålla {with_article(slag)}. Ta bort det i "
                "synpunkter.yaml innan filen sparas i förrådet."
            )


def report(made: Inläsning) -> str:
    """Return the count of what was read, in words, and what an editor ought to look at."""
    counts = (
        ("Filer", len(made.filer)),
        ("Redan inlästa filer", len(made.redan)),
        ("Synpunkter", len(made.synpunkter)),
        ("  varav ej placerade", made.oplacerade),
        ("Besvarade frågor", len(made.svar)),
        ("Dubbletter", made.dubbletter),
    )
    lines = [f"{label}: {count}" for label, count in counts]
    return "\n".join([*lines, *(["", "Att se över:", *made.att_se] if made.att_se else [])])
