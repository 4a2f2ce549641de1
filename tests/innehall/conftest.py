"""This plan, and its site."""

import pytest

from planmotor.plan.load import load
from tests.hjalp.planer import REAL, ROOT
from tests.hjalp.webb import built, pages_of, serving


@pytest.fixture(scope="session")
def plan():
    """The plan of this project."""
    return load(REAL)


@pytest.fixture(scope="session")
def source():
    """The project that the site is built of: this one."""
    return ROOT


@pytest.fixture(scope="session")
def docs():
    """The pages of this project."""
    return ROOT / "docs"


@pytest.fixture(scope="session")
def site(tmp_path_factory, source):
    """The folder of this project's built site."""
    return built(tmp_path_factory, source, "projektet")


@pytest.fixture(scope="session")
def pages(site):
    """Every page of this project's site, parsed, by its address."""
    return pages_of(site)


@pytest.fixture(scope="session")
def server(site):
    """The address of a local server of this project's site."""
    yield from serving(site)
