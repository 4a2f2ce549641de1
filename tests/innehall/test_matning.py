"""The benchmarks measure what they say: valid plans, equal pages, and a table that can be read."""

import json
import platform
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from matning import load, readme, vaxtformer
from matning.__main__ import main
from matning.lighthouse import Deadline, failing, score
from matning.sites import copy_ours, grow, looked_at, make_peer, number_of_pages
from matning.table import EXPONENT, Row, render, render_causes
from matning.vaxt import exponent
from planmotor.plan.load import load as load_plan
from tests.hjalp.planer import ROOT

TABLE = """\
| Vad                 |     Vår | Jämförelse |   Kvot |          Mål | Nått |
| ------------------- | ------: | ---------: | -----: | -----------: | ---- |
| Bygga 1 000 sidor   | 15,31 s |    12,60 s | 1,22 × | högst 1,25 × | ja   |
| Läsa in ur cache    | 0,055 s |     0,71 s | 0,08 × | högst 0,01 s | NEJ  |
| Gzip                | 11,4 kB |    63,0 kB | 0,18 × |  högst 70 kB | ja   |
| Anrop               |       7 |          4 | 1,75 × |            – | –    |
| Anrop till en annan |       1 |          0 |      – |         inga | NEJ  |
| Sökbarhet           |      91 |         90 | 1,01 × |    minst 100 | NEJ  |
| God praxis          |     100 |         90 | 1,11 × |    minst 100 | ja   |"""


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
        Row("Sökbarhet", 91, 90, least=100, causes=("meta-description", "robots-txt")),
        Row("God praxis", 100, 90, least=100),
    ]
    assert render(rows).replace("\N{NO-BREAK SPACE}", " ") == TABLE
    assert render_causes(rows) == "- Sökbarhet: meta-description, robots-txt"


def test_each_page_that_a_browser_is_shown_exists(sites):
    for site in sites:
        for address in looked_at(site).values():
            page = site / "docs" / (address.rstrip("/") or "index")
            assert page.with_suffix(".md").exists()


def report(**audits):
    """A report of one category, with each audit as (weight, score, saving in milliseconds)."""
    references = [{"id": name, "weight": weight} for name, (weight, _, _) in audits.items()]
    judged = {
        name: {"id": name, "score": score, "metricSavings": {"LCP": saving}}
        for name, (_, score, saving) in audits.items()
    }
    return {"categories": {"performance": {"auditRefs": references}}, "audits": judged}


def test_the_audits_behind_a_score_are_those_that_count_or_cost_time():
    one = report(metric=(10, 0.98, 0), stylesheets=(0, 0, 400), cache=(0, 0.5, 0), passed=(10, 1, 0))
    other = report(metric=(10, 1, 0), skipped=(10, None, 0), script=(0, 0.5, 90))
    assert failing([one, other], "performance") == ["metric", "script", "stylesheets"]


def test_a_fault_that_comes_and_goes_counts_but_a_slow_moment_does_not():
    reports = [{"categories": {"performance": {"score": x}, "seo": {"score": x}}} for x in (0.9, 1, 1)]
    assert (score(reports, "performance"), score(reports, "seo")) == (100, 90)


def test_nobody_waits_longer_than_agreed(monkeypatch):
    monkeypatch.setattr("os.getloadavg", lambda: (99.0, 99.0, 99.0))
    waiting = Deadline(0)
    waiting.wait()
    assert waiting.left <= 0


def test_an_unknown_part_is_refused_before_anything_is_measured():
    parts = (
        "vikt, lighthouse, sökning, tryck, grannar, bygge, läsning, jämförelse, export, status, remiss, växt"
    )
    with pytest.raises(SystemExit, match=rf"Okänd del: fart\. Delarna är {parts}"):
        main(["fart"])


def test_lighthouse_is_locked_by_checksum_and_not_by_where_it_came_from():
    lock = json.loads((ROOT / "matning/node/package-lock.json").read_text(encoding="utf-8"))
    wanted = lock["packages"].pop("")["dependencies"]
    assert lock["packages"]["node_modules/lighthouse"]["version"] == wanted["lighthouse"]
    assert all("integrity" in package and "resolved" not in package for package in lock["packages"].values())


@pytest.mark.parametrize("power", [0.5, 1, 2])
def test_the_exponent_of_growth_is_that_of_the_size_and_not_of_the_start(power):
    points = [(size, 3 + 0.2 * size**power) for size in (10, 100, 1_000, 10_000)]
    assert exponent(points, 3) == pytest.approx(power, abs=0.001)
    assert exponent(points[:2], 3) is None
    assert exponent([(size, 3.01) for size in (10, 100, 1_000)], 3) is None


def test_a_figure_that_could_not_be_measured_is_neither_met_nor_missed():
    rows = [
        Row("Växt", 1.042, None, EXPONENT, 1.1),
        Row("Växt", None, None, EXPONENT, 1.1, causes=("liten",)),
    ]
    cells = [[cell.strip() for cell in line.split("|")[2:-1]] for line in render(rows).splitlines()[2:]]
    assert cells == [["1,04", "–", "–", "högst 1,1", "ja"], ["–", "–", "–", "högst 1,1", "–"]]


def test_what_grows_is_made_as_large_as_asked_for(tmp_path):
    ours = copy_ours(ROOT, tmp_path / "var")
    for activities in (67, 300):
        one, other = (load_plan(Path(file)) for file in vaxtformer._plan(ours, activities)[:2])
        assert len(one.rader) == max(activities, len(load_plan(ROOT / "data/aktiviteter.yaml").rader))
        names = zip(one.rader, other.rader, strict=True)
        assert sum(a.aktivitet.namn != b.aktivitet.namn for a, b in names) > activities / 10
    plan = load_plan(Path(vaxtformer._kommuner(ours, 20)[0]))
    assert len(plan.kommuner) == 20


def test_the_marks_of_the_table_stand_in_the_readme_and_only_what_is_between_changes(tmp_path):
    file = tmp_path / "README.md"
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.count(readme.START) == text.count(readme.END) == 1
    file.write_text(text, encoding="utf-8")
    readme.write(file, "| Ny |")
    written = file.read_text(encoding="utf-8")
    assert f"{readme.START}\n\n| Ny |\n\n{readme.END}" in written
    assert written.partition(readme.START)[0] == text.partition(readme.START)[0]
    assert written.partition(readme.END)[2] == text.partition(readme.END)[2]


def test_a_readme_without_marks_is_told_of_and_left_as_it_was(tmp_path):
    file = tmp_path / "README.md"
    file.write_text("Inget.\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="saknar raderna"):
        readme.write(file, "| Ny |")
    assert file.read_text(encoding="utf-8") == "Inget.\n"


def test_the_table_tells_the_machine_and_not_whose_it_is():
    said = readme.section("| A |", "", date(2026, 11, 25), readme.machine())
    assert re.fullmatch(
        r"Mätt 25 november 2026 på en maskin med \d+ kärnor, \d+ GB minne, Python [\d.]+\.\n\n\| A \|", said
    )
    assert platform.node() not in said
