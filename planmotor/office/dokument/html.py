"""A document as HTML: its parts for a page of the site, or a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from planmotor.grund.text import visible
from planmotor.office.dokument.typer import Block, Del, Dokument, Lista, Ord, Punkt, Stycke, Tabell, Text

Länk = Callable[[str], str]
# The class "dold" hides from the eye alone.
SAID = Markup('<span class="dold">{}</span>')
END = SAID.format(" (slut)")
FORMS = {
    "lika": Markup("{}"),
    "borttaget": Markup("<del>{}{{}}{}</del>").format(SAID.format("borttaget: "), END),
    "tillagt": Markup("<ins>{}{{}}{}</ins>").format(SAID.format("tillagt: "), END),
    "vanlig": Markup("{}"),
    "fet": Markup("<strong>{}</strong>"),
    "tyst": Markup('<span class="tyst">{}</span>'),
}
PARAGRAPHS = {
    "text": Markup("<p>{}</p>"),
    "uppgift": Markup("<p>{}</p>"),
    "räknat": Markup('<p class="liten">{}</p>'),
    "notis": Markup('<p class="notis"><strong>Obs!</strong> {}</p>'),
}
TABLE = Markup('<table class="tabell rapport">\n<caption>{name}</caption>\n{body}')
# Numbers side by side stay a table where there is little room, and can be scrolled to.
NUMBERS = Markup(
    '<figure class="rulla" role="region" aria-labelledby="{id}" tabindex="0">\n'
    '<table class="tabell statusmatris siffror">\n<caption id="{id}">{name}</caption>\n{body}</figure>'
)
DOCUMENT = Markup("""<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; color: #16242d; max-width: 60rem; margin: 2rem auto; }}
body {{ padding: 0 1rem; overflow-wrap: break-word; }}
h1, h2, h3, h4, caption {{ line-height: 1.25; color: #112b3c; break-after: avoid; }}
h2 {{ margin-top: 2.2rem; border-top: 2px solid #112b3c; padding-top: .6rem; }}
table {{ border-collapse: collapse; width: 100%; margin: 1rem 0; }}
caption {{ text-align: left; font-weight: 650; padding-bottom: .3rem; }}
th, td {{ border: 1px solid #8b979f; padding: .3rem .5rem; text-align: left; vertical-align: top; }}
th {{ font-weight: 600; }} thead th {{ background: #e7ecef; }} tr {{ break-inside: avoid; }}
figure {{ margin: 0; overflow-x: auto; }} .siffror :is(th, td):not(:first-child) {{ text-align: right; }}
dl.fakta div {{ display: flex; gap: .6rem; flex-wrap: wrap; }} dt {{ font-weight: 600; }} dd {{ margin: 0; }}
.liten, .tyst {{ color: #4a5860; }} .liten {{ font-size: .9rem; }}
.notis {{ border-left: 4px solid #8a4b00; padding-left: .8rem; }}
.dold {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
@page {{ size: A4; margin: 18mm; }} @media print {{ body {{ margin: 0; padding: 0; font-size: 10.5pt; }} }}
</style>
</head>
<body>
<article>
<h1>{title}</h1>
{body}
</article>
</body>
</html>
""")


def som_html(dokument: Dokument) -> str:
    """Return the document as a file that needs no other."""
    return str(DOCUMENT.format(title=dokument.titel, body=_parts(dokument, None)))


def som_delar(dokument: Dokument, länk: Länk | None = None) -> str:
    """Return all of the document but its title, with headings from the second level.

    ``länk`` gives the address of what words name; without it nothing is linked.
    """
    return str(_parts(dokument, länk))


def _parts(dokument: Dokument, länk: Länk | None) -> Markup:
    pairs = (Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(*pair) for pair in dokument.uppgifter)
    facts = Markup('<dl class="fakta">{}</dl>').format(Markup("").join(pairs))
    return Markup("\n").join([facts, *(_part(part, 2, länk) for part in dokument.delar)])


def _part(part: Del, level: int, länk: Länk | None) -> Markup:
    heading = Markup('<h{0} id="{1}">{2}</h{0}>').format(level, part.id, part.rubrik)
    blocks = (_block(block, f"{part.id}-{number}", länk) for number, block in enumerate(part.block, 1))
    return Markup("\n").join([heading, *blocks, *(_part(below, level + 1, länk) for below in part.delar)])


def _block(block: Block, id: str, länk: Länk | None) -> Markup:
    if isinstance(block, Stycke):
        return PARAGRAPHS[block.slag].format(märkt_html(block.text, länk))
    if isinstance(block, Lista):
        return _list(_item(item, länk) for item in block.punkter)
    return _table(block, id, länk)


def _list(items: Iterable[Markup]) -> Markup:
    return Markup('<ul class="lista">{}</ul>').format(
        Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    )


def _item(item: Punkt, länk: Länk | None) -> Markup:
    below = _list(märkt_html(one, länk) for one in item.under) if item.under else Markup("")
    return märkt_html(item.text, länk) + below


def märkt_html(words: Text, länk: Länk | None = None) -> Markup:
    """Return words with their marks; few screen readers announce a change by themselves, so words do."""
    return Markup("").join(_word(word, länk) for word in words)


def _word(word: Ord, länk: Länk | None) -> Markup:
    said = FORMS[word.slag].format(visible(word.text))
    if not word.till or länk is None:
        return said
    return Markup('<a href="{}">{}</a>').format(länk(word.till), said)


def _table(table: Tabell, id: str, länk: Länk | None) -> Markup:
    names = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in table.kolumner)
    rows = Markup("\n").join(_row(row, table, länk) for row in table.rader)
    foot = Markup("<tfoot>{}</tfoot>").format(_row(table.summa, table, länk)) if table.summa else Markup("")
    body = Markup("<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n{}</table>").format(names, rows, foot)
    return (NUMBERS if table.siffror else TABLE).format(name=table.rubrik, id=id, body=body)


def _row(row: tuple[Text, ...], table: Tabell, länk: Länk | None) -> Markup:
    first, *rest = zip(table.kolumner, row, strict=True)
    head = Markup('<th scope="row" data-label="{}">{}</th>').format(first[0], märkt_html(first[1], länk))
    cells = (Markup('<td data-label="{}">{}</td>').format(name, märkt_html(c, länk)) for name, c in rest)
    return Markup("<tr>{}{}</tr>").format(head, Markup("").join(cells))
