"""From what a file says to what its sender means: remarks, answers, and what nobody could place."""

from __future__ import annotations

from dataclasses import dataclass, field

from planmotor.office.las.innehall import Innehåll, Inrad, Instycke, Intabell
from planmotor.remiss.lasning.lista import take_choices
from planmotor.remiss.lasning.ord import Underlag, whole
from planmotor.remiss.lasning.tabell import (
    Läspost,
    extra_heads,
    guessed_heads,
    heads,
    inner_forms,
    is_form,
    remark,
)

HEADING = 95.0  # likeness at which a heading in running text names the section of what follows
HEADINGS = {"frågor", "synpunkter"}  # the form's own, should a page have the same
SENDER = {"remissinstans", "svar från", "avsändare", "organisation"}


@dataclass(slots=True)
class Läst:
    """What a file meant. ``synpunkter`` have the fields of the form; an answer has ``fråga`` and ``svar``."""

    instans: str = ""
    annan_avsändare: str = ""  # the one that the form was made for, when the text names another
    bara_avsnitt: list[str] = field(default_factory=list)  # rows with a section chosen and nothing said
    egenskaper: dict[str, str] = field(default_factory=dict)
    synpunkter: list[Läspost] = field(default_factory=list)
    svar: list[Läspost] = field(default_factory=list)
    bilder: int = 0
    val: dict[str, str] = field(default_factory=dict)  # the sections that the form offered


def interpret(innehåll: Innehåll, underlag: Underlag) -> Läst:
    """Return what the file's content means; every word that isn't the form's own is in it."""
    offered = take_choices(innehåll)
    reader = _Interpreter(underlag, Läst(egenskaper=innehåll.egenskaper, bilder=innehåll.bilder, val=offered))
    given = innehåll.egenskaper.get("remissinstans", "")
    reader.läst.instans = given if given in underlag.instanser else underlag.body(given) or ""
    for block in innehåll.block:
        if isinstance(block, Intabell):
            reader.table(block)
        else:
            reader.paragraph(block)
    reader.close()
    return reader.läst


class _Interpreter:
    """Goes through the blocks in order and remembers which question or section they stand under."""

    def __init__(self, underlag: Underlag, läst: Läst) -> None:
        self.underlag, self.läst = underlag, läst
        self.fråga: str | None = None
        self.avsnitt = ""
        self.rubrik: Instycke | None = None  # a section title that nothing has followed yet
        self.lös: Läspost | None = None  # running text that is being put together

    def close(self) -> None:
        """End the running text. A title that nothing followed is kept as it stands."""
        self.lös = None
        if self.rubrik is not None:
            self.läst.synpunkter.append(Läspost(self.rubrik.plats, {"synpunkt": self.rubrik.text}))
            self.rubrik = None

    def paragraph(self, block: Instycke) -> None:
        """Read a paragraph: the form's own words, a question, an answer, or text outside the tables."""
        if block.för_sig:
            if not self.sender(block.text) and not self.underlag.is_own(block.text):
                self.loose(block.plats, block.text, alone=True)
            return
        asked, rest = self.underlag.question(block.text)
        if asked:
            self.ask(asked)
            self.answer(block.plats, rest)
        elif self.names_section(block):
            self.ask(None)
            self.avsnitt, self.rubrik = block.text, block
        elif self.sender(block.text) or self.underlag.is_own(block.text):
            self.close()
            if block.rubrik:
                self.ask(None)
        elif self.fråga:
            self.answer(block.plats, block.text)
        else:
            if block.rubrik:
                self.ask(None)
            self.loose(block.plats, block.text)

    def names_section(self, block: Instycke) -> bool:
        """Tell whether a paragraph is the title of a section, so that what follows is about it."""
        if self.fråga or whole(block.text) in HEADINGS:
            return False
        sure = self.underlag.section(block.text)[1] >= HEADING
        return sure and (block.rubrik or self.underlag.is_title(block.text))

    def ask(self, question: str | None) -> None:
        """Remember which question is being answered; whatever was going on has ended."""
        self.close()
        self.fråga, self.avsnitt = question, ""

    def answer(self, place: str, text: str) -> None:
        """Keep an answer to the question, below what it already says."""
        lines = [line for line in text.split("\n") if not self.underlag.is_own(line)]
        text = "\n".join(lines)
        if not text or not self.fråga:
            return
        earlier = next((p for p in self.läst.svar if p.fält["fråga"] == self.fråga), None)
        if earlier is None:
            earlier = Läspost(place, {"fråga": self.fråga})
            self.läst.svar.append(earlier)
        earlier.add("svar", text)

    def loose(self, place: str, text: str, alone: bool = False) -> None:
        """Keep text that stands outside the tables: paragraphs that follow on each other are one remark."""
        if self.lös is not None and not alone:
            self.lös.add("synpunkt", text)
            return
        post = Läspost(place, {"avsnitt": self.avsnitt} if self.avsnitt and not alone else {})
        self.rubrik = self.rubrik if alone else None
        post.add("synpunkt", text)
        self.läst.synpunkter.append(post)
        if not alone:
            self.lös = post

    def sender(self, text: str) -> bool:
        """Tell whether a line only says which body it comes from, and remember that."""
        label, sign, rest = text.partition(":")
        if sign and label.strip().casefold() in SENDER:
            return self._sent_by(rest.strip())
        return False

    def _sent_by(self, name: str) -> bool:
        found = self.underlag.body(name)
        if found and self.läst.instans and found != self.läst.instans:
            self.läst.annan_avsändare = self.läst.instans
        self.läst.instans = found or self.läst.instans
        return bool(found) or not name

    def table(self, tabell: Intabell) -> None:
        """Read a table: remarks when it has heads, else questions and answers, else loose text."""
        self.close()
        is_answers = self.fråga is not None and not is_form(tabell)
        if not is_answers:
            self.ask(None)
        columns = guessed_heads(tabell, self.underlag) if not is_form(tabell) else None
        labels: dict[int, str] = {}
        above: Läspost | None = None
        for row in tabell.rader:
            place = f"{tabell.plats}, rad {row.nummer}"
            found = heads(row)
            if found:
                columns, labels, above = found, extra_heads(row, found), None
                self.ask(None)
                labels = {at: text for at, text in labels.items() if not self.underlag.is_own(text)}
                for text in labels.values():
                    self.unused_head(tabell, row, text, place)
            elif columns and not self.is_question(row):
                above = self.remark(remark(row, columns, labels, place, above)) or above
            else:
                self.other_row(row, place)
            for inner in inner_forms(row):
                self.table(Intabell(place, inner.rader))
        self.ask(None)

    def unused_head(self, tabell: Intabell, row: Inrad, text: str, place: str) -> None:
        """Keep the head of an added column that nobody has written in: with a remark it says itself."""
        at, wanted = 0, -1
        for cell in row.celler:
            wanted = at if cell.text == text else wanted
            at += cell.bredd
        for other in tabell.rader:
            at = 0
            for cell in other.celler:
                if other is not row and at == wanted and cell.text:
                    return
                at += cell.bredd
        self.loose(place, text, alone=True)

    def is_question(self, row: Inrad) -> bool:
        """Tell whether one of the row's cells is one of the questions asked."""
        return any(self.underlag.question(cell.text)[0] for cell in row.celler if cell.text)

    def remark(self, post: Läspost) -> Läspost | None:
        """Keep a remark from a table, without the prompts that the form itself has in its cells."""
        said = {name: text for name, text in post.fält.items() if not self.underlag.is_prompt(text)}
        only = said["avsnitt"] if set(said) == {"avsnitt"} else ""
        if only and (only in self.läst.val or self.underlag.is_title(only)):
            self.läst.bara_avsnitt.append(post.plats)
            return None
        if not said:
            return None
        if set(said) == {"avsnitt"}:
            said = {"synpunkt": said["avsnitt"]}
        kept = Läspost(post.plats, said)
        self.läst.synpunkter.append(kept)
        return kept

    def other_row(self, row: Inrad, place: str) -> None:
        """Read a row that has no columns of ours: a question, the sender, an answer, or anything at all."""
        texts = [cell.all_text for cell in row.celler if cell.all_text and not is_form_cell(cell.tabeller)]
        asked = next(((q, rest, t) for t in texts for q, rest in [self.underlag.question(t)] if q), None)
        if asked:
            self.ask(asked[0])
            self.answer(place, asked[1])
            texts.remove(asked[2])
        elif texts and texts[0].rstrip(": ").casefold() in SENDER:
            texts = [] if self._sent_by(" ".join(texts[1:])) else texts
        if self.fråga and (asked or not row.celler[0].text or len(texts) == 1):
            self.answer(place, "\n".join(texts))
        elif not all(self.underlag.is_own(text) for text in texts) and not self.sender(texts[0]):
            self.loose(place, " | ".join(texts))


def is_form_cell(tables: tuple[Intabell, ...]) -> bool:
    """Tell whether a cell holds a table of remarks, which is read on its own."""
    return any(is_form(tabell) for tabell in tables)
