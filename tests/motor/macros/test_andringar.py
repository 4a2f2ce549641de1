"""What the pages about changes say of the text, against small repositories with a tag."""

from datetime import date

from lxml import html

from macros.andringar import ändringar_sedan_beslutet
from macros.webb import Webb
from planmotor.plan.load import load
from tests.hjalp.forrad import PAGE, put, run, save
from tests.hjalp.planer import MINIMAL


def test_changed_prose_stands_under_the_title_of_its_page(repo):
    """A visitor knows pages by their titles, and what the editors' branches are called is nothing to her."""
    marked = MINIMAL.replace("revideras_vart: 3", "revideras_vart: 3\n  texten_följer: plan/2025-01-01")
    save(repo, plan=marked, **{"docs/bort.md": PAGE})
    run(repo, "tag", "plan/2025-01-01")
    (repo / "docs/bort.md").unlink()
    put(repo, sida=PAGE.replace("tillsammans", "ihop"))
    made = Webb(load(repo / "data/aktiviteter.yaml"), date(2026, 1, 1), "", lambda: "", docs=repo / "docs")
    found = html.fromstring(ändringar_sedan_beslutet(made))
    assert found.xpath("//h3/a/text() | //h3/a/@href") == ["om/", "Om oss"]
    assert found.xpath("//h3[not(a)]/text()") == ["bort.md"]
    run(repo, "tag", "--delete", "plan/2025-01-01")
    told = ändringar_sedan_beslutet(made)
    assert "plan/2025-01-01" in told
    assert "finns:" not in told
