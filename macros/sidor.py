"""Checks every macro call on every page before any page is made.

mkdocs-macros stops at the first mistake and speaks English; this tells all of them, with file and line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.makro import MAKRON, Argument, Makro
from planmotor.grund.nearest import listed, nearest
from planmotor.grund.problem import Invalid, Problem, shown_path
from planmotor.grund.syntax import fault
from planmotor.grund.text import MARKS, decode
from planmotor.oppna.query import QuestionError
from planmotor.oppna.query.parser import parse
from planmotor.plan.model.plan import Plan

# What the editors' guide says of each fault in a macro call.
HELP = {
    "okant-makro": "Ett makro som inte finns. Oftast är det ett stavfel.",
    "okant-argument": "Ett argument som makrot inte har.",
    "saknat-argument": "Ett argument som makrot behöver saknas.",
    "okant-varde-i-makro": "Ett id eller ett ord som inte finns i planen.",
    "makro-utan-nyckelord": "Makron tar bara argument med namn, så att anropet går att läsa.",
    "makro-utan-parenteser": "Ett makro måste ha parenteser efter namnet.",
    "makro-gar-inte-att-tolka": "Klamrar, citattecken eller parenteser går inte ihop.",
}
FOUND_BY_JINJA = {"range", "loop"}


class Beslutad(NamedTuple):
    """An action plan that has been decided, perhaps one that has ended since."""

    id: str


def check_pages(docs: Path, plan: Plan) -> None:
    """Raise Invalid with every faulty macro call below ``docs``."""
    problems = [p for page in sorted(docs.rglob("*.md")) for p in check_page(page, plan)]
    if problems:
        raise Invalid(problems)


def check_page(page: Path, plan: Plan) -> Iterator[Problem]:
    """Yield the faulty macro calls of one page."""
    shown = shown_path(page)
    try:
        text = decode(page.read_bytes(), shown)
        yield from _left_by_a_merge(text, shown)
        tree = Environment(autoescape=True).parse(text)
    except Invalid as invalid:  # not UTF-8
        yield from invalid.problems
        return
    except TemplateSyntaxError as error:
        yield Problem(
            shown,
            error.lineno,
            1,
            "makro-gar-inte-att-tolka",
            "Ett makroanrop på raden går inte att tolka.",
            'Skriv så här: {{ namn(argument="värde") }}. Rubrikens id skrivs {: #id }.',
        )
        return
    checked = set()
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            checked.add(id(call.node))
            yield from _check_call(call, call.node.name, shown, plan)
    for name in tree.find_all(nodes.Name):
        if id(name) not in checked and name.ctx == "load" and name.name not in FOUND_BY_JINJA:
            yield _unknown(name.name, shown, name.lineno)


def _left_by_a_merge(text: str, shown: str) -> Iterator[Problem]:
    """Yield the marks of a merge. Of the three, a line of equal signs may be a heading's."""
    for number, line in enumerate(text.split("\n"), 1):
        if MARKS.fullmatch(line) and line[0] in "<>":
            yield fault("konfliktmarkering", shown, (number, 1))


def _check_call(call: nodes.Call, name: str, shown: str, plan: Plan) -> Iterator[Problem]:
    makro = MAKRON.get(name)
    if makro is None:
        yield _unknown(name, shown, call.lineno)
        return
    if call.args:
        example = next(iter(makro.arguments), "")
        yield Problem(
            shown,
            call.lineno,
            1,
            "makro-utan-nyckelord",
            f"Makrot {name} tar bara argument med namn.",
            f'Skriv i stället: {{{{ {name}({example}="…") }}}}' if example else f"Skriv: {{{{ {name}() }}}}",
        )
    given = {keyword.key: keyword.value for keyword in call.kwargs}
    yield from _check_names(makro, set(given), bool(call.args), shown, call.lineno)
    for key, value in given.items():
        if key in makro.arguments and isinstance(value, nodes.Const):
            yield from _check_value(makro, makro.arguments[key], value.value, shown, value.lineno, plan)


def _check_names(
    makro: Makro, given: set[str], has_positional: bool, shown: str, line: int
) -> Iterator[Problem]:
    for key in sorted(given - set(makro.arguments)):
        close = nearest(key, makro.arguments)
        fix = f"Skriv i stället: {close}=" if close else "Ta bort argumentet."
        known = listed(makro.arguments) or "inga"
        text = f'Makrot {makro.name} har inget argument "{key}".'
        yield Problem(shown, line, 1, "okant-argument", text, f"{fix}   (finns: {known})")
    needed = {name for name, argument in makro.arguments.items() if argument.required}
    for key in sorted(needed - given):
        if not has_positional:
            text = f'Makrot {makro.name} saknar argumentet "{key}".'
            yield Problem(shown, line, 1, "saknat-argument", text, f'Lägg till: {key}="…"')


def _check_value(
    makro: Makro, argument: Argument, value: object, shown: str, line: int, plan: Plan
) -> Iterator[Problem]:
    if argument.name == "fråga":
        yield from _check_question(makro, str(value), shown, line, plan)
    known = ids_of(plan, argument.kind) if argument.kind else argument.words
    if not known or value in known:
        return
    close = nearest(str(value), known)
    fix = f'Skriv i stället: {argument.name}="{close}"' if close else "Välj ett som finns."
    text = f'Makrot {makro.name}: "{value}" finns inte som {argument.name}.'
    yield Problem(shown, line, 1, "okant-varde-i-makro", text, f"{fix}   (finns: {listed(known)})")


def _check_question(makro: Makro, value: str, shown: str, line: int, plan: Plan) -> Iterator[Problem]:
    try:
        parse(value, plan, date.min)
    except QuestionError as error:
        text = f"Makrot {makro.name}: frågan går inte att tolka vid tecken {error.at + 1}."
        yield Problem(shown, line, 1, "okant-varde-i-makro", text, str(error).splitlines()[-1])


def _unknown(name: str, shown: str, line: int) -> Problem:
    if name in MAKRON:
        text = f"Makrot {name} saknar parenteser."
        return Problem(shown, line, 1, "makro-utan-parenteser", text, f"Skriv i stället: {{{{ {name}() }}}}")
    close = nearest(name, MAKRON)
    fix = f"Skriv i stället: {close}" if close else f"Välj ett makro som finns: {listed(MAKRON)}"
    return Problem(shown, line, 1, "okant-makro", f'Makrot "{name}" finns inte.', fix)


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
