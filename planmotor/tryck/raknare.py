"""The numbers of headings: 1, 1.1, 1.1.1. Whoever tells a section's number in print counts with this."""

from __future__ import annotations

NUMBERED = 3  # deeper headings have no number


class Räknare:
    """Counts headings, in reading order."""

    def __init__(self) -> None:
        self._counted = [0] * NUMBERED

    def nästa(self, level: int) -> str:
        """Return the number of the next heading, which stands so deep (1 is a chapter); empty below three."""
        if level > NUMBERED:
            return ""
        self._counted[level - 1] += 1
        self._counted[level:] = [0] * (NUMBERED - level)
        return ".".join(map(str, self._counted[:level]))
