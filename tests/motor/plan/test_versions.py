"""A version by its name: files, folders, decided days and revisions of small repositories."""

import shutil
import subprocess

import pytest

from planmotor.__main__ import main
from planmotor.grund import git
from planmotor.grund.problem import Invalid, Stopped
from planmotor.plan.versions import utgåva
from tests.hjalp.forrad import PAGE, put, run, save
from tests.hjalp.planer import MINIMAL


def stopped(name):
    with pytest.raises(Stopped) as told:
        utgåva(name)
    return str(told.value)


def test_a_revision_is_read_without_touching_the_files(repo):
    save(repo, plan=MINIMAL.replace("Norra länet", "Södra länet"), sida=PAGE + "Mer.\n")
    put(repo, plan="trasig: [")
    old, new = utgåva("main~1"), utgåva("main")
    assert (old.plan.uppgifter.län, new.plan.uppgifter.län) == ("Norra länet", "Södra länet")
    assert (old.prosa, new.prosa) == ({"om.md": PAGE}, {"om.md": PAGE + "Mer.\n"})
    assert utgåva("main~1:data/aktiviteter.yaml").plan == old.plan
    assert run(repo, "status", "--porcelain") == "M data/aktiviteter.yaml"


def test_two_processes_whatever_the_number_of_files(repo, monkeypatch):
    save(repo, **{f"docs/{number}.md": PAGE * number for number in range(40)})
    calls, real = [], subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda *a, **k: calls.append(a) or real(*a, **k))
    assert len(utgåva("main").prosa) == 41
    assert len(calls) == 2


def test_a_plan_in_a_folder_of_the_repository(repo):
    put(repo / "exempel", plan=MINIMAL.replace("Norra länet", "Östra länet"))
    save(repo)
    assert utgåva("main", repo / "exempel/data/aktiviteter.yaml").plan.uppgifter.län == "Östra länet"


def test_files_and_folders(repo):
    assert utgåva("data/aktiviteter.yaml").prosa == {}
    assert utgåva("data").prosa == utgåva(".").prosa == {"om.md": PAGE}
    assert "Kontrollera sökvägen" in stopped("data/saknas.yaml")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("mian", 'Revisionen "mian" finns inte i förrådet. Menade du main?'),
        ("--upload-pack=x", 'Revisionen "--upload-pack=x" finns inte i förrådet.'),
        ("", 'Revisionen "" finns inte'),
        ("main:data/aktivitet.yaml", 'finns inte i revisionen "main". Menade du data/aktiviteter.yaml?'),
        ("2025-02-21", 'Det finns ingen beslutad version "2025-02-21". Arkivet är tomt.'),
    ],
)
def test_a_name_of_nothing(repo, name, told):
    assert told in stopped(name)


def test_a_branch_that_only_the_server_has_is_proposed(repo):
    run(repo, "update-ref", "refs/remotes/origin/utkast", "HEAD")
    assert "Menade du origin/utkast?" in stopped("utkast")


def test_a_shallow_clone_says_how_to_get_the_rest(repo, tmp_path, monkeypatch):
    first = run(repo, "rev-parse", "HEAD")
    save(repo, sida=PAGE + "Mer.\n")
    run(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repo}", "grund")
    monkeypatch.chdir(tmp_path / "grund")
    assert "git fetch --unshallow" in stopped(first)
    assert utgåva("HEAD").prosa["om.md"].endswith("Mer.\n")


def test_no_repository_and_no_git(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "ligger inte i ett Git-förråd" in stopped("main")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "Programmet git finns inte" in stopped("main")


def test_an_empty_repository(tmp_path, monkeypatch):
    run(tmp_path, "init", "--quiet")
    monkeypatch.chdir(tmp_path)
    assert "Förrådet har inga versioner än." in stopped("HEAD")


def test_a_fault_in_a_revision_stands_in_that_revision(repo):
    save(repo, plan="<<<<<<< HEAD\n" + MINIMAL + "=======\n>>>>>>> gren\n")
    with pytest.raises(Invalid) as told:
        utgåva("main")
    (problem,) = told.value.problems
    assert (problem.path, problem.line, problem.rule) == (
        "main:data/aktiviteter.yaml",
        1,
        "konfliktmarkering",
    )


def test_a_symbolic_link_leads_nowhere(repo):
    (repo / "docs/hemlig.md").symlink_to("/etc/passwd")
    save(repo)
    assert set(utgåva("main").prosa) == {"om.md"}


def test_a_tag_gives_a_decided_day_its_prose(repo):
    run(repo, "tag", "plan/2025-02-21")
    save(repo, sida=PAGE + "Mer.\n")
    assert utgåva("2025-02-21").prosa == utgåva("plan/2025-02-21").prosa == {"om.md": PAGE}


def test_a_day_with_two_decisions_lists_them(repo):
    for plan in ("en-plan", "handlingsplan"):
        file = repo / "data/arkiv" / plan / "2025-02-21.yaml"
        file.parent.mkdir(parents=True)
        shutil.copy(repo / "data/aktiviteter.yaml", file)
    assert "Skriv vilken du menar: en-plan/2025-02-21, handlingsplan/2025-02-21" in stopped("2025-02-21")
    assert utgåva("handlingsplan/2025-02-21").handlingsplan == "handlingsplan"
    assert "Menade du handlingsplan/2025-02-21?" in stopped("handlingsplan/2025-02-22")


def test_no_common_history(repo):
    run(repo, "checkout", "--quiet", "--orphan", "annan")
    save(repo, sida=PAGE + "Mer.\n")
    with pytest.raises(Stopped, match="ingen gemensam historia"):
        git.merge_base("main", "annan")
    assert main(["granska", "main"]) == 2
