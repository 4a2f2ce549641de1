"""The HTML that a page may hold, as ONE list, and a sanitizer that judges by it.

The list is what the pages use and what Markdown makes. Everything else, such as scripts, forms and frames,
belongs in a template, where a developer has thought of what it does.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

import nh3

ANY = {"id", "class", "lang", "dir", "title", "role", "hidden"}
PREFIX = "aria-"
SCHEMES = {"http", "https", "mailto", "tel"}
CELL = {"colspan", "rowspan", "scope", "headers", "data-label"}
SHAPE = {
    "d",
    "cx",
    "cy",
    "r",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "rx",
    "width",
    "height",
    "points",
    "transform",
}
PLAIN = (
    "abbr article aside b bdi br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 "
    "h5 h6 hr i ins kbd li mark p pre s samp section small span strong sub summary sup table tbody tfoot "
    "thead tr u ul var wbr"
)
TAGS: dict[str, set[str]] = {
    **{tag: set() for tag in PLAIN.split()},
    "a": {"href", "hreflang", "type", "rel"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "reversed", "type"},
    "q": {"cite"},
    "td": CELL,
    "th": CELL,
    "time": {"datetime"},
    "svg": {"viewbox", "width", "height", "focusable"},
    **dict.fromkeys(("g", "path", "circle", "rect", "line", "polyline", "polygon"), SHAPE),
}
MARKDOWN = "markdown"  # says to Markdown that an element holds Markdown; it never reaches the site
ADDRESSES = {"href", "src", "cite"}
OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.I)  # what leads to another host
FETCHED = re.compile(r'(<img\b[^>]*?\ssrc=")([^"]*)', re.I)
SCHEME = re.compile(r"[\s\x00-\x1f]*([a-z][a-z0-9+.\s\x00-\x1f-]*):", re.I)

# What browsers know besides, so that the sanitizer can be asked what it would have taken away.
OTHERS = (
    "acronym address animate animatemotion animatetransform applet area audio base basefont bdo bgsound "
    "big blink body button canvas center clippath command content data datalist defs desc dialog dir "
    "element embed ellipse fieldset filter font footer foreignobject form frame frameset head header "
    "hgroup html iframe image input isindex keygen label legend link listing main map marker marquee mask "
    "math menu menuitem meta metadata meter mglyph mi mn mo ms mtext multicol nav nextid nobr noembed "
    "noframes noscript object optgroup option output param pattern picture plaintext portal progress rb "
    "rbc rp rt rtc ruby script search select set shadow slot source spacer stop strike style svg switch "
    "symbol template text textarea textpath title track tt tspan use video view xmp annotation-xml "
    "annotation maction semantics lineargradient radialgradient"
)
LETTERS = set("abcdefghijklmnopqrstuvwxyz0123456789_-:.@*([#$")
KNOWN = set(TAGS) | set(OTHERS.split())
# Markdown writes these itself: a column's alignment in a table.
WRITTEN = {"td": {"style"}, "th": {"style"}}


def allows(tag: str, attribute: str, value: str) -> bool:
    """Tell whether an element may have an attribute with this value."""
    if not (attribute in ANY | TAGS.get(tag, set()) or attribute.startswith(PREFIX) or attribute == MARKDOWN):
        return False
    if attribute == "src" and is_fetched(value):
        return False
    return attribute not in ADDRESSES or is_safe_address(value)


def is_fetched(address: str) -> bool:
    """Tell whether a picture would be asked for of another host, which then sees who reads the page."""
    return (
        OUTSIDE.match(address) is not None
        or re.match(r"\s*(?:mailto|tel|https?):", address, re.I) is not None
    )


def is_safe_address(value: str) -> bool:
    """Tell whether an address leads within the site, or to the web, to mail or to a telephone."""
    scheme = SCHEME.match(value)
    return not scheme or re.sub(r"[\s\x00-\x1f]", "", scheme[1]).lower() in SCHEMES


class _Parts(HTMLParser):
    """Counts the elements and attributes of what the sanitizer has written, which is always well formed."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: Counter[tuple[str, str, str]] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts[tag, "", ""] += 1
        for name, value in attrs:
            self.parts[tag, name, value or ""] += 1


def refused(html: str) -> list[tuple[str, str, str]]:
    """Return what the sanitizer takes away of a page's HTML: tag, attribute and value, or a tag alone.

    It reads HTML as browsers do. Run twice, with our list and with no limits at all, it writes the same twice
    when there is nothing to take away.
    """
    found = {tag.lower() for tag in re.findall(r"<([A-Za-z][^\s/>]*)", html)}
    schemes = {scheme.lower() for scheme in re.findall(r"[A-Za-z][\w+.-]*(?=:)", html)} | SCHEMES
    free = nh3.clean(
        html,
        tags=KNOWN | found,
        clean_content_tags=set(),
        generic_attribute_prefixes=LETTERS,
        attributes={},
        url_schemes=schemes | {"javascript", "vbscript", "data", "file", "blob"},
        link_rel=None,
        strip_comments=False,
    )
    bound = nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=set(),
        attributes={
            tag: {_cased(name) for name in ANY | own | WRITTEN.get(tag, set())} for tag, own in TAGS.items()
        },
        generic_attribute_prefixes={PREFIX},
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=False,
        filter_style_properties={"text-align"},
    )
    fetched = [
        ("img", "src", unescape(src)) for _, src in FETCHED.findall(bound) if is_fetched(unescape(src))
    ]
    if free == bound:
        return sorted(fetched)
    lost = _parts(free) - _parts(bound)
    lost_styles = {(tag, name) for tag, name, _ in lost if name == "style" and tag in WRITTEN}
    kept = [part for part in lost if (part[0], part[1]) not in lost_styles or not _only_aligns(part[2])]
    return sorted([*kept, *fetched])


def _cased(name: str) -> str:
    return "viewBox" if name == "viewbox" else name


def _only_aligns(style: str) -> bool:
    return re.fullmatch(r"\s*text-align:\s*\w+;?\s*", style) is not None


def _parts(html: str) -> Counter[tuple[str, str, str]]:
    reader = _Parts()
    reader.feed(html)
    reader.close()
    return reader.parts
