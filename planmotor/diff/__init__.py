"""What has changed between two versions of a plan, in words that a decision-maker understands.

Rows are matched by id and by ``ersätter``, never by text. ``jämför_planer`` compares two plans, ``bitar`` two
texts; the formats (``som_text``, ``som_markdown``, ``som_html``, ``som_json``) show a ``Jämförelse``.
"""

from __future__ import annotations

from planmotor.diff.jamfor import jämför, jämför_planer
from planmotor.diff.ord import Bit, bitar
from planmotor.diff.slag import SLAG
from planmotor.diff.typer import Jämförelse, Ändring

__all__ = ["SLAG", "Bit", "Jämförelse", "Ändring", "bitar", "jämför", "jämför_planer"]
