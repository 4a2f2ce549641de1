"""Small words for reading XML by local names, and the properties that Word and Excel files share."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from planmotor.office.las.innehall import tidy
from planmotor.office.las.paket import Paket


def name(element: Any) -> str:
    """Return an element's local name."""
    return _local(str(element.tag))


@lru_cache(2_000)  # millions of elements have a few hundred names
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def get(element: Any, attribute: str) -> str:
    """Return an attribute by its local name; empty when there is none."""
    found = element.get(attribute)
    if found is not None:
        return str(found)
    return next((str(v) for k, v in element.items() if k.rpartition("}")[2] == attribute), "")


def child(element: Any, *way: str) -> Any:
    """Return the first child by local names, step by step; None when there is none."""
    for step in way:
        element = next((inner for inner in element if name(inner) == step), None)
        if element is None:
            return None
    return element


def inside(element: Any, *way: str) -> list[Any]:
    """Return what stands in the child that ``way`` leads to; nothing when there is none."""
    found = child(element, *way)
    return [] if found is None else list(found)


def properties(paket: Paket) -> dict[str, str]:
    """Return the document's own properties, those that the form put there."""
    part = next((to for kind, to in paket.related("").values() if kind == "custom-properties"), "")
    if part not in paket.names:
        return {}
    return {str(p.get("name")): tidy("".join(p.itertext())) for p in paket.xml(part)}
