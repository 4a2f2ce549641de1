"""How a function becomes a macro: its name is the function's, its arguments are keywords."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints, overload

from pydantic import AfterValidator

from planmotor.plan.model.types import Ref
from planmotor.prosa.signaturer import Argument, Signatur

SLAG = {str: "text", int: "heltal", bool: "ja/nej"}


@dataclass(frozen=True, slots=True)
class Makro:
    """A macro, as pages call it and as the editors' guide shows it."""

    name: str
    function: Callable[..., str]
    arguments: dict[str, Argument]
    help: str
    under: int = 1

    @property
    def signatur(self) -> Signatur:
        """What the engine needs to know to check a call of it."""
        return Signatur(self.name, self.arguments, self.under)


MAKRON: dict[str, Makro] = {}


@overload
def makro(function: Callable[..., str]) -> Callable[..., str]: ...
@overload
def makro(*, under: int) -> Callable[[Callable[..., str]], Callable[..., str]]: ...


def makro(function: Callable[..., str] | None = None, *, under: int = 1) -> Any:
    """Register a function as a macro.

    Its first argument is the Webb, which pages never see; the others are keywords. Its docstring is
    Swedish, because ``/redigera/makron/`` publishes it. ``under`` is the level of the heading that it has to
    stand below: a macro whose own headings are ``h3`` leaves a gap right under ``#``.
    """
    if function is None:
        return lambda made: _register(made, under)
    return _register(function, under)


def _register(function: Callable[..., str], under: int) -> Callable[..., str]:
    hints = get_type_hints(function, include_extras=True)
    parameters = list(inspect.signature(function).parameters.values())[1:]
    arguments = {p.name: _argument(p, hints[p.name]) for p in parameters}
    doc = inspect.getdoc(function) or ""
    MAKRON[function.__name__] = Makro(function.__name__, function, arguments, doc, under)
    return function


def _argument(parameter: inspect.Parameter, hint: Any) -> Argument:
    required = parameter.default is inspect.Parameter.empty
    return Argument(parameter.name, required, _kind(hint), _words(hint), _slag(hint))


def _slag(hint: Any) -> str:
    """Return what a constant must be: the id types, and the words of a Literal, are text."""
    plain = [hint, *(part for part in get_args(hint) if part is not type(None))]
    return next((SLAG[part] for part in plain if isinstance(part, type) and part in SLAG), "text")


def _kind(hint: Any) -> str | None:
    """Return the list that a reference such as OmrådeId points into."""
    if get_origin(hint) is Annotated:
        for mark in get_args(hint)[1:]:
            owner = getattr(mark.func, "__self__", None) if isinstance(mark, AfterValidator) else None
            if isinstance(owner, Ref):
                return owner.kind
    kinds = (_kind(part) for part in get_args(hint) if part is not type(None))
    return next((kind for kind in kinds if kind), None)


def _words(hint: Any) -> tuple[str, ...]:
    """Return the words of a Literal."""
    if get_origin(hint) is Literal:
        return tuple(str(word) for word in get_args(hint))
    return next((words for part in get_args(hint) if (words := _words(part))), ())
