"""The real plan is loaded once, and its site built once, for all tests."""

import pytest

from planmotor.plan.load import load
from tests.hjalp.planer import REAL
from tests.hjalp.webb import browser, pages, server, site  # noqa: F401 (fixtures)


@pytest.fixture(scope="session")
def plan():
    """The plan of this project."""
    return load(REAL)
