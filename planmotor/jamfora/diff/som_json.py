"""A comparison as JSON, for other programs."""

from __future__ import annotations

import json
from typing import Any

from planmotor.jamfora.diff.typer import Jämförelse

KEYS = ("id", "slag", "före", "efter", "text", "område")
PROSE_KEYS = ("sida", "avsnitt", "ankare", "slag", "före", "efter", "text")


def som_json(jämförelse: Jämförelse) -> str:
    """Return ``{"från", "till", "sammanfattning", "ändringar"}``, and ``"prosa"`` when there is any.

    ``område`` is an id, or None for what belongs to no område; a kind of which there is none is left out of
    the summary.
    """
    document: dict[str, Any] = {
        "från": jämförelse.från,
        "till": jämförelse.till,
        "sammanfattning": jämförelse.sammanfattning,
        "ändringar": [
            {key: getattr(ändring, key) for key in KEYS} | {"område": ändring.område or None}
            for ändring in jämförelse.ändringar
        ],
    }
    if jämförelse.prosa:
        document["prosa"] = [{key: getattr(ä, key) for key in PROSE_KEYS} for ä in jämförelse.prosa]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
