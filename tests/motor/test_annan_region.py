"""The tests of the engine are those of any region: none of them reads this plan's content."""

import pytest

from tests.hjalp.planer import DATA, REAL, ROOT


@pytest.mark.parametrize(
    "read", [REAL.read_bytes, lambda: next(DATA.iterdir()), (ROOT / "docs/index.md").read_text]
)
def test_reading_the_content_is_noticed(read):
    with pytest.raises(AssertionError, match="tests/exempel/liten"):
        read()


def test_the_looks_belong_to_the_engine():
    assert (ROOT / "docs/assets/grund.css").read_bytes()
