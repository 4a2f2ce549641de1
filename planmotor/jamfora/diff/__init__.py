"""What has changed between two versions of a plan, in words that a decision-maker understands.

Rows are matched by id and by ``ersätter``, never by text. ``jämför_planer`` compares two plans, ``bitar`` two
texts; ``FORMAT`` holds the ways to show a ``Jämförelse``.
"""

from __future__ import annotations

from collections.abc import Callable

from planmotor.jamfora.diff.jamfor import jämför, jämför_planer
from planmotor.jamfora.diff.ord import Bit, bitar
from planmotor.jamfora.diff.slag import SLAG
from planmotor.jamfora.diff.som_html import som_html
from planmotor.jamfora.diff.som_json import som_json
from planmotor.jamfora.diff.som_markdown import som_markdown
from planmotor.jamfora.diff.som_text import som_text
from planmotor.jamfora.diff.typer import Jämförelse, Ändring

__all__ = ["FORMAT", "SLAG", "Bit", "Jämförelse", "Ändring", "bitar", "jämför", "jämför_planer"]

FORMAT: dict[str, Callable[[Jämförelse], str]] = {
    "text": som_text,
    "markdown": som_markdown,
    "html": som_html,
    "json": som_json,
}
