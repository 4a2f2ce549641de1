"""The site's own words: to mend a misspelt query by, and to find the compounds that end with a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable

WORD = re.compile(r"[^\W\d_]{3,}")
MOST = 3500  # words, the most frequent first: keeps the file small however large the site grows
SHORTEST_LAST, SHORTEST_FIRST = 4, 3  # letters in the parts of a compound
DERIVED = ("ing", "het", "else", "ring")  # planer + ingen isn't a compound
# Endings of inflection, the longest first. Only told apart from a stem when the bare word is there too.
ENDINGS = (
    *("ernas", "arnas", "ornas", "arna", "erna", "orna", "ens", "ets", "ers", "ars"),
    *("na", "en", "et", "er", "ar", "or", "ns", "ts", "s", "n", "t"),
)


def vocabulary(texts: Iterable[str]) -> list[str]:
    """Return the words of the site without their inflections, in alphabetical order."""
    counted = count(texts)
    bases = {base(word, counted) for word in counted}
    frequent = sorted(bases, key=lambda word: (-counted[word], word))[:MOST]
    return sorted(frequent)


def compounds(texts: Iterable[str]) -> dict[str, list[str]]:
    """Return the compounds that end with a word, the most frequent first: läkare → primärvårdsläkare.

    Both parts must be known by themselves: the last is a word of the site, and so is the first, give or take
    what joins them. Pagefind finds the words that begin as the query does, so only the last part needs help.
    """
    counted = count(texts)
    bases = {word: base(word, counted) for word in counted}
    known = set(counted) | set(bases.values())
    found: dict[str, set[str]] = {}
    for word in counted:
        for cut in range(SHORTEST_FIRST, len(word) - SHORTEST_LAST + 1):
            first, last = word[:cut], word[cut:]
            if last in counted and not last.startswith(DERIVED) and _is_first_part(first, known):
                found.setdefault(bases[last], set()).add(bases[word])
    return {last: sorted(found[last], key=lambda word: (-counted[word], word)) for last in sorted(found)}


def count(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in the texts, in small letters."""
    return Counter(word for text in texts for word in WORD.findall(text.lower()))


def base(word: str, known: Container[str]) -> str:
    """Return the word without its inflection, when what is left is a known word."""
    for ending in ENDINGS:
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= SHORTEST_LAST and bare in known:
            return bare
    return word


def _is_first_part(first: str, known: Container[str]) -> bool:
    """Tell whether the beginning of a compound is a known word: hem, omsorg(s), läkar(e), familj(e)."""
    bare = first.removesuffix("s")
    return any(word in known for word in (first, bare, f"{bare}e", f"{bare}a", first.removesuffix("e")))
