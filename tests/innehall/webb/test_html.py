"""Every page of this site through the Nu Html Checker."""

from tests.motor.webb.test_html import test_the_conformance_checker_finds_no_error_but_in_a_faulty_page  # noqa: F401
