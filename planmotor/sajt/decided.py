"""The frozen files of each decided version as one archive beside its page, for anybody to check."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from planmotor.office.skriv.packning import fixed
from planmotor.plan.arkivmapp import SUMS, frozen_of, sums
from planmotor.plan.model.plan import Plan, Version

FOLDER = "beslut"


def write(plan: Plan, site: Path) -> None:
    """Write the archive of each version whose page is built."""
    for version in plan.arkiv.versioner:
        folder = site / FOLDER / version.namn
        if folder.is_dir():
            (folder / f"{version.handlingsplan}-{version.datum}.zip").write_bytes(packed(version))


def packed(version: Version) -> bytes:
    """Return the version's files with their checksums: ``sha256sum -c SHA256SUMS`` checks them."""
    files = frozen_of(version)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(SUMS, sums(files))
        for name, content in files.items():
            archive.writestr(name, content)
    return fixed(made.getvalue())
