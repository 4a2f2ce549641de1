"""The real plan is loaded once for all tests."""

import pytest

from planmotor.plan.load import load
from tests.planer import REAL


@pytest.fixture(scope="session")
def plan():
    """The plan of this project."""
    return load(REAL)
