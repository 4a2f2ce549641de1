"""What all tests share: a browser."""

from tests.hjalp.webb import browser  # noqa: F401 (a fixture)
