"""``planen.html``: the whole site as one file, to read from a USB stick and to print.

Made from the built pages: their articles in the order of the menu, every id with its page's name before it,
and every link either a place in the file or a full address. No script, and nothing is fetched.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

NAME = "planen.html"
# The search needs a server; the rest is for editors, or says once more what the plan itself says.
LEFT_OUT = ("sok/", "redigera/", "uppfoljning/organ/", "uppfoljning/urval/", "uppfoljning/kalendrar/")
# What a file that nobody is online with has no use for.
UNUSED = (
    "//script | //form | //*[contains(@class, 'verktyg')] | //template | //noscript"
    " | //nav[contains(@class, 'filter')]"
)
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
DEEPEST = 6
NAV = '<nav class="planen-innehall" aria-labelledby="innehall">'
STYLE = """
body{max-width:60rem;margin:0 auto;padding:1rem}
.planen-sida{border-top:2px solid currentColor;margin-top:3rem;padding-top:1rem}
.planen-sida:target{outline:none}
.planen-innehall ul{list-style:none;padding-left:0}
.planen-innehall>ul{columns:18rem}
.planen-innehall>ul>li{margin-bottom:1rem;break-inside:avoid-column;font-weight:650}
.planen-innehall li ul{margin:0;padding-left:1rem;font-weight:400}
.planen-innehall a{display:inline-block;padding:.2rem 0}
@media print{.planen-del{break-before:page;border:0}.planen-innehall ul{font-size:.8em}}
"""
Page = tuple[str, Any]  # its address from the root of the site, and its parsed tree


def write(site: Path, order: Sequence[str], base: str) -> Path:
    """Write the file to the root of the built site and return its path.

    ``order`` holds the pages' addresses from the root, as the menu has them. ``base`` is the site's address:
    links to what isn't in the file lead there when it is a full one, else they become plain text.
    """
    pages = [(address, _parsed(site / address / "index.html")) for address in order if _counts(site, address)]
    names = {address: _name(address) for address, _ in pages}
    path = site / NAME
    path.write_text(_document(site, pages, names, base), encoding="utf-8")
    return path


def _counts(site: Path, address: str) -> bool:
    return not address.startswith(LEFT_OUT) and (site / address / "index.html").exists()


def _parsed(file: Path) -> Any:
    return html.document_fromstring(file.read_text(encoding="utf-8"))


def _name(address: str) -> str:
    return address.strip("/").replace("/", "--") or "start"


def _document(site: Path, pages: Sequence[Page], names: dict[str, str], base: str) -> str:
    """Return the whole file: what all pages share comes from the first of them, which is the start page."""
    first = pages[0][1]
    title = first.findtext(".//title")
    draft = first.xpath("//aside[contains(@class, 'utkast')]//p/text()")
    sprite = first.xpath("//svg[contains(@class, 'sprite')]")
    said = f'<p class="planen-utkast"><strong>{escape(draft[0].strip())}</strong></p>' if draft else ""
    described = f"Hela planen i en fil: {title}. Går att läsa utan uppkoppling och att skriva ut."
    return "\n".join(
        [
            '<!doctype html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)} – hela planen i en fil</title>",
            f'<meta name="description" content="{escape(described)}">',
            '<meta name="color-scheme" content="light dark">',
            f"<style>{_styles(site, pages)}{STYLE}</style>\n</head>\n<body>",
            *(html.tostring(part, encoding="unicode", with_tail=False) for part in sprite),
            f"<header><h1>{escape(title)}</h1>\n{said}",
            "<p>Det här är hela webbplatsen i en fil. Den går att läsa utan uppkoppling.</p></header>",
            f'{NAV}<h2 id="innehall">Innehåll</h2>\n<ul>{_contents(pages, names)}</ul></nav>',
            '<main class="text">',
            *_sections(pages, names, base),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _styles(site: Path, pages: Sequence[Page]) -> str:
    """Return every style sheet that the pages ask for, each once; none ends the element that it is put in.

    A page's own sheet may set the size of its paper, which here would be that of all pages: that is left out.
    """
    found: dict[Path, None] = {}
    for address, tree in pages:
        for href in tree.xpath("//link[@rel='stylesheet']/@href"):
            found[site / posixpath.normpath(posixpath.join(address, href))] = None
    texts = [file.read_text(encoding="utf-8") for file in found if file.exists()]
    own = [re.sub(r"@page[^{]*\{[^{}]*(\{[^{}]*\}[^{}]*)*\}", "", text) for text in texts[1:]]
    return "\n".join([*texts[:1], *own]).replace("</", r"<\/")


def _contents(pages: Sequence[Page], names: dict[str, str]) -> str:
    """Return the list's items: each part of the menu by its first page, with the others under it."""
    parts = [list(part) for _, part in groupby(pages, key=lambda page: page[0].partition("/")[0])]
    linked = [
        [f'<a href="#{names[address]}">{escape(_heading(tree))}</a>' for address, tree in p] for p in parts
    ]
    under = ["".join(f"<li>{link}</li>\n" for link in links[1:]) for links in linked]
    return "\n".join(
        f"<li>{links[0]}{inner and f'<ul>{inner}</ul>'}</li>"
        for links, inner in zip(linked, under, strict=True)
    )


def _heading(tree: Any) -> str:
    return " ".join("".join(tree.xpath("//main//h1[1]//text()")).split())


def _sections(pages: Sequence[Page], names: dict[str, str], base: str) -> Iterator[str]:
    """Yield every page as a section; the first of each part of the menu begins a new sheet in print."""
    before = None
    for address, tree in pages:
        part = address.partition("/")[0]
        kind = "planen-sida planen-del" if part != before else "planen-sida"
        before = part
        yield _section((address, tree), names, base, kind)


def _section(page: Page, names: dict[str, str], base: str, kind: str) -> str:
    """Return a page's article as a section, with headings one step down and ids and links of its own."""
    address, tree = page
    article = tree.xpath("//main//article")[0]
    for part in article.xpath("." + UNUSED.replace(" | //", " | .//")):
        part.drop_tree()
    for heading in article.xpath(".//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]"):
        heading.tag = f"h{min(int(heading.tag[1]) + 1, DEEPEST)}"
    _rename(article, names[address])
    for link in article.xpath(".//a[@href]"):
        _relink(link, address, names, base)
    for image in article.xpath(".//img"):
        image.drop_tree()
    language = tree.get("lang") or "sv"
    inner = "".join(_parts(article))
    lang = f' lang="{language}"' if language != "sv" else ""
    return f'<section class="{kind}" id="{names[address]}"{lang}>\n{inner}\n</section>'


def _parts(article: Any) -> Iterator[str]:
    yield escape(article.text or "", quote=False)
    for child in article:
        yield html.tostring(child, encoding="unicode")


def _rename(article: Any, name: str) -> None:
    """Put the page's name before every id in the article and before every reference to one."""
    ids = {found: f"{name}.{found}" for found in article.xpath(".//@id")}
    for element in article.iter(etree.Element):
        if element.get("id"):
            element.set("id", ids[element.get("id")])
        for attribute in REFERENCES:
            if element.get(attribute):
                words = (ids.get(word, word) for word in element.get(attribute).split())
                element.set(attribute, " ".join(words))


def _relink(link: Any, address: str, names: dict[str, str], base: str) -> None:
    """Let a link lead to a place in the file, or to its full address; without one it becomes plain text."""
    href = link.get("href")
    parts = urlsplit(href)
    if parts.scheme or href.startswith("//"):
        return
    target = posixpath.normpath(posixpath.join("/", address, parts.path)) if parts.path else f"/{address}"
    page = "" if target == "/" else f"{target.strip('/')}/"
    if page in names:
        fragment = re.sub(r"%[0-9A-Fa-f]{2}", "", parts.fragment)
        link.set("href", f"#{names[page]}.{fragment}" if fragment else f"#{names[page]}")
    elif "://" in base:
        link.set("href", urljoin(f"{base}{address}", href))
    else:
        link.drop_tag()
