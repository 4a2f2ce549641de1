"""A whole document as Typst's source: template, cover, pages and, in a consultation, how to answer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import NamedTuple

from lxml.html import HtmlElement

from planmotor.tryck.artiklar import Artikel
from planmotor.tryck.block import Block, blocks
from planmotor.tryck.formular import blankett
from planmotor.tryck.skrift import array, string, words, write_date
from planmotor.tryck.svarssida import svarssida
from planmotor.tryck.uppgifter import Faktum, Remissuppgifter, Uppgifter
from planmotor.tryck.verk import Verk, nytt_verk

DEEP_CONTENTS = 12  # from so many pages of the site the contents leave out the third level
CHANGE_SIGNS = Faktum("Tecken", "[−borttaget−] är överstruket, [+tillagt+] är understruket")
TEMPLATE = files("planmotor.tryck") / "mall.typ"


class Källa(NamedTuple):
    """A document to set: its source, its day, and per table and row the scope of every row header."""

    typst: str
    dag: int
    tabeller: list[list[list[str]]]
    fält: tuple[str, ...] = ()  # the name of every field, in a form to fill in

    @property
    def avtryck(self) -> str:
        """A hash of everything that the document is made of, but for fonts and libraries."""
        held = json.dumps([self.typst, self.dag, self.tabeller, self.fält], ensure_ascii=False)
        return hashlib.sha256(held.encode()).hexdigest()


def dokument(sidor: Sequence[Artikel], uppgifter: Uppgifter) -> Källa:
    """Return the document made of the pages, in their order."""
    verk = nytt_verk(sidor, uppgifter.adress, uppgifter.remiss is not None)
    body = [block for sida in sidor for block in _page(sida, verk)]
    day = uppgifter.utskriven
    parts = [
        f"#let former = {_dictionary(uppgifter.former)}",
        _template(),
        f"#show: dokument.with({_arguments(_with_signs(uppgifter, sidor), len(sidor), sidor)})",
        _laid(body),
        svarssida(uppgifter.remiss) if uppgifter.remiss else "",
    ]
    return Källa("\n\n".join(filter(None, parts)) + "\n", _seconds(day), verk.tabeller)


def _with_signs(u: Uppgifter, sidor: Sequence[Artikel]) -> Uppgifter:
    """Tell on the cover what the signs of a change mean, where there are any."""
    if any(next(sida.artikel.iter("ins", "del"), None) is not None for sida in sidor):
        return replace(u, fakta=(*u.fakta, CHANGE_SIGNS))
    return u


def formulär(form: HtmlElement, titel: str, dag: date) -> Källa:
    """Return a form of a page as a sheet to fill in, on screen or with a pen."""
    names: list[str] = []
    stor = "stort" in (form.get("class") or "")
    body = blankett(form, names)
    how = f"titel: {string(titel)}, numrerad: false, kant: 14mm, dag: {_day(dag)}"
    size = "#set text(size: 17pt)" if stor else ""
    source = f"#let former = (:)\n{_template()}\n#show: dokument.with({how})\n{size}\n{body}\n"
    return Källa(source, _seconds(dag), [], tuple(names))


def _seconds(day: date) -> int:
    return (day.toordinal() - 719_163) * 86_400


def _day(day: date) -> str:
    return f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"


def _template() -> str:
    return TEMPLATE.read_text(encoding="utf-8")


def _page(sida: Artikel, verk: Verk) -> list[Block]:
    verk.sida = sida
    verk.noterade = set()
    return blocks(sida.artikel, verk, överst=True)


def _laid(found: Iterable[Block]) -> str:
    """Return the blocks with each run of wide ones on pages of its own, on their sides."""
    made: list[str] = []
    wide: list[str] = []
    for block in found:
        if block.bred:
            wide.append(block.text)
            continue
        made += _on_its_side(wide)
        wide = []
        made.append(block.text)
    return "\n\n".join(made + _on_its_side(wide))


def _on_its_side(wide: list[str]) -> list[str]:
    return [f"#liggande[{chr(10).join(wide)}]"] if wide else []


def innehållsdjup(pages: int) -> int:
    """Return how deep a heading may stand to be in the contents of a document of so many pages."""
    return 2 if pages >= DEEP_CONTENTS else 3


def _arguments(u: Uppgifter, pages: int, sidor: Sequence[Artikel]) -> str:
    given = {
        "titel": string(u.titel if not u.underrubrik else f"{u.titel}: {u.underrubrik}"),
        "språk": string(sidor[0].språk if sidor else "sv"),
        "avsändare": string(u.avsändare),
        "löptitel": string(u.titel),
        "fot": string(f"Utskriven {write_date(u.utskriven)}"),
        "dag": _day(u.utskriven),
        "numrerad": _truth(u.numrerad),
        "radnummer": _truth(u.remiss is not None),
        "märke": string(u.remiss.beteckning or "") if u.remiss else "none",
        "framsida": _cover(u) if u.framsida else "none",
        "innehåll": _truth(u.innehåll),
        "djup": str(innehållsdjup(pages)),
        "ram": _truth(u.ram),
        "tabeller": str(u.tabeller),
    }
    return ", ".join(f"{name}: {value}" for name, value in given.items())


def _cover(u: Uppgifter) -> str:
    facts = [*u.fakta, *_about(u.remiss), Faktum("Utskriven", write_date(u.utskriven))]
    lines = [f"([{words(fact.namn)}], [{_value(fact)}])" for fact in facts]
    return (
        f"första({string(u.titel)}, underrubrik: {string(u.underrubrik)}, fakta: {array(lines)}, "
        f"notis: {string(u.notis)}, villkor: {string(u.villkor)}, remiss: {_truth(u.remiss is not None)})"
    )


def _about(remiss: Remissuppgifter | None) -> Iterator[Faktum]:
    if remiss is None:
        return
    last = write_date(remiss.svara_senast) if remiss.svara_senast else None
    about = (("Remiss", remiss.namn), ("Beteckning", remiss.beteckning), ("Version", remiss.version))
    yield from (Faktum(name, value) for name, value in (*about, ("Svara senast", last)) if value)


def _value(fact: Faktum) -> str:
    text = words(fact.värde)
    return f"#status({string(fact.form)})[{text}]" if fact.form else text


def _dictionary(shapes: Mapping[str, str]) -> str:
    pairs = [f"{string(name)}: {string(svg)}" for name, svg in sorted(shapes.items())]
    return f"({', '.join(pairs) or ':'})"


def _truth(value: bool) -> str:
    return "true" if value else "false"
