"""JSON Schemas of the data files, so that an editor completes and explains every field."""

from __future__ import annotations

import json
from pathlib import Path

from planmotor.grund.skrivning import write_all
from planmotor.plan.draft import MAIN, MODELS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str = MAIN) -> str:
    """Return the JSON Schema of the data file with this name (without its ending)."""
    made = MODELS[name].model_json_schema()
    return json.dumps({"$schema": DIALECT, **made}, ensure_ascii=False, indent=2) + "\n"


def write(folder: Path) -> list[Path]:
    """Write ``<name>.schema.json`` for every data file below ``folder``, all or none; return the files."""
    made = {folder / f"{name}.schema.json": schema(name).encode() for name in MODELS}
    write_all(made, folder)
    return list(made)
