"""The shapes of two files about the site itself: who answers for it, and how accessible it was found."""

from __future__ import annotations

from pydantic import Field

from planmotor.plan.model.post import Post, described
from planmotor.plan.model.types import Adress, Dag, Epost, Flera, Text, Texter


class Tillsyn(Post):
    """The authority that supervises accessibility. It may move, so it is data."""

    model_config = described("Myndigheten som har tillsyn över digital tillgänglighet.")

    namn: Text = Field(description="Myndighetens namn.")
    länk: Adress | None = Field(None, description="Adress till myndighetens anmälan.")
    anmärkning: Text | None = Field(None, description="Det som behöver sägas om tillsynen.")


class Brist(Post):
    """A known limit of the site's accessibility, and the way round it."""

    model_config = described("En känd brist i tillgängligheten.")

    vad: Text = Field(description="Vad som inte är tillgängligt.")
    varför: Text = Field(description="Varför det inte är det.")
    i_stället: Text | None = Field(None, description="Hur man kan göra i stället.")


class Datakontakt(Post):
    """Whom to ask about the open data: a function with an address that several people read."""

    model_config = described("Den som svarar på frågor om öppna data. En funktion, aldrig en person.")

    namn: Text = Field(description="Funktionens namn.")
    e_post: Epost = Field(description="Funktionens e-postadress.")


class Undantag(Post):
    """A telephone number or an e-mail address that may be published anywhere, and why."""

    model_config = described("Ett telefonnummer eller en e-postadress som får publiceras, och varför.")

    uppgift: Text = Field(
        description="Numret eller adressen, till exempel en växel eller en funktionsbrevlåda. "
        "Ett personnummer får aldrig publiceras."
    )
    skäl: Text = Field(description="Varför den får publiceras: vilken organisation den hör till.")


class Webbplatsfil(Post):
    """The whole of ``data/webbplats.yaml``. What nobody has decided is left out, and the page says so."""

    model_config = described("Vem som svarar för webbplatsen och vilka brister som är kända.")

    ansvarig: Text | None = Field(None, description="Den offentliga aktör som svarar för webbplatsen.")
    kontakt: Adress | None = Field(None, description="Adress till formuläret där man anmäler brister.")
    datakontakt: Datakontakt | None = Field(
        None, description="Den som svarar på frågor om öppna data. Hamnar i katalogen för öppna data."
    )
    tillsyn: Tillsyn = Field(description="Tillsynsmyndigheten.")
    bedömd: Dag = Field(description="Dagen då tillgängligheten senast bedömdes.")
    brister: tuple[Brist, ...] = Field((), description="Kända brister.")
    får_publiceras: Flera[Undantag] = Field(
        (),
        description="Telefonnummer och e-postadresser till organisationer som får stå i alla texter. "
        "Fälten för kontaktvägar i kontaktvagar.yaml behöver inte stå här.",
    )


class Testfil(Post):
    """The whole of ``data/tillganglighetstest.yaml``; written by the tests, never by hand."""

    model_config = described("Vad testerna i webbläsare prövade senast. Skrivs av testerna, aldrig för hand.")

    datum: Dag = Field(description="Dagen för testet.")
    axe: Text = Field(description="Versionen av axe-core.")
    webbläsare: Text = Field(description="Webbläsaren och dess version.")
    sidor: int = Field(ge=0, description="Antal sidor som prövades.")
    tillstånd: Texter = Field((), description="Tillstånden som varje sida prövades i.")
    urval: int = Field(0, ge=0, description="Antal sidor i urvalet: minst en sida av varje sort.")
    tillstånd_urval: Texter = Field((), description="Tillstånden som bara urvalet prövades i.")
    prövningar: int = Field(ge=0, description="Antal prövningar, en för varje sida och tillstånd.")
    överträdelser: int = Field(ge=0, description="Antal överträdelser som hittades.")
