"""How much a hit counts, by where it stands: the citizen's pages come before those for editors."""

from __future__ import annotations

DEFAULT = 1.0
START = 0.7  # the start page tells of everything in short; the pages tell more
ACTIVITY = 0.6  # short texts score high by themselves
DEEPER = 0.97  # of two pages alike, the one higher up comes first
# The longest folder that an address begins with decides.
FOLDERS = {
    "fasta-kontakter/": 1.6,
    "fasta-kontakter/kommuner/": 0.8,
    "lattlast/": 0.6,  # says the same as the page that it is a version of, which links to it
    "en/": 0.6,
    "lokala-planer/": 0.8,
    "om/": 0.8,
    "om/integritet/": 0.5,
    "om/tillganglighet/": 0.5,
    "om/webbplatsen/": 0.5,
    "om/begrepp/": 1.1,
    "redigera/": 0.5,
    "uppfoljning/andringar/": 0.5,
    "beslut/": 0.4,  # what the pages of today say as well, in another wording
    "uppfoljning/organ/": 0.7,
    "uppfoljning/urval/": 0.5,
}


def weight(address: str) -> float:
    """Return how much a hit on the page at this address counts."""
    folders = [folder for folder in FOLDERS if address.startswith(folder)]
    most = FOLDERS[max(folders, key=len)] if folders else DEFAULT if address else START
    return round(most * DEEPER ** address.count("/"), 3)
