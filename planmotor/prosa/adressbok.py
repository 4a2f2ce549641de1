"""Which addresses the site has, so that one made from an id is looked up before anybody is sent there."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from planmotor.prosa.lasning.flyttat import flyttade_i
from planmotor.prosa.sidkarta import adress


class Adressbok:
    """The pages below a folder by their addresses, and where those that have moved are now."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs

    @cached_property
    def sidor(self) -> frozenset[str]:
        """The address of every page; the start page's is empty."""
        return frozenset(adress(path.relative_to(self.docs).as_posix()) for path in self.docs.rglob("*.md"))

    @cached_property
    def flyttade(self) -> dict[str, str]:
        """The address of today for each old one."""
        return {old: adress(path) for old, path in flyttade_i(self.docs).items()}

    def har(self, adress: str) -> bool:
        """Tell whether somebody who follows an address comes to a page, at once or by way of its old one."""
        return self.nu(adress) is not None

    def nu(self, adress: str) -> str | None:
        """Return a page's address of today; None when the site has no such page, and never had."""
        return adress if adress in self.sidor else self.flyttade.get(adress)
