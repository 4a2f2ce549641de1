"""Which pages and files there are, so that a link can be held against them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from planmotor.grund.nearest import nearest, one_line
from planmotor.grund.problem import Problem
from planmotor.plan.model.register import Lag
from planmotor.prosa.uppgifter import Analys, Länk

TARGET, ANCHOR, MOVED = "lank-utan-mal", "lank-till-saknad-rubrik", "upptagen-gammal-adress"
HELP = {
    TARGET: "En länk till en sida eller en fil som inte finns.",
    ANCHOR: "En länk till en rubrik som inte finns på sidan.",
    MOVED: "En gammal adress under flyttat är en annan sidas, eller står på två sidor.",
}


def adress(path: str) -> str:
    """Return the address within the site of the page at this path below the docs."""
    bare = path.removesuffix(".md")
    return "" if bare == "index" else f"{bare.removesuffix('/index')}/"


class Sidkarta:
    """Every page below the docs by its path, and every other file."""

    def __init__(self, sidor: Mapping[str, Analys], filer: Iterable[str]) -> None:
        self.sidor, self.filer = sidor, set(filer) | set(sidor)
        self.adresser = {adress(path): path for path in sidor}
        self.gamla = {old: path for path in reversed([*sidor]) for old, _ in sidor[path].flyttat}

    def kontrollera(self, path: str, shown: str) -> Iterator[Problem]:
        """Yield each link of a page that leads nowhere."""
        for link in self.sidor[path].länkar:
            found = self._html(path, link) if link.är_html else self._markdown(path, link)
            if found:
                rule, text, fix = found
                yield Problem(shown, link.rad, 1, rule, text, fix)

    def kontrollera_flyttat(self, path: str, shown: str) -> Iterator[Problem]:
        """Yield each old address that is another page's: a reader can be sent to one place only."""
        for old, line in self.sidor[path].flyttat:
            there = self.adresser.get(old) or self.gamla[old]
            if there != path or old in self.adresser:
                text = f"Den gamla adressen {one_line(old)} hör till sidan {there}."
                yield Problem(shown, line, 1, MOVED, text, "Ta bort den ur flyttat, eller rätta adressen.")

    def kontrollera_anrop(self, page: Analys, shown: str) -> Iterator[Problem]:
        """Yield each call that names a page, as ``sida``, that isn't there."""
        for call, _ in page.anrop:
            named = call.argument.get("sida")
            if isinstance(named, str) and named not in self.adresser:
                text = f"Makrot {call.namn}: ingen sida har adressen {one_line(named) or '(tom)'}."
                fix = self._address(named, 'sida="{}"')
                yield Problem(shown, call.rad, call.kolumn, TARGET, text, fix)

    def kontrollera_lagar(self, laws: Iterable[Lag], shown: str) -> Iterator[Problem]:
        """Yield each page that a provision of an act rests on and that isn't there."""
        for post in (part for law in laws for part in law.paragrafer):
            for page in post.sidor:
                if f"{page}/" not in self.adresser:
                    text = f"Sidan {one_line(page)} finns inte på webbplatsen."
                    yield Problem(shown, post.rad or 1, 1, TARGET, text, self._address(f"{page}/", "{}", "/"))

    def _address(self, written: str, form: str, cut: str = "") -> str:
        close = nearest(written, sorted(self.adresser), 0.7)
        meant = close.removesuffix(cut) if close else ""
        return f"Skriv i stället: {form.format(meant)}" if close else "Skriv adressen till en sida som finns."

    def _markdown(self, path: str, link: Länk) -> tuple[str, str, str] | None:
        parts = urlsplit(link.adress)
        if not parts.path:
            return self._anchor(path, parts.fragment)
        folder = posixpath.dirname(path)
        target = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        if parts.path.startswith("/") or target not in self.filer:
            return _no_target(link, self._nearest(target, folder))
        return self._anchor(target, parts.fragment)

    def _nearest(self, target: str, folder: str) -> str:
        """Return the way from a folder to the page that was probably meant."""
        index = f"{target.strip('/')}/index.md"
        near = index if index in self.filer else nearest(target.lstrip("/"), sorted(self.filer), 0.7)
        same_name = [path for path in self.sidor if posixpath.basename(path) == posixpath.basename(target)]
        meant = near or (same_name[0] if len(same_name) == 1 else "")
        return posixpath.relpath(meant, folder or ".") if meant else ""

    def _html(self, path: str, link: Länk) -> tuple[str, str, str] | None:
        """Hold an address in HTML against the pages; other files may be made by the build itself."""
        parts = urlsplit(link.adress)
        if not parts.path:
            return self._anchor(path, parts.fragment)
        here = adress(path)
        target = posixpath.normpath(posixpath.join(here, unquote(parts.path))).removeprefix("./")
        target = "" if target == "." else target
        if _is_file(posixpath.basename(target)) and not target.endswith(".md"):
            return None if not target.startswith("..") else _no_target(link, "")
        found = self.adresser.get(f"{target}/" if target else "")
        if found is None or parts.path.startswith("/"):
            close = nearest(f"{target}/", sorted(self.adresser), 0.7)
            return _no_target(link, f"{posixpath.relpath(close, here or '.')}/" if close else "")
        return self._anchor(found, parts.fragment)

    def _anchor(self, path: str, anchor: str) -> tuple[str, str, str] | None:
        page = self.sidor.get(path)
        wanted = unquote(anchor)
        # What a macro shows has anchors of its own, which only the build knows.
        if not wanted or page is None or wanted in page.ankare or page.anrop:
            return None
        close = nearest(wanted, page.ankare)
        fix = (
            f"Skriv i stället: #{close}"
            if close
            else "Ta bort det som står efter #, eller ge rubriken det namnet."
        )
        return ANCHOR, f"Rubriken #{one_line(wanted)} finns inte på sidan som länken leder till.", fix


def _is_file(name: str) -> bool:
    """Tell whether a name is that of a file, such as SHA256SUMS: the address of a page has small letters."""
    return "." in name or name != name.lower()


def _no_target(link: Länk, meant: str) -> tuple[str, str, str]:
    text = f"Länken {one_line(link.adress)} leder inte till någon sida."
    fix = (
        f"Skriv i stället: {meant}" if meant else "Skriv vägen till sidans fil, till exempel ../plan/index.md"
    )
    return TARGET, text, fix
