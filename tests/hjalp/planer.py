"""Where the real plan lies, and small plans that tests write into a folder of their own."""

from pathlib import Path

from planmotor.plan.load import load

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
REAL = DATA / "aktiviteter.yaml"
MINIMAL = (ROOT / "tests/exempel/giltiga/minsta.yaml").read_text(encoding="utf-8")


def write(folder, text=MINIMAL, **others):
    """Write a plan into ``folder``, other files by their names without ending, and return its main file."""
    for name, content in {"aktiviteter": text, **others}.items():
        path = folder / f"{name}.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / "aktiviteter.yaml"


def plan_of(folder, text=MINIMAL, **others):
    """Return the plan of these texts."""
    return load(write(folder, text, **others))
