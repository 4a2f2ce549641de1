"""Row headers and a smaller file: what Typst can't do from Python, done to the finished PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from planmotor.tryck.formular import make_fields

ROW, CELLS = "/TR", ("/TD", "/TH")


def finish(pdf: bytes, tabeller: list[list[list[str]]], fält: Sequence[str] = (), märke: str = "") -> bytes:
    """Return the PDF with its tables' row headers marked up, packed, and with an id made of its content.

    ``tabeller`` tells the scope of every cell that is a header beside its row; nothing for other cells.
    ``fält`` names the fields of a form. ``märke`` comes first in the ids of header cells, so that documents
    that are put together have no id twice.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        if tabeller:
            root = opened.Root.StructTreeRoot
            for table, kinds in zip(_tables(root), tabeller, strict=True):
                _mark(table, kinds)
        if fält:
            make_fields(opened, fält)
        if märke:
            _name_apart(opened, märke)
        return packed(opened)


def packed(opened: pikepdf.Pdf) -> bytes:
    """Return an open document as a small file: the same bytes for the same content."""
    made = io.BytesIO()
    opened.save(
        made,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=False,
    )
    return made.getvalue()


def _name_apart(opened: pikepdf.Pdf, mark: str) -> None:
    """Put a mark first in the id of every header cell, where it stands and where it is pointed to."""
    ids = opened.Root.StructTreeRoot.get("/IDTree")
    names: Any = [] if ids is None else ids.Names
    for place, cell in enumerate(names):
        if place % 2:
            cell.ID = names[place - 1] = String(mark + str(cell.ID))
    for one in opened.objects:
        if isinstance(one, Dictionary) and str(one.get("/S")) in CELLS:
            for attributes in _attributes(one):
                if "/Headers" in attributes:
                    attributes.Headers = Array(String(mark + str(id)) for id in attributes.Headers)


def _attributes(cell: Any) -> list[Any]:
    """Return what is told of a cell, each owner's for itself."""
    attributes = cell.get("/A")
    held = [attributes] if isinstance(attributes, Dictionary) else list(attributes or [])
    return [one for one in held if isinstance(one, Dictionary)]


def _mark(table: Any, kinds: list[list[str]]) -> None:
    for row, scopes in zip(_elements(table, ROW), kinds, strict=True):
        cells = [cell for cell in _children(row) if str(cell.get("/S")) in CELLS]
        for cell, scope in zip(cells, scopes, strict=True):
            if scope:
                _promote(cell, scope)


def _promote(cell: Any, scope: str) -> None:
    """Make a cell a header, with what it was as a cell kept but for the headers that it pointed to."""
    cell.S = Name.TH
    attributes = cell.get("/A")
    held = [attributes] if isinstance(attributes, Dictionary) else list(attributes or [])
    tables = [one for one in held if isinstance(one, Dictionary) and str(one.get("/O")) == "/Table"]
    if tables:
        tables[0].Scope = Name("/" + scope)
        if "/Headers" in tables[0]:
            del tables[0]["/Headers"]
    else:
        cell.A = Array([*held, Dictionary(O=Name.Table, Scope=Name("/" + scope))])


def _tables(element: Any) -> Iterator[Any]:
    """Yield every table in reading order, one within a cell after the table that holds it."""
    for table in _elements(element, "/Table"):
        yield table
        for child in _children(table):
            yield from _tables(child)


def _elements(element: Any, kind: str) -> Iterator[Any]:
    """Yield the structure elements of a kind below, in reading order; none that stands inside another."""
    for child in _children(element):
        if str(child.get("/S")) == kind:
            yield child
        else:
            yield from _elements(child, kind)


def _children(element: Any) -> Iterator[Any]:
    kids = element.get("/K")
    for child in list(kids) if isinstance(kids, Array) else [kids]:
        if isinstance(child, Dictionary) and "/S" in child:
            yield child
