"""The day that the plan is looked at."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Return the build date: ``SOURCE_DATE_EPOCH`` when it is set, so that a commit always builds the same.

    Without it, or when it is no time at all, the calendar's day.
    """
    try:
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):  # not set, no number, or no day
        return date.today()
