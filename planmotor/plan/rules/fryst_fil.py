"""En beslutad version i arkivet är ändrad, borttagen eller saknas i listan över kontrollsummor.

En beslutad version är fryst: det som beslutades ska gå att läsa som det var.
Listan SHA256SUMS håller en kontrollsumma för varje fil, och en ändring syns därför alltid i granskningen.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from planmotor.grund.problem import Problem, shown_path
from planmotor.plan.arkivmapp import SUMS, checksum, folder_of, frozen_files, listed
from planmotor.plan.draft import Draft

ID = "fryst-fil"
DECIDE = 'Ett nytt beslut läggs till med kommandot "planmotor besluta".'


def check(draft: Draft) -> Iterator[Problem]:
    """Hold every file of the archive against the list of checksums, and the list against the files."""
    folder = folder_of(draft.path)
    left = frozen_files(draft.path)
    for line, sum, name in listed(draft.path):
        at = (shown_path(folder / SUMS), line, 1, ID)
        path = left.pop(name, None)
        if not name:
            text = "Raden är ingen kontrollsumma följd av två mellanslag och ett filnamn."
            yield Problem(*at, text, f"Ta tillbaka {SUMS} som den var. {DECIDE}")
        elif path is None:
            text = f"Den beslutade versionen {name} saknas, eller så står den två gånger i listan."
            yield Problem(*at, text, f"Ta tillbaka filen och listan som de var. {DECIDE}")
        elif _checksum(path) not in (sum, ""):
            shown = shown_path(path)
            fix = f"Ta tillbaka filen som den var: git restore --source=main {shown}   {DECIDE}"
            yield Problem(shown, 1, 1, ID, "Filen är ändrad sedan beslutet.", fix)
    for name, path in left.items():
        missing = f"{_checksum(path)}  {name}"
        fix = f"Är den beslutad lägger du till raden {missing}   Annars: ta bort filen."
        yield Problem(shown_path(path), 1, 1, ID, f"Filen står inte i {SUMS}.", fix)


def _checksum(path: Path) -> str:
    """Return the checksum of a file; nothing when it can't be read, which is told elsewhere."""
    try:
        return checksum(path.read_bytes())
    except OSError:
        return ""
