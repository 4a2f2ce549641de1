"""The day that the plan is looked at."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Return the build date: ``SOURCE_DATE_EPOCH`` when it is set, so that a commit always builds the same.

    Without it, the calendar's day.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()
