"""The base of every record in the data files, and how a record learns its line."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, PrivateAttr

from planmotor.plan.source import Place


class Post(BaseModel):
    """A frozen record that refuses keys it doesn't know and remembers the line where it stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    # The key that an editor knows the record by, when nobody would call it by the name of its class.
    key_name: ClassVar[str] = ""
    _rad: int = PrivateAttr(default=0)

    @property
    def rad(self) -> int:
        """The line, from 1, in the file that holds the record; 0 for one that was made in memory."""
        return self._rad


class Seriefil(Post):
    """The whole of a file of which there may be many; it knows its name below the folder with data."""

    _plats: str = PrivateAttr(default="")

    @property
    def plats(self) -> str:
        """The file's path below the folder with data, without its ending: remisser/2026; empty in memory."""
        return self._plats


def described(text: str) -> ConfigDict:
    """Return a configuration whose JSON Schema describes the record in Swedish."""
    return ConfigDict(json_schema_extra={"description": text})


def locate(value: Any, place: Place) -> None:
    """Tell every record below ``value`` the line where it stands."""
    if isinstance(value, Post):
        value._rad = place.line
        if isinstance(place.parts, dict):
            for key, (_line, _column, part) in place.parts.items():
                _locate_nested(getattr(value, key, None), part)


def _locate_nested(value: Any, place: Place) -> None:
    if isinstance(value, Post):
        locate(value, place)
    elif isinstance(value, tuple) and isinstance(place.parts, list):
        for item, part in zip(value, place.parts, strict=False):
            if not isinstance(item, Post):
                break
            locate(item, part)
