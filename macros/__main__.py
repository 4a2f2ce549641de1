"""``python -m macros DOCS DATAFIL``: every faulty macro call, as JSON."""

from __future__ import annotations

import sys
from pathlib import Path

import macros  # noqa: F401 (registers every macro)
from macros.sidor import check_pages
from planmotor.grund.problem import Invalid
from planmotor.grund.report import as_json
from planmotor.plan.load import load


def main(docs: str, data: str) -> int:
    """Print the problems; return 1 when there are any."""
    try:
        check_pages(Path(docs), load(Path(data)))
    except Invalid as invalid:
        sys.stdout.buffer.write(as_json(invalid.problems).encode())
        return 1
    sys.stdout.write("[]")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
