"""Pieces that were set one by one put together: one document with one structure, outline and contents.

The frame is a document of its own: cover and contents, and then as many empty pages as the pieces have,
each with its header, its footer and the names of its headings. What stands on them is taken from the pieces.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name

from planmotor.tryck.radrubriker import packed


class Ställe(NamedTuple):
    """Where a heading stands: the number of its page within the piece, its title and where on the page."""

    sida: int
    rubrik: str
    plats: tuple[Any, Any]  # decimal numbers, from the left and from below


class Bit(NamedTuple):
    """A piece that is set: the file, which of its pages lie on their side, and its headings."""

    pdf: bytes
    liggande: tuple[bool, ...]
    rubriker: tuple[Ställe, ...]


def läst(pdf: bytes) -> Bit:
    """Return a piece with what its frame has to know."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        found = tuple(
            Ställe(numbers[item.Dest[0].objgen], str(item.Title), (item.Dest[2], item.Dest[3]))
            for item, _depth in _outline(opened)
        )
        lying = tuple(bool(page.mediabox[2] > page.mediabox[3]) for page in opened.pages)
    return Bit(pdf, lying, found)


def foga(ram: bytes, bitar: Sequence[Bit], djup: int) -> bytes:
    """Return the document; its contents list headings that stand no deeper than ``djup``."""
    with pikepdf.open(io.BytesIO(ram)) as made:
        many = sum(len(bit.liggande) for bit in bitar)
        front = len(made.pages) - many
        places = [place for bit in bitar for place in _take(made, bit)]
        pages = list(made.pages)[front:]
        for number, (frame, page) in enumerate(zip(pages[:many], pages[many:], strict=True)):
            name = Name(f"/Ram{number}")  # pages may share what they draw on
            page.add_resource(frame.as_form_xobject(), Name.XObject, name)
            page.contents_add(f"q {name} Do Q".encode())
        _lead_to(made, places, djup)
        del made.pages[front : front + many]
        return packed(made)


def _take(made: pikepdf.Pdf, bit: Bit) -> Iterator[Array]:
    """Add a piece's pages and structure, and yield the place of each of its headings."""
    before = len(made.pages)
    with pikepdf.open(io.BytesIO(bit.pdf)) as opened:
        for page in opened.pages:
            made.pages.append(page)
        # The pages are known by now, so what is copied points to those that were added.
        root = made.copy_foreign(opened.make_indirect(opened.Root.StructTreeRoot))
    pages = list(made.pages)[before:]
    _join_structure(made, root, pages)
    for place in bit.rubriker:
        yield Array([pages[place.sida].obj, Name.XYZ, *place.plats, 0])


def _join_structure(made: pikepdf.Pdf, root: Any, pages: Sequence[pikepdf.Page]) -> None:
    """Move a structure below that of the document, with the numbers that its pages know it by."""
    whole = made.Root.StructTreeRoot
    document = whole.K[0]
    for element in root.K[0].K:
        element.P = document
        document.K.append(element)
    known = whole.ParentTree.Nums
    first = max((int(number) for number in list(known)[::2]), default=-1) + 1
    for place, one in enumerate(root.ParentTree.Nums):
        known.append(one if place % 2 else one + first)
    for page in pages:
        for owner, key in (
            (page.obj, "/StructParents"),
            *((one, "/StructParent") for one in page.get("/Annots", [])),
        ):
            if key in owner:
                owner[key] += first
    _join_ids(whole, root)


def _join_ids(whole: Any, root: Any) -> None:
    """Add the ids of a structure; a tree of names is held in order."""
    pairs: list[tuple[Any, Any]] = []
    for tree in (whole.get("/IDTree"), root.get("/IDTree")):
        names = list(tree.Names) if tree is not None else []
        pairs += zip(names[::2], names[1::2], strict=True)
    if pairs:
        pairs.sort(key=lambda pair: bytes(pair[0]))
        whole.IDTree = Dictionary(Names=Array([one for pair in pairs for one in pair]))


def _lead_to(made: pikepdf.Pdf, places: Sequence[Array], djup: int) -> None:
    """Let the outline and the contents lead to the headings as they stand in the pieces."""
    outline = list(_outline(made))
    for (item, _depth), place in zip(outline, places, strict=True):
        item.Dest = place
    told = [place for (_item, depth), place in zip(outline, places, strict=True) if depth <= djup]
    lines = list(_elements(made.Root.StructTreeRoot.K[0], "/TOCI"))
    for line, place in zip(lines, told if lines else [], strict=True):
        for link in _elements(line, "/Link"):
            for kid in link.K:
                if isinstance(kid, Dictionary) and "/Obj" in kid:
                    kid.Obj.Dest = place


def _outline(opened: pikepdf.Pdf) -> Iterator[tuple[Any, int]]:
    """Yield every item of the outline in reading order, with how deep it stands."""
    outlines = opened.Root.get("/Outlines")
    stack: list[tuple[Any, int]] = [(None if outlines is None else outlines.First, 1)]
    while stack:
        item, depth = stack.pop()
        if item is not None:
            yield item, depth
            stack += [(item.get("/Next"), depth), (item.get("/First"), depth + 1)]


def _elements(element: Any, kind: str) -> Iterator[Any]:
    """Yield the structure elements of a kind at or below an element, in reading order."""
    if str(element.get("/S")) == kind:
        yield element
    kids = element.get("/K")
    for child in kids if isinstance(kids, Array) else [kids]:
        if isinstance(child, Dictionary) and "/S" in child:
            yield from _elements(child, kind)
