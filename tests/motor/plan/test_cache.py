"""``planmotor.plan.cache``: a plan that was loaded before and hasn't changed since."""

import pickle
import shutil

import pytest

from planmotor.grund.problem import Invalid
from planmotor.plan import cache
from planmotor.plan.arkivmapp import files
from planmotor.plan.cache import fingerprint, load_cached
from planmotor.plan.draft import files_beside
from tests.hjalp.liten import DATA, PLAN
from tests.hjalp.planer import MINIMAL, write

DECIDED = [path.relative_to(DATA / "arkiv").as_posix() for path in files(PLAN)]
SIBLING = "dokument:\n  - {id: protokoll, namn: Protokoll}\n"


@pytest.fixture
def loads(monkeypatch):
    """The paths that were loaded from their files and not from the cache."""
    seen = []
    real = cache.load
    monkeypatch.setattr(cache, "load", lambda path: seen.append(path) or real(path))
    return seen


def pickles(folder):
    return sorted(folder.glob("*.pickle"))


def test_second_time_comes_from_the_cache_and_is_the_same(tmp_path, loads):
    path, folder = write(tmp_path), tmp_path / "cache"
    first, second = load_cached(path, folder), load_cached(path, folder)
    assert loads == [path]
    assert second == first
    assert second.rader[0].aktivitet.rad == first.rader[0].aktivitet.rad > 0
    assert len(list(folder.iterdir())) == 1


def test_a_whole_plan_survives_the_cache(plan, tmp_path, loads):
    load_cached(PLAN, tmp_path)
    cached = load_cached(PLAN, tmp_path)
    assert loads == [PLAN]
    assert cached == plan
    assert len(cached.arkiv.versioner) == len(plan.arkiv.versioner) > 0
    assert [rad.aktivitet.rad for rad in cached.rader] == [rad.aktivitet.rad for rad in plan.rader]
    assert type(cached.uppgifter.gäller_från) is type(plan.uppgifter.gäller_från)


@pytest.mark.parametrize("name", files_beside(PLAN))
def test_a_change_of_any_file_is_noticed(tmp_path, name):
    for path in files_beside(PLAN).values():
        copy = tmp_path / path.relative_to(DATA)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    main = tmp_path / PLAN.name
    before = fingerprint(main)
    changed = tmp_path / f"{name}.yaml"
    changed.write_bytes(changed.read_bytes() + b" ")
    assert fingerprint(main) != before


@pytest.mark.parametrize("name", ["SHA256SUMS", *DECIDED])
def test_a_change_of_the_archive_is_noticed(tmp_path, name):
    shutil.copytree(DATA / "arkiv", tmp_path / "arkiv")
    main = write(tmp_path)
    before = fingerprint(main)
    changed = tmp_path / "arkiv" / name
    changed.write_bytes(changed.read_bytes() + b" ")
    assert fingerprint(main) != before


def test_a_version_that_moves_to_another_plan_is_noticed(tmp_path):
    shutil.copytree(DATA / "arkiv", tmp_path / "arkiv")
    main = write(tmp_path)
    before = fingerprint(main)
    (tmp_path / "arkiv/gemensam").rename(tmp_path / "arkiv/omsorg")
    assert fingerprint(main) != before


def test_a_change_is_read(tmp_path, loads):
    path, folder = write(tmp_path), tmp_path / "cache"
    load_cached(path, folder)
    write(tmp_path, MINIMAL.replace("Ta fram rutiner", "Införa rutiner"))
    assert load_cached(path, folder).rader[0].aktivitet.namn == "Införa rutiner"
    assert len(loads) == 2


def test_a_file_that_comes_or_goes_is_noticed(tmp_path):
    path = write(tmp_path)
    alone = fingerprint(path)
    write(tmp_path, kallor=SIBLING)
    assert fingerprint(path) != alone
    (tmp_path / "kallor.yaml").unlink()
    assert fingerprint(path) == alone


def test_a_file_of_a_series_that_changes_its_name_is_noticed(tmp_path):
    path = write(tmp_path)
    (tmp_path / "remisser").mkdir()
    (tmp_path / "remisser/2026.yaml").write_text("namn: Planen\n")
    before = fingerprint(path)
    (tmp_path / "remisser/2026.yaml").rename(tmp_path / "remisser/2027.yaml")
    assert fingerprint(path) != before


def test_content_that_moves_between_files_is_noticed(tmp_path):
    one = fingerprint(write(tmp_path, "a: b\n", beslut="c: d\n"))
    assert fingerprint(write(tmp_path, "a: b\nc", beslut=": d\n")) != one


def test_a_change_of_the_program_is_noticed(tmp_path, monkeypatch):
    engine = tmp_path / "planmotor"
    engine.mkdir()
    (engine / "regel.py").write_text("ID = 1\n")
    monkeypatch.setattr(cache, "__file__", str(engine / "cache.py"))
    path = write(tmp_path)
    before = fingerprint(path)
    (engine / "regel.py").write_text("ID = 2\n")
    assert fingerprint(path) != before


def test_neither_the_day_nor_the_files_age_matters(tmp_path, monkeypatch):
    path = write(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    before = fingerprint(path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    path.touch()
    assert fingerprint(path) == before


@pytest.mark.parametrize(
    "content", [b"", b"skr\xc3\xa4p", pickle.dumps({"plan": 1}), pickle.dumps(MINIMAL)[:-5]]
)
def test_corrupt_cache_is_passed_over_and_mended(tmp_path, loads, content):
    path, folder = write(tmp_path), tmp_path / "cache"
    load_cached(path, folder)
    (kept,) = pickles(folder)
    kept.write_bytes(content)
    assert load_cached(path, folder).rader[0].aktivitet.id == "rutiner"
    assert len(loads) == 2
    load_cached(path, folder)
    assert len(loads) == 2


def test_a_folder_that_cant_be_written_is_passed_over(tmp_path, loads):
    path = write(tmp_path)
    (tmp_path / "cache").write_text("en fil i vägen")
    assert load_cached(path, tmp_path / "cache").rader
    assert load_cached(path, tmp_path / "cache").rader
    assert len(loads) == 2


def test_faulty_plan_is_never_cached(tmp_path):
    path, folder = write(tmp_path, MINIMAL + "            status: klarr\n"), tmp_path / "cache"
    for _ in range(2):
        with pytest.raises(Invalid) as caught:
            load_cached(path, folder)
        assert [p.rule for p in caught.value.problems] == ["okand-status"]
    assert not folder.exists()


def test_faulty_plan_leaves_the_last_good_one(tmp_path):
    path, folder = write(tmp_path), tmp_path / "cache"
    load_cached(path, folder)
    kept = pickles(folder)
    write(tmp_path, "plan: [")
    with pytest.raises(Invalid):
        load_cached(path, folder)
    assert pickles(folder) == kept
