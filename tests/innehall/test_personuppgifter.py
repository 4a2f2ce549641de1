"""Nothing in this plan, on its pages or beside them is unfit to publish."""

from planmotor.jamfora.publicerat import publicerat
from tests.hjalp.planer import REAL, ROOT


def test_pages_data_and_what_lies_beside_them_are_clean():
    assert list(publicerat(REAL, ROOT / "docs")) == []
