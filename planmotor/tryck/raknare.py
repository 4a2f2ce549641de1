"""The numbers of headings: 1, 1.1, 1.1.1. Whoever tells a section's number in print counts with this."""

from __future__ import annotations

NUMBERED = 3  # deeper headings have no number


class Nivåer:
    """Sees to it that no heading stands more than one level below the one before it.

    A reader who hears the headings must be able to trust their levels, and PDF/UA takes no other document.
    The first heading of all is a chapter.
    """

    def __init__(self) -> None:
        self._last = 0

    def nästa(self, wanted: int) -> int:
        """Return the level of the next heading, which its writer wants so deep."""
        self._last = min(wanted, self._last + 1)
        return self._last


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
