"""Printed parts of a built site: read its pages, set them, and write the files; all of them or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from planmotor.grund.problem import Stopped
from planmotor.grund.settings import menu
from planmotor.plan.model.plan import Plan
from planmotor.tryck.artiklar import former, läs_blankett, läs_sida
from planmotor.tryck.avsnittsnummer import numrera
from planmotor.tryck.delar import WHOLE, Tryckdel, delar, rundas, vald
from planmotor.tryck.dokument import Källa, dokument, formulär
from planmotor.tryck.felsok import Felställe, Otryckbar, felställe
from planmotor.tryck.framsida import uppgifter_om
from planmotor.tryck.satt import sätt_en_gång
from planmotor.tryck.svg import shapes
from planmotor.tryck.uppgifter import Remissuppgifter, Uppgifter

MAPP = "tryck"  # the folder of the files, below the site


@dataclass(frozen=True)
class Tryckeri:
    """A built site and what is known of it; ``rundor`` are rounds with a part of their own, by name."""

    plan: Plan
    site: Path
    settings: Mapping[str, Any]
    dag: date
    rundor: Mapping[str, Remissuppgifter] = field(default_factory=dict)

    @cached_property
    def delar(self) -> dict[str, Tryckdel]:
        """Every part whose pages are built. Raises Stopped when the site isn't built at all."""
        if not (self.site / "index.html").exists():
            raise Stopped(f"Webbplatsen finns inte i {self.site}. Bygg den först: planmotor bygg")
        found = delar(self.plan, self.settings.get("nav") or [])
        built = {name: part._replace(sidor=tuple(self._built(part))) for name, part in found.items()}
        whole = {
            name: part if part.titel else part._replace(titel=self._title(part.sidor[0][0]))
            for name, part in built.items()
            if part.sidor and self._has_page(part.värdar)
        }
        rounds = [rundas(name, whole[WHOLE]) for name in self.rundor if WHOLE in whole]
        return whole | {part.namn: part for part in (*rounds, *self._forms())}

    def _forms(self) -> Iterator[Tryckdel]:
        for address, _ in menu(self.settings.get("nav") or []):
            form = läs_blankett(self.site, address) if address else None
            if form is not None:
                yield Tryckdel(address, f"{self._title(address)}, att fylla i", (), (address,))

    def _title(self, address: str) -> str:
        return läs_sida(self.site, address).artikel.findtext("h1") or address

    def del_(self, namn: str) -> Tryckdel:
        """Return the part of that name. Raises Stopped with the nearest one when there is none."""
        return vald(namn, self.delar)

    def källa(self, part: Tryckdel, remiss: Remissuppgifter | None = None) -> Källa:
        """Return the source of a part, ready to set. A consultation's own part knows what it is to say."""
        remiss = remiss or self.rundor.get(part.namn)
        form = None if part.sidor else läs_blankett(self.site, part.namn)
        if form is not None:
            return formulär(form, part.titel, self.dag)
        pages = [läs_sida(self.site, address, depth) for address, depth in part.sidor]
        return dokument(pages, self._uppgifter(part, remiss))

    def _uppgifter(self, part: Tryckdel, remiss: Remissuppgifter | None = None) -> Uppgifter:
        return uppgifter_om(part, self.plan, self.settings, self.dag, self._shapes, remiss)

    def pdf(self, part: Tryckdel, remiss: Remissuppgifter | None = None) -> bytes:
        """Return a part as PDF; raise Stopped with where it goes wrong when it can't be set."""
        try:
            return sätt_en_gång(self.källa(part, remiss), self.site)
        except Stopped as failed:
            raise self._otryckbar({part: str(failed)}) from None

    def alla(self) -> dict[Tryckdel, bytes]:
        """Return every part as PDF, on all cores; each is made anew only when something in it has changed."""
        parts = list(self.delar.values())
        sources = [self.källa(part) for part in parts]
        with ProcessPoolExecutor(max(1, min(os.cpu_count() or 1, len(parts)))) as pool:
            jobs = [pool.submit(sätt_en_gång, source, self.site) for source in sources]
            made = {part: self._result(job) for part, job in zip(parts, jobs, strict=True)}
        failed = {part: why for part, why in made.items() if isinstance(why, str)}
        if failed:
            raise self._otryckbar(failed)
        return {part: pdf for part, pdf in made.items() if isinstance(pdf, bytes)}

    @staticmethod
    def _result(job: Future[bytes]) -> bytes | str:
        """Return what a process made, or why it couldn't."""
        try:
            return job.result()
        except Stopped as failed:
            return str(failed)
        except BrokenProcessPool:
            return "Processen som sätter dokumentet avbröts. Tog minnet slut?"

    def _otryckbar(self, failed: Mapping[Tryckdel, str]) -> Otryckbar:
        """Return in words which parts can't be made, why, and where in them the faults stand."""
        told, places = list[str](), list[Felställe | None]()
        for part, why in failed.items():
            pages = [läs_sida(self.site, address, depth) for address, depth in part.sidor]
            where = felställe(pages, self._uppgifter(part), self.site) if pages else None
            if where is None and not pages:  # a form that is filled in is a page of its own
                where = Felställe(part.titel, part.namn.strip("/"), "")
            told.append(
                f"{part.fil} ({part.titel}): {why}" + (f"\n  Felet står på {where}." if where else "")
            )
            places.append(where)
        return Otryckbar("\n".join(told), places)

    def nummer(self, namn: str = WHOLE) -> dict[str, str]:
        """Return the number of every section of a part as it is printed, by the section's address."""
        return numrera(läs_sida(self.site, address, depth) for address, depth in self.del_(namn).sidor)

    @cached_property
    def _shapes(self) -> dict[str, str]:
        return shapes(former((self.site / "index.html").read_text(encoding="utf-8")))

    def _has_page(self, addresses: Iterable[str]) -> bool:
        return any((self.site / address / "index.html").exists() for address in addresses)

    def _built(self, part: Tryckdel) -> Iterator[tuple[str, int]]:
        for address, depth in part.sidor:
            if self._has_page([address]) and läs_blankett(self.site, address) is None:
                yield address, depth
