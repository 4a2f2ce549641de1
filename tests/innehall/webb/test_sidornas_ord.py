"""No text of a page is lost on its way to the site: an independent reader of Markdown says what it holds."""

import re
from collections import Counter
from datetime import UTC, datetime

import pytest

from planmotor.grund.text import decode
from planmotor.prosa.lasning.publicerad import WORD, förhandsvisad, innehåll
from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.lasning.villkor import villkoren
from planmotor.prosa.sidkarta import adress
from planmotor.uppfoljning.lage.finns import finns
from tests.hjalp.planer import ROOT
from tests.hjalp.webb import BUILD_DAY

DOCS = ROOT / "docs"
SOURCES = sorted(DOCS.rglob("*.md"))
DAY = datetime.fromtimestamp(int(BUILD_DAY), UTC).date()


def as_published(path, plan):
    """Return the page without the parts whose condition doesn't hold on the day of the build."""
    page = Sida(path.name, decode(path.read_bytes(), path.name))
    text = page.källa
    for part in villkoren(page.anrop[0]):
        if finns(plan, DAY, **part.öppnar.argument) == (part.öppnar.namn == "om_saknas"):
            hidden = text[part.öppnar.start : part.slutar.slut]
            text = text.replace(hidden, re.sub(r"[^\n]", " ", hidden))
    return Sida(path.name, text)


@pytest.mark.parametrize("page_file", SOURCES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_every_word_is_on_the_built_page(page_file, pages, plan):
    page = as_published(page_file, plan)
    written = Counter(word for word in innehåll(förhandsvisad(page)).ord if not word.startswith("Xmakro"))
    article = pages[adress(page_file.relative_to(DOCS).as_posix())].find_class("text")[0]
    shown = Counter(WORD.findall(" ".join([*article.itertext(), *article.xpath(".//img/@alt")])))
    assert written
    assert written - shown == Counter()


@pytest.mark.parametrize("page_file", SOURCES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_the_title_is_the_one_that_was_written(page_file, pages):
    page = Sida(page_file.name, decode(page_file.read_bytes(), page_file.name))
    title = pages[adress(page_file.relative_to(DOCS).as_posix())].findtext(".//title")
    assert page.huvud.fält["title"] in title or page_file == DOCS / "index.md"
