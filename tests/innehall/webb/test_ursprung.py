"""Where this site comes from, and what its documents say of who made them."""

from tests.motor.plan.test_personuppgifter import (  # noqa: F401 (true of any site, and of this one)
    test_every_document_on_the_built_site_passes_the_same_rule,
)
from tests.motor.sajt.test_ursprung import (  # noqa: F401 (true of any site, and of this one)
    test_every_file_of_the_site_belongs_to_a_part_with_a_licence,
    test_the_site_has_it_and_the_decided_versions_that_its_checksums_are_of,
)
