"""With another region's content in the place of this plan's, the tests of the engine pass untouched.

The repository is copied, its ``data/``, ``docs/`` and texts in ``mkdocs.yml`` are replaced by the small
region's, and what only this plan needs is taken away. What isn't run there takes long, and is held to the
same by the watch in ``tests/motor/conftest.py``.
"""

import os
import shutil
import subprocess
import sys

from tests.hjalp.liten import move_in
from tests.hjalp.planer import REAL, ROOT

LEFT = shutil.ignore_patterns(
    *(".git", ".venv*", ".cache", ".*_cache", ".hypothesis", ".installerat", "__pycache__", "*.egg-info"),
    *("site", "build", ".bygge*", "innehall"),
)
SLOW = (
    *("webb", "sajt", "tryck", "plan/test_mutation.py", "plan/test_regler.py", "jamfora/test_granska.py"),
    *("klarsprak/test_stavning.py", "remiss/test_remiss_sammanstall.py", "commands/test_cli.py"),
    *("oppna/test_katalog.py", "uppfoljning/test_rapport.py", "grund/test_avbrott.py", "test_fuzz.py"),
    *("prosa/test_attacker.py", "prosa/test_fuzz.py", "test_arbetsfloden.py", "test_arkitektur.py"),
    *("office/test_liggare.py", "grund/test_annan_dator.py", "andra/test_blocktexter.py"),
    *("remiss/test_remiss_las_in.py", "test_tillagg.py", "test_beroenden.py", "test_facit.py"),
)


def test_the_tests_of_the_engine_pass_with_the_content_of_another_region(tmp_path):
    project = tmp_path / "region"
    shutil.copytree(ROOT, project, ignore=LEFT, symlinks=True)
    move_in(project)
    left = () if os.environ.get("ALLA") else SLOW
    ignored = [f"--ignore=tests/motor/{name}" for name in left]
    assert all((project / one.partition("=")[2]).exists() for one in ignored)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/motor", "-n0", "-p", "no:cacheprovider", *ignored],
        cwd=project,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
        | {"PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert (project / REAL.relative_to(ROOT)).read_bytes() != REAL.read_bytes()
