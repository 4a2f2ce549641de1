"""Eklandet: a small made-up region with a whole plan, pages and a menu, and a project made of it.

What holds for any plan is tried on this one. It lies in ``tests/exempel/liten`` as another region would have
it: ``data/``, ``docs/`` and what to change in ``mkdocs.yml``.
"""

import re
import shutil

from tests.hjalp.planer import ROOT

LITEN = ROOT / "tests/exempel/liten"
DATA, DOCS = LITEN / "data", LITEN / "docs"
PLAN = DATA / "aktiviteter.yaml"
ENGINE = ("macros", "overrides", "planmotor", "mkdocs.yml", "pyproject.toml")


def project(folder):
    """Make a project in ``folder``: the engine and the looks of this one, the content of the small region."""
    for part in ENGINE:
        source = ROOT / part
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / part)
    move_in(folder)
    return folder


def move_in(folder):
    """Replace a project's content by the small region's: data, pages, and the texts of ``mkdocs.yml``."""
    for name in ("data", "docs"):
        kept = folder / name / "assets"
        shutil.rmtree(folder / name, ignore_errors=True)
        shutil.copytree(LITEN / name, folder / name)
        assert not kept.exists()
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    settings = folder / "mkdocs.yml"
    settings.write_text(_replaced(settings.read_text(encoding="utf-8")), encoding="utf-8")


def _replaced(settings):
    """Return the settings with each of the small region's own in the place of the one with that name."""
    for block in re.split(r"^(?=\w)", (LITEN / "mkdocs.yml").read_text(encoding="utf-8"), flags=re.M)[1:]:
        name = block.partition(":")[0]
        settings, found = re.subn(
            rf"^{name}:.*\n(?:[ #\n].*\n|\n)*", lambda _, new=block: new, settings, flags=re.M
        )
        assert found == 1, f"mkdocs.yml har {name} {found} gånger"
    return settings
