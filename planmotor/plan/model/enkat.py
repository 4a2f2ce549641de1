"""The shape of ``data/enkater.yaml``: what surveys have answered, occasion by occasion."""

from __future__ import annotations

from pydantic import Field

from planmotor.plan.model.post import Post, described
from planmotor.plan.model.types import DokumentId, EnkätId, Flera, Slug, Text, Tidpunkt

# A group smaller than this isn't shown, and its answers aren't kept: somebody could be recognised.
LEAST_ANSWERS = 10


class Fråga(Post):
    """A question of a survey."""

    model_config = described("En fråga i en enkät.")

    id: Slug = Field(description="Permanent id.")
    fråga: Text = Field(description="Frågan, med våra egna ord.")


class Frågeformulär(Post):
    """A survey that isn't part of the project that made the plan."""

    model_config = described("En återkommande enkät med sina frågor.")

    id: Slug = Field(description="Permanent id.")
    namn: Text = Field(description="Vad enkäten kallas.")
    källa: DokumentId | None = Field(None, description="Dokumentet som nämner den.")
    sida: Text | None = Field(None, description="Sidan som förklarar den, utan snedstreck sist.")
    frågor: Flera[Fråga] = Field((), description="Frågorna, i ordning.")


class Svarsantal(Post):
    """How many gave an answer."""

    model_config = described("Hur många som gav ett svar.")

    svar: Text = Field(description="Svaret.")
    antal: int = Field(ge=0, description="Hur många som gav det.")


class Frågeresultat(Post):
    """The answers to a question."""

    model_config = described("Svaren på en fråga.")

    fråga: Text = Field(description="Frågans id, eller frågan i ord när den inte har något id.")
    svar: Flera[Svarsantal] = Field(description="Svaren, i den ordning som de ska visas.")

    def svarade(self, gruppen: int) -> int:
        """Return how many answered the question, of a group of this size.

        Each has given one answer when there are no more answers than people; else it can't be told, and the
        group is what is known.
        """
        given = sum(svar.antal for svar in self.svar)
        return min(given, gruppen)


class Enkätresultat(Post):
    """What a group answered on an occasion."""

    model_config = described("Vad en grupp svarade vid ett tillfälle.")

    id: Slug = Field(description="Permanent id.")
    enkät: EnkätId = Field(description="Enkätens id.")
    datum: Tidpunkt = Field(description="När enkäten gjordes: ett år, en månad eller en dag.")
    grupp: Text = Field(description="Vilka som svarade, till exempel en kommun eller en verksamhet.")
    antal_svar: int = Field(ge=0, description="Hur många som svarade.")
    källa: Text = Field(description="Var uppgifterna är hämtade.")
    svar: Flera[Frågeresultat] = Field(
        (), description=f"Svaren på varje fråga. Utelämnas när färre än {LEAST_ANSWERS} har svarat."
    )


class Enkätfil(Post):
    """The whole of ``data/enkater.yaml``."""

    model_config = described("Enkäter och vad de har gett för svar.")

    enkäter: Flera[Frågeformulär] = Field((), description="Återkommande enkäter.")
    resultat: Flera[Enkätresultat] = Field((), description="Resultaten, ett för varje grupp och tillfälle.")
