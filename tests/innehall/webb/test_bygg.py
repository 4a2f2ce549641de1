"""This site is built the same twice, and each page asks for the style sheets that it needs."""

from tests.motor.sajt.test_bygg import test_two_builds_of_one_commit_are_equal  # noqa: F401
from tests.motor.sajt.test_stilmallar import test_every_page_asks_for_one_style_sheet_and_its_own  # noqa: F401
