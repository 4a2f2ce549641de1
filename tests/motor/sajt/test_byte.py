"""``sajt.byte``: the published site is there all the time, and dead builds leave nothing."""

import subprocess
import sys

import pytest

from planmotor.grund.skrivning import held
from planmotor.sajt import byte
from planmotor.sajt.byte import swap, workplace
from tests.hjalp.planer import ROOT


@pytest.fixture
def site(tmp_path):
    """A site that is published."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("gammal")
    return site


def beside(site):
    return [path.name for path in site.parent.iterdir()]


def build(site):
    with workplace(site) as folder:
        fresh = folder / "site"
        fresh.mkdir()
        (fresh / "index.html").write_text("ny")
        swap(fresh, site)


@pytest.mark.parametrize("exchange", [byte._exchanged, lambda *_: False])
def test_the_fresh_site_takes_the_place_of_the_old(site, monkeypatch, exchange):
    monkeypatch.setattr(byte, "_exchanged", exchange)
    build(site)
    assert (site / "index.html").read_text() == "ny"
    assert beside(site) == ["site"]


def test_the_first_site(tmp_path):
    build(tmp_path / "ut/site")
    assert (tmp_path / "ut/site/index.html").read_text() == "ny"


READ = """
import sys
from pathlib import Path
page, failed, seen = Path(sys.argv[1]), 0, 0
print("läser", flush=True)
while not page.with_name("klart").exists():
    seen += 1
    try:
        page.read_bytes()
    except OSError:
        failed += 1
print(failed, seen)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="two folders change places in one step on Linux alone")
def test_the_site_is_there_all_the_time(site):
    reader = subprocess.Popen(
        [sys.executable, "-c", READ, str(site / "index.html")], stdout=subprocess.PIPE, text=True
    )
    assert reader.stdout.readline() == "läser\n"
    with workplace(site) as folder:
        fresh = folder / "site"
        fresh.mkdir()
        (fresh / "index.html").write_text("ny")
        for _ in range(2000):
            assert byte._exchanged(fresh, site)
        (site / "klart").touch()
        failed, seen = map(int, reader.communicate()[0].split())
    assert failed == 0
    assert seen > 100


def test_what_a_dead_build_left_is_taken_away_and_a_living_one_is_left_alone(site):
    dead, living = (site.parent / f"{byte.PREFIX}{name}" for name in ("dött", "levande"))
    for folder in (dead, living):
        (folder / "site").mkdir(parents=True)
    living_one = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(living)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert living_one.stdout.readline() == "har\n"
    build(site)
    assert not dead.exists()
    assert living.exists()
    living_one.communicate("\n")
    build(site)
    assert beside(site) == ["site"]


HOLD = """
import sys
from pathlib import Path
from planmotor.grund.skrivning import held
with held(Path(sys.argv[1])):
    print("har", flush=True)
    sys.stdin.readline()
"""


def test_a_site_that_a_dead_build_had_moved_aside_is_put_back(site, capsys):
    aside = site.parent / f"{byte.PREFIX}dött" / byte.ASIDE
    aside.mkdir(parents=True)
    site.rename(aside / site.name)
    with workplace(site):
        assert (site / "index.html").read_text() == "gammal"
    assert "Nu är den tillbaka." in capsys.readouterr().err
    assert beside(site) == ["site"]


def test_a_build_that_cant_move_its_site_in_gives_the_old_one_back(site, monkeypatch):
    monkeypatch.setattr(byte, "_exchanged", lambda *_: False)
    with pytest.raises(FileNotFoundError), workplace(site) as folder:
        byte._in_two_steps(folder / "borta", site)
    assert (site / "index.html").read_text() == "gammal"
    assert beside(site) == ["site"]


def test_a_full_disk_is_told_of_by_the_sites_name(site):
    with pytest.raises(OSError, match="site") as told, workplace(site):
        raise OSError(28, "No space left on device")
    assert told.value.filename.endswith("site")
    assert (site / "index.html").read_text() == "gammal"


def test_two_who_build_wait_for_each_other_only_while_they_swap(site):
    with workplace(site) as one, workplace(site) as two:
        assert one != two
        with held(site.parent, 0):
            pass
