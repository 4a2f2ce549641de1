"""The build: all or nothing, the same twice, and the same with another generator."""

import filecmp
import re

import pytest

from planmotor.sajt.besked import på_svenska
from tests.hjalp.liten import project as make_project
from tests.hjalp.webb import planmotor


@pytest.fixture
def project(tmp_path):
    """A project of the small region with a site that was built before."""
    make_project(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("förra bygget", encoding="utf-8")
    return tmp_path


def untouched(project):
    files = sorted(path.name for path in (project / "site").iterdir())
    leftovers = [path.name for path in project.iterdir() if path.name.startswith(".bygge")]
    return files == ["index.html"] and not leftovers


def test_faulty_data_leaves_the_last_good_site(project):
    data = project / "data/aktiviteter.yaml"
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace("status: pågår", "status: pågående", 1), encoding="utf-8")
    line = text[: text.index("status: pågår")].count("\n") + 1
    done = planmotor("bygg", cwd=project)
    assert done.returncode == 1
    assert f"data/aktiviteter.yaml:{line}: Status" in done.stderr
    assert "[okand-status]" in done.stderr
    assert "Traceback" not in done.stderr
    assert untouched(project)


def test_faulty_page_leaves_the_last_good_site_and_tells_file_and_line(project):
    page = project / "docs/plan/index.md"
    text = page.read_text(encoding="utf-8") + '\n{{ aktivitetstabel(område="okad-kontinuitet") }}\n'
    page.write_text(text, encoding="utf-8")
    done = planmotor("bygg", cwd=project)
    assert done.returncode == 1
    assert f"docs/plan/index.md:{text.count(chr(10))}: Makrot" in done.stderr
    assert "Skriv i stället: aktivitetstabell" in done.stderr
    assert "Traceback" not in done.stderr
    assert untouched(project)


def test_broken_link_leaves_the_last_good_site(project):
    page = project / "docs/plan/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[fel](finns-inte.md)\n", encoding="utf-8")
    done = planmotor("bygg", cwd=project)
    assert done.returncode == 1
    assert "finns-inte.md" in done.stderr
    assert untouched(project)


def test_a_good_build_replaces_the_old_site_whole(project):
    done = planmotor("bygg", "--utan-tryck", cwd=project)
    assert done.returncode == 0, done.stderr
    built = (project / "site/index.html").read_text(encoding="utf-8")
    assert "förra bygget" not in built
    assert (project / "site/data/aktiviteter.csv").exists()
    assert (project / "site/pagefind/pagefind.js").exists()
    assert not [path for path in project.iterdir() if path.name.startswith(".bygge")]


def test_two_builds_of_one_commit_are_equal(site, source, tmp_path):
    done = planmotor("bygg", "--till", tmp_path / "site", cwd=source)
    assert done.returncode == 0, done.stderr
    assert differences(site, tmp_path / "site") == []


def differences(one, two):
    files = {
        path.relative_to(folder) for folder in (one, two) for path in folder.rglob("*") if path.is_file()
    }
    _, unequal, missing = filecmp.cmpfiles(one, two, [str(path) for path in sorted(files)], shallow=False)
    return unequal + missing


def test_the_pages_build_unchanged_with_properdocs(site, source, tmp_path):
    done = planmotor("bygg", "--till", tmp_path / "site", "--generator", "properdocs", cwd=source)
    assert done.returncode == 0, done.stderr
    ours = {path.relative_to(site) for path in site.rglob("*.html")}
    theirs = {path.relative_to(tmp_path / "site") for path in (tmp_path / "site").rglob("*.html")}
    assert ours == theirs
    for name in sorted(ours):
        pair = [(folder / name).read_text(encoding="utf-8") for folder in (site, tmp_path / "site")]
        assert _without_generator(pair[0]) == _without_generator(pair[1]), name


def _without_generator(text):
    return re.sub(r'<meta name="generator"[^>]*>', "", text)


def test_what_only_the_builder_sees_is_told_in_swedish(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").write_text("# A\n\nText.\n\n[hit](b.md#borta)\n", encoding="utf-8")
    said = [
        "WARNING -  Doc file 'a.md' contains a link 'b.md#borta', but the doc 'b.md' does not contain an "
        "anchor '#borta'.",
        "WARNING -  Doc file 'a.md' contains an unrecognized relative link 'c/', it was left as is.",
        "ERROR   -  Något annat",
        "Aborted with 2 warnings in strict mode!",
    ]
    told = "\n".join(på_svenska(said, docs))
    assert "a.md:5: Rubriken som länken b.md#borta leder till finns inte." in told
    assert "a.md:1: Länken c/ leder inte till någon sida." in told
    assert told.splitlines()[-1] == "ERROR   -  Något annat"


def test_a_macro_that_finds_nothing_to_show_is_told_with_file_and_line(project):
    page = project / "docs/plan/index.md"
    text = page.read_text(encoding="utf-8") + '\n{{ ändringar(handlingsplan="gemensam", till="1999") }}\n'
    page.write_text(text, encoding="utf-8")
    done = planmotor("bygg", cwd=project)
    assert done.returncode == 1
    assert f"docs/plan/index.md:{text.count(chr(10))}: Makrot ändringar gick inte att visa:" in done.stderr
    assert "Traceback" not in done.stderr
    assert untouched(project)
