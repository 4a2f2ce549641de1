"""Another person's machine: settings of Git, line ends and variables that must not change any answer."""

import os
import shutil
import subprocess
from datetime import UTC, date, datetime

import pytest

from planmotor.__main__ import main
from planmotor.andra.revise.beslutsprov import refuse_unsaved
from planmotor.grund import git
from planmotor.grund.problem import Stopped
from planmotor.jamfora.granskning import granska
from planmotor.jamfora.statusbyten import changes
from planmotor.oppna.export.changed import last_changed
from planmotor.plan.load import load
from planmotor.plan.versions import from_path, from_revision
from tests.hjalp.planer import MINIMAL, ROOT

VERSIONS = ROOT / "tests/exempel/giltiga/beslutade-versioner"
DATA = "data/aktiviteter.yaml"
HOSTILE = """\
[core]
    autocrlf = {autocrlf}
    safecrlf = false
    quotepath = true
    pager = sh -c 'echo bläddrare; cat'
    fsmonitor = /finns/inte
    editor = /finns/inte
    abbrev = 4
    attributesfile = {folder}/attribut
[log]
    showSignature = true
    follow = true
    decorate = full
    date = relative
    showRoot = false
    mailmap = true
[diff]
    noprefix = true
    mnemonicPrefix = true
    external = /finns/inte
    renames = copies
[color]
    ui = always
    status = always
    branch = always
[status]
    showUntrackedFiles = no
    short = true
    branch = true
    relativePaths = false
[i18n]
    logOutputEncoding = ISO-8859-1
[format]
    pretty = fuller
[gpg]
    format = ssh
[gpg "ssh"]
    allowedSignersFile = {folder}/betrodda
[user]
    name = Å Ä Ö
    email = test@exempel.se
    signingkey = {folder}/nyckel
[advice]
    detachedHead = true
[pager]
    log = true
    status = true
"""


def run(folder, *words, **env):
    settings = {"GIT_COMMITTER_DATE": "2026-01-01T12:00:00Z", "GIT_AUTHOR_DATE": "2026-01-01T12:00:00Z"} | env
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        env={**os.environ, **settings},
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.decode(errors="replace")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home with hostile settings and a key to sign with; a test may write the settings anew."""
    folder = tmp_path / "hem"
    folder.mkdir()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test@exempel.se", "-f", folder / "nyckel"],
        check=True,
    )
    (folder / "betrodda").write_text("test@exempel.se " + (folder / "nyckel.pub").read_text())
    (folder / "attribut").write_text("*.yaml diff=okand\n")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    hostile(folder)
    return folder


def hostile(folder, autocrlf="true"):
    (folder / ".gitconfig").write_text(HOSTILE.format(folder=folder, autocrlf=autocrlf), encoding="utf-8")


@pytest.fixture
def origin(tmp_path, home):
    """A repository without attributes, with signed commits, a decided version and an odd name of a page."""
    folder = tmp_path / "original"
    shutil.copytree(VERSIONS, folder / "data")
    (folder / "docs").mkdir()
    (folder / "docs/åäö sida.md").write_text("# Sidan\n\nText på sidan.\n", encoding="utf-8")
    assert main(["formatera", "--data", str(folder / DATA)]) == 0
    run(folder, "init", "-q", "-b", "main")
    hostile(home, "false")
    run(folder, "add", ".")
    run(folder, "commit", "-q", "-S", "-m", "Första")
    text = (folder / DATA).read_text(encoding="utf-8").replace("status: pågår", "status: klar")
    (folder / DATA).write_text(text, encoding="utf-8", newline="\n")
    later = "2026-02-01T12:00:00Z"
    run(folder, "commit", "-q", "-a", "-S", "-m", "Klar", GIT_COMMITTER_DATE=later, GIT_AUTHOR_DATE=later)
    assert "Good" in run(folder, "log", "-1") and "pretty" not in run(folder, "log", "-1")
    hostile(home)
    return folder


@pytest.fixture
def clone(tmp_path, origin):
    """A fresh clone, as Git for Windows makes it: all lines end with carriage return and line feed."""
    run(tmp_path, "clone", "-q", str(origin), "klon")
    folder = tmp_path / "klon"
    assert b"\r\n" in (folder / DATA).read_bytes()
    return folder


def test_an_untouched_clone_has_changed_nothing(clone):
    found = granska("main", clone / DATA, clone / "docs")
    assert (found.filer, found.problem, found.sidor) == ((), (), ())
    assert not found.jämförelse.ändringar


def test_frozen_files_hold_and_everything_is_tidy(clone, monkeypatch, capsys):
    monkeypatch.chdir(clone)
    files = sorted((clone / "data").rglob("*.yaml"))
    before = {path: path.read_bytes() for path in files}
    assert main(["kontrollera"]) == 0
    assert "Att se över" not in capsys.readouterr().err
    assert main(["formatera", "--kontrollera"]) == 0
    assert main(["formatera"]) == 0
    assert {path: path.read_bytes() for path in files} == before


def test_what_is_written_keeps_its_line_ends(clone, monkeypatch):
    monkeypatch.chdir(clone)
    path = clone / DATA
    path.write_bytes(path.read_bytes().replace(b"status: klar", b"status:   klar"))
    assert main(["formatera"]) == 0
    raw = path.read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n") > 10
    assert b"status: klar\r\n" in raw


def test_a_real_change_in_a_clone_with_other_line_ends_is_all_that_is_told(clone):
    path = clone / DATA
    path.write_bytes(path.read_bytes().replace(b"status: klar", b"status: avvaktar"))
    found = granska("main", path, clone / "docs")
    assert found.filer == (DATA,)
    assert [change.slag for change in found.jämförelse.ändringar] == ["status"]


def test_a_checksum_is_that_of_the_content_and_a_changed_word_is_still_found(clone, monkeypatch, capsys):
    monkeypatch.chdir(clone)
    frozen = next((clone / "data/arkiv").rglob("*.yaml"))
    frozen.write_bytes(frozen.read_bytes().replace(b"namn:", b"namn: x", 1))
    assert main(["kontrollera"]) == 1
    assert "[fryst-fil]" in capsys.readouterr().out


def test_a_signed_history_is_read(origin):
    assert last_changed(origin / DATA) == datetime(2026, 2, 1, 12, tzinfo=UTC)
    assert [(one.före, one.efter) for one in changes(origin / DATA)][:1] == [("pågår", "klar")]
    assert git.commit_on(date(2026, 1, 15), origin)[1] == date(2026, 1, 1)
    assert len(git.history(origin / DATA, 9)) == 2
    assert "åäö sida.md" in from_revision("main", origin / DATA).prosa


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"])
def test_another_repository_in_the_environment_is_not_asked(name, origin, tmp_path, monkeypatch):
    other = tmp_path / "annat"
    other.mkdir()
    run(other, "init", "-q", "-b", "main")
    run(other, "commit", "-q", "--allow-empty", "-m", "Annat")
    places = {"GIT_DIR": ".git", "GIT_WORK_TREE": ".", "GIT_INDEX_FILE": ".git/index"}
    monkeypatch.setenv(name, str(other / places.get(name, ".git/objects")))
    assert granska("main", origin / DATA, origin / "docs").filer == ()
    assert last_changed(origin / DATA) == datetime(2026, 2, 1, 12, tzinfo=UTC)
    refuse_unsaved(origin / DATA)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GIT_EXTERNAL_DIFF", "/finns/inte"),
        ("GIT_PAGER", "sh -c 'echo x'"),
        ("GIT_TRACE", "1"),
        ("GIT_LITERAL_PATHSPECS", "0"),
        ("GIT_NAMESPACE", "annan"),
        ("GIT_CONFIG_PARAMETERS", "'color.ui=always' 'log.showSignature=true'"),
        ("LC_ALL", "sv_SE.UTF-8"),
        ("PAGER", "sh -c 'echo x'"),
    ],
)
def test_no_variable_changes_an_answer(name, value, origin, monkeypatch):
    monkeypatch.setenv(name, value)
    assert granska("main", origin / DATA, origin / "docs").filer == ()
    assert last_changed(origin / DATA) == datetime(2026, 2, 1, 12, tzinfo=UTC)
    assert len(changes(origin / DATA)) == len(changes(origin / DATA)) >= 1


def test_what_is_not_saved_is_found_also_when_new_files_are_hidden(origin):
    refuse_unsaved(origin / DATA)
    (origin / "data/ny fil å.yaml").write_text("x: 1\n")
    with pytest.raises(Stopped, match=r"data/ny fil å\.yaml"):
        refuse_unsaved(origin / DATA)


def test_a_folder_that_is_no_repository_is_no_obstacle_to_a_decision(tmp_path, home):
    (tmp_path / "data").mkdir()
    (tmp_path / DATA).write_text(MINIMAL, encoding="utf-8")
    refuse_unsaved(tmp_path / DATA)


def test_a_worktree_has_a_file_for_its_repository(origin, tmp_path):
    run(origin, "worktree", "add", "-q", str(tmp_path / "sida"), "-b", "gren")
    assert (tmp_path / "sida/.git").is_file()
    assert granska("main", tmp_path / "sida" / DATA, tmp_path / "sida/docs").filer == ()


def test_a_file_that_leads_to_no_repository_is_told_of(origin, tmp_path):
    run(origin, "worktree", "add", "-q", str(tmp_path / "sida"), "-b", "gren")
    (tmp_path / "sida/.git").write_text("gitdir: /finns/inte\n")
    with pytest.raises(Stopped, match="ligger inte i ett Git-förråd"):
        granska("main", tmp_path / "sida" / DATA, tmp_path / "sida/docs")


def test_what_a_sparse_checkout_leaves_out_is_not_taken_away(origin):
    run(origin, "sparse-checkout", "set", "--no-cone", "/data/")
    assert not (origin / "docs").exists()
    found = granska("main", origin / DATA, origin / "docs")
    assert (found.filer, found.prosa) == ((), ())


def test_a_repository_of_somebody_else_is_told_of_with_the_way_out(origin, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    real = git.run.__globals__["environment"]
    monkeypatch.setitem(
        git.run.__globals__, "environment", lambda: real() | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}
    )
    with pytest.raises(Stopped, match=r"git config --global --add safe\.directory"):
        granska("main", origin / DATA, origin / "docs")
    with pytest.raises(Stopped, match="litar inte"):
        refuse_unsaved(origin / DATA)


def test_settings_that_cannot_be_read_are_told_of(origin, home):
    (home / ".gitconfig").write_text("[core\n")
    with pytest.raises(Stopped, match="inställningar"):
        granska("main", origin / DATA, origin / "docs")


def test_a_folder_compared_with_its_revision_is_the_same_whatever_its_line_ends(clone):
    here, there = from_path("här", clone), from_revision("main", clone / DATA)
    assert here.prosa == there.prosa
    assert here.plan.rader == there.plan.rader
    assert load(clone / DATA).arkiv.versioner


def test_a_review_tells_what_print_cannot_show_in_what_is_changed(origin):
    path = origin / DATA
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "status: klar", "status: klar\n            kommentar: Klart 中"
        )
    )
    found = granska("main", path, origin / "docs")
    assert [(one.rule, "中" in one.text) for one in found.påminnelser] == [("otryckbart-tecken", True)]
    assert found.problem == ()


def test_a_setting_without_a_name_is_told_as_such(clone, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    with pytest.raises(Stopped, match="GIT_CONFIG_COUNT"):
        granska("main", clone / DATA, clone / "docs")
