"""How much memory one input takes, in a process that has met many.

The peak of a process never falls by itself, so one large input would make all that come after it guilty.
Linux sets the peak back to what is used now when ``5`` is written to ``clear_refs`` (proc(5)).
"""

import resource
from pathlib import Path

SELF = Path("/proc/self")
KIB = 1024


class Mätare:
    """Measures from when it is made: the peak since then, less what was used before."""

    def __init__(self):
        self.before = 0
        try:
            (SELF / "clear_refs").write_text("5", encoding="ascii")
        except OSError:  # another system: then the peak is the whole process's
            return
        self.before = _status("VmRSS")

    def byte(self):
        """Return how many bytes have been taken at the most."""
        peak = _status("VmHWM") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB
        return max(0, peak - self.before)


def _status(name):
    """Return a size in bytes of what the system says of this process; 0 where it doesn't say."""
    try:
        lines = (SELF / "status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    found = (line.split() for line in lines if line.startswith(f"{name}:"))
    return next((int(words[1]) * KIB for words in found), 0)
