"""The page of this plan's consultations, and each section's place on this site."""

from lxml import html

from tests.hjalp.planer import REAL
from tests.motor.webb.test_remiss_sidor import (
    seen,
    test_every_section_has_its_place_on_the_site,  # noqa: F401 (true of any site, and of this one)
)


def test_each_word_that_is_missing_is_said_with_the_file_to_add_it_in():
    text = seen("2026-11-22", plan=REAL)
    assert "Källorna säger inte vilka som svarade" in text
    missing = html.fromstring(text).xpath("//div[contains(@class, 'saknas')]")[0].text_content()
    assert all(word in missing for word in ("Diarienummer", "Remissinstanser", "data/remisser/2023.yaml"))
