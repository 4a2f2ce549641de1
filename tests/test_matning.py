"""The benchmarks measure what they say: valid plans, equal pages, and a table that can be read."""

import shutil

import pytest

from matning import load
from matning.sites import copy_ours, grow, make_peer, number_of_pages
from matning.table import Row, render
from planmotor.load import load as load_plan
from tests.webb.conftest import ROOT

TABLE = """\
| Vad                 |     Vår | Jämförelse |   Kvot |          Mål | Nått |
| ------------------- | ------: | ---------: | -----: | -----------: | ---- |
| Bygga 1 000 sidor   | 15,31 s |    12,60 s | 1,22 × | högst 1,25 × | ja   |
| Läsa in ur cache    | 0,055 s |     0,71 s | 0,08 × | högst 0,01 s | NEJ  |
| Gzip                | 11,4 kB |    63,0 kB | 0,18 × |  högst 70 kB | ja   |
| Anrop               |       7 |          4 | 1,75 × |            – | –    |
| Anrop till en annan |       1 |          0 |      – |         inga | NEJ  |"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """Ours and the peer, both grown by three pages."""
    folder = tmp_path_factory.mktemp("matning")
    ours = copy_ours(ROOT, folder / "var")
    peer = make_peer(ours, folder / "jamforelse")
    pages = number_of_pages(ours) + 3
    for site in (ours, peer):
        grow(site, pages)
        assert number_of_pages(site) == pages
    return ours, peer


def test_a_generated_plan_is_valid_and_as_large_as_asked_for(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    file = load.generate(tmp_path / "data", tmp_path / "stor", 250)
    before, after = load_plan(ROOT / "data/aktiviteter.yaml"), load_plan(file)
    assert len(after.rader) == len(before.rader) + 250
    assert {row.aktivitet.namn for row in after.rader} == {row.aktivitet.namn for row in before.rader}


def test_both_sites_have_the_same_pages_and_the_peer_no_macros(sites):
    ours, peer = (
        {page.relative_to(site): page.read_text(encoding="utf-8") for page in (site / "docs").rglob("*.md")}
        for site in sites
    )
    assert set(ours) == set(peer)
    guide = {page for page in ours if "redigera" in page.parts}  # shows how a call is written
    assert not [page for page in set(peer) - guide if "{{" in peer[page]]
    assert any("{{" in text for text in ours.values())


def test_the_table_shows_each_figure_beside_the_peers_and_the_goal():
    rows = [
        Row("Bygga 1\N{NO-BREAK SPACE}000 sidor", 15.31, 12.6, "s", 1.25, relative=True),
        Row("Läsa in ur cache", 0.055, 0.709, "s", 0.01),
        Row("Gzip", 11.4, 63, "kB", 70),
        Row("Anrop", 7, 4),
        Row("Anrop till en annan", 1, 0, most=0),
    ]
    assert render(rows).replace("\N{NO-BREAK SPACE}", " ") == TABLE
