"""From a question to a test of rows. ``inte`` binds tightest, then ``och``, then ``eller``.

fråga   = led {"eller" led}
led     = del {"och" del}
del     = "inte" del | "(" fråga ")" | villkor
villkor = fält ("finns" | "saknas" | tecken värde)
tecken  = "=" | "!=" | "<" | "<=" | ">" | ">=" | "innehåller"
värde   = text inom citattecken, eller ord fram till nästa "och", "eller" eller parentes
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from planmotor.grund.nearest import nearest
from planmotor.oppna.query.fields import FIELDS, Field, WrongValue
from planmotor.oppna.query.words import SIGNS, QuestionError, Word, folded, words
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.status import NOT_STATED

Match = Callable[[Rad], bool]
CONTAINS = "innehåller"
JOINS = {"och", "eller"}
MOST_NESTED = 50
BY_NAME = {folded(field.name): field for field in FIELDS}


def parse(question: str, plan: Plan, day: date) -> Match:
    """Return a test of rows; raise QuestionError, which says where and what to write instead."""
    return _Parser(question, plan, day).parse()


class _Parser:
    """Reads the words of one question from left to right."""

    def __init__(self, question: str, plan: Plan, day: date) -> None:
        self.question, self.plan, self.day = question, plan, day
        self.words = words(question)
        self.number = self.depth = 0

    @property
    def next(self) -> Word:
        return self.words[self.number]

    def take(self) -> Word:
        self.number += 1
        return self.words[self.number - 1]

    def fail(self, word: Word, text: str) -> QuestionError:
        return QuestionError(self.question, word.at, text)

    def parse(self) -> Match:
        if self.next.kind == "end":
            raise self.fail(self.next, "Frågan är tom. Skriv till exempel: status = pågår")
        made = self.any()
        if self.next.kind != "end":
            extra = "En parentes är stängd utan att ha öppnats." if self.next.value == ")" else ""
            raise self.fail(self.next, extra or "Skriv och eller eller före nästa villkor.")
        return made

    def any(self) -> Match:
        parts = [self.all()]
        while self.next.folded == "eller":
            self.take()
            parts.append(self.all())
        return parts[0] if len(parts) == 1 else lambda rad: any(part(rad) for part in parts)

    def all(self) -> Match:
        parts = [self.part()]
        while self.next.folded == "och":
            self.take()
            parts.append(self.part())
        return parts[0] if len(parts) == 1 else lambda rad: all(part(rad) for part in parts)

    def part(self) -> Match:
        self.depth += 1
        if self.depth > MOST_NESTED:
            raise self.fail(self.next, f"Frågan har fler än {MOST_NESTED} nivåer.")
        try:
            if self.next.folded == "inte":
                self.take()
                inner = self.part()
                return lambda rad: not inner(rad)
            return self.group() if self.next.value == "(" else self.condition()
        finally:
            self.depth -= 1

    def group(self) -> Match:
        opened = self.take()
        made = self.any()
        if self.next.value != ")":
            raise self.fail(opened, "Parentesen stängs aldrig.")
        self.take()
        return made

    def condition(self) -> Match:
        field, sign = self.field(), self.take()
        if sign.folded in ("finns", "saknas"):
            stated = sign.folded == "finns"
            return lambda rad: any(True for _ in field.read(rad)) is stated
        if sign.folded != folded(CONTAINS) and sign.value not in SIGNS:
            raise self.fail(
                sign, f"Efter {field.name} ska det stå =, !=, <, <=, >, >=, {CONTAINS}, finns eller saknas."
            )
        return self.compared(field, sign)

    def field(self) -> Field:
        word = self.take()
        if word.kind in {"end", "sign"} or word.folded in JOINS:
            raise self.fail(word, "Här ska ett fält stå, till exempel status eller ansvarig.")
        if found := BY_NAME.get(folded(word.value)):
            return found
        close = nearest(word.value, [field.name for field in FIELDS])
        hint = f"Menade du {close}?" if close else f"Välj bland: {', '.join(f.name for f in FIELDS)}."
        raise self.fail(word, f"”{word.value}” är inget fält. {hint}")

    def compared(self, field: Field, sign: Word) -> Match:
        first, value = self.next, self.value(sign)
        relation = CONTAINS if sign.folded == folded(CONTAINS) else sign.value
        negated = relation == "!="
        if field.name == "status" and folded(value) == folded(NOT_STATED) and relation in ("=", "!="):
            return lambda rad: any(True for _ in field.read(rad)) is negated
        try:
            test = field.test("=" if negated else relation, value, self.plan, self.day)
        except WrongValue as wrong:
            raise self.fail(sign if relation in str(wrong).split() else first, str(wrong)) from None
        return lambda rad: any(test(found) for found in field.read(rad)) is not negated

    def value(self, sign: Word) -> str:
        """Return the value after a sign: a quoted text, or words up to the next och, eller or parenthesis."""
        if self.next.kind == "text":
            return self.take().value
        parts = []
        while self.next.kind == "word" and self.next.folded not in JOINS:
            parts.append(self.take().value)
        if not parts:
            raise self.fail(self.next, f"Efter {sign.value} saknas ett värde.")
        return " ".join(parts)
