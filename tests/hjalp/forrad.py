"""Small repositories with a plan and a page, for what reads versions out of Git."""

import os
import subprocess

import pytest

from tests.hjalp.planer import MINIMAL

REDIRECTED = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


WHO = {
    "GIT_AUTHOR_NAME": "x",
    "GIT_AUTHOR_EMAIL": "x@x",
    "GIT_COMMITTER_NAME": "x",
    "GIT_COMMITTER_EMAIL": "x@x",
}


PAGE = "---\ntitle: Om oss\n---\n\n# Om oss\n\nVi arbetar tillsammans.\n"


def run(folder, *words):
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **REDIRECTED, **WHO},
    )
    return done.stdout.strip()


def put(folder, **files):
    for path, text in files.items():
        file = folder / {"plan": "data/aktiviteter.yaml", "sida": "docs/om.md"}.get(path, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def save(folder, **files):
    """Commit these files and return the id."""
    put(folder, **files)
    run(folder, "add", "--all")
    run(folder, "commit", "--quiet", "--message", "x")
    return run(folder, "rev-parse", "HEAD")


@pytest.fixture
def repo(tmp_path, monkeypatch):
    """A repository with one commit on main, and the tests standing in it."""
    folder = tmp_path / "förråd"
    folder.mkdir()
    run(folder, "init", "--quiet", "--initial-branch", "main")
    save(folder, plan=MINIMAL, sida=PAGE)
    monkeypatch.chdir(folder)
    return folder
