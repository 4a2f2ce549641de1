"""What files would be, beside what they are."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path

from planmotor.andra.write import Redigering
from planmotor.grund.problem import shown_path


def differences(edited: Iterable[Redigering], new: Mapping[Path, bytes]) -> str:
    """Return the changes of every file as a unified diff; a new file is shown whole."""
    files = {one.path: (one.original, one.raw) for one in edited if one.changed}
    files |= {path: (path.read_bytes() if path.exists() else b"", raw) for path, raw in new.items()}
    return "".join(_diff(shown_path(path), *contents) for path, contents in files.items())


def _diff(path: str, before: bytes, after: bytes) -> str:
    old, new = (text.decode("utf-8", "replace").splitlines(keepends=True) for text in (before, after))
    return "".join(difflib.unified_diff(old, new, path if before else "/dev/null", path))
