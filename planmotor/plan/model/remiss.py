"""The shape of ``data/remisser/<år>.yaml``: one consultation round. Bodies only, never persons."""

from __future__ import annotations

from pydantic import Field

from planmotor.plan.model.post import Post, Seriefil, described
from planmotor.plan.model.types import (
    Adress,
    BeslutId,
    Dag,
    Epost,
    Flera,
    HandlingsplanId,
    InstansId,
    Slug,
    StegId,
    Text,
    Texter,
)


class Remissinstans(Post):
    """A body that is asked and that stands nowhere else in the data."""

    model_config = described(
        "Ett organ som får remissen och som inte redan står under kommuner eller organ. Aldrig en person."
    )

    id: Slug = Field(description="Permanent id.")
    namn: Text = Field(description="Organets namn.")


class Remissfråga(Post):
    """A question that every remissinstans is asked to answer."""

    model_config = described("En fråga som remissinstanserna ska svara på.")

    id: Slug = Field(description="Permanent id, som svaren hänvisar till.")
    fråga: Text = Field(description="Frågan, på klarspråk.")
    hjälp: Text | None = Field(None, description="En mening som hjälper den som ska svara.")


class Svarsväg(Post):
    """Where the replies go."""

    model_config = described("Vart svaren ska skickas. En gemensam brevlåda, aldrig en persons.")

    mottagare: Text | None = Field(None, description="Organet eller funktionen som tar emot svaren.")
    e_post: Epost | None = Field(None, description="E-postadressen till en gemensam brevlåda.")
    post: Text | None = Field(None, description="Postadressen.")
    länk: Adress | None = Field(None, description="Adressen till en sida eller e-tjänst som tar emot svaren.")


class Remiss(Seriefil):
    """The whole of ``data/remisser/<år>.yaml``. What no source gives is left out."""

    model_config = described("En remissomgång. Filens namn är omgångens id, till exempel 2026.yaml.")

    namn: Text = Field(description="Vad som skickas på remiss, i rubrikform.")
    om: Text | None = Field(None, description="Vad remissen gäller och varför, på klarspråk.")
    gäller: Flera[HandlingsplanId] = Field((), description="Handlingsplanerna som remissen omfattar.")
    version: Text | None = Field(
        None, description="Taggen eller versionen i förrådet som skickas, till exempel remiss-2026."
    )
    diarienummer: Text | None = Field(None, description="Ärendets nummer.")
    öppnar: Dag | None = Field(None, description="Första dagen att svara.")
    stänger: Dag | None = Field(None, description="Sista dagen att svara.")
    avslutad: Dag | None = Field(None, description="Dagen då svaren är sammanställda och besvarade.")
    steg: StegId | None = Field(
        None, description="Steget i framtagande.yaml som har tiden, när den redan står där."
    )
    händelse: BeslutId | None = Field(None, description="Händelsen i beslut.yaml som berättar om remissen.")
    samtidigt: bool = Field(False, description="Om remissen får vara öppen samtidigt som en annan.")
    remissinstanser: Flera[InstansId] = Field(
        (), description="Vilka som får remissen: id för kommuner, organ eller egna instanser."
    )
    instanser: Flera[Remissinstans] = Field(
        (), description="Egna instanser, som inte står bland kommuner eller organ."
    )
    frågor: Flera[Remissfråga] = Field((), description="Frågorna som ska besvaras.")
    svara: Svarsväg | None = Field(None, description="Vart svaren ska skickas.")
    resultat: Texter = Field((), description="Vad svaren ledde till, så som källan säger det.")

    @property
    def id(self) -> str:
        """The name of the file without its ending, for instance 2026; empty for one made in memory."""
        return self.plats.rpartition("/")[2]
