"""The section that a remark is about, as far as what was written tells."""

from __future__ import annotations

from collections.abc import Mapping

from planmotor.plan.model.synpunkt import EJ_PLACERAD
from planmotor.remiss.lasning.ord import SURE, Underlag, whole


def place(written: str, underlag: Underlag, val: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the section that was meant: placed when it is sure, else proposed; what was written is kept.

    ``val`` are the sections that the form offered: what it calls a section now may be another's name.
    """
    if not written:
        return {"avsnitt": EJ_PLACERAD}
    chosen = (val or {}).get(written, "")
    id, score = (chosen, 100.0) if chosen in underlag.avsnitt else underlag.section(written)
    if id is None:
        return {"avsnitt": EJ_PLACERAD, "avsnitt_som_skrivet": written}
    if score < SURE:
        return {"avsnitt": EJ_PLACERAD, "avsnitt_som_skrivet": written, "föreslaget_avsnitt": id}
    same = written == id or whole(written) == whole(underlag.avsnitt[id])
    return {"avsnitt": id} if same else {"avsnitt": id, "avsnitt_som_skrivet": written}
