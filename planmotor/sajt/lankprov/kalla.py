"""What to say of a dead link, and where it can be mended: the page it is written on, and the line."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from planmotor.grund.nearest import nearest, one_line
from planmotor.grund.problem import Invalid, Problem, shown_path
from planmotor.grund.sprak import antal
from planmotor.jamfora.diff.sidtext import läs_sida
from planmotor.prosa.sidkarta import adress as sidadress
from planmotor.sajt.lankprov.typer import Död

DEAD = "dod-lank"
HELP = {
    DEAD: "En länk på den byggda webbplatsen leder till en sida, en fil eller en rubrik som inte finns. "
    "Webbplatsen publiceras inte förrän länken är rättad.",
}
NEAR = 0.7
INDEX = "index.html"


class Källa:
    """The pages that the site was built of, by the address of what was built, and every file of the site."""

    def __init__(self, docs: Path, filer: Sequence[str]) -> None:
        self.docs, self.config = docs, docs.parent / "mkdocs.yml"
        pages = (path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
        self.sidor = {sidadress(page): page for page in pages}
        self.adresser = sorted(path.removesuffix(INDEX) for path in filer if path.endswith(INDEX))
        self._lines = lru_cache(maxsize=None)(self._read)

    def problem(self, dead: Iterable[Död]) -> list[Problem]:
        """Return what is wrong: each link that is written on a page, and once each that the program makes."""
        found: list[Problem] = []
        made: dict[tuple[str, str], list[Död]] = defaultdict(list)
        for one in dead:
            page = self.sidor.get(one.länk.fil.removesuffix(INDEX))
            line = next(self._written(page, one), 0) if page else 0
            if page and line:
                found.append(self._told(one, shown_path(self.docs / page), line, self._instead(one)))
            else:
                made[one.mål, one.ankare].append(one)
        return Invalid([*found, *(self._made(same) for same in made.values())]).problems

    def _made(self, same: Sequence[Död]) -> Problem:
        """Return the problem of links alike that no page has written itself, such as those of a menu."""
        one = same[0]
        page = self.sidor.get(one.länk.fil.removesuffix(INDEX))
        files = len({dead.länk.fil for dead in same}) - 1
        more = f" Den finns i {antal(files, 'fil', 'filer')} till." if files else ""
        set_in = next(self._in_settings(one), 0) if files else 0
        if set_in:
            fix = "Rätta adressen där, eller skriv sidan."
            return self._told(one, shown_path(self.config), set_in, fix, more)
        if not page:
            return self._told(one, one.länk.fil, 1, self._moved(one), more)
        return self._told(one, shown_path(self.docs / page), self._shown(page, one), self._moved(one), more)

    def _told(self, dead: Död, path: str, line: int, fix: str, more: str = "") -> Problem:
        return Problem(path, line, 1, DEAD, f"{_text(dead)}{more}", fix)

    def _read(self, page: str) -> list[str]:
        return (self.docs / page).read_text(encoding="utf-8-sig", errors="replace").split("\n")

    def _written(self, page: str, dead: Död) -> Iterator[int]:
        """Yield the lines where the link is written on its page, and its words beside it."""
        words = dead.länk.text.split(" ")[0]
        file = f"{posixpath.basename(dead.mål.strip('/'))}.md"
        sought = (dead.länk.adress, f"#{dead.ankare}" if dead.ankare else file)
        written = re.compile(
            "|".join(rf"[\"'(/\s]{re.escape(one)}[\"')#\s]" for one in sought if len(one) > 1)
        )
        lines = enumerate(self._lines(page), 1)
        yield from (number for number, line in lines if words in line and written.search(f" {line} "))

    def _in_settings(self, dead: Död) -> Iterator[int]:
        """Yield the lines of the settings that name the page: the foot of every page links to it."""
        if dead.mål and self.config.is_file():
            said = re.compile(
                rf"[:\s]['\"]?{re.escape(dead.mål.strip('/'))}(?:/|\.md)?['\"]?\s*[,}}\]]?\s*\Z"
            )
            lines = self.config.read_text(encoding="utf-8-sig", errors="replace").split("\n")
            yield from (number for number, line in enumerate(lines, 1) if said.search(line))

    def _shown(self, page: str, dead: Död) -> int:
        """Return the line of the heading that the link is shown under, else of the first call on the page."""
        lines = self._lines(page)
        sections = läs_sida(page, "\n".join(lines)).avsnitt
        name = next((s.rubrik for s in sections if s.ankare == dead.länk.rubrik), "")
        headed = (n for n, line in enumerate(lines, 1) if name and line.lstrip("# ").startswith(name))
        called = (n for n, line in enumerate(lines, 1) if "{{" in line)
        return next(headed, next(called, 1))

    def _close(self, dead: Död) -> str | None:
        wanted = dead.mål if "." in posixpath.basename(dead.mål) else f"{dead.mål.strip('/')}/"
        return nearest(
            wanted, [one for one in self.adresser if one != dead.länk.fil.removesuffix(INDEX)], NEAR
        )

    def _instead(self, dead: Död) -> str:
        """Return what to write on the page instead."""
        close = None if dead.ankare else self._close(dead)
        if close is None:
            return _anchored(dead) or "Skriv adressen till en sida som finns."
        here = dead.länk.fil.removesuffix(INDEX)
        return f"Skriv i stället: {posixpath.relpath(f'/{close}', f'/{here}')}/"

    def _moved(self, dead: Död) -> str:
        """Return what to do about a link that the program makes of what is in the plan."""
        if dead.ankare or not dead.mål:
            return _anchored(dead)
        if dead.mål.startswith("/"):
            return "Adressen ligger utanför webbplatsen. Skriv vägen från sidan, utan / först."
        if "." in posixpath.basename(dead.mål):
            return "Lägg tillbaka filen, eller ta bort det som visar länken."
        wanted, close = f"{dead.mål.strip('/')}/", self._close(dead)
        near = f"   (närmast: {close})" if close else ""
        return f"Har sidan bytt namn? Skriv överst på den nya sidan: flyttat: [{wanted}]{near}"


def _anchored(dead: Död) -> str:
    if dead.länk.fil.endswith(".pdf"):
        return "Berätta om felet för den som sköter programmet, och bygg så länge med --utan-tryck."
    return "Rätta det som står efter #, eller ge rubriken det namnet." if dead.ankare else ""


def _text(dead: Död) -> str:
    words = one_line(dead.länk.text)
    said = f'Länken "{words}"' if words else f"Adressen {one_line(dead.länk.adress)}"
    said = f"Länken {words}" if dead.länk.fil.endswith(".pdf") else said
    target = one_line(dead.mål) or "startsidan"
    if dead.ankare:
        return f"{said} leder till {target}, men #{one_line(dead.ankare)} finns inte där."
    return f"{said} leder till {target}, som inte finns på webbplatsen."
