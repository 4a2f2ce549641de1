"""Opens a Word or Excel file that a stranger has sent: refuses what could do harm before anything is read.

Both formats are zip archives with XML in them (ISO/IEC 29500). Nothing in a file is run or followed, and no
more is unpacked than the limits allow, whatever its headers say.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

from lxml import etree

from planmotor.office.las.arkivnamn import named, part_of, resolve, spelling
from planmotor.office.las.avvisad import DAMAGED, SEND_AGAIN, Avvisad

__all__ = ["DAMAGED", "EXCEL", "WORD", "Avvisad", "Paket"]

MAX_UNPACKED = 200_000_000  # bytes of all entries together
MAX_PART = 30_000_000  # bytes of one XML part
MAX_RATIO = 200  # unpacked bytes for each packed one; Word's own stay below 50
SMALL = 1_000_000  # a part this small may be packed as tightly as it likes
WORD, EXCEL = "docx", "xlsx"
MAIN = "/officeDocument"
RELATIONS = re.compile(r"(.*?)_rels/([^/]*)\.rels", re.I)  # of a part; that of no name is the archive's own
# Kinds of parts that hold words, or that say what the numbers mean: without one, something would be lost.
WORDY = {
    *("worksheet", "chartsheet", "sharedStrings", "styles", "comments", "threadedComment", "drawing"),
    *("header", "footer", "footnotes", "endnotes", "diagramData", "chart"),
}
# What the relations of a part may point to outside the file: an address that somebody wrote as a link.
HARMLESS_OUTSIDE = "/hyperlink"
WITHOUT_MACROS = "Spara den utan makron, som .docx eller .xlsx."
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ACTIVE = (
    (re.compile(r"vbaproject|vbadata|macrosheets/", re.I), "makron", WITHOUT_MACROS),
    (
        re.compile(r"activex/|ctrlprops/", re.I),
        "aktiva kontroller",
        "Ta bort kontrollerna och spara på nytt.",
    ),
    (
        re.compile(r"embeddings/|oleobject|afchunk", re.I),
        "ett inbäddat dokument",
        "Ta bort det inbäddade objektet eller skriv dess text i svaret.",
    ),
    (
        re.compile(r"externallinks/|(?:^|/)connections\.xml|querytables/", re.I),
        "kopplingar till andra filer",
        "Bryt länkarna (Data, Redigera länkar) och spara på nytt.",
    ),
)


# What a damaged archive makes its reader say; an entry may lead to before the file's own beginning.
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError),
    *(OSError, ValueError, struct.error),
)


class Paket:
    """An archive that has passed every check; its XML parts are parsed on demand."""

    def __init__(self, raw: bytes) -> None:
        """Examine the archive; raise Avvisad when it isn't fit to be read."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise Avvisad(*DAMAGED) from None
        self._entries = named(self._zip.infolist())
        _examine(self._entries)
        self.names = frozenset(self._entries)
        self._spelled = spelling(self.names)
        self._trees: dict[str, Any] = {}
        self.slag, self.main = self._kind()

    @property
    def bilder(self) -> int:
        """How many pictures and other media there are in it."""
        return sum("/media/" in name.lower() for name in self.names)

    def raw(self, name: str) -> bytes:
        """Return a part's bytes, no more than ``MAX_PART`` of them."""
        try:
            with self._zip.open(self._entries[name]) as part:
                content = part.read(MAX_PART + 1)
        except BROKEN:
            raise Avvisad(*DAMAGED) from None
        if len(content) > MAX_PART:
            raise Avvisad("En del av filen är orimligt stor.", "Be avsändaren att dela upp filen.")
        return content

    def xml(self, name: str) -> Any:
        """Return the root of an XML part. A part with a document type is refused: it may hold entities.

        It is for reading alone: several read the same part, and a small one is kept for them.
        """
        if name not in self._trees:
            root = self._parsed(self.raw(name))
            if self._entries[name].file_size > SMALL:
                return root
            self._trees[name] = root
        return self._trees[name]

    @staticmethod
    def _parsed(content: bytes) -> Any:
        if _DTD.search(content.replace(b"\0", b"")):
            raise _entities()
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise Avvisad(*DAMAGED) from None
        if root.getroottree().docinfo.doctype:
            raise _entities()
        return root

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the relations of a part: id → (the end of its type, the name of the part it leads to).

        Raises Avvisad when one of them leads out of the file to anything but a link that a person may click.
        """
        folder, _, name = part.rpartition("/")
        rels = self._named(f"{folder}/_rels/{name}.rels".lstrip("/"))
        if rels not in self.names:
            return {}
        found = {}
        for relation in self.xml(rels):
            kind, target = relation.get("Type") or "", relation.get("Target") or ""
            if (relation.get("TargetMode") or "").lower() == "external":
                _allow_outside(kind, target)
                continue
            kind, to = kind.rpartition("/")[2], self._named(resolve(folder, target))
            if kind in WORDY and to not in self.names:
                raise Avvisad(f"En del av filen saknas: {to[:80]}.", SEND_AGAIN)
            found[relation.get("Id") or ""] = kind, to
        return found

    def _named(self, part: str) -> str:
        """Return a part's name as the archive spells it."""
        return part_of(part, self._spelled)

    def _kind(self) -> tuple[str, str]:
        if "mimetype" in self.names and b"opendocument" in self.raw("mimetype")[:200]:
            raise Avvisad(
                "Filen är i formatet OpenDocument, som inte kan läsas in.",
                "Öppna den och spara en kopia som .docx eller .xlsx.",
            )
        for name in self.names:
            if owner := RELATIONS.fullmatch(name):
                self.related(owner[1] + owner[2])
        main = next((to for kind, to in self.related("").values() if kind == MAIN[1:]), "")
        if main not in self.names:
            raise Avvisad(
                "Filen är ett arkiv men varken ett Word- eller Exceldokument.",
                "Packa upp arkivet och läs in svarsfilerna i det.",
            )
        return self._type_of(main), main

    def _type_of(self, main: str) -> str:
        types = self._named("[Content_Types].xml")
        overrides = self.xml(types) if types in self.names else ()
        kinds = " ".join(str(x.get("ContentType")) for x in overrides)
        if "macroEnabled" in kinds or "ms-office.vbaProject" in kinds:
            raise _harmful("makron", WITHOUT_MACROS)
        root = str(self.xml(main).tag).rpartition("}")[2] if main.lower().endswith(".xml") else ""
        try:
            return {"document": WORD, "workbook": EXCEL}[root]
        except KeyError:
            raise Avvisad(
                "Filen är varken ett Word- eller Exceldokument.", "Spara den som .docx eller .xlsx."
            ) from None


def _examine(entries: Mapping[str, zipfile.ZipInfo]) -> None:
    """Raise Avvisad when the archive is packed like an attack, locked, or holds what could be run."""
    if sum(entry.file_size for entry in entries.values()) > MAX_UNPACKED:
        raise Avvisad("Filen blir orimligt stor när den packas upp.", SEND_AGAIN)
    for name, entry in entries.items():
        if entry.flag_bits & 1:
            raise Avvisad("Filen är skyddad med lösenord.", "Be avsändaren att spara den utan lösenord.")
        if entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise Avvisad("Filen är hårdare packad än ett vanligt dokument.", SEND_AGAIN)
        for pattern, what, advice in _ACTIVE:
            if pattern.search(name):
                raise _harmful(what, advice)


def _allow_outside(kind: str, target: str) -> None:
    if kind.endswith(HARMLESS_OUTSIDE):
        return
    if kind.endswith("/attachedTemplate"):
        raise _harmful(
            f"en hänvisning till en mall utanför filen ({target[:80]})",
            "Välj mallen Normal i Word (Utvecklare, Dokumentmall) och spara på nytt.",
        )
    raise _harmful(
        f"en hänvisning till något utanför filen ({target[:80]})",
        "Klistra in innehållet i stället för att länka till det, och spara på nytt.",
    )


def _harmful(what: str, advice: str) -> Avvisad:
    return Avvisad(f"Filen innehåller {what} och läses därför inte.", advice)


def _entities() -> Avvisad:
    return Avvisad(
        "Filen innehåller en dokumenttyp (DTD), som kan användas för angrepp.",
        "Öppna filen och spara en ny kopia, eller be avsändaren om det.",
    )
