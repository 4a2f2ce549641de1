"""The bill of materials (CycloneDX): what the site consists of, and every library that built it.

The libraries are those of ``requirements.lock``, with the checksums that they are installed by. The same
commit built as of the same day gives the same bytes: the document's number is reckoned from its content.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from planmotor.grund.today import today
from planmotor.plan.model.plan import Plan
from planmotor.sajt.ursprung.delar import DELAR, Del

NAME = "sbom.cdx.json"
LOCK = "requirements.lock"
VERSION = "1.6"  # of CycloneDX
LONGEST_NAME = 60  # of a licence; some packages put its whole text in that field
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
Component = dict[str, Any]


def sbom(plan: Plan, lock: Path) -> bytes:
    """Return the document; without a lock file it holds the parts of the site alone."""
    pins = dict(_pinned(lock))
    shipped = [_part(part, pins) for part in DELAR]
    ours = {part.paket for part in DELAR}
    built = [_library(name, *pin) for name, pin in pins.items() if name not in ours]
    site = {"type": "application", "bom-ref": "webbplatsen", "name": plan.uppgifter.namn}
    made: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": VERSION,
        "version": 1,
        "metadata": {"timestamp": f"{today()}T00:00:00Z", "component": site},
        "components": [*shipped, *built],
        "dependencies": [{"ref": "webbplatsen", "dependsOn": [one["bom-ref"] for one in shipped]}],
    }
    number = uuid5(NAMESPACE_URL, json.dumps(made, ensure_ascii=False, sort_keys=True))
    return (
        json.dumps(made | {"serialNumber": f"urn:uuid:{number}"}, ensure_ascii=False, indent=1) + "\n"
    ).encode()


def _pinned(lock: Path) -> Iterator[tuple[str, tuple[str, list[str]]]]:
    """Yield the name of each library, with its version and checksums."""
    text = lock.read_text(encoding="utf-8") if lock.is_file() else ""
    starts = list(_PIN.finditer(text))
    ends = [*(found.start() for found in starts[1:]), len(text)]
    for found, end in zip(starts, ends, strict=False):
        yield found[1], (found[2], _HASH.findall(text, found.end(), end))


def _part(part: Del, pins: dict[str, tuple[str, list[str]]]) -> Component:
    made: Component = {"type": "library" if part.paket else "data", "bom-ref": f"del:{part.namn}"}
    if part.paket in pins:
        made |= _library(part.paket, *pins[part.paket])
    licences = [{"license": {"id": part.licens}}]
    return made | {"name": part.namn, "description": part.vad, "scope": "required", "licenses": licences}


def _library(name: str, version: str, hashes: list[str]) -> Component:
    """Return a library. What builds the site isn't a part of it, which CycloneDX calls excluded."""
    purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    made: Component = {"type": "library", "bom-ref": purl, "name": name, "version": version}
    made |= {"scope": "excluded", "hashes": [{"alg": "SHA-256", "content": one} for one in hashes]}
    licences = _licences(name)
    return made | {"purl": purl} | ({"licenses": licences} if licences else {})


def _licences(name: str) -> list[dict[str, Any]]:
    """Return the licence that an installed library says that it has; nothing for one that isn't installed."""
    try:
        found: Any = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return []
    if expression := found.get("License-Expression"):
        return [{"expression": expression}]
    if (said := found.get("License", "")) and len(said) <= LONGEST_NAME and "\n" not in said:
        return [{"license": {"name": said}}]
    named = (line.rpartition(" :: ")[2] for line in found.get_all("Classifier") or [] if "License ::" in line)
    return [{"license": {"name": one}} for one in dict.fromkeys(named)]
