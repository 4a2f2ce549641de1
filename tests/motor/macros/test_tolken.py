"""One reader of Markdown for all pages says of each what a reader of its own says."""

import markdown
import pytest
from mkdocs.structure import pages
from mkdocs.structure.pages import Page

from macros import markdown as blocks
from macros.markdown import ANCHORS, marked
from macros.tolken import use_one_reader
from tests.hjalp.planer import ROOT

CONFIG = {
    "extensions": ["abbr", "attr_list", "footnotes", "macros.markdown", "md_in_html", "toc", "tables"],
    "extension_configs": {"toc": {"permalink": False}},
}
# What one page may leave behind for the next: notes, abbreviations, references, ids and stored HTML.
TEXTS = [
    "# Läget\n\nSIP[^1] och [länk][a].\n\n[^1]: En not.\n\n*[SIP]: Samordnad plan\n\n[a]: https://exempel.se\n",
    "# Läget\n\n## Läget\n\nSIP, [länk][a] och [^1].\n\n<b id='x'>HTML</b>\n",
    f"# Läget\n\n{marked('<p id=y>Makro</p>')}\n\nText{{: #egen }}\n",
]


@pytest.fixture
def reader(monkeypatch):
    """The class that MkDocs asks for, once pages are read by one reader."""
    monkeypatch.setattr(pages, "markdown", pages.markdown)
    use_one_reader(object.__new__(Page))
    return pages.markdown.Markdown


@pytest.mark.parametrize("order", [TEXTS, TEXTS[::-1], TEXTS * 2])
def test_nothing_of_a_page_is_left_for_the_next(reader, order):
    for text in order:
        own, shared = markdown.Markdown(**CONFIG), reader(**CONFIG)
        assert shared.convert(text) == own.convert(text)
        assert shared.toc_tokens == own.toc_tokens


def test_the_same_settings_give_the_same_reader_and_others_another(reader):
    assert reader(**CONFIG) is reader(**CONFIG)
    assert reader(**CONFIG) is not reader(extensions=["abbr"], extension_configs={})


def test_what_else_the_program_takes_of_the_library_is_there(reader):
    assert pages.markdown.util is markdown.util


def test_another_program_is_left_alone():
    use_one_reader(object())


def test_ids_of_macros_are_told_to_whoever_looks_for_the_places_of_links():
    made = markdown.Markdown(extensions=[blocks.makeExtension()])
    found = pages._RawHTMLPreprocessor()
    found._register(made)
    assert ANCHORS in made.preprocessors
    made.convert(marked('<p id="här">x</p>') + '\n\n<b id="där">y</b>')
    assert found.present_anchor_ids == {"här", "där"}


def test_every_page_of_the_small_plan_reads_the_same(reader):
    for path in sorted((ROOT / "tests/exempel/liten/docs").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert reader(**CONFIG).convert(text) == markdown.Markdown(**CONFIG).convert(text), path
