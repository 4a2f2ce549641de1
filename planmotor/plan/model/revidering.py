"""What a revision leaves behind: rows and action plans that have ended. And the file format's version."""

from __future__ import annotations

from pydantic import Field

from planmotor.plan.model.post import Post, described
from planmotor.plan.model.types import Slug, Text

# The version of the file format that this program writes; ``planmotor.plan.migrate`` lifts older files to it.
NEWEST = 2


class Utgången(Post):
    """A row of the decided version before, which nothing follows."""

    model_config = described("En rad i den förra beslutade versionen som inte har någon efterföljare.")

    id: Slug = Field(description="Radens id i den förra versionen.")
    skäl: Text | None = Field(None, description="Varför raden utgick, när det är känt.")


class Avslutad(Post):
    """An action plan that has ended as a whole; its decided versions stay in the archive."""

    model_config = described(
        "En handlingsplan som har upphört. Dess beslutade versioner finns kvar i arkivet."
    )

    id: Slug = Field(description="Handlingsplanens permanenta id.")
    namn: Text = Field(description="Handlingsplanens namn.")
    kortnamn: Text | None = Field(None, description="Kort namn i tabeller och menyer.")
    skäl: Text | None = Field(None, description="Varför den upphörde, när det är känt.")
