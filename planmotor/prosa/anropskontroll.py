"""Holds the calls of a page against what the macros take and what the plan has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from planmotor.grund.nearest import listed, nearest, one_line
from planmotor.grund.problem import Problem
from planmotor.oppna.query import QuestionError
from planmotor.oppna.query.parser import parse
from planmotor.plan.model.plan import Plan
from planmotor.prosa.lasning.anrop import STATEMENT, UNREADABLE, Anrop
from planmotor.prosa.signaturer import Argument, Signatur, Signaturer

# What the editors' guide says of each fault in a macro call.
HELP = {
    "okant-makro": "Ett makro som inte finns. Oftast är det ett stavfel.",
    "okant-argument": "Ett argument som makrot inte har.",
    "saknat-argument": "Ett argument som makrot behöver saknas.",
    "okant-varde-i-makro": "Ett id eller ett ord som inte finns i planen.",
    "makro-utan-nyckelord": "Makron tar bara argument med namn, så att anropet går att läsa.",
    "makro-utan-parenteser": "Ett makro måste ha parenteser efter namnet.",
    UNREADABLE: "Klamrar, citattecken eller parenteser går inte ihop.",
    STATEMENT: "En sida är text och makroanrop, aldrig ett program. Annat inom klamrar går inte att använda.",
}
SAMPLES = {"text": '"…"', "heltal": "1", "ja/nej": "true"}


def kontrollera_anrop(
    calls: Iterable[Anrop], path: str, known: Signaturer, plan: Plan | None
) -> Iterator[Problem]:
    """Yield what is wrong with the calls. Without a plan, ids and questions aren't looked up."""
    for call in calls:
        signature = known.get(call.namn)
        if signature is None or call.utan_parenteser:
            yield _unknown(call, path, known)
        else:
            yield from _check(call, signature, path, plan)


def _check(call: Anrop, makro: Signatur, path: str, plan: Plan | None) -> Iterator[Problem]:
    if call.utan_namn:
        example = next(iter(makro.arguments), "")
        yield _fault(
            call,
            path,
            "makro-utan-nyckelord",
            f"Makrot {makro.name} tar bara argument med namn.",
            f'Skriv i stället: {{{{ {makro.name}({example}="…") }}}}'
            if example
            else f"Skriv: {{{{ {makro.name}() }}}}",
        )
    yield from _check_names(call, makro, path)
    for key, value in call.argument.items():
        if key in makro.arguments:
            yield from _check_value(call, makro.arguments[key], value, path, plan)


def _check_names(call: Anrop, makro: Signatur, path: str) -> Iterator[Problem]:
    for key in sorted(set(call.argument) - set(makro.arguments)):
        close = nearest(key, makro.arguments)
        fix = f"Skriv i stället: {close}=" if close else "Ta bort argumentet."
        known = listed(makro.arguments) or "inga"
        text = f'Makrot {makro.name} har inget argument "{key}".'
        yield _fault(call, path, "okant-argument", text, f"{fix}   (finns: {known})")
    needed = {name for name, argument in makro.arguments.items() if argument.required}
    for key in sorted(needed - set(call.argument)):
        if not call.utan_namn:
            text = f'Makrot {makro.name} saknar argumentet "{key}".'
            yield _fault(call, path, "saknat-argument", text, f'Lägg till: {key}="…"')


def _check_value(
    call: Anrop, argument: Argument, value: Any, path: str, plan: Plan | None
) -> Iterator[Problem]:
    shown = one_line(str(value).lower() if isinstance(value, bool) else str(value))
    known = (ids_of(plan, argument.kind) if plan else ()) if argument.kind else argument.words
    if known and value not in known:
        close = nearest(str(value), known)
        fix = f'Skriv i stället: {argument.name}="{close}"' if close else "Välj ett som finns."
        text = f'Makrot {call.namn}: "{shown}" finns inte som {argument.name}.'
        yield _fault(call, path, "okant-varde-i-makro", text, f"{fix}   (finns: {listed(known)})")
    elif argument.slag and _slag(value) != argument.slag:
        text = f"Makrot {call.namn}: {argument.name} kan inte vara {shown}."
        fix = f"Skriv i stället: {argument.name}={SAMPLES[argument.slag]}"
        yield _fault(call, path, "okant-varde-i-makro", text, fix)
    elif argument.name == "fråga" and plan:
        yield from _check_question(call, str(value), path, plan)


def _slag(value: object) -> str:
    return "ja/nej" if isinstance(value, bool) else "heltal" if isinstance(value, int) else "text"


def _check_question(call: Anrop, value: str, path: str, plan: Plan) -> Iterator[Problem]:
    try:
        parse(value, plan, date.min)
    except QuestionError as error:
        text = f"Makrot {call.namn}: frågan går inte att tolka vid tecken {error.at + 1}."
        yield _fault(call, path, "okant-varde-i-makro", text, str(error).splitlines()[-1])


def _unknown(call: Anrop, path: str, known: Signaturer) -> Problem:
    name = call.namn
    if name in known:
        text = f"Makrot {name} saknar parenteser."
        return _fault(call, path, "makro-utan-parenteser", text, f"Skriv i stället: {{{{ {name}() }}}}")
    close = nearest(name, known)
    fix = f"Skriv i stället: {close}" if close else f"Välj ett makro som finns: {listed(known)}"
    return _fault(call, path, "okant-makro", f'Makrot "{one_line(name)}" finns inte.', fix)


def _fault(call: Anrop, path: str, rule: str, text: str, fix: str) -> Problem:
    return Problem(path, call.rad, call.kolumn, rule, text, fix)


class Beslutad(NamedTuple):
    """An action plan that has been decided, perhaps one that has ended since."""

    id: str


def ids_of(plan: Plan, kind: str) -> tuple[str, ...]:
    """Return the ids, or the abbreviations, that an argument of this kind may be."""
    if kind == "förkortningar":
        return tuple(post.kort for post in plan.begrepp.förkortningar) if plan.begrepp else ()
    lists: dict[str, Sequence[Any]] = {
        "områden": plan.områden,
        "handlingsplaner": plan.handlingsplaner,
        "beslutade": [Beslutad(version.handlingsplan) for version in plan.arkiv.versioner],
        "kommuner": plan.kommuner,
        "organ": plan.organ,
        "lagar": plan.källor.lagar if plan.källor else (),
        "dokument": plan.källor.dokument if plan.källor else (),
    }
    return tuple(dict.fromkeys(post.id for post in lists[kind]))
