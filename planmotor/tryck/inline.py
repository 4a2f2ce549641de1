"""Running text: emphasis, links, states, changes and footnotes, from HTML to Typst's markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lxml.html import HtmlElement

from planmotor.tryck.skrift import LONG, breakable, exact, string, words
from planmotor.tryck.svg import standalone
from planmotor.tryck.verk import Verk, etikett

WRAPPED = {
    "b": "strong",
    "strong": "strong",
    "em": "emph",
    "i": "emph",
    "cite": "emph",
    "dfn": "emph",
    "sub": "sub",
    "sup": "super",
    "ins": "tillagt",
    "del": "borttaget",
    "s": "borttaget",
    "mark": "highlight",
    "small": "liten",
}
LANGUAGE = re.compile("[a-z]{2,3}")  # what Typst takes for one
QUOTE = '"'
LEADING = '#" '
QUIET = {"tyst", "liten", "slag", "kommentar", "notis", "kalla"}


def inline(element: HtmlElement, verk: Verk, noter: bool = True) -> str:
    """Return what the element holds, as markup. With ``noter`` addresses become footnotes."""
    return words(element.text or "") + "".join(
        part(child, verk, noter) + words(child.tail or "") for child in element
    )


def part(element: HtmlElement, verk: Verk, noter: bool = True) -> str:
    """Return one inline element, without what follows it."""
    if not isinstance(element.tag, str):
        return ""
    anchor = anchored(element, verk) if element.tag != "sup" else ""
    special = SPECIAL.get(element.tag)
    if special:
        return anchor + special(element, verk, noter)
    text = inline(element, verk, noter)
    name = WRAPPED.get(element.tag)
    if name and text:
        text = f"#{name}[{text}];"
    return anchor + _tongue(element, text)


def anchored(element: HtmlElement, verk: Verk) -> str:
    """Return an invisible place for links to go to, if something points to the element."""
    name = verk.märke(element)
    return f"#metadata(none)#label({exact(name)})" if name else ""


def _tongue(element: HtmlElement, text: str) -> str:
    language = (element.get("lang") or "").split("-")[0].lower()
    return f"#text(lang: {string(language)})[{text}];" if LANGUAGE.fullmatch(language) and text else text


def _link(element: HtmlElement, verk: Verk, noter: bool) -> str:
    text = inline(element, verk, noter=False)
    href = str(element.get("href") or "")
    place = verk.mål(href) if href else None
    if not text or not href:
        return text
    if place:
        page = ", sidnr: true" if noter and not verk.tätt else ""
        return f"#hit({exact(etikett(*place))}{page})[{text}];"
    address = verk.utanför(href)
    if not address:
        return text
    made = f"#link({exact(address)})[{text}];"
    return made + _note(element, address, verk) if noter else made


def _note(element: HtmlElement, address: str, verk: Verk) -> str:
    """Return a footnote with the address, once a page, unless the text says it."""
    shown = address.split("://", 1)[-1].rstrip("/")
    said = shown.removeprefix("www.") in element.text_content()
    if said or not address.startswith("http") or address in verk.noterade:
        return ""
    verk.noterade.add(address)
    return f"#footnote[#link({exact(address)})[#adress[{breakable(shown)}]]];"


def _state(element: HtmlElement, verk: Verk, noter: bool) -> str:
    text = inline(element, verk, noter)
    if element.get("data-status"):
        return f"#status({string(str(element.get('data-status')))})[{text.replace(LEADING, '#' + QUOTE, 1)}];"
    classes = set((element.get("class") or "").split())
    if classes & QUIET and text:
        text = f"#tyst[{text}];"
    return _tongue(element, text)


def _footnote(element: HtmlElement, verk: Verk, noter: bool) -> str:
    """Return a footnote in place of the number that points to it; a second reference points to the same."""
    links = element.xpath(".//a[contains(@class, 'footnote-ref')]")
    if not links or verk.sida is None:
        return f"#super[{inline(element, verk, noter)}];"
    id = str(links[0].get("href")).removeprefix("#")
    name = etikett(verk.sida.adress, id)
    if name in verk.noter:
        return f"#footnote(label({exact(name)}));"
    verk.noter.add(name)
    found = [one for one in verk.sida.artikel.iter("li") if one.get("id") == id]
    text = " ".join(inline(p, verk, noter=False) for p in (found[0].findall("p") or found)) if found else ""
    return f"#footnote[{text}]#label({exact(name)})"


def _picture(element: HtmlElement, *_: Any) -> str:
    """Return a picture with its text alternative; one that is hidden from readers is decoration, left out."""
    title = element.find("{*}title")
    named = element.get("aria-label") or (title.text if title is not None else "") or ""
    if element.get("aria-hidden") == "true" or not named:
        return ""
    return f"#bild({string(standalone(element))}, {string(named)});"


def _code(element: HtmlElement, *_: Any) -> str:
    text = element.text_content()
    return f"#kod[{breakable(text)}];" if LONG.search(text) else f"#kod({string(text)});"


SPECIAL: dict[str, Callable[[HtmlElement, Verk, bool], str]] = {
    "a": _link,
    "span": _state,
    "sup": _footnote,
    "svg": _picture,
    "code": _code,
    "kbd": _code,
    "samp": _code,
    "br": lambda *_: "#linebreak();",
    "wbr": lambda *_: "",
    "img": lambda element, *_: _image(element),
    "q": lambda element, verk, noter: words("”") + inline(element, verk, noter) + words("”"),
}


def _image(element: HtmlElement) -> str:
    """Return an image of the site; ``bild-fil`` of the template finds it below the site's folder."""
    alternative, source = element.get("alt") or "", str(element.get("data-fil") or "")
    return f"#bildfil({exact(source)}, {string(alternative)});" if alternative and source else ""
