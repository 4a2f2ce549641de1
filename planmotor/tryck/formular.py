"""A sheet to fill in: a form of a page as a PDF form, with a name read aloud at every field.

Typst makes no form fields. It is told that each is a link, and the finished PDF's links are made fields: they
have their place, their order and their part of the structure already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lxml.html import HtmlElement
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from planmotor.tryck.artiklar import SPACE
from planmotor.tryck.skrift import array, exact, string, words

ADDRESS = "https://blankett.invalid/"  # no such host can exist; no field keeps its address


def blankett(form: HtmlElement, namn: list[str]) -> str:
    """Return the form as markup, and add the name of every field, in order, to ``namn``."""
    parts: list[str] = []
    for element in form:
        kind = element.get("class") or ""
        if element.tag == "fieldset":
            legend = _text(element.find("legend"))
            fields = [_field(label, legend, namn) for label in element.findall("label")]
            parts.append(f"#fältgrupp({string(legend)}, {array(fields)})")
        elif "bladtitel" in kind:
            parts.append(f"#heading(level: 1)[{words(_text(element))}]")
        elif element.find("label") is not None:
            parts.append(f"#fältrad({_field(element.find('label'), '', namn)})")
        elif element.tag == "p" and not element.findall("button"):
            parts.append(f"#strong[{words(_text(element))}]")
    return "\n\n".join(parts)


def _field(label: HtmlElement, group: str, names: list[str]) -> str:
    text = _text(label)
    names.append(f"{group}: {text}" if group else text)
    wide = str("bred" in (label.get("class") or "")).lower()
    return f"(namn: {string(text)}, mål: {exact(ADDRESS + str(len(names)))}, bred: {wide})"


def _text(element: HtmlElement | None) -> str:
    return SPACE.sub(" ", element.text_content()).strip() if element is not None else ""


def make_fields(pdf: Pdf, namn: Sequence[str]) -> None:
    """Turn the links that stand for fields into text fields with these names."""
    made = Array()
    for page in pdf.pages:
        for annotation in _links(page):
            number = int(str(annotation.A.URI).removeprefix(ADDRESS))
            _become_field(pdf, annotation, number, namn[number - 1])
            made.append(annotation)
        page.Tabs = Name.S
    for element in list(_elements(pdf)):
        if element.get("/S") == Name.Link:
            element.S = Name.Form
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    helvetica.Encoding = Name.WinAnsiEncoding
    font = pdf.make_indirect(helvetica)
    pdf.Root.AcroForm = Dictionary(
        Fields=made, DA=b"/Helv 12 Tf 0 g", DR=Dictionary(Font=Dictionary(Helv=font)), NeedAppearances=False
    )


def _links(page: Any) -> Iterator[Any]:
    for annotation in page.get("/Annots", []):
        if str(annotation.get("/A", {}).get("/URI", "")).startswith(ADDRESS):
            yield annotation


def _elements(pdf: Pdf) -> Iterator[Any]:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and "/S" in one and "/P" in one:
            yield one


def _become_field(pdf: Pdf, annotation: Any, number: int, name: str) -> None:
    left, low, right, high = (float(value) for value in annotation.Rect)
    empty = Stream(pdf, b"/Tx BMC EMC")
    empty.Type, empty.Subtype = Name.XObject, Name.Form
    empty.BBox = Array([0, 0, right - left, high - low])
    empty.Resources = Dictionary()
    for key in ("/A", "/Border", "/H"):
        if key in annotation:
            del annotation[key]
    annotation.Subtype, annotation.FT = Name.Widget, Name.Tx
    annotation.T, annotation.TU, annotation.Contents = f"falt{number}", name, name
    annotation.DA, annotation.F, annotation.Ff = b"/Helv 12 Tf 0 g", 4, 0
    annotation.MK = Dictionary()
    annotation.AP = Dictionary(N=pdf.make_indirect(empty))
