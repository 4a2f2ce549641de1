"""The shape of ``data/remisser/<år>/synpunkter.yaml``: what was said in a round, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from planmotor.plan.model.post import Post, Seriefil, described
from planmotor.plan.model.types import Flera, FrågeId, InstansId, Slug, Text, Texter

EJ_PLACERAD = "ej placerad"
Ställningstagande = Literal["tillgodoses", "tillgodoses delvis", "tillgodoses inte", "noteras"]


class LästFil(Post):
    """A reply file that has been read. It is known by its content, whatever it is called."""

    model_config = described("En svarsfil som har lästs in.")

    fil: Text = Field(description="Filens namn.")
    sha256: Text = Field(description="Filens kontrollsumma. Med den känns filen igen.")
    från: InstansId | None = Field(None, description="Remissinstansen som svaret kommer från.")
    blankett: Text | None = Field(None, description="Blankettens version, när filen anger den.")
    synpunkter: int = Field(0, ge=0, description="Antal synpunkter som lästes ur filen.")
    svar: int = Field(0, ge=0, description="Antal frågor som filen besvarade.")
    dubbletter: int = Field(0, ge=0, description="Antal synpunkter och svar som redan var inlästa.")
    sigill: Text | None = Field(None, description="Kontrollsumma över filen och antalen. Ändra den inte.")


class Inläst(Post):
    """What a remark and an answer share: where it comes from, and what the editors make of it."""

    model_config = described("En del av ett remissvar, och vad vi svarar på den.")

    id: Slug = Field(description="Permanent id, räknat ur svarets innehåll. Ändra det inte.")
    från: InstansId | None = Field(
        None, description="Remissinstansen. Saknas den är avsändaren okänd; skriv då in id:t."
    )
    fil: Text = Field(description="Svarsfilens namn.")
    plats: Text = Field(description="Var i filen det står.")
    ställningstagande: Ställningstagande | None = Field(
        None, description="Om synpunkten tillgodoses, tillgodoses delvis, inte tillgodoses eller noteras."
    )
    motivering: Text | None = Field(
        None, description="Vårt svar: varför ställningstagandet blev som det blev."
    )
    ändring: Text | None = Field(None, description="Ändringen som gjordes: ett avsnitt eller en commit.")
    får_publiceras: Texter = Field(
        (),
        description="E-postadresser och telefonnummer i texten som är granskade och får publiceras, "
        "till exempel en myndighets växel. Ett personnummer får aldrig publiceras.",
    )
    sigill: Text | None = Field(
        None, description="Kontrollsumma över avsändarens ord och var de stod. Ändra den inte."
    )

    @property
    def texter(self) -> dict[str, str]:
        """What the respondent and the editors wrote, by field: all that is published."""
        names = ("avsnitt_som_skrivet", "sida", "radnummer", "synpunkt", "föreslagen_lydelse", "skäl", "svar")
        found = {name: getattr(self, name, None) for name in (*names, "motivering", "ändring")}
        return {name: text for name, text in found.items() if text}


class Synpunkt(Inläst):
    """A remark on a section of the plan, or words that nobody has been able to place."""

    model_config = described("En synpunkt i ett remissvar.")

    avsnitt: Text = Field(description=f"Avsnittets id, eller {EJ_PLACERAD}.")
    avsnitt_som_skrivet: Text | None = Field(
        None, description="Det som stod som avsnitt, när det inte är avsnittets rubrik."
    )
    föreslaget_avsnitt: Text | None = Field(
        None,
        description="Avsnittet som ligger närmast det som skrevs. Flytta det till avsnitt om det stämmer.",
    )
    sida: Text | None = Field(None, description="Sidan, så som den skrevs.")
    radnummer: Text | None = Field(None, description="Raden, så som den skrevs.")
    synpunkt: Text | None = Field(None, description="Synpunkten, ordagrant.")
    föreslagen_lydelse: Text | None = Field(None, description="Den text som föreslås, ordagrant.")
    skäl: Text | None = Field(None, description="Remissinstansens egen motivering, ordagrant.")


class Svar(Inläst):
    """An answer to one of the questions that were asked."""

    model_config = described("Ett svar på en av remissens frågor.")

    fråga: FrågeId = Field(description="Frågans id.")
    svar: Text = Field(description="Svaret, ordagrant.")


class Synpunktsfil(Seriefil):
    """The whole of ``data/remisser/<år>/synpunkter.yaml``."""

    model_config = described("Synpunkter och svar i en remiss, inlästa med planmotor remiss läs-in.")

    filer: Flera[LästFil] = Field((), description="Svarsfilerna som har lästs in.")
    synpunkter: Flera[Synpunkt] = Field((), description="Synpunkterna, fil för fil.")
    svar: Flera[Svar] = Field((), description="Svaren på remissens frågor, fil för fil.")

    @property
    def remiss(self) -> str:
        """The id of the consultation round: the name of the folder; empty for one made in memory."""
        return self.plats.rpartition("/")[0].rpartition("/")[2]

    @property
    def alla(self) -> tuple[Inläst, ...]:
        """The remarks and, after them, the answers."""
        return (*self.synpunkter, *self.svar)

    def utan_ställningstagande(self) -> Iterator[Inläst]:
        """Yield the remarks and answers that nobody has taken a stand on."""
        return (post for post in self.alla if post.ställningstagande is None)
