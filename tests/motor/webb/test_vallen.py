"""The last line of defence: what stands in the built pages, however it came there.

Whatever a page, a field, a reply or a setting said, no page runs anything but the files of the site itself.
"""

from lxml import html

from planmotor.sajt import offline

FORBIDDEN = "//iframe | //object | //embed | //base | //applet | //meta[@http-equiv]"
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data", "poster")


def faults(tree):
    """Yield what a page may not hold."""
    for script in tree.iter("script"):
        own = (script.get("src") or "").split("?")[0].endswith(".js") and ":" not in script.get("src")
        if not own and script.get("type") != "application/ld+json":
            yield html.tostring(script)[:80]
    for element in tree.xpath(FORBIDDEN):
        yield element.tag
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.items():
            if name.startswith("on"):
                yield f"{element.tag} {name}"
            if name in ADDRESSES and value.strip().lower().startswith(("javascript:", "data:", "vbscript:")):
                yield f"{element.tag} {name}={value}"
            if name == "src" and "//" in value:
                yield f"{element.tag} {name}={value}"


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
