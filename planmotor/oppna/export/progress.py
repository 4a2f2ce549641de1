"""Tells what goes on, but only when it takes so long that somebody may wonder."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

PATIENCE = 2.0  # seconds


class Progress:
    """Passes on what it is told once two seconds have passed since it was made."""

    def __init__(self, say: Callable[[str], None], clock: Callable[[], float] = monotonic) -> None:
        """Remember whom to tell, and start the clock."""
        self.say, self.clock, self.start = say, clock, clock()

    def tell(self, text: str) -> None:
        """Say what comes next, with the seconds so far, if it has taken more than two."""
        passed = self.clock() - self.start
        if passed > PATIENCE:
            self.say(f"{text} ({passed:.0f} s)")
