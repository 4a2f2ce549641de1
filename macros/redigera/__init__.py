"""Macros for the editors' guide: made from the model, the macros, the rules and the command itself."""

from __future__ import annotations

import argparse
import inspect
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from macros.makro import MAKRON, Makro, makro
from macros.sidor import HELP as ANSWER_HELP
from macros.webb import Webb
from planmotor.commands._parser import parser, subcommands
from planmotor.grund.syntax import FAULTS
from planmotor.jamfora.diff import SLAG
from planmotor.jamfora.granskning import hanvisning
from planmotor.plan.draft import MODELS, SERIES
from planmotor.plan.model.post import Post
from planmotor.plan.model.shape import all_posts, called, post_type
from planmotor.plan.model.types import Datum, Period
from planmotor.plan.reminders import HELP as REMINDER_HELP
from planmotor.plan.rules import all_rules
from planmotor.prosa import anropskontroll, installning, sidkarta, sidmapp, uppgifter
from planmotor.prosa.regler import alla_regler
from planmotor.sajt.lankprov import kalla

TYPES = {str: "text", int: "heltal", bool: "true eller false", Datum: "datum", Period: "år eller period"}


@makro
def fältlista(webb: Webb) -> str:
    """Alla fält i alla datafiler, ur modellen."""
    sections = [
        f"## data/{_file(name)}\n\n"
        + "\n".join(
            webb.render("falt", post=post, titel=post.__name__, falt=_fields(post)) for post in _posts(name)
        )
        for name in MODELS
    ]
    return "\n".join(sections)


def _file(kind: str) -> str:
    """Return a data file's name; in a series, with … for the part that differs."""
    return SERIES[kind][0].replace("*", "…") if kind in SERIES else f"{kind}.yaml"


def _posts(name: str) -> list[type[Post]]:
    """Return the record types of a file that no file before it has shown."""
    earlier: set[type[Post]] = set()
    for other, root in MODELS.items():
        if other == name:
            return [post for post in all_posts(root) if post not in earlier]
        earlier |= set(all_posts(root))
    return []


def _fields(post: type[Post]) -> list[dict[str, Any]]:
    return [
        {
            "namn": name,
            "typ": _type(field.annotation),
            "krav": field.is_required(),
            "hjälp": field.description,
        }
        for name, field in post.model_fields.items()
    ]


def _type(annotation: Any) -> str:
    """Return what a field holds, in words."""
    if annotation in TYPES:
        return TYPES[annotation]
    if get_origin(annotation) is Literal:
        return "ett av orden " + ", ".join(str(word) for word in get_args(annotation))
    origin, parts = get_origin(annotation), [p for p in get_args(annotation) if p is not type(None)]
    if origin is tuple:
        return f"lista av {_plural(parts[0])}"
    if origin is dict:
        return f"poster: id och {_type(parts[1])}"
    inner = post_type(annotation)
    if inner is not None and not parts:
        return f"posten {called(inner)}"
    return _type(parts[0])


def _plural(part: Any) -> str:
    inner = post_type(part)
    return called(inner) if inner else {"text": "texter"}.get(_type(part), _type(part))


@makro
def makrolista(webb: Webb) -> str:
    """Alla makron med argument och förklaring, ur koden."""
    return webb.render("makron", makron=list(MAKRON.values()), exempel=_example)


def _example(made: Makro) -> str:
    given = ", ".join(f'{a.name}="{_sample(a.kind, a.words)}"' for a in made.arguments.values() if a.required)
    return f"{{{{ {made.name}({given}) }}}}"


def _sample(kind: str | None, words: tuple[str, ...]) -> str:
    return words[0] if words else {"förkortningar": "SIP"}.get(kind or "", "id")


@makro
def regellista(webb: Webb) -> str:
    """Alla regler som data, sidor och makroanrop måste följa, och alla fel som en fil kan ha, ur koden."""
    rules = {rule.ID: _split(inspect.getdoc(rule) or "") for rule in all_rules()}
    pages = {rule.ID: _split(inspect.getdoc(rule) or "") for rule in alla_regler()}
    between = uppgifter.HELP | sidkarta.HELP | sidmapp.HELP | installning.HELP | kalla.HELP | hanvisning.HELP
    calls = anropskontroll.HELP | ANSWER_HELP
    faults = {id: (fault.text.replace("{word}", "…"), fault.fix) for id, fault in FAULTS.items()}
    parts = (
        ("Regler för innehållet", rules),
        ("Regler för sidorna", pages | {id: (help, "") for id, help in between.items()}),
        ("Fel i själva filen", {id: words for id, words in faults.items() if id not in rules | pages}),
        ("Fel i ett makroanrop", {id: (help, "") for id, help in calls.items()}),
        ("Påminnelser som inte stoppar något", {id: (help, "") for id, help in REMINDER_HELP.items()}),
    )
    return "\n".join(f"## {heading}\n\n{_rules(webb, words)}" for heading, words in parts)


def _rules(webb: Webb, words: dict[str, tuple[str, str]]) -> str:
    return webb.render("regler", regler=[(id, *said) for id, said in sorted(words.items())])


def _split(doc: str) -> tuple[str, str]:
    first, _, rest = doc.partition("\n\n")
    return first.replace("\n", " "), rest.replace("\n", " ")


@makro
def kommandolista(webb: Webb) -> str:
    """Alla kommandon i planmotor med sina val, ur koden."""
    commands = [(name, made.description, _options(made)) for name, made in _commands("", parser())]
    return webb.render("kommandon", kommandon=commands)


def _commands(before: str, made: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield every command with its full name, and a command's own commands in its place."""
    for name, inner in subcommands(made).items():
        below = list(_commands(f"{before}{name} ", inner))
        yield from below or [(f"{before}{name}", inner)]


def _options(made: argparse.ArgumentParser) -> list[tuple[str, str]]:
    options = [action for action in made._actions if not isinstance(action, argparse._HelpAction)]
    return [
        (" ".join((*a.option_strings, str(a.metavar or "|".join(a.choices or ())))).strip(), a.help or "")
        for a in options
    ]


@makro
def ändringslag(webb: Webb) -> str:
    """Alla slag av ändringar som planmotor jämför skiljer på, ur koden."""
    return webb.render("andringslag", slag=SLAG)
