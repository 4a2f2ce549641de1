"""``grund.skrivning``: files are written all or none, whoever else writes and whatever stops it."""

import errno
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planmotor.grund.problem import Stopped
from planmotor.grund.skrivning import (
    PREFIX,
    Changed,
    alla,
    atgard,
    fil,
    held,
    is_held,
    journal,
    las,
    put,
    recover,
    write_all,
    write_file,
    writing,
)
from tests.hjalp.planer import ROOT

IN_THE_MIDDLE = [journal.AVSIKT, journal.BESLUT]


def everything(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def folder(tmp_path):
    """A folder with two files, one of them below it."""
    (tmp_path / "under").mkdir()
    (tmp_path / "a").write_text("ett")
    (tmp_path / "under/b").write_text("två")
    return tmp_path


def new(folder):
    return {folder / "a": b"1", folder / "under/b": b"2", folder / "ny/mapp/c": b"3"}


NEW = {"a": b"1", "under/b": b"2", "ny/mapp/c": b"3"}
OLD = {"a": b"ett", "under/b": "två".encode()}


def interrupted(folder, state, monkeypatch):
    """Leave a change as a process leaves it that ends in the middle: after the first of three files."""

    class Ended(BaseException):
        pass

    def ended(*_):
        raise Ended

    real, done = os.replace, []

    def once(source, target):
        if done:
            raise Ended
        done.append(target)
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(atgard, "undo", ended)
        if state == journal.BESLUT:
            patch.setattr(os, "replace", once)
        else:
            patch.setattr(alla, "keep", ended)
        with pytest.raises(Ended):
            write_all(new(folder), folder)
    assert journal.Journal(folder, ()).state == state


def test_every_file_is_written_and_nothing_else_is_left(folder):
    write_all(new(folder))
    assert everything(folder) == NEW


def test_what_holds_the_right_bytes_isnt_touched(folder):
    before = (folder / "a").stat()
    write_all({folder / "a": b"ett"})
    after = (folder / "a").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_links_are_followed(folder):
    (folder / "länk").symlink_to("under/b")
    (folder / "lös").symlink_to("under/c")
    write_all({folder / "länk": b"2", folder / "lös": b"3"})
    assert (folder / "länk").is_symlink()
    assert (folder / "under/b").read_bytes() == b"2"
    assert (folder / "under/c").read_bytes() == b"3"


@pytest.mark.parametrize("rights", [0o660, 0o600, 0o755, 0o444])
def test_rights_are_kept(folder, rights):
    (folder / "a").chmod(rights)
    write_all({folder / "a": b"1"})
    assert (folder / "a").stat().st_mode & 0o777 == rights


def test_a_new_file_has_the_rights_that_the_user_gives_files(folder):
    old = os.umask(0o027)
    try:
        write_all({folder / "c": b"3"})
    finally:
        os.umask(old)
    assert (folder / "c").stat().st_mode & 0o777 == 0o640


def test_the_longest_names_can_be_written(folder):
    name = "å" * 127
    write_all({folder / name: b"1"})
    assert (folder / name).read_bytes() == b"1"


@pytest.mark.parametrize("expected", [b"annat", None])
def test_a_file_that_isnt_as_it_was_read_is_left(folder, expected):
    with pytest.raises(
        Changed, match=r"a ändrades under tiden\. Ingenting är skrivet\. Kör kommandot igen\."
    ):
        write_all(new(folder), folder, {folder / "a": expected})
    assert everything(folder) == OLD


def test_a_file_that_changes_while_the_new_ones_are_laid_beside_is_left(folder, monkeypatch):
    """An editor that knows no locks saves just before the first file is replaced."""
    real = journal.Journal.move

    def saved(self, name):
        real(self, name)
        (folder / "under/b").write_text("sparad av en annan")

    monkeypatch.setattr(journal.Journal, "move", saved)
    with pytest.raises(Changed):
        write_all(new(folder))
    assert everything(folder) == {**OLD, "under/b": b"sparad av en annan"}


def test_a_folder_in_the_way_is_named(folder):
    with pytest.raises(IsADirectoryError) as told:
        write_all({folder / "a": b"1", folder / "under": b"2"})
    assert told.value.filename == str(folder / "under")
    assert everything(folder) == OLD


def test_a_file_where_a_folder_is_needed_is_named(folder):
    with pytest.raises(OSError, match="a/c") as told:
        write_all({folder / "under/b": b"2", folder / "a/c": b"1"}, folder)
    assert told.value.errno in (errno.ENOTDIR, errno.EEXIST)
    assert everything(folder) == OLD


def test_one_file_is_written_where_there_is_a_folder(folder):
    write_file(folder / "c", b"3")
    with pytest.raises(FileNotFoundError):
        write_file(folder / "borta/c", b"3")
    assert everything(folder) == {**OLD, "c": b"3"}


def test_a_change_that_was_interrupted_is_finished(folder, monkeypatch, capsys):
    interrupted(folder, journal.BESLUT, monkeypatch)
    assert everything(folder) != NEW
    recover(folder)
    assert everything(folder) == NEW
    assert "avbröts medan det skrev. Nu är det färdigt: " in capsys.readouterr().err
    recover(folder)
    assert capsys.readouterr().err == ""


def test_a_change_that_hadnt_begun_is_undone(folder, monkeypatch, capsys):
    interrupted(folder, journal.AVSIKT, monkeypatch)
    recover(folder)
    assert everything(folder) == OLD
    assert not (folder / "ny").exists()
    assert "avbröts medan det skrev. Det är ogjort" in capsys.readouterr().err


def test_whoever_writes_next_finishes_first(folder, monkeypatch):
    interrupted(folder, journal.BESLUT, monkeypatch)
    write_all({folder / "a": b"4"}, folder)
    assert everything(folder) == {**NEW, "a": b"4"}


def test_a_file_that_was_changed_by_hand_after_an_interruption_stays(folder, monkeypatch, capsys):
    interrupted(folder, journal.BESLUT, monkeypatch)
    (folder / "under/b").write_text("för hand")
    recover(folder)
    assert everything(folder) == {**OLD, "under/b": b"f\xc3\xb6r hand"}
    assert "Sedan dess har någon ändrat en fil, så det är ogjort." in capsys.readouterr().err


def test_a_new_text_that_is_already_in_place_and_edited_stays(folder, monkeypatch):
    interrupted(folder, journal.BESLUT, monkeypatch)
    (folder / "a").write_text("1, och mer för hand")
    recover(folder)
    assert everything(folder) == {**NEW, "a": b"1, och mer f\xc3\xb6r hand"}


@pytest.mark.parametrize("state", IN_THE_MIDDLE)
def test_a_journal_from_elsewhere_is_never_followed(folder, state, monkeypatch, tmp_path_factory):
    """A commit or a copy can hold a journal: it must not get to replace or take away files."""
    interrupted(folder, state, monkeypatch)
    copy = tmp_path_factory.mktemp("kopia")
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        there = copy / path.relative_to(folder)
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(path.read_bytes())
    before = everything(copy)
    with pytest.raises(Stopped, match="är inte skriven av programmet på den här datorn"):
        recover(copy)
    assert everything(copy) == before


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"m\xc3\xa4rke": 1}', b"\xff"])
def test_a_journal_that_cant_be_read_is_told_of(folder, content):
    (folder / journal.BESLUT).write_bytes(content)
    with pytest.raises(Stopped, match=r"\.planmotor-beslut är inte skriven av programmet"):
        recover(folder)


def test_a_journal_can_only_take_what_lies_beside_its_files(folder):
    file = folder / journal.AVSIKT
    entry = {"fil": "a", "ny": "../annat", "efter": "x", "förra": None, "före": None}
    file.write_text("x")
    words = {"märke": [file.stat().st_ino, 500_000_000], "kommando": "x", "filer": [entry], "mappar": []}
    file.write_text(json.dumps(words))
    os.utime(file, (500_000_000, 500_000_000))
    with pytest.raises(Stopped):
        recover(folder)


def test_a_change_half_made_in_a_folder_that_only_can_be_read_is_told_of(folder, monkeypatch):
    interrupted(folder, journal.BESLUT, monkeypatch)
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(alla, "SHORT_WAIT", 0)
    with pytest.raises(Stopped, match="avbröts mitt i, och mappen går bara att läsa"):
        recover(folder)


def test_a_change_that_hadnt_begun_is_nothing_to_a_reader_who_cant_write(folder, monkeypatch):
    interrupted(folder, journal.AVSIKT, monkeypatch)
    monkeypatch.setattr(os, "access", lambda *_: False)
    recover(folder)
    assert (folder / "a").read_text() == "ett"


HOLD = """
import sys, time
from pathlib import Path
from planmotor.grund.skrivning import writing
sys.argv = ["planmotor", "besluta", "--beslut", "hemligt"]
with writing(Path(sys.stdin.readline().strip())):
    print("har", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(folder):
    """Another process that holds the folder until it is told to let go, or ended."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    other.stdin.write(f"{folder}\n")
    other.stdin.flush()
    assert other.stdout.readline() == "har\n"
    yield other
    other.kill()
    other.wait()
    other.stdout.close()


def test_one_who_waits_too_long_is_told_who_holds_the_folder(folder, holder):
    assert is_held(folder)
    with pytest.raises(Stopped) as told, held(folder, 0.2):
        pass
    assert str(told.value).startswith(f'"planmotor besluta" skriver i {folder} sedan ')
    assert f"(process {holder.pid} på " in str(told.value)
    assert "hemligt" not in str(told.value)


def test_one_who_waits_gets_the_folder_when_the_other_is_done(folder, holder, monkeypatch):
    monkeypatch.setattr(las, "QUIET", 0.0)
    monkeypatch.setattr(las, "say", lambda text: holder.stdin.close())
    with writing(folder):
        assert is_held(folder)
    assert everything(folder) == OLD


def test_a_lock_of_a_dead_process_stops_nobody(folder, holder):
    holder.kill()
    holder.wait()
    assert (folder / las.NAME).exists()
    recover(folder)
    assert everything(folder) == OLD
    with held(folder, 0):
        pass


def test_what_the_lock_says_of_its_holder_is_shown_on_one_line(folder, monkeypatch):
    with held(folder):
        words = {"kommando": "x\x1b[31m\ny", "process": 1, "dator": "d" * 200, "sedan": None}
        (folder / las.NAME).write_text(json.dumps(words))
        monkeypatch.setattr(las, "_mine", set())
        with pytest.raises(Stopped) as told, held(folder, 0):
            pass
    assert "\x1b" not in str(told.value)
    assert "\n" not in str(told.value)


def test_a_folder_on_a_system_without_locks_is_written_in_all_the_same(folder, monkeypatch):
    def none(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(las.fcntl, "flock", none)
    write_all(new(folder))
    assert everything(folder) == NEW


def test_what_can_be_made_again_is_put_in_one_step(folder):
    put(folder / "cache/x", b"1")
    left = folder / f"cache/{PREFIX}ny-0"
    left.write_bytes(b"halv")
    put(folder / "cache/x", b"2")
    assert left.exists()
    os.utime(left, (0, time.time() - 2 * fil.HOUR))
    put(folder / "cache/x", b"3")
    assert everything(folder / "cache") == {"x": b"3"}


def test_git_ignores_every_file_of_the_room():
    assert f"{PREFIX}*" in (ROOT / ".gitignore").read_text().splitlines()
    assert Path(las.NAME).name.startswith(PREFIX)
    assert all(name.startswith(PREFIX) for name in (journal.AVSIKT, journal.BESLUT, journal.ÅNGRA))


# Who may write by other means: whoever changes the pages in a folder that ``bygg`` then swaps in whole, and
# whoever makes files to read in a temporary folder of its own.
ELSEWHERE = {
    "andra/write/save.py",
    "plan/cache.py",
    "plan/versions.py",
    "remiss/redogorelse/publicera.py",
    "tryck/lankade.py",
}
WRITES = re.compile(
    r"\.write_(bytes|text)\(|os\.(replace|rename|write)\(|\.(rename|unlink)\(|mkstemp|\bopen\([^)]*[\"'][wax]"
)


def test_nobody_else_writes_files():
    engine = ROOT / "planmotor"
    found = {
        path.relative_to(engine).as_posix()
        for path in engine.rglob("*.py")
        if WRITES.search(path.read_text(encoding="utf-8"))
    }
    there = {name for name in found if not name.startswith(("grund/skrivning/", "sajt/"))}
    assert there == ELSEWHERE, "Skriv med write_all i planmotor.grund.skrivning"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a system without such devices")
def test_a_device_is_no_file_to_write_in():
    with pytest.raises(Stopped, match="/dev/zero är ingen vanlig fil"):
        write_file(Path("/dev/zero"), b"x")
