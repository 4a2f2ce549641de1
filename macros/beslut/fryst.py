"""The plan as it was decided, on its way to a page: the same macros, with that version's data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import partial

from macros.makro import Makro
from macros.sidor import svara
from macros.webb import Webb
from planmotor.jamfora.diff.radhistorik import Tillfälle
from planmotor.plan.arkivmapp import prose_of
from planmotor.plan.beslutslage import Beslutsläge, versionens_läge
from planmotor.plan.model.plan import Arkiv, Plan, Version
from planmotor.plan.model.post import Post
from planmotor.prosa.lasning.huvud import läs_huvud


@dataclass(frozen=True, repr=False)
class FrystWebb(Webb):
    """A ``Webb`` of a decided version. ``dagens`` is the site's own, which knows what has become of it."""

    version: Version | None = None
    dagens: Webb | None = None

    def läget(self, handlingsplan: str | None = None) -> Beslutsläge:
        """Return where the version stands: decided, and by whom."""
        if (
            self.version is None
            or self.dagens is None
            or handlingsplan not in (None, self.version.handlingsplan)
        ):
            return super().läget(handlingsplan)
        return versionens_läge(self.dagens.plan, self.version)

    def till(self, kind: str, id: str, ankare: str = "") -> str:
        """Return the address within the version where it has one, else on the site of today."""
        place = "#" * bool(ankare) + ankare
        page = {"handlingsplan": f"handlingsplaner/{id}", "strategi": f"strategier/{id}"}.get(kind)
        if self.version and page and f"{page}.md" in prose_of(self.version.path):
            return f"{self.rot}beslut/{self.version.namn}/{page}/{place}"
        if self.version and kind == "handlingsplan" and id == self.version.handlingsplan:
            return f"{self.rot}beslut/{self.version.namn}/{place}"
        address = super().till(kind, id, ankare)
        gone = self.dagens is not None and id not in self.dagens.plan.index
        return address.partition("#")[0].replace(f"/{id}/", "/") if gone else address

    def redigera(self, post: Post) -> str | None:  # noqa: ARG002 (what is decided can't be edited)
        """Return nothing: what has been decided is never edited."""
        return None

    def historik(self, id: str) -> tuple[Tillfälle, ...]:  # noqa: ARG002 (told on the pages of today)
        """Return nothing: what happened later is told elsewhere."""
        return ()

    def markdown(self, text: str, path: str, makron: Mapping[str, Makro]) -> str:
        """Return a frozen page with its macros filled in, without its front matter. Raises Invalid."""
        bound = {name: partial(one.function, self) for name, one in makron.items()}
        return svara(text[läs_huvud(text, path).slut :], path, bound)


def fryst(webb: Webb, version: Version) -> FrystWebb:
    """Return the site as the version has it; what the version doesn't hold is that of today."""
    given = {field.name: getattr(webb, field.name) for field in fields(Webb)}
    given |= {"plan": _plan(webb.plan, version), "day": version.datum.första}
    return FrystWebb(**given, version=version, dagens=webb)


def _plan(plan: Plan, version: Version) -> Plan:
    held = version.plan.aktiviteter
    kommuner = held.kommuner or plan.kommuner
    return replace(plan, aktiviteter=held.model_copy(update={"kommuner": kommuner}), arkiv=Arkiv())
