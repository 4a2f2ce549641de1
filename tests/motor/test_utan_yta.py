"""Every field of every data file is shown or handed out somewhere, or excused by name with a reason.

A text is replaced by a word that nothing else holds, and it is looked for. What isn't free text (a date,
an id, a number, one of a few words) has to be read by what makes the pages and exports.
"""

import pytest

from planmotor.plan.utan_yta import UNSHOWN
from tests.hjalp.alla_falt import FIELDS, TEXTS, made, word

LEAST_REASON = 15  # characters
BASES = {"Synpunkt": "Inläst", "Svar": "Inläst", "Delaktivitet": "Aktivitet"}


@pytest.fixture(scope="module")
def reached():
    """The fields that reach a page or an export."""
    read = set()
    text = made(read.add).casefold()
    return {key for key in FIELDS if (word(key) in text if key in TEXTS else key in read)}


def excuse(key):
    post, name = key
    return UNSHOWN.get(key) or UNSHOWN.get((BASES.get(post, post), name))


@pytest.mark.parametrize("key", FIELDS, ids=".".join)
def test_every_field_is_shown_or_excused(key, reached):
    if reason := excuse(key):
        assert len(reason) >= LEAST_REASON
        assert reason.endswith(".")
        assert key not in reached, "fältet visas och behöver ingen ursäkt"
    else:
        assert key in reached, "fältet godtas men syns ingenstans; visa det, eller ge skälet i utan_yta.py"


def test_every_excuse_is_for_a_field():
    assert {key for key in UNSHOWN if key[0] != "Inläst"} <= set(FIELDS)
