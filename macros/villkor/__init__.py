"""Macros for text that holds only while something is missing in the data, or is there."""

from __future__ import annotations

from macros.makro import makro
from macros.webb import Webb
from planmotor.plan.model.types import HandlingsplanId, KommunId
from planmotor.prosa.lasning.villkor import HIDDEN
from planmotor.uppfoljning.lage.finns import Vad, finns


@makro
def om_saknas(
    webb: Webb, *, vad: Vad, kommun: KommunId | None = None, handlingsplan: HandlingsplanId | None = None
) -> str:
    """Början på text som bara visas medan data saknar uppgiften. Texten slutar vid slut_om."""
    return HIDDEN if finns(webb.plan, webb.day, vad, kommun, handlingsplan) else ""


@makro
def om_finns(
    webb: Webb, *, vad: Vad, kommun: KommunId | None = None, handlingsplan: HandlingsplanId | None = None
) -> str:
    """Början på text som bara visas när data har uppgiften. Texten slutar vid slut_om."""
    return "" if finns(webb.plan, webb.day, vad, kommun, handlingsplan) else HIDDEN


@makro
def slut_om(_webb: Webb) -> str:
    """Slutet på texten under ett villkor: om_saknas eller om_finns."""
    return ""
