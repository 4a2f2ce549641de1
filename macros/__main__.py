"""``python -m macros --signaturer``: what each macro takes, as JSON, for the engine that never imports it."""

from __future__ import annotations

import json
import sys

import macros  # noqa: F401 (registers every macro)
from macros.sidor import signaturer
from planmotor.prosa.signaturer import som_data


def main() -> int:
    """Print the signatures."""
    sys.stdout.buffer.write(json.dumps(som_data(signaturer().values())).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
