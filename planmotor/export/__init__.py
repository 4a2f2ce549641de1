"""Open data: the plan as files that other programs read. One module per format, all from the same rows."""

from __future__ import annotations

from pathlib import Path

from planmotor.export import aktiviteter
from planmotor.model.plan import Plan


def export(plan: Plan, folder: Path, base: str = "/") -> list[Path]:
    """Write every export below ``folder`` and return the files.

    ``base`` is the address that the site's paths begin with. Each file appears whole or not at all.
    """
    contents = {
        "aktiviteter.json": aktiviteter.as_json(plan, base),
        "aktiviteter.csv": aktiviteter.as_csv(plan, base),
    }
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder / name, content) for name, content in contents.items()]


def _write(path: Path, content: bytes) -> Path:
    unfinished = path.with_name(f".{path.name}.ny")
    try:
        unfinished.write_bytes(content)
        return unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
