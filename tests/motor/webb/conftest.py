"""In a browser, one page of each sort is visited: the others are made of the same."""

import pytest

from tests.hjalp.urval import one_of_each_sort


@pytest.fixture(scope="session")
def visited(pages):
    """The addresses of the pages that are visited."""
    return one_of_each_sort(pages)
