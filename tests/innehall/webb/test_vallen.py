"""The last line of defence, on the pages of this plan."""

from tests.hjalp.vallen import faults


def test_no_page_runs_anything_but_the_sites_own_files(pages):
    assert {address: list(faults(tree)) for address, tree in pages.items() if list(faults(tree))} == {}
