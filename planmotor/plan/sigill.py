"""The seal of what has been read in: a checksum of the sender's own words, and of where they stood.

What is decided about a remark (its section, the stand taken, what may be published) isn't sealed, for that is
the editors' to change. A sender who was unknown may be written in later; one that was known may not become
another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

KEY = "sigill"
LENGTH = 16
OF_A_REMARK = (
    *("från", "fil", "plats", "fråga", "avsnitt_som_skrivet", "sida", "radnummer"),
    *("synpunkt", "föreslagen_lydelse", "skäl", "svar"),
)
OF_A_FILE = ("fil", "sha256", "synpunkter", "svar")


def sigill(record: Mapping[str, Any], names: tuple[str, ...] = OF_A_REMARK) -> str:
    """Return the seal of a record as it stands in the file, or is about to."""
    said = [f"{name}\x1e{record[name]}" for name in names if record.get(name)]
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:LENGTH]


def är_bruten(record: Mapping[str, Any], names: tuple[str, ...] = OF_A_REMARK) -> bool:
    """Tell whether a record has a seal that isn't its own."""
    if not record.get(KEY):
        return False
    without_sender = {name: value for name, value in record.items() if name != "från"}
    return record[KEY] not in (sigill(record, names), sigill(without_sender, names))
