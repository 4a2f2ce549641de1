"""Addresses that a proposal takes away: whoever has one in print, in a letter or as a bookmark is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from planmotor.grund.problem import Problem
from planmotor.jamfora.diff.prosatyp import Prosaändring
from planmotor.prosa.lasning.flyttat import flyttade
from planmotor.prosa.sidkarta import adress

RENAMED, GONE = "flyttad-utan-hanvisning", "borttagen-adress"
HELP = {
    RENAMED: "En sida har fått en annan adress, och den gamla leder ingenstans.",
    GONE: "En sida, eller en gammal adress, försvinner i ett förslag utan att någon sida tar över den.",
}


def utan_hänvisning(
    pages: tuple[Mapping[str, str], Mapping[str, str]], prose: Iterable[Prosaändring], docs: str
) -> Iterator[Problem]:
    """Yield a fault for each page that has moved and doesn't say from where."""
    lost = _lost(*pages)
    for change in prose:
        if change.slag == "flyttad" and change.före in lost and change.efter == change.sida:
            old = adress(change.före)
            text = f"Sidan har flyttat hit från {change.före}, och länkar till {old} leder ingenstans."
            fix = f"Skriv överst på sidan: flyttat: [{old}]"
            yield Problem(f"{docs}/{change.sida}", 1, 1, RENAMED, text, fix)


def borta(
    pages: tuple[Mapping[str, str], Mapping[str, str]], prose: Iterable[Prosaändring], docs: str
) -> Iterator[Problem]:
    """Yield a reminder for each address that no page takes over."""
    told = {change.före for change in prose if change.slag == "flyttad"}
    fix = "Tar en annan sida över: skriv den gamla adressen under flyttat där."
    for path in _lost(*pages):
        if path not in told:
            text = f"Sidan försvinner, och länkar till {adress(path)} leder ingenstans."
            yield Problem(f"{docs}/{path}", 1, 1, GONE, text, fix)
    before, after = pages
    there = {adress(path) for path in after} | set(flyttade(after))
    for old, path in flyttade(before).items():
        if old not in there:
            text = f"Den gamla adressen {old} leder inte vidare längre."
            yield Problem(f"{docs}/{path}", 1, 1, GONE, text, fix)


def _lost(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return the pages whose addresses no page has any longer, and none has taken over."""
    there = {adress(path) for path in after} | set(flyttade(after))
    return [path for path in before if path not in after and adress(path) not in there]
