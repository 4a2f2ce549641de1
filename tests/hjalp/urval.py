"""One page of each sort: the few pages that together hold everything that any page is made of."""

PLACE = ("class", "id", "href", "src", "style", "d", "x", "y", "width", "height")
WORD = ("aria-current", "data-status", "type", "rel", "role", "open", "hidden")


def one_of_each_sort(pages):
    """Return the addresses of the chosen pages, in the order of the site.

    Every kind of element, by its classes and attributes, stands on one of them; what has a class does so
    within each kind of parent; and every folder has a page. Taken greedily: the page with most that is new
    for its length comes first.
    """
    parts = {name: _parts(name, page) for name, page in pages.items()}
    left, chosen = set().union(*parts.values()), []
    while left:
        best = max(
            pages, key=lambda name: (len(parts[name] & left) / len(pages[name].xpath("//*")) ** 0.5, name)
        )
        chosen.append(best)
        left -= parts[best]
    return [name for name in pages if name in chosen]


def _parts(name, page):
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    dressed = {
        (_dress(element.getparent()), _dress(element)) for element in elements[1:] if element.get("class")
    }
    return dressed | {_look(element) for element in elements} | {name.partition("/")[0]}


def _dress(element):
    return element.tag, frozenset((element.get("class") or "").split())


def _look(element):
    """Return what decides how an element looks and what it says it is, without what is its own."""
    kept = ((key, value if key in WORD else "") for key, value in element.items() if key not in PLACE)
    return (*_dress(element), frozenset(kept))
