"""What a printed document is told beside its pages: its name, where it stands, who is to answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Faktum(NamedTuple):
    """A line of facts on the cover. ``form`` names the shape of a state, as in the pages: ``s-<form>``."""

    namn: str
    värde: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Remissuppgifter:
    """What the cover and the page on how to answer say of a consultation; what is missing is left out."""

    beteckning: str | None = None
    svara_senast: date | None = None
    svara_till: tuple[str, ...] = ()
    frågor: tuple[str, ...] = ()
    adress: str | None = None  # where the reply forms are
    namn: str | None = None  # what the consultation is called
    version: str | None = None  # which version of the plan is sent


@dataclass(frozen=True, slots=True)
class Uppgifter:
    """The facts of one document.

    ``titel`` is also the title of the PDF and what the running header says. ``notis`` is the warning of a
    draft on the cover. ``adress`` is where the site is published, with a slash at its end; empty when nobody
    has said. ``avsändare`` is who is behind the document, ``villkor`` how it may be used. ``former`` are
    more shapes than the pages bring themselves, as SVG by name. Without ``ram`` nothing stands above or
    below the text of a page. ``tabeller`` is how many tables come before, in earlier pieces of the document.
    """

    titel: str
    utskriven: date
    underrubrik: str = ""
    fakta: tuple[Faktum, ...] = ()
    notis: str = ""
    avsändare: str = ""
    villkor: str = ""
    adress: str = ""
    framsida: bool = True
    innehåll: bool = True
    ram: bool = True
    tabeller: int = 0
    numrerad: bool = True
    remiss: Remissuppgifter | None = None
    former: Mapping[str, str] = field(default_factory=dict)
