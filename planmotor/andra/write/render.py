"""Plain values to YAML text in the style of the data files."""

from __future__ import annotations

from planmotor.andra.write.scalars import UNKNOWN, scalar
from planmotor.andra.write.shape import Shape
from planmotor.plan.source import Value

INDENT = 2
SHORT = 100  # a list or a record that is longer is written on several lines


def flow(value: Value, shape: Shape) -> str:
    """Return a value on one line: ``[a, b]``, ``{id: a, namn: B}`` or a scalar."""
    if isinstance(value, dict):
        keys = shape.ordered(value)
        return "{" + ", ".join(_pair(key, flow(value[key], shape.inside(key))) for key in keys) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(item, shape) for item in value) + "]"
    return scalar(value, shape.kind, flow=True) or "null"


def _pair(key: str, written: str) -> str:
    return f"{scalar(key, UNKNOWN, flow=True)}: {written}".rstrip()


def after_key(value: Value, shape: Shape, column: int, style: str = "") -> str:
    """Return what follows the colon of a key at ``column``; ``style`` is flow, block or what suits it."""
    if not isinstance(value, dict | list | tuple):
        written = scalar(value, shape.kind)
        return f" {written}" if written else ""
    if style == "flow" or not value or (not style and _suits_flow(value, shape)):
        return " " + flow(value, shape)
    pad = " " * (column + INDENT)
    if isinstance(value, dict):
        return f"\n{pad}{block_map(value, shape, column + INDENT)}"
    return "".join(f"\n{pad}{item(one, shape, column + INDENT)}" for one in value)


def block_map(record: dict[str, Value], shape: Shape, column: int) -> str:
    """Return a record in block style whose keys stand at ``column``; the first has no indent of its own."""
    lines = (
        f"{scalar(key, UNKNOWN)}:{after_key(record[key], shape.inside(key), column)}"
        for key in shape.ordered(record)
    )
    return f"\n{' ' * column}".join(lines)


def item(value: Value, shape: Shape, column: int, style: str = "") -> str:
    """Return an item of a block list whose dash stands at ``column``."""
    is_record = isinstance(value, dict) and value
    if is_record and style != "flow" and (style == "block" or not _suits_flow(value, shape)):
        return f"- {block_map(value, shape, column + INDENT)}"
    return f"- {flow(value, shape)}" if isinstance(value, dict | list | tuple) else _scalar_item(value, shape)


def _scalar_item(value: Value, shape: Shape) -> str:
    return f"- {scalar(value, shape.kind)}".rstrip()


def _suits_flow(value: Value, shape: Shape) -> bool:
    """Tell whether a list holds just words such as ids, or a record just a few values and no id."""
    if isinstance(value, dict):
        is_small = "id" not in value and not any(isinstance(v, dict | list | tuple) for v in value.values())
    else:
        is_small = not any(isinstance(v, dict | list | tuple) or " " in str(v) for v in value)
    return is_small and len(flow(value, shape)) <= SHORT
