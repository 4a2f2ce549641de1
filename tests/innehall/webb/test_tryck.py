"""The printed parts of this site are what any site's are, and all of this plan."""

import pytest

from planmotor.grund.problem import Stopped
from planmotor.remiss.avsnitt import avsnitt
from tests.hjalp.planer import ROOT
from tests.motor.webb.test_tryck import (  # noqa: F401 (what is true of any site is true of this one)
    test_a_form_can_be_filled_in_and_read_aloud,
    test_changes_are_those_since_the_decision_and_each_decision_has_its_own,
    test_every_file_is_linked_from_a_page,
    test_every_part_is_pdf_ua_and_pdf_a,
    test_forms_say_the_same_numbers_as_the_pdf,
    test_the_whole_plan_holds_every_activity,
    test_there_is_a_file_for_every_part,
    works,
)


def test_an_unknown_part_gets_the_nearest(works):  # noqa: F811
    assert works.del_("Lokala-planer/ÅRE/").namn == "lokala-planer/are"
    with pytest.raises(Stopped, match="Menade du strategier"):
        works.del_("stategier")


def test_every_chapter_is_numbered_and_both_sheets_are_forms(works):  # noqa: F811
    assert len([section for section in avsnitt(works.plan, ROOT / "docs") if section.nummer]) > 80
    assert len([part for part in works.delar.values() if not part.sidor]) == 2
