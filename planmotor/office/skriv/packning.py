"""Word and Excel files are zip archives: make them the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

LONG_AGO = (1980, 1, 1, 0, 0, 0)
Edit = Callable[[bytes], bytes]


def fixed(raw: bytes, edits: dict[str, Edit] | None = None) -> bytes:
    """Return the archive with the same time on every part, and with ``edits`` made to parts by name."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            edit = (edits or {}).get(name)
            info = zipfile.ZipInfo(name, LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, edit(content) if edit else content)
    return made.getvalue()
