"""Expected outputs that the code can write anew, by kind. A person reads a changed one before it is kept.

Code that writes its own expectations can be wrong twice alike. So each kind is also checked by something that
isn't ours, in ``tests/motor/test_facit.py``; a new kind is refused until it has its check there.
"""

import os

from tests.hjalp.planer import ROOT

EXAMPLES = "tests/exempel/"
RECORD = "data/tillganglighetstest.yaml"  # checked in tests/innehall, where the site is that it tells of
KINDS = (
    *("felaktiga/*.txt", "fraga/*.txt", "formatera/*.ut.yaml", "granska/*.md"),
    *("jamfor/*/svar.txt", "jamfor/*/svar.json", "jamfor/*/svar.md", "jamfor/*/svar.html"),
    *("klarsprak/**/*.txt", "stavning/*.txt", "makron/*.html", "makron-fel/*.txt"),
    *("personuppgifter/*.txt", "sidor/felaktiga/*.txt", "lankar/facit.txt"),
    *("rapport/*/svar.md", "remissvar/facit/*.json", "statussvar/facit/*.txt"),
)


def files(kind):
    """Return the expected outputs of a kind, in order."""
    return sorted((ROOT / EXAMPLES).glob(kind))


def being_written():
    """Tell whether the expected outputs are to be written anew in this run."""
    return bool(os.environ.get("SKRIV_FACIT"))


def same(expected, found):
    """Hold what was found against the expected output, or write it anew when the run is to."""
    if being_written():
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert expected.exists(), f"Facit saknas: {expected.name}. Kör med SKRIV_FACIT=1 och läs det."
    kinds = [kind for kind in KINDS if expected in files(kind)]
    assert kinds or expected == ROOT / RECORD, (
        f"{expected}: lägg slaget i KINDS, med en prövning som inte är vår"
    )
    assert found == expected.read_bytes().decode("utf-8")
