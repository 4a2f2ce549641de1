"""What holds for the plan as a whole, as ``data/aktiviteter.yaml`` says it."""

from __future__ import annotations

from pydantic import Field

from planmotor.plan.model.post import Post, described
from planmotor.plan.model.types import Dag, DokumentId, Läge, Slug, Text, Texter


class Planuppgifter(Post):
    """What holds for the plan as a whole."""

    model_config = described("Det som gäller planen som helhet.")
    key_name = "plan"

    id: Slug | None = Field(
        None,
        description="Permanent id. Kalendrar och flöden känner igen planen på det när namnet ändras.",
    )
    namn: Text = Field(description="Planens namn.")
    län: Text = Field(description="Länet, som det skrivs i löpande text.")
    region: Text = Field(description="Regionens namn.")
    läge: Läge | None = Field(
        None,
        description="Skriv utkast när planen ska revideras. I övrigt räknas läget ut ur beslut och remisser.",
    )
    beslutad: Dag | None = Field(None, description="Dagen för beslutet. Räknas ut när planen har beslutats.")
    gäller_från: Dag | None = Field(
        None,
        description="Första dagen som planen är tänkt att gälla. Räknas ut när planen har beslutats.",
    )
    revideras_vart: int = Field(ge=1, le=20, description="Så många år går det mellan revideringarna.")
    målbild: Text | None = Field(None, description="Planens gemensamma målbild.")
    vägledande_principer: Texter = Field((), description="Principerna som arbetet utgår från, i ordning.")
    källa: DokumentId | None = Field(None, description="Dokumentet som uppgifterna kommer från.")
    texten_följer: Text | None = Field(
        None, description="Git-taggen för den beslutade version som sidornas text följer."
    )
