"""What all tests share: a browser, and a small repository to stand in."""

from tests.hjalp.forrad import repo  # noqa: F401 (a fixture)
from tests.hjalp.webb import browser  # noqa: F401 (a fixture)
