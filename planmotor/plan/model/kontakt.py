"""The shape of ``data/kontaktvagar.yaml``: how a resident reaches care and her municipality."""

from __future__ import annotations

from pydantic import Field

from planmotor.plan.model.post import Post, described
from planmotor.plan.model.types import Adress, Flera, KommunId, Slug, Telefon, Text


class Kontaktväg(Post):
    """A way in that holds in the whole county."""

    model_config = described("En väg in som gäller i hela länet.")

    id: Slug = Field(description="Permanent id.")
    namn: Text = Field(description="Vad den kallas.")
    vad: Text = Field(description="När den är rätt att använda.")
    webbplats: Adress | None = Field(None, description="Webbadress, med https://.")
    telefon: Telefon | None = Field(None, description="Telefonnummer, när det är kontrollerat.")
    sedd_i: Text | None = Field(None, description="Var uppgiften kontrollerades.")


class Kommunkontakt(Post):
    """How to reach one municipality. What isn't known is left out, and the page says so."""

    model_config = described("Vägarna till en kommun. Det som inte är känt utelämnas, och sidan säger det.")

    kommun: KommunId = Field(description="Kommunens id.")
    webbplats: Adress | None = Field(None, description="Kommunens egen webbplats, med https://.")
    växel: Telefon | None = Field(None, description="Telefonnummer till kommunens växel.")
    hemtjänst: Telefon | None = Field(
        None, description="Telefon till hemtjänsten eller biståndshandläggaren."
    )
    hälso_och_sjukvård: Telefon | None = Field(
        None, description="Telefon till kommunens hälso- och sjukvård."
    )
    anhörigstöd: Telefon | None = Field(None, description="Telefonnummer till kommunens anhörigstöd.")
    sedd_i: Text | None = Field(None, description="Var uppgifterna kontrollerades.")


class Kontaktfil(Post):
    """The whole of ``data/kontaktvagar.yaml``."""

    model_config = described("Hur invånare når vården och sin kommun.")

    allmänna: Flera[Kontaktväg] = Field((), description="Vägar in som gäller i hela länet.")
    kommuner: Flera[Kommunkontakt] = Field((), description="En post för varje kommun.")
