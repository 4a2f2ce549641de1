"""In a browser, every page of this site is visited."""

import pytest


@pytest.fixture(scope="session")
def visited(pages):
    """The addresses of the pages that are visited."""
    return list(pages)
