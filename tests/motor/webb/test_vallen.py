"""The last line of defence: what stands in the built pages, however it came there.

Whatever a page, a field, a reply or a setting said, no page runs anything but the files of the site itself.
"""

from lxml import html

from planmotor.sajt import offline
from tests.hjalp.vallen import faults


def test_no_page_runs_anything_but_the_sites_own_files(pages):
    assert {address: list(faults(tree)) for address, tree in pages.items() if list(faults(tree))} == {}


def test_the_copy_in_one_file_runs_nothing(site):
    tree = html.parse(str(site / offline.NAME)).getroot()
    assert list(faults(tree)) == []
    assert list(tree.iter("script")) == []


def test_what_is_looked_for_is_found():
    tree = html.fromstring(
        "<div><script>1</script><a href=' JavaScript:x'>a</a><p onclick=x>b</p><base href=x></div>"
    )
    assert len(list(faults(tree))) == 4
