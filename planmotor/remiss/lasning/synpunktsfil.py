"""Adds to ``synpunkter.yaml`` without touching a byte of what stands there.

What is read in is only ever appended, so the file is edited as text: comments, order and quoting stay, and
thousands of remarks take no time. Before it is saved, the new text is parsed and held against the old.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from planmotor.andra.write.scalars import scalar
from planmotor.grund.problem import Invalid, Stopped, shown_path
from planmotor.grund.skrivning import write_all
from planmotor.grund.text import content_of, decode
from planmotor.plan.source import MAX_BYTES, parse

Record = Mapping[str, str | int]
HEAD = """\
# yaml-language-server: $schema=../../synpunkter.schema.json
# Inläst med planmotor remiss läs-in. Ändra inte id. Skriv ställningstagande, motivering och ändring.
"""
_KEY = re.compile(r"([^\s#:-][^:]*):")
_DASH = re.compile(r"( *)- ")


def added(text: str, lists: Mapping[str, Sequence[Record]]) -> str:
    """Return the text of the file with records added last in each list; ``text`` is empty for a new file."""
    lines = text.rstrip("\n").split("\n") if text.strip() else HEAD.rstrip("\n").split("\n")
    for key, records in lists.items():
        if records:
            _add(lines, key, records)
    return "\n".join(lines) + "\n"


def save(path: Path, lists: Mapping[str, Sequence[Record]], home: Path) -> bool:
    """Add records to the file at ``path``, whole or not at all, and tell whether anything was written.

    ``home`` is the plan's folder. Raises Stopped when the file is written in a way that this program can't
    add to, or would grow too large.
    """
    if not any(lists.values()):
        return False
    raw = content_of(path, MAX_BYTES) if path.exists() else b""
    old = decode(raw, shown_path(path))
    new = added(old, lists)
    _hold(path, old, new, lists)
    written = new.replace("\n", "\r\n") if b"\r\n" in raw else new
    write_all({path: written.encode()}, home, {path: raw if path.exists() else None})
    return True


def _hold(path: Path, old: str, new: str, lists: Mapping[str, Sequence[Record]]) -> None:
    """Raise Stopped unless the new text says what the old one does and, after it, what was added."""
    shown = shown_path(path)
    if len(new.encode()) > MAX_BYTES:
        raise Stopped(
            f"{shown} skulle bli större än {MAX_BYTES // 1_000_000} MB. Läs in färre svar åt gången."
        )
    wanted: dict[str, Any] = dict(parse(old, shown).data) if old.strip() else {}
    for key, records in lists.items():
        if records:
            texts = [{name: str(value) for name, value in record.items()} for record in records]
            wanted[key] = [*(wanted.get(key) or []), *texts]
    try:
        same = parse(new, shown).data == wanted
    except Invalid:
        same = False
    if not same:
        raise Stopped(
            f"Det går inte att lägga till i {shown}: listorna är inte skrivna med ett streck på varje rad. "
            "Skriv dem så, eller flytta undan filen, och läs in igen."
        )


def _add(lines: list[str], key: str, records: Sequence[Record]) -> None:
    keys = {match[1].strip(): number for number, line in enumerate(lines) if (match := _KEY.match(line))}
    if key not in keys:
        lines += ["", f"{key}:"] if lines[-1].strip() else [f"{key}:"]
        keys[key] = len(lines) - 1
    start = keys[key]
    end = min((number for number in keys.values() if number > start), default=len(lines))
    dash = next((match for line in lines[start + 1 : end] if (match := _DASH.match(line))), None)
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    indent = dash[1] if dash else "  "
    lines[end:end] = [line for record in records for line in _record(record, indent)]


def _record(record: Record, indent: str) -> list[str]:
    found: list[str] = []
    for name, value in record.items():
        lead = f"{indent}- " if not found else f"{indent}  "
        text = str(value)
        if "\n" in text:
            found.append(f"{lead}{name}: |-")
            found += [f"{indent}    {line}" for line in text.split("\n")]
        else:
            found.append(f"{lead}{name}: {text if isinstance(value, int) else scalar(text)}")
    return found
