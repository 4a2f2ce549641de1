"""Asking the user for what a command needs, on a terminal; elsewhere saying which arguments are missing."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import NamedTuple

from planmotor.grund.nearest import nearest
from planmotor.grund.problem import Stopped
from planmotor.grund.terminal import say


class Question(NamedTuple):
    """What to ask for, the argument that answers it beforehand and its value, and the choices."""

    argument: str
    text: str
    given: str | None
    choices: Mapping[str, str] = {}


def answers(*questions: Question) -> list[str]:
    """Return what was given for each question, asking for the rest.

    Raises Stopped, with the arguments that are missing, when nobody sits at a terminal to answer.
    """
    missing = [question.argument for question in questions if not (question.given or "").strip()]
    if missing and not sys.stdin.isatty():
        raise Stopped(f"Det här saknas: {', '.join(missing)}. Lägg till det sist i kommandot.")
    return [(question.given or "").strip() or _ask(question) for question in questions]


def _ask(question: Question) -> str:
    for choice, name in question.choices.items():
        say(f"  {choice}   {name}")
    while True:
        sys.stderr.write(f"{question.text} ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise Stopped("Avbrutet. Ingenting är skrivet.")
        if line.strip() and (not question.choices or line.strip() in question.choices):
            return line.strip()
        say("Skriv ett av orden ovan." if question.choices else "Skriv något.")


def agreed(question: str) -> bool:
    """Ask whether to write; raise Stopped when there is nobody to ask."""
    if not sys.stdin.isatty():
        raise Stopped("Det finns ingen att fråga här. Ingenting är skrivet. Kör med --ja för att skriva.")
    try:
        return input(question).strip().casefold() in {"j", "ja"}
    except EOFError:
        return False


def known(id: str, among: Mapping[str, str], what: str) -> str:
    """Return the id when it is among the known ones; raise Stopped with the nearest one otherwise."""
    if id in among:
        return id
    close = nearest(id, among)
    hint = f"Menade du {close}?" if close else f"Välj bland: {', '.join(among) or 'inga finns'}."
    raise Stopped(f'{what} "{id}" finns inte. {hint}')
