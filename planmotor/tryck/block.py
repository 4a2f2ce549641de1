"""Blocks: headings, paragraphs, lists, boxes and quotations, from HTML to Typst's markup."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lxml.html import HtmlElement

from planmotor.tryck.artiklar import BLOCKS
from planmotor.tryck.delar import RUN_ON
from planmotor.tryck.delning import ABOVE
from planmotor.tryck.inline import anchored, inline, part
from planmotor.tryck.skrift import exact, string, unbroken_end, words
from planmotor.tryck.tabell import table
from planmotor.tryck.verk import Verk, etikett

SMALL = {"liten", "kalla", "kommentar", "notis", "tyst"}
HEADS = {"rutrubrik", "rubrik"}
DEEPEST = 6
CARDS = {"kort", "logg", "riktvarden"}  # lists whose items have a name, and lines about it


class Block(NamedTuple):
    """Markup of one block; ``bred`` when it needs a page on its side."""

    text: str
    bred: bool = False


def blocks(element: HtmlElement, verk: Verk, överst: bool = False) -> list[Block]:
    """Return the element's contents, block by block; runs of inline content become blocks of their own.

    ``överst`` tells that nothing stands around it, so that a wide table may have a page of its own.
    """
    found: list[Block] = []
    run = words(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag in BLOCKS:
            found += _run(run, verk)
            found += _block(child, verk, överst)
            run = words(child.tail or "")
        else:
            run += part(child, verk) + words(child.tail or "")
    return found + _run(run, verk)


def flow(element: HtmlElement, verk: Verk) -> str:
    """Return the element's contents as the body of a cell or an item."""
    return "\n\n".join(block.text for block in blocks(element, verk))


def _run(text: str, verk: Verk) -> list[Block]:
    return [Block(_ended(text, verk))] if text.replace('#" ";', "") else []


def _ended(text: str, verk: Verk) -> str:
    """Return a paragraph with its last word whole, but in a narrow column."""
    return text if verk.tätt else unbroken_end(text)


def _block(element: HtmlElement, verk: Verk, överst: bool) -> list[Block]:
    tag = str(element.tag)
    if "footnote" in _classes(element):
        return []  # each stands at the foot of its own page
    if tag in CONTAINERS and not _boxed(element):
        anchor = anchored(element, verk)
        return _after(anchor, blocks(element, verk, överst))
    if tag == "table":
        return [Block(*table(element, verk, flow, överst))]
    maker = MAKERS.get(tag)
    return [Block(anchored(element, verk) + maker(element, verk))] if maker else []


def _after(anchor: str, found: list[Block]) -> list[Block]:
    if not anchor or not found:
        return found
    first, *rest = found
    return [Block(anchor), *found] if first.bred else [first._replace(text=anchor + first.text), *rest]


def _boxed(element: HtmlElement) -> bool:
    return bool({"ruta", "admonition"} & set(_classes(element)))


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def _heading(element: HtmlElement, verk: Verk) -> str:
    if not element.text_content().strip():  # no words to hear, and nothing to find in the contents
        return inline(element, verk, noter=False)
    wanted = min(int(str(element.tag)[1]) + (verk.sida.djup if verk.sida else 0), DEEPEST)
    level = verk.nivåer.nästa(wanted)
    if element.get("class") == ABOVE:
        return ""
    label = ""
    if element.tag == "h1" and verk.sida:
        label = f"#label({exact(etikett(verk.sida.adress))})"
    runs_on = verk.sida is not None and verk.sida.adress in RUN_ON
    chapter = "#kapitel\n" if level == 1 and not runs_on else ""
    return f"{chapter}#heading(level: {level})[{inline(element, verk, noter=False)}]{label}"


def _paragraph(element: HtmlElement, verk: Verk) -> str:
    if not set(_classes(element)) & SMALL:
        text = _ended(inline(element, verk), verk)
        return f"#rutrubrik[{text}]" if HEADS & set(_classes(element)) else text
    with verk.tätare():
        return f"#liten[{inline(element, verk)}]"


def _list(element: HtmlElement, verk: Verk) -> str:
    cards = bool(CARDS & set(_classes(element)))
    items = [
        f"[{anchored(item, verk)}{_card(item, verk) if cards else flow(item, verk)}]"
        for item in element.findall("li")
    ]
    if not items:
        return ""
    spacing = ["spacing: 1.2em"] if cards else []
    if element.tag == "ul":
        return f"#list({', '.join([*spacing, *items])})"
    start = element.get("start") or "1"
    return f"#enum(start: {int(start) if start.isdecimal() else 1}, {', '.join([*spacing, *items])})"


def _card(item: HtmlElement, verk: Verk) -> str:
    """Return a card as an item: its name, and what it says on the next line."""
    name, *rest = [block.text for block in blocks(item, verk)] or [""]
    return f"#strong[{name}]" + "".join(f"#linebreak();{text}" for text in rest)


def _terms(element: HtmlElement, verk: Verk) -> str:
    """Return a list of terms; a group that shares terms or descriptions becomes one item."""
    items: list[tuple[list[str], list[str]]] = []
    anchor = ""
    for child in element.iter("div", "dt", "dd"):
        if child.tag == "div":
            anchor += anchored(child, verk) if child.getparent() is element else ""
        elif child.tag == "dt":
            if not items or items[-1][1]:
                items.append(([], []))
            items[-1][0].append(anchor + anchored(child, verk) + inline(child, verk, noter=False))
            anchor = ""
        elif items:
            text = flow(child, verk)
            items[-1][1].append(f"#liten[{text}]" if set(_classes(child)) & SMALL else text)
    short = "fakta" in _classes(element)
    made = [f"terms.item([{'; '.join(names)}], [{_below(texts)}])" for names, texts in items]
    return f"#{'fakta' if short else 'terms'}({', '.join(made)})" if made else ""


def _below(texts: list[str]) -> str:
    return "\n\n".join(texts)


def _quote(element: HtmlElement, verk: Verk) -> str:
    return f"#quote(block: true)[{flow(element, verk)}]"


def _box(element: HtmlElement, verk: Verk) -> str:
    return f"#ruta[{flow(element, verk)}]"


def _code(element: HtmlElement, _verk: Verk) -> str:
    return f"#raw(block: true, {string(element.text_content().rstrip())})"


def _details(element: HtmlElement, verk: Verk) -> str:
    """Return what can be unfolded on screen, unfolded."""
    summary = element.find("summary")
    name = inline(summary, verk, noter=False) if summary is not None else ""
    if summary is not None:
        summary.drop_tree()
    return f"#utfällt[{name}][{flow(element, verk)}]"


def _figure(element: HtmlElement, verk: Verk) -> str:
    caption = element.find("figcaption")
    text = inline(caption, verk, noter=False) if caption is not None else ""
    if caption is not None:
        caption.drop_tree()
    body = flow(element, verk)
    if not body:
        return ""
    return f"#figure(kind: image, caption: [{text}])[{body}]" if text else body


CONTAINERS = frozenset(
    ("div", "section", "article", "main", "aside", "header", "footer", "address", "summary")
)
MAKERS: dict[str, Callable[[HtmlElement, Verk], str]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    **dict.fromkeys(("div", "section", "aside"), _box),
    "p": _paragraph,
    "dl": _terms,
    "blockquote": _quote,
    "pre": _code,
    "details": _details,
    "figure": _figure,
}
