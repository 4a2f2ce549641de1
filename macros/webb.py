"""What every macro needs: the plan, the day, addresses within the site and the templates."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from macros.markdown import marked
from planmotor.grund.nearest import slug
from planmotor.jamfora.diff.radhistorik import Steg, Tillfälle, historik, steg
from planmotor.plan.beslutslage import Beslutsläge, läget
from planmotor.plan.falttyp import Aktivitetsfält, Värdeslag, Yta
from planmotor.plan.model.aktiviteter import Delaktivitet, Tid
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.post import Post
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.statusord import MÄRKEN
from planmotor.plan.model.types import Datum
from planmotor.plan.status import NOT_STATED, remark
from planmotor.plan.ytor import uppgifter
from planmotor.prosa.adressbok import Adressbok
from planmotor.prosa.lasning.huvud import läs_huvud

P = TypeVar("P", bound=Post)
DATA_FILE = "data/aktiviteter.yaml"
# How each kind of Git host addresses the web editor; the first name found in the host's decides.
EDITORS = (("gitlab", "/-/edit/main/"), ("codeberg", "/_edit/main/"), ("gitea", "/_edit/main/"))
GITHUB_EDITOR = "/edit/main/"


# Without a repr: mkdocs-macros prints every macro, and each would print the whole plan.
@dataclass(frozen=True, repr=False)
class Webb:
    """The plan on its way to a page. ``page_url`` tells the address of the page being made.

    ``adress`` is the address of the site with a slash last; empty until it has got one.
    """

    plan: Plan
    day: date
    repo_url: str
    page_url: Callable[[], str]
    docs: Path = Path("docs")
    compiled: FileSystemBytecodeCache | None = None
    adress: str = ""

    @property
    def rot(self) -> str:
        """The way from the page being made to the root of the site: ../../ or nothing."""
        return "../" * self.page_url().strip(".").count("/")

    def post(self, id: str, kind: type[P]) -> P:
        """Return the record with this id; raise KeyError in Swedish when there is none of that kind."""
        found = self.plan.index.get(id)
        if not isinstance(found, kind):
            raise KeyError(f'"{id}" finns inte i planen som {kind.__name__.lower()}')
        return found

    def läget(self, handlingsplan: str | None = None) -> Beslutsläge:
        """Return where an action plan, or the plan, stands today."""
        return läget(self.plan, self.day, handlingsplan)

    @cached_property
    def adressbok(self) -> Adressbok:
        """Every page of the site by its address."""
        return Adressbok(self.docs)

    def sida(self, adress: str, ankare: str = "") -> str:
        """Return the way to a page, or to a place on it; empty when the site has no such page."""
        now = self.adressbok.nu(adress)
        if now is None:
            return ""
        return f"{self.rot}{now}{'#' * bool(ankare)}{ankare}" or "./"

    def till(self, kind: str, id: str, ankare: str = "") -> str:
        """Return the address of the page, or the place on a page, that shows this record; empty if none does.

        With ``ankare`` it is that place on the record's page.
        """
        page, sign, place = ADDRESSES[kind].format(id=id).partition("#")
        return self.sida(page, ankare or (place if sign else ""))

    def raden(self, rad: Rad) -> str:
        """Return the address of a row, on the page of its action plan or of its municipality."""
        kind = "kommun" if rad.kommun else "handlingsplan"
        return self.till(kind, rad.handlingsplan.id, rad.aktivitet.id)

    def sidtitel(self, page: str) -> str:
        """Return the title in the front matter of a page, named by its address without the last slash."""
        files = (self.docs / f"{page}.md", self.docs / page / "index.md")
        text = next((file.read_text(encoding="utf-8-sig") for file in files if file.exists()), "")
        title = läs_huvud(text).fält.get("title")
        if not title:
            raise KeyError(f'sidan "{page}" finns inte eller saknar title')
        return title

    def redigera(self, post: Post) -> str | None:
        """Return the address of the record's line in the web editor; None when no host is set."""
        if not self.repo_url or not post.rad:
            return None
        host = self.repo_url.split("/")[2] if "//" in self.repo_url else self.repo_url
        editor = next((path for name, path in EDITORS if name in host), GITHUB_EDITOR)
        return f"{self.repo_url.rstrip('/')}{editor}{DATA_FILE}#L{post.rad}"

    def notis(self, aktivitet: Delaktivitet) -> str | None:
        """Return what a passed date means for the activity, as a sentence."""
        said = remark(aktivitet, self.day)
        return said[0].upper() + said[1:] if said else None

    @cached_property
    def steg(self) -> tuple[Steg, ...]:
        """Every step from a decided version to what came after it."""
        return steg(self.plan)

    @cached_property
    def _historik(self) -> dict[str, tuple[Tillfälle, ...]]:
        return historik(self.steg)

    def historik(self, id: str) -> tuple[Tillfälle, ...]:
        """Return the occasions when the row with this id changed, the latest first."""
        return self._historik.get(id, ())

    def uppgifter(self, yta: str) -> tuple[Aktivitetsfält, ...]:
        """Return what a surface says of an activity beside which one it is, in its order."""
        return uppgifter(Yta(yta))

    def angivna(self, yta: str, aktivitet: Delaktivitet) -> list[Aktivitetsfält]:
        """Return what a surface says of this activity beside its name and its status."""
        return [f for f in self.uppgifter(yta) if f.slag is not Värdeslag.STATUS and f.värde(aktivitet)]

    @property
    def listans(self) -> list[Aktivitetsfält]:
        """What a short list of rows says of each, with the bodies last: their names are the longest."""
        return sorted(uppgifter(Yta.LISTA), key=lambda fält: fält.slag is Värdeslag.ORGAN)

    def render(self, template: str, **values: Any) -> str:
        """Return a template's HTML as one block that Markdown leaves alone."""
        html = self.templates.get_template(f"{template}.html.j2").render(webb=self, plan=self.plan, **values)
        return marked(re.sub(r"\n\s*", "\n", html).strip())

    @cached_property
    def templates(self) -> Environment:
        """The templates: strict, and escaping everything that comes from data."""
        made = Environment(
            loader=FileSystemLoader(sorted(Path(__file__).parent.glob("*/"))),
            bytecode_cache=self.compiled,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        made.filters |= {
            "slug": slug,
            "tid": time_in_words,
            "datum": dated,
            "versal": capital,
            "tal": grouped,
            "ton": lambda word: MÄRKEN[word].ton,
        }
        made.globals["länkad"] = länkad
        made.globals["ej_angiven"] = NOT_STATED
        return made


ADDRESSES = {
    "handlingsplan": "handlingsplaner/{id}/",
    "kommun": "lokala-planer/{id}/",
    "strategi": "strategier/{id}/",
    "organ": "uppfoljning/organ-och-ansvar/#{id}",
    "dokument": "om/kallor/#{id}",
    "lag": "om/kallor/#{id}",
    "fält": "redigera/falt/#{id}",
}


def länkad(adress: str, text: str = "", caller: Callable[[], Markup] | None = None) -> Markup:
    """Return words as a link; as words alone when no page of the site is at the address."""
    words = caller() if caller else escape(text)
    return Markup('<a href="{}">{}</a>').format(adress, words) if adress else words


def capital(text: str) -> str:
    """Return the text with a capital first letter and the rest as it was."""
    return text[:1].upper() + text[1:]


def in_markdown(text: str) -> str:
    """Return a text from data so that Markdown and HTML show it as it is."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"\\{char}" if char in "\\`*_{}[]#" else char for char in escaped)


def in_attribute(text: str) -> Markup:
    """Return a text from data for an attribute of an element in a line of Markdown, which leaves it alone."""
    signs = {ord(char): f"&#{ord(char)};" for char in "\\`[]{}"}
    return Markup(str(escape(text)).replace("&#", "\0").translate(signs).replace("\0", "&#"))  # noqa: S704


def grouped(value: str) -> str:
    """Return a number with a space between its thousands, as Swedish writes it; other text as it is."""
    return f"{int(value):,}".replace(",", "\N{NO-BREAK SPACE}") if value.isdecimal() else value


def dated(datum: Datum | date) -> Markup:
    """Return a date in words inside a ``time`` element that machines read too."""
    made = datum if isinstance(datum, Datum) else Datum(datum.isoformat())
    return Markup('<time datetime="{}">{}</time>').format(str(made), made.i_ord)


def time_in_words(tid: Tid) -> Markup:
    """Return when something is to be done: from, at the latest, and what isn't a date."""
    if tid.från and tid.klart_senast and tid.från != tid.klart_senast:
        when = Markup("{} – {}").format(dated(tid.från), dated(tid.klart_senast))
    else:
        date_only = tid.klart_senast or tid.från
        when = dated(date_only) if date_only else Markup("")
    return Markup("<br>").join(part for part in (when, tid.text) if part)
