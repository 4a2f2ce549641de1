"""What a built page may not hold: anything that runs but the site's own files, anything from another host."""

from lxml import html

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
