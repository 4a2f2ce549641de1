"""Where this site comes from."""

from tests.motor.sajt.test_ursprung import (  # noqa: F401 (true of any site, and of this one)
    test_every_file_of_the_site_belongs_to_a_part_with_a_licence,
    test_the_site_has_it_and_the_decided_versions_that_its_checksums_are_of,
)
