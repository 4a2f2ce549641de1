"""The ledger of a reply: every word of the file is a remark's, an answer's or the form's own, or told of.

``office/las/liggare`` knows what was read of the file; here it is held against what that came to mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planmotor.office.las.bitar import PROMPT, Bit
from planmotor.office.las.fil import Fil
from planmotor.office.las.innehall import Innehåll
from planmotor.office.las.liggare import MISSED, QUIET, Claims, Lästext, Rad, ledger, read_texts
from planmotor.remiss.blankett.blankett import LIST_HEADS
from planmotor.remiss.lasning.ord import Underlag, head
from planmotor.remiss.lasning.tolka import SENDER, Läst

READ = "läst"
OWN, ONLY = "blankettens egna ord", "bara avsnittet är valt i raden"


@dataclass(frozen=True, slots=True)
class Svarsliggare:
    """What became of each piece of text in a reply: it is in a post, the form's own, or left for a reason."""

    rader: tuple[Rad, ...]

    @property
    def olästa(self) -> tuple[Rad, ...]:
        """What wasn't read and somebody may have meant to say."""
        return tuple(rad for rad in self.rader if rad.skäl and rad.skäl not in {OWN, *QUIET})

    @property
    def saknade(self) -> tuple[Rad, ...]:
        """What the program has missed; there is to be none."""
        return tuple(rad for rad in self.rader if rad.saknas)


def reply_ledger(fil: Fil, innehåll: Innehåll, läst: Läst, underlag: Underlag) -> Svarsliggare:
    """Return the ledger of a reply; ``innehåll`` is what was read of it before it was interpreted."""
    own = _Own(läst, underlag)
    in_file = [rad for rad in ledger(fil, innehåll) if rad.skäl]
    prompts = [Rad(rad.bit, rad.plats, MISSED) for rad in in_file if own.is_no_prompt(rad)]
    return Svarsliggare((*in_file, *_aside(innehåll, in_file), *prompts, *_meant(innehåll, läst, own)))


def _aside(innehåll: Innehåll, in_file: list[Rad]) -> Iterator[Rad]:
    """Yield what the reader put aside and no text node says: the choice of a field that was struck out."""
    known = {(rad.plats, rad.skäl) for rad in in_file}
    for one in innehåll.oläst:
        if (one.plats, one.skäl) not in known:
            yield Rad(Bit(one.plats, READ, one.text), one.plats, one.skäl)


def _meant(innehåll: Innehåll, läst: Läst, own: _Own) -> Iterator[Rad]:
    """Yield a line for each piece that was read: the post that says it, or that it is the form's own."""
    bits = [
        Bit(one.plats, READ, line, OWN if own.says(line) else "")
        for one in read_texts(innehåll)
        for line in own.parted(one)
    ]
    yield from (Rad(bit, bit.del_, OWN) for bit in bits if bit.skäl)
    posts = (*läst.synpunkter, *läst.svar)
    claims = Claims(Lästext(post.plats, "\n".join(post.fält.values())) for post in posts)
    found, missed = claims.all([bit for bit in bits if not bit.skäl])
    yield from found
    for bit in missed:
        yield Rad(bit, bit.del_, ONLY if bit.del_ in läst.bara_avsnitt else MISSED)


class _Own:
    """Tells what the form itself says, and who sent it, from what somebody has written."""

    def __init__(self, läst: Läst, underlag: Underlag) -> None:
        self.underlag = underlag
        self.offered = {*läst.val, *läst.val.values(), *LIST_HEADS, *underlag.avsnitt}

    def parted(self, one: Lästext) -> Iterator[str]:
        """Yield the lines of a text that can be told apart, and what stands after a question on its line."""
        if one.skäl:
            return
        asked, rest = self.underlag.question(one.text)
        if asked and rest:
            yield from rest.split("\n")
        elif not asked:
            yield from one.text.split("\n")

    def says(self, line: str) -> bool:
        """Tell whether a line says nothing of the sender's own."""
        known = self.underlag
        return (
            self._tells_sender(line)
            or line in self.offered
            or known.is_own(line)
            or known.is_prompt(line)
            or known.is_title(line)
            or head(line) is not None
            or known.question(line)[0] is not None
        )

    def _tells_sender(self, line: str) -> bool:
        label, _sign, name = line.partition(":")
        by = label.strip().casefold() in SENDER
        return self.underlag.body(line) is not None or (
            by and (not name.strip() or self.underlag.body(name) is not None)
        )

    def is_no_prompt(self, rad: Rad) -> bool:
        """Tell whether what stands as the prompt of a field is something else: then somebody wrote it."""
        text = rad.bit.text.strip()
        return rad.skäl == PROMPT and not (self.underlag.is_prompt(text) or self.underlag.is_own(text))
