"""``planmotor.sajt.pictures``: the guide's pictures are taken of the built pages, or said to be missing."""

import shutil
import sys

import pytest

from planmotor.grund.problem import Stopped
from planmotor.sajt import pictures
from planmotor.sajt.pictures import make_pictures

ASKING = '<p><img src="../bilder/plan.webp" alt="En rad" data-sida="plan/" data-visa="{id}"></p>'


@pytest.fixture
def site(tmp_path):
    for name, body in (("plan", '<p id="rad">En rad</p>'), ("redigera/guide", ASKING.format(id="rad"))):
        (tmp_path / "site" / name).mkdir(parents=True)
        (tmp_path / "site" / name / "index.html").write_text(f"<!doctype html>{body}", encoding="utf-8")
    return tmp_path / "site"


def test_a_picture_is_taken_once_and_anew_when_its_page_changes(site, tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    assert make_pictures(site, cache) == 1
    taken = site / "redigera/bilder/plan.webp"
    first = taken.read_bytes()
    assert (first[:4], first[8:12]) == (b"RIFF", b"WEBP")
    take, calls = pictures._take, []
    monkeypatch.setattr(pictures, "_take", lambda *args: (calls.append(args[0]), take(*args)))
    make_pictures(site, cache)
    assert (calls, taken.read_bytes()) == ([], first)
    (site / "plan/index.html").write_text('<!doctype html><h1 id="rad">Annan</h1>', encoding="utf-8")
    make_pictures(site, cache)
    assert len(calls) == 1
    assert taken.read_bytes() != first
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("chromium", ["", "finns-inte"])
def test_without_a_browser_the_page_says_so(site, tmp_path, chromium):
    assert make_pictures(site, tmp_path / "cache", chromium=chromium) == 0
    page = (site / "redigera/guide/index.html").read_text(encoding="utf-8")
    assert "Bilden saknas" in page
    assert "<img" not in page


def test_without_playwright_the_page_says_so(site, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "playwright", None)
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    assert make_pictures(site, tmp_path / "cache") == 0
    assert "Bilden saknas" in (site / "redigera/guide/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("old", "new"), [('visa="rad"', 'visa="borta"'), ('sida="plan/"', 'sida="borta/"')])
def test_a_picture_of_what_isnt_there_stops_the_build(site, tmp_path, old, new):
    page = site / "redigera/guide/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(Stopped, match="borta"):
        make_pictures(site, tmp_path / "cache")


def test_this_machine_has_the_browser():
    assert shutil.which("chromium")
