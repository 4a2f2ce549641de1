"""Whether what somebody wrote means what we know: section titles, column heads, questions and bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

SURE = 92.0  # likeness in percent at which a section is taken for the one that was meant
PROPOSED = 60.0  # and at which it is proposed to an editor
PARTIAL = 80.0
HEAD = 86.0
MAX_HEAD = 60  # characters; a longer text is no column head
_NUMBER = re.compile(r"^(?:avsnitt|kapitel|kap|fråga)?\.? *\d+(?:\.\d+)*[.):]* +", re.I)
_BARE = re.compile(r"^(avsnitt|avsn|kapitel|kap)?\.? *(\d+(?:\.\d+)*)\.?$", re.I)
_FIRST = re.compile(r"^(\d+(?:\.\d+)*) ")
_SIGNS = re.compile(r"[^\w]+")
_PAGE = re.compile(r"\bsida \d+ av \d+\b")
# The line by which a form of any version says which one it is.
_MARK = re.compile(r"blankett \d+ remiss \w+ remissinstans .{0,80}", re.S)
# The columns of the forms, as they are called and as people rename them.
HEADS = {
    "avsnitt": ("avsnitt", "avsnitt eller rubrik", "kapitel", "rubrik", "del av planen", "avsnitt kapitel"),
    "sida": ("sida", "sid", "sidnr", "sidnummer", "sidan"),
    "radnummer": ("rad", "radnr", "radnummer", "rader"),
    "synpunkt": ("synpunkt", "synpunkter", "kommentar", "kommentarer", "er synpunkt", "vår synpunkt"),
    "föreslagen_lydelse": (
        *("föreslagen lydelse", "förslag till lydelse", "förslag till ny lydelse", "ny lydelse", "förslag"),
        *("föreslagen ändring", "förslag till ändring", "ändringsförslag", "förslag till ny text"),
    ),
    "skäl": ("motivering", "skäl", "motiv", "varför", "anledning"),
}
_BY_HEAD = {head: field for field, heads in HEADS.items() for head in heads}


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return a text as it is compared: small letters and single spaces, with no signs and no number first."""
    return _SIGNS.sub(" ", _NUMBER.sub("", text.strip()).casefold()).strip()


@lru_cache(maxsize=20_000)
def whole(text: str) -> str:
    """Return a text as the form's own lines are known: as ``plain``, but with its number."""
    return _PAGE.sub("sida n av n", _SIGNS.sub(" ", text.casefold()).strip())


@lru_cache(maxsize=2_000)
def head(text: str) -> str | None:
    """Return the field that a column with this head holds, or None."""
    written = plain(text.partition("\n")[0].partition("(")[0])
    if not written or len(text) > MAX_HEAD:
        return None
    if written in _BY_HEAD:
        return _BY_HEAD[written]
    close = process.extractOne(written, list(_BY_HEAD), scorer=fuzz.ratio, score_cutoff=HEAD)
    return _BY_HEAD[close[0]] if close and len(written) > len("sida") else None


@dataclass(frozen=True)
class Underlag:
    """What a reply is read against.

    ``avsnitt``, ``frågor`` and ``instanser`` are texts by id (a body may have several names);
    ``blankettens_rader`` is every line that the form itself says, so that it isn't taken for an answer, and
    ``uppmaningar`` those that stand where a person is to write.
    """

    remiss: str
    avsnitt: Mapping[str, str]
    frågor: Mapping[str, str]
    instanser: Mapping[str, tuple[str, ...]]
    blankettens_rader: frozenset[str] = frozenset()
    uppmaningar: frozenset[str] = frozenset()

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {plain(title): id for id, title in reversed(list(self.avsnitt.items()))}

    @cached_property
    def _numbered(self) -> dict[str, str]:
        return {whole(title): id for id, title in self.avsnitt.items()}

    @cached_property
    def _numbers(self) -> dict[str, str]:
        return {first[1]: id for id, title in self.avsnitt.items() if (first := _FIRST.match(title))}

    @cached_property
    def _names(self) -> dict[str, str]:
        return {plain(name): id for id, names in self.instanser.items() for name in (id, *names)}

    @cached_property
    def _questions(self) -> dict[str, str]:
        return {plain(text): id for id, text in self.frågor.items()}

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(whole(line) for line in self.blankettens_rader)

    @cached_property
    def _guesses(self) -> dict[str, tuple[str | None, float]]:
        return {}

    def section(self, text: str) -> tuple[str | None, float]:
        """Return the section that a text most likely names, and how sure that is, in percent."""
        if text in self.avsnitt:
            return text, 100.0
        exact = self._numbered.get(whole(text)) or self._titles.get(plain(text))
        if exact:
            return exact, 100.0
        bare = _BARE.match(text.strip())
        if bare:
            return self._of_number(bare[2], sure=bool(bare[1]) or "." in bare[2])
        if text not in self._guesses:
            self._guesses[text] = self._guess(text)
        return self._guesses[text]

    def _of_number(self, number: str, sure: bool) -> tuple[str | None, float]:
        """Return the section with a number; not surely when it could be a page, or is of what is above it."""
        if number in self._numbers:
            return self._numbers[number], 100.0 if sure else SURE - 1
        above = self._numbers.get(number.rpartition(".")[0])
        return above, SURE - 1 if above else 0.0

    def _guess(self, text: str) -> tuple[str | None, float]:
        written = plain(text)
        if not written or len(written) > 3 * MAX_HEAD:
            return None, 0.0
        titles = list(self._titles)
        close = process.extractOne(written, titles, scorer=fuzz.ratio, score_cutoff=PROPOSED)
        if close:
            return self._titles[close[0]], close[1]
        for scorer, cutoff in ((fuzz.token_set_ratio, PROPOSED), (fuzz.partial_ratio, PARTIAL)):
            close = process.extractOne(written, titles, scorer=scorer, score_cutoff=cutoff)
            if close:
                return self._titles[close[0]], min(close[1], SURE - 1)
        return None, 0.0

    def question(self, text: str) -> tuple[str | None, str]:
        """Return the question that a text asks, and what stands after it; None when it asks none."""
        first, _, rest = text.partition("\n")
        written = plain(first)
        if text in self.frågor:
            return text, ""
        if written in self._questions:
            return self._questions[written], rest
        close = process.extractOne(written, list(self._questions), scorer=fuzz.ratio, score_cutoff=SURE)
        if close:
            return self._questions[close[0]], rest
        for question, id in self._questions.items():
            if question and written.startswith(question + " "):
                return id, _after(text, question)
        return None, ""

    def body(self, text: str) -> str | None:
        """Return the body that a text names, with or without the words that stand before it in the form."""
        written = plain(text)
        return self._names.get(written) or self._names.get(
            re.sub(r"^(?:remissinstans|svar från|avsändare|från) ", "", written)
        )

    def is_own(self, text: str) -> bool:
        """Tell whether every line of a text stands in the form itself."""
        return all(self._is_own_line(whole(line)) for line in text.split("\n"))

    def _is_own_line(self, line: str) -> bool:
        return not line or line in self._own or bool(_MARK.fullmatch(line))

    def is_prompt(self, text: str) -> bool:
        """Tell whether a text is what the form says where a person is to write."""
        return text.strip() in self.uppmaningar or not whole(text)

    def is_title(self, text: str) -> bool:
        """Tell whether a text is one of the plan's section titles."""
        return whole(text) in self._numbered or plain(text) in self._titles


def _after(text: str, question: str) -> str:
    """Return what stands in ``text`` after as many words as the question has."""
    start = _NUMBER.match(text.strip())
    rest = text.strip()[start.end() if start else 0 :]
    words = re.finditer(r"\w+", rest)
    end = 0
    for _ in question.split(" "):
        found = next(words, None)
        end = found.end() if found else len(rest)
    return rest[end:].lstrip(" ?.:;!–-\n")


def same_lines(texts: Iterable[str]) -> frozenset[str]:
    """Return every line of the texts, the form's own words."""
    return frozenset(line for text in texts for line in text.split("\n") if line.strip())
