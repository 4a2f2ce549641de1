"""What a cell of a spreadsheet may hold: a text that stays a text, in our own files and in those of data."""

from __future__ import annotations

import re

from planmotor.grund.text import visible

MAX_CELL = 32_767  # characters, Excel's own limit
# What makes a spreadsheet run a cell as a formula; the wide forms do in some languages.
FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
BREAKS = ("\t", "\r", "\n")
# What a workbook takes for the code of a character: an escaped underscore stays one.
CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def is_risky(text: str) -> bool:
    """Tell whether a spreadsheet could take a text for a formula."""
    return text.startswith(BREAKS) or text.lstrip().startswith(FORMULA_SIGNS)


def cell_text(text: str, rest: str = "") -> str:
    """Return a text as a workbook keeps it; ``rest`` is how one that is too long ends."""
    held = CODE.sub("_x005F_", visible(text))
    return held if len(held) <= MAX_CELL else held[: MAX_CELL - len(rest)] + rest
