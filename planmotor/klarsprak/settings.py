"""What the checks are held against: goals and plainer words from ``data/``, abbreviations and laws too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import Field, ValidationError

from planmotor.grund.problem import Invalid, Problem
from planmotor.plan.model.post import Post, described
from planmotor.plan.model.register import Begreppsfil, Förkortning, Källfil, Lag
from planmotor.plan.model.types import Text, Texter
from planmotor.plan.source import Document, read

RULE = "fel-i-klarsprak-fil"
P = TypeVar("P", bound=Post)


class Mål(Post):
    """How easy the pages of a folder must be."""

    model_config = described("Hur lätta en mapps sidor ska vara att läsa.")

    lix: int = Field(ge=1, description="Högsta LIX.")
    ord_per_mening: int | None = Field(None, ge=1, description="Flest ord i en mening, i medeltal.")


class Klarspråksfil(Post):
    """The whole of ``data/klarsprak.yaml``."""

    model_config = described("Mål för språket och ord att byta.")

    mål: dict[Text, Mål] = Field(description="Mål för varje mapp i docs/.")
    övriga: Mål = Field(description="Mål för sidor i andra mappar.")
    längsta_mening: int = Field(ge=1, description="Flest ord i en mening.")
    kända_förkortningar: Texter = Field((), description="Förkortningar som inte behöver förklaras.")
    ord: dict[Text, Text] = Field(description="Krångliga ord och vad man kan skriva i stället.")


@dataclass(frozen=True)
class Settings:
    """All that the checks need to know beside the pages."""

    file: Klarspråksfil
    abbreviations: tuple[Förkortning, ...]
    laws: tuple[Lag, ...]

    def goal(self, folder: str) -> Mål:
        """Return the goal for the pages of a folder."""
        return self.file.mål.get(folder, self.file.övriga)


def read_settings(data: Path) -> Settings:
    """Read the settings in the folder ``data``; raise Invalid with what is wrong in them."""
    document = read(data / "klarsprak.yaml")
    file = _validated(document, Klarspråksfil)
    problems = [*document.problems, *_uneven(document, file)]
    if problems:
        raise Invalid(problems)
    terms = _optional(data / "begrepp.yaml", Begreppsfil)
    sources = _optional(data / "kallor.yaml", Källfil)
    return Settings(file, terms.förkortningar if terms else (), sources.lagar if sources else ())


def forms(words: str) -> list[str]:
    """Return the inflected forms that a key or a value of ``ord`` holds, with commas between them."""
    return [form.strip() for form in words.split(",")]


def _uneven(document: Document, file: Klarspråksfil) -> Iterator[Problem]:
    """Report keys with as many forms as their values don't have, and forms that stand twice."""
    seen: set[str] = set()
    for key, value in file.ord.items():
        if len(forms(value)) not in {1, len(forms(key))}:
            text = f'"{key}" har {len(forms(key))} former men "{value}" har {len(forms(value))}.'
            yield document.problem(
                ("ord", key), RULE, text, "Skriv lika många på båda sidor, eller ett enda råd."
            )
        for form in forms(key):
            if form.casefold() in seen:
                yield document.problem(("ord", key), RULE, f'"{form}" står två gånger.', "Ta bort det ena.")
            seen.add(form.casefold())


def _optional(path: Path, model: type[P]) -> P | None:
    return _validated(read(path), model) if path.exists() else None


def _validated(document: Document, model: type[P]) -> P:
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        problems = [_told(document, fault["type"], tuple(fault["loc"])) for fault in error.errors()]
        raise Invalid([*document.problems, *problems]) from None


def _told(document: Document, kind: str, loc: tuple[str | int, ...]) -> Problem:
    field = next((str(step) for step in reversed(loc) if isinstance(step, str) and step != "[key]"), "")
    if kind == "missing":
        return document.problem(loc, RULE, f'Fältet "{field}" saknas.', f"Lägg till: {field}:")
    if kind == "extra_forbidden":
        return document.problem(
            loc, RULE, f'Fältet "{field}" finns inte.', "Ta bort raden eller rätta namnet."
        )
    return document.problem(loc, RULE, f'Fältet "{field}" har fel form.', "Skriv det som i raderna intill.")
