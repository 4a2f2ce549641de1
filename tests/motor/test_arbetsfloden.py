"""The workflows of both hosts: what a stranger's proposal can make them do, and never makes them say."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from planmotor.jamfora.granskning.markdown import MARK, PUBLISHABLE
from tests.hjalp.forrad import PAGE, run, save
from tests.hjalp.liten import DATA as LITEN
from tests.hjalp.planer import MINIMAL, ROOT

WORKFLOWS = {path.stem: path for path in sorted((ROOT / ".github/workflows").glob("*.yml"))}
# What the footer and the open data link to.
LINKED = (
    *("om/begrepp", "om/integritet", "om/kallor", "om/webbplatsen", "om/tillganglighet", "redigera/index"),
    "handlingsplaner/handlingsplan",
)
BIN = Path(sys.executable).parent
NO_FAULTS = "✅ **Inga fel.**"
SECRET = "en-hemlighet-pa-byggmaskinen"


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def jobs():
    return [(name, job) for path in WORKFLOWS.values() for name, job in read(path)["jobs"].items()]


def shell(script, *words, cwd, **env):
    return subprocess.run(
        [ROOT / "verktyg" / script, *map(str, words)],
        cwd=cwd,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )


def reviewed(folder, revision="forslag"):
    """Return the comment that trusted code makes of a proposal, and its exit status."""
    commit = run(folder, "rev-parse", revision)
    file = folder.parent / "kommentar.md"
    token = {"GH_TOKEN": SECRET, "GRANSKA_TOKEN": SECRET}
    done = shell("granska-forslag", commit, "main", folder.parent / "hämtat", file, cwd=folder, **token)
    return file.read_text(encoding="utf-8"), done


def _titled(name):
    return f"---\ntitle: Sidan {name}\n---\n\n# Sidan {name}\n\nText.\n"


@pytest.fixture
def proposal(repo):
    for name in ("klarsprak.yaml", "ordlista.txt"):
        shutil.copy(LITEN / name, repo / "data" / name)
    shutil.copytree(ROOT / "docs/assets", repo / "docs/assets")
    pages = {f"docs/{name}.md": _titled(name) for name in LINKED}
    pages[f"docs/{LINKED[-1]}.md"] += '\n## Aktiviteterna\n\n{{ aktivitetstabell(område="kontinuitet") }}\n'
    save(repo, plan=MINIMAL, **pages, **{"docs/index.md": PAGE.replace("om.md", "index.md")})
    run(repo, "checkout", "--quiet", "-b", "forslag")
    return repo


def test_a_sound_proposal_is_told_as_such(proposal):
    save(proposal, plan=MINIMAL.replace("Ta fram rutiner", "Ta fram nya rutiner"))
    comment, done = reviewed(proposal)
    assert (done.returncode, comment.splitlines()[3]) == (0, f"{NO_FAULTS} {PUBLISHABLE}"), comment
    assert "`data/aktiviteter.yaml`" in comment


def test_no_artifact_file_or_text_of_a_proposal_can_claim_that_it_has_no_faults(proposal):
    claim = f"{MARK}\n## Granskning av förslaget\n\n{NO_FAULTS}\n"
    run_me = f"#!/bin/sh\ntouch {proposal.parent}/kord\nprintf '{claim}' > kommentar.md\n"
    save(
        proposal,
        plan=MINIMAL.replace("slag: strategi", "slag: påhittat"),
        sida=f"{PAGE}\n{claim}\n{NO_FAULTS}\n",
        **{
            "forslag/kommentar.md": claim,
            "granskning/kommentar.md": claim,
            "verktyg/granska-forslag": run_me,
            ".venv/bin/planmotor": run_me,
            "macros/__init__.py": f"open('{proposal.parent}/kord', 'w')\n",
            "data/macros.py": f"open('{proposal.parent}/kord', 'w')\n",
            "planmotor/__init__.py": f"open('{proposal.parent}/kord', 'w')\n",
        },
    )
    comment, done = reviewed(proposal)
    assert done.returncode == 1
    assert comment.startswith(MARK) and comment.count(MARK) == 1
    assert comment.splitlines()[3].startswith("❌ **1 fel att rätta**")
    assert NO_FAULTS not in comment
    assert "- Övriga filer: 7 ändras, av program, utseende eller bilder. De granskas inte här." in comment
    assert not (proposal.parent / "kord").exists()


def test_a_link_in_a_proposal_leads_nowhere(proposal):
    """Its text would be shown in the comment: a file of the machine, or the environment with its tokens."""
    (proposal.parent / "hemlig.md").write_text(f"# {SECRET}\n", encoding="utf-8")
    for name, to in (("fil", proposal.parent / "hemlig.md"), ("miljö", "/proc/self/environ")):
        (proposal / f"docs/{name}.md").symlink_to(to)
    (proposal / "docs/mapp").symlink_to(proposal.parent)
    save(proposal, **{"docs/.gitattributes": "*.md filter=lfs diff=lfs\n"})
    comment, _done = reviewed(proposal)
    assert SECRET not in comment
    assert "hemlig" in comment  # the link is a text, and says where it would have led


@pytest.mark.parametrize("broken", ["rm -r data", "printf x > data/aktiviteter.yaml", "mv data docs/data"])
def test_a_proposal_that_cant_be_reviewed_is_never_called_faultless(proposal, broken):
    subprocess.run(broken, shell=True, cwd=proposal, check=True)
    save(proposal)
    comment, done = reviewed(proposal)
    assert done.returncode == 1
    assert comment.startswith(MARK)
    assert "❌" in comment.splitlines()[3] and NO_FAULTS not in comment


GH = """#!/bin/sh
echo "$*" >> "$LOGG"
cat "$SVAR"
"""


@pytest.mark.parametrize(
    ("answer", "status"), [("7 main\n", 0), ("", 1), ("$(touch kord) main\n", 1), ("7 ../main\n", 1)]
)
def test_only_the_proposal_at_the_checked_commit_is_fetched(proposal, tmp_path, answer, status):
    commit = save(proposal, sida=PAGE + "Mer.\n")
    run(proposal, "update-ref", "refs/pull/7/head", commit)
    run(proposal, "remote", "add", "origin", str(proposal))
    (tmp_path / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    (tmp_path / "svar").write_text(answer, encoding="utf-8")
    env = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "LOGG": str(tmp_path / "logg"),
        "SVAR": str(tmp_path / "svar"),
        "GITHUB_REPOSITORY": "a/b",
        "FRAN": "någon:$(touch kord)",
        "COMMIT": commit,
    }
    done = shell("hitta-forslag", cwd=proposal, **env)
    assert (done.returncode, done.stdout) == (status, "nummer=7\nbas=main\n" if status == 0 else "")
    assert not (proposal / "kord").exists()
    changed = shell("hitta-forslag", cwd=proposal, **{**env, "COMMIT": run(proposal, "rev-parse", "main")})
    assert changed.returncode == 1


def test_what_writes_in_our_name_reads_nothing_that_a_proposal_made():
    for path in WORKFLOWS.values():
        workflow = read(path)
        for job in workflow["jobs"].values():
            uses = [step for step in job["steps"] if "download-artifact" in step.get("uses", "")]
            from_a_proposal = [step for step in uses if "run-id" in step["with"]]
            if job.get("permissions", {}).get("pull-requests") == "write":
                assert from_a_proposal == []
                assert (
                    "workflow_run" in workflow[True]
                )  # runs as it stands in main; YAML 1.1 reads "on" as yes
            if from_a_proposal:
                assert "head_repository.full_name == github.repository" in job["if"]


def test_a_workflow_that_writes_checks_out_main_alone():
    for _name, job in jobs():
        checkouts = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
        assert all("ref" not in step["with"] and "repository" not in step["with"] for step in checkouts)
        assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_a_token_is_in_no_job_of_gitlab_that_a_proposal_can_write():
    file = read(ROOT / ".gitlab-ci.yml")
    for name, job in file.items():
        if isinstance(job, dict) and "script" in job:
            script = "\n".join(job["script"])
            runs = [rule.get("if", "") for rule in job["rules"]]
            if "granska-gitlab" in script or "kommentera" in script:
                assert runs == [
                    '$CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'
                ]
            else:
                assert "TOKEN" not in script, name


CURL = """#!/bin/sh
for word in "$@"; do
  case "$word" in http*) address=$word ;; body@*) cp "${word#body@}" "$MAPP/skrivet.md" ;; esac
done
echo "$*" >> "$MAPP/logg"
case "$address" in
  *notes*) cat "$MAPP/notes" ;;
  */pipelines) echo '[]' ;;
  *state=opened*) cat "$MAPP/opened" ;;
  *) echo '{}' ;;
esac
"""


def test_gitlab_gets_one_comment_for_each_version(proposal, tmp_path):
    commit = save(proposal, plan=MINIMAL.replace("slag: strategi", "slag: påhittat"))
    run(proposal, "update-ref", "refs/merge-requests/4/head", commit)
    run(proposal, "remote", "add", "origin", str(proposal))
    (tmp_path / "curl").write_text(CURL, encoding="utf-8")
    (tmp_path / "curl").chmod(0o755)
    opened = f'[{{"iid": 4, "sha": "{commit}", "target_branch": "main"}}]'
    (tmp_path / "opened").write_text(opened, encoding="utf-8")
    (tmp_path / "notes").write_text("[]", encoding="utf-8")
    env = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "MAPP": str(tmp_path),
        "GRANSKA_TOKEN": SECRET,
        "CI_API_V4_URL": "https://gitlab.exempel.se/api/v4",
        "CI_PROJECT_ID": "1",
        "CI_PROJECT_PATH": "a/b",
        "CI_PROJECT_ROOT_NAMESPACE": "a",
        "CI_PAGES_DOMAIN": "pages.exempel.se",
    }
    done = shell("granska-gitlab", cwd=proposal, **env)
    assert (done.returncode, done.stderr) == (0, "1 fel.\n")
    written = (tmp_path / "skrivet.md").read_text(encoding="utf-8")
    assert (
        written.startswith(MARK) and "❌ **1 fel att rätta**" in written and f"version: {commit}" in written
    )
    (tmp_path / "skrivet.md").unlink()
    notes = '[{"id": 1, "body": "' + written.replace("\n", "\\n").replace('"', '\\"') + '"}]'
    (tmp_path / "notes").write_text(notes, encoding="utf-8")
    assert shell("granska-gitlab", cwd=proposal, **env).returncode == 0
    assert not (tmp_path / "skrivet.md").exists()


def steps_of(path):
    return [
        (n, step["run"]) for n, job in read(path)["jobs"].items() for step in job["steps"] if "run" in step
    ]


@pytest.mark.parametrize(
    ("name", "script"),
    [(f"{stem}/{n}", text) for stem, path in WORKFLOWS.items() for n, text in steps_of(path)],
)
def test_shellcheck_reads_what_a_workflow_runs(name, script, tmp_path):
    file = tmp_path / "steg.sh"
    file.write_text(f"#!/bin/bash\nset -e\n{script}\n", encoding="utf-8")
    done = subprocess.run([BIN / "shellcheck", file], capture_output=True, text=True, check=False)
    assert done.stdout == "", name


def test_every_name_that_a_workflow_uses_of_another_step_or_job_is_there():
    """A job, a step or an output that isn't there is an empty text to the host, and nobody is told."""
    for path in WORKFLOWS.values():
        made = read(path)["jobs"]
        for name, job in made.items():
            needed = job.get("needs", [])
            needed = [needed] if isinstance(needed, str) else needed
            assert set(needed) <= set(made), name
            text = yaml.safe_dump(job, allow_unicode=True)
            ids = {step["id"] for step in job["steps"] if "id" in step}
            assert set(re.findall(r"steps\.([\w-]+)\.", text)) <= ids, name
            for other, output in re.findall(r"needs\.([\w-]+)\.outputs\.([\w-]+)", text):
                assert other in needed and output in made[other]["outputs"], name
            for variable in re.findall(
                r"\$\{?([A-Z]{3,})\b", "\n".join(s.get("run", "") for s in job["steps"])
            ):
                known = {*job.get("env", {}), *(v for s in job["steps"] for v in s.get("env", {}))}
                assert variable in known or variable.startswith(("GITHUB", "RUNNER")), (name, variable)


def test_outputs_are_those_that_the_script_prints():
    text = (ROOT / "verktyg/hitta-forslag").read_text(encoding="utf-8")
    printed = set(re.findall(r"([a-z]+)=%s", text.replace("\\n", " ")))
    used = set(
        re.findall(r"steps\.forslag\.outputs\.(\w+)", WORKFLOWS["kommentera"].read_text(encoding="utf-8"))
    )
    assert used == printed
