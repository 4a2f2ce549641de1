"""The shapes of the other data files: decisions, sources, terms and how the plan came about."""

from __future__ import annotations

from pydantic import Field

from planmotor.plan.model.aktiviteter import Tid
from planmotor.plan.model.post import Post, described
from planmotor.plan.model.types import (
    Adress,
    AktivitetId,
    Beslutsslag,
    Dag,
    DokumentId,
    Flera,
    HandlingsplanId,
    LagId,
    OrganId,
    PartId,
    Slug,
    Text,
    Texter,
    Tidpunkt,
)


class Belägg(Post):
    """The place in a document that a statement rests on."""

    model_config = described("Stället i ett dokument som en uppgift vilar på.")

    dokument: DokumentId = Field(description="Dokumentets id.")
    avsnitt: Text | None = Field(None, description="Avsnittet eller rubriken.")


class Beslut(Post):
    """A decision or an event in the life of the plan."""

    model_config = described("Ett beslut eller en händelse i planens liv.")

    id: Slug = Field(description="Permanent id.")
    datum: Tidpunkt = Field(description="Dag, månad eller år, så exakt som källan säger.")
    organ: PartId | None = Field(None, description="Organet, eller kommunen, som beslutade.")
    beslut: Text = Field(description="Vad som beslutades eller hände.")
    slag: Beslutsslag = Field(description="Om det är ett beslut eller en annan händelse.")
    gäller: Flera[HandlingsplanId] = Field((), description="Handlingsplanerna det gäller.")
    version: Dag | None = Field(
        None,
        description="Dagen som den beslutade versionen heter efter, när beslutet fattades en annan dag.",
    )
    källor: Flera[Belägg] = Field(
        (), description="Var uppgiften står. Utelämna fältet om ingen källa är inlagd."
    )
    kommentar: Text | None = Field(
        None, description="Det som behöver sägas, till exempel om källor går isär."
    )


class Beslutsfil(Post):
    """The whole of ``data/beslut.yaml``."""

    model_config = described("Beslut och händelser, i tidsordning.")

    beslut: Flera[Beslut] = Field(description="Beslut och händelser.")


class Dokument(Post):
    """A source document."""

    model_config = described("Ett källdokument.")

    id: Slug = Field(description="Permanent id.")
    namn: Text = Field(description="Dokumentets titel.")
    kortnamn: Text | None = Field(None, description="Kort namn i löpande text.")
    utgivare: Text | None = Field(None, description="Vem som står bakom dokumentet.")
    gäller_från: Tidpunkt | None = Field(None, description="När dokumentet började gälla.")
    revideringar: Flera[Dag] = Field((), description="Dagar då det reviderades.")
    anmärkning: Text | None = Field(None, description="Det som behöver sägas om dokumentet.")


class Referens(Post):
    """A reference (footnote) of the decided plan."""

    model_config = described("En fotnot i det beslutade dokumentet.")

    nr: int = Field(ge=1, description="Fotnotens nummer.")
    titel: Text = Field(description="Vad fotnoten pekar på.")
    utgivare: Text | None = Field(None, description="Vem som står bakom det.")
    avsnitt: Text | None = Field(None, description="Avsnittet där fotnoten står.")
    dokument: DokumentId = Field(description="Dokumentet som har fotnoten.")
    lag: LagId | None = Field(None, description="Lagens id, när fotnoten är en lag.")
    länk: Adress | None = Field(None, description="Adress. Utelämna fältet när källan inte ger någon.")


class Paragraf(Post):
    """A provision of an act, and what it gives a person."""

    model_config = described("En paragraf och vad den ger dig.")

    id: Slug = Field(description="Permanent id.")
    paragraf: Text | None = Field(None, description="Kapitel och paragraf, när de är kontrollerade.")
    länk: Adress | None = Field(None, description="Adress till paragrafen.")
    ger: Text = Field(description="Vad den ger dig, på klarspråk.")
    sidor: Texter = Field((), description="Sidor på webbplatsen som vilar på den, utan snedstreck sist.")
    aktiviteter: Flera[AktivitetId] = Field((), description="Aktiviteter som vilar på den.")
    sedd_i: Text | None = Field(None, description="Var paragrafen kontrollerades.")
    anmärkning: Text | None = Field(None, description="Det som behöver sägas om paragrafen.")


class Lag(Post):
    """An act, and whether it still holds."""

    model_config = described("En lag.")

    id: Slug = Field(description="Permanent id.")
    namn: Text = Field(description="Lagens namn.")
    förkortning: Text | None = Field(None, description="Vedertagen förkortning.")
    kallas_även: Texter = Field((), description="Andra namn på samma lag.")
    nummer: Text = Field(description="Nummer i Svensk författningssamling.")
    länk: Adress | None = Field(None, description="Adress till lagtexten.")
    ersatt_av: LagId | None = Field(None, description="Lagen som gäller i stället.")
    upphörde: Dag | None = Field(None, description="Dagen då lagen upphörde.")
    gäller_från: Dag | None = Field(None, description="Dagen då lagen började gälla.")
    kontrollerad: Dag | None = Field(None, description="Dagen då någon senast kontrollerade uppgifterna.")
    sedd_i: Text | None = Field(None, description="Var lagtexten kontrollerades.")
    anmärkning: Text | None = Field(None, description="Det som behöver sägas om lagen.")
    paragrafer: Flera[Paragraf] = Field((), description="Paragrafer som invånarsidorna vilar på.")


class Källfil(Post):
    """The whole of ``data/kallor.yaml``."""

    model_config = described("Källdokument, referenser och lagar.")

    dokument: Flera[Dokument] = Field((), description="Källdokumenten.")
    referenser: Flera[Referens] = Field((), description="Planens fotnoter.")
    lagar: Flera[Lag] = Field((), description="Lagarna som planen vilar på.")


class Förkortning(Post):
    """An abbreviation of the sources."""

    model_config = described("En förkortning som källorna använder.")

    kort: Text = Field(description="Förkortningen.")
    uttydning: Text | None = Field(None, description="Vad den betyder. Utelämna fältet när det inte är känt.")
    uttyds_i: Flera[DokumentId] = Field((), description="Dokumenten som förklarar den.")
    finns_i: Flera[DokumentId] = Field((), description="Dokumenten som använder den.")
    allmänt_känd: bool = Field(
        False, description="Om uttydningen är allmänt språkbruk och inte står i en källa."
    )
    anmärkning: Text | None = Field(None, description="Det som behöver sägas om förkortningen.")


class Begrepp(Post):
    """A term, explained."""

    model_config = described("Ett begrepp med förklaring.")

    id: Slug = Field(description="Permanent id.")
    namn: Text = Field(description="Begreppet.")
    förklaring: Text = Field(description="Förklaring på klarspråk.")
    kallas_även: Texter = Field((), description="Andra ord för samma sak.")
    söks_som: Texter = Field((), description="Ord som leder hit i sökningen men inte betyder samma sak.")
    källor: Flera[DokumentId] = Field((), description="Dokumenten som använder begreppet.")


class Begreppsfil(Post):
    """The whole of ``data/begrepp.yaml``."""

    model_config = described("Förkortningar och begrepp.")

    förkortningar: Flera[Förkortning] = Field((), description="Förkortningarna.")
    begrepp: Flera[Begrepp] = Field((), description="Begreppen.")


class Steg(Post):
    """A step of the project that made the plan."""

    model_config = described("Ett steg i arbetet med att ta fram planen.")

    id: Slug = Field(description="Permanent id.")
    namn: Text = Field(description="Vad som skulle göras.")
    tid: Tid | None = Field(None, description="När det skulle göras.")
    anmärkning: Text | None = Field(None, description="Det som behöver sägas om steget.")


class Fas(Post):
    """A phase of the project that made the plan."""

    model_config = described("En fas i arbetet med att ta fram planen.")

    id: Slug = Field(description="Permanent id.")
    namn: Text = Field(description="Fasens namn.")
    anmärkning: Text | None = Field(None, description="Det som behöver sägas om fasen.")
    steg: Flera[Steg] = Field(description="Fasens steg, i ordning.")


class Roll(Post):
    """A role in the project that made the plan."""

    model_config = described("En roll i arbetet med att ta fram planen.")

    id: Slug = Field(description="Permanent id.")
    namn: Text = Field(description="Rollen.")
    uppgift: Text = Field(description="Vad rollen gjorde.")


class Enkät(Post):
    """A survey that the project planned."""

    model_config = described("En enkät som projektplanen lovar.")

    id: Slug = Field(description="Permanent id.")
    målgrupp: Text = Field(description="Vilka som skulle få svara.")
    tillfällen: Texter = Field((), description="När enkäten skulle göras.")
    teman: Texter = Field((), description="Vad den skulle handla om.")
    ansvarig: Flera[OrganId] = Field((), description="Organen som ansvarar.")


class Framtagandefil(Post):
    """The whole of ``data/framtagande.yaml``."""

    model_config = described("Hur planen togs fram.")

    tid: Tid | None = Field(None, description="Projektets tid.")
    källa: DokumentId | None = Field(None, description="Dokumentet som uppgifterna kommer från.")
    effektmål: Texter = Field((), description="Projektets effektmål.")
    faser: Flera[Fas] = Field((), description="Projektets faser.")
    roller: Flera[Roll] = Field((), description="Projektets roller.")
    enkäter: Flera[Enkät] = Field((), description="Enkäter för utvärdering.")
    hänsyn: Texter = Field((), description="Dokument som arbetet skulle ta hänsyn till.")
