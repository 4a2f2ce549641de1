"""What holds for any plan is tried on a small one of another region, and on its site."""

import pytest

from planmotor.plan.load import load
from tests.hjalp.liten import PLAN, project
from tests.hjalp.webb import built, pages_of, serving


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
    return built(tmp_path_factory, source)


@pytest.fixture(scope="session")
def pages(site):
    """Every page of the small region's site, parsed, by its address."""
    return pages_of(site)


@pytest.fixture(scope="session")
def server(site):
    """The address of a local server of the small region's site."""
    yield from serving(site)
