"""When the plan last changed: the moment that calendars and the catalogue tell."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

from planmotor.grund.git import GitStopped, last_commit
from planmotor.grund.today import today

START = datetime(2020, 1, 1, tzinfo=UTC)


def last_changed(path: Path) -> datetime:
    """Return the time of the latest commit that changed the file, in UTC; without Git, the build day.

    In a clone without the whole history Git gives the time of its oldest commit at the earliest: later than
    the truth, never earlier. So the time never goes backwards as long as the commits' own times don't.
    """
    try:
        found = last_commit(path)
    except GitStopped:  # no Git, or no repository
        found = None
    return found or datetime.combine(today(), time(), UTC)


def sequence(changed: datetime) -> int:
    """Return a number for RFC 5545's SEQUENCE: seconds since 2020, which rises with every later change."""
    return max(0, int((changed - START).total_seconds()))
