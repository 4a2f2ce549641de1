"""What holds for any plan is tried on a small one of another region, and on its site."""

import os
import sys
from pathlib import Path

import pytest

from planmotor.plan.load import load
from tests.hjalp.liten import PLAN, project
from tests.hjalp.planer import ROOT
from tests.hjalp.webb import built, pages_of, serving

CONTENT = tuple(f"{ROOT / name}{os.sep}" for name in ("data", "docs"))
LOOKS = f"{ROOT / 'docs/assets'}{os.sep}"
_watching = [False]


def _watch(event, arguments):
    """Fail when a file of this plan's content is opened, or a folder of it is listed."""
    opens = event == "open" and arguments[1]  # os.open has no mode, and its path may begin anywhere
    if _watching[0] and (opens or event in ("os.listdir", "os.scandir")):
        path = _absolute(arguments[0])
        assert not path.startswith(CONTENT) or path.startswith(LOOKS), (
            f"Ett test i tests/motor läser {path}, som bara gäller den här planen. "
            "Använd den lilla planen i tests/exempel/liten, eller flytta testet till tests/innehall."
        )


def _absolute(path):
    return os.path.abspath(path) + os.sep if isinstance(path, str | Path) else ""  # noqa: PTH100 (asks no disk)


sys.addaudithook(_watch)


@pytest.fixture(autouse=True)
def _another_region_passes_too():
    """No test here opens this plan's data or pages: another region's are as good."""
    _watching[0] = True
    yield
    _watching[0] = False


@pytest.fixture(scope="session")
def plan():
    """The small region's plan."""
    return load(PLAN)


@pytest.fixture(scope="session")
def source(tmp_path_factory):
    """A project of the small region: the engine and the looks of this one, and its own content."""
    return project(tmp_path_factory.mktemp("eklandet"))


@pytest.fixture(scope="session")
def docs(source):
    """The pages of the small region's project, with the looks of this one."""
    return source / "docs"


@pytest.fixture(scope="session")
def site(tmp_path_factory, source):
    """The folder of the small region's built site."""
    return built(tmp_path_factory, source, "eklandet")


@pytest.fixture(scope="session")
def pages(site):
    """Every page of the small region's site, parsed, by its address."""
    return pages_of(site)


@pytest.fixture(scope="session")
def server(site):
    """The address of a local server of the small region's site."""
    yield from serving(site)
