"""The shape of ``data/aktiviteter.yaml``: the plan, its bodies, action plans and local plans.

Descriptions are Swedish: editors meet them as help in their editor and at ``/redigera/falt/``.
"""

from __future__ import annotations

from typing import Annotated

from annotated_types import MinLen
from pydantic import Field

from planmotor.plan.model.planuppgifter import Planuppgifter
from planmotor.plan.model.post import Post, described
from planmotor.plan.model.revidering import NEWEST, Avslutad, Utgången
from planmotor.plan.model.types import (
    Dag,
    DokumentId,
    Flera,
    Kod,
    KommunId,
    LokaltLäge,
    Läge,
    OrganId,
    PartId,
    RekommendationId,
    Riktning,
    Slag,
    Slug,
    Status,
    Tal,
    Text,
    Texter,
    Tidpunkt,
    År,
)


class Organ(Post):
    """A body or a function that decides, answers for something or follows up. Never a private person."""

    model_config = described(
        "Ett organ eller en funktion som beslutar, ansvarar eller följer upp. Aldrig en person."
    )

    id: Slug = Field(description="Permanent id som aktiviteter hänvisar till.")
    namn: Text = Field(description="Namnet så som det skrivs i källorna.")
    uppgift: Text | None = Field(None, description="Vad organet gör enligt källorna.")
    kallas_även: Texter = Field((), description="Andra namn på samma organ.")
    källor: Flera[DokumentId] = Field((), description="Dokumenten som nämner organet.")


class Kommun(Post):
    """A municipality that shares the plan."""

    model_config = described("En kommun som delar planen.")

    id: Slug = Field(description="Permanent id; också namnet på kommunens sida.")
    namn: Text = Field(description="Kommunens namn.")
    kod: Kod = Field(description="Kommunkoden med fyra siffror, inom citattecken.")
    samiskt_förvaltningsområde: bool = Field(
        False, description="Om kommunen hör till förvaltningsområdet för samiska."
    )


class Tid(Post):
    """When something is to be done, as exactly as the source says and no more."""

    model_config = described("När något ska vara gjort, så exakt som källan säger och inte mer.")

    från: Tidpunkt | None = Field(None, description="Början: ett år, en månad eller en dag.")
    klart_senast: Tidpunkt | None = Field(None, description="Sista tidpunkt: ett år, en månad eller en dag.")
    text: Text | None = Field(None, description="Det som inte är ett datum: ett möte, löpande, en årstid.")


class Värde(Post):
    """A reported value of a measure."""

    model_config = described("Ett rapporterat värde för ett effektmått.")

    år: int = Field(ge=1900, le=2200, description="Året som värdet gäller.")
    värde: Tal = Field(description="Värdet, som text eller tal.")
    källa: Text | None = Field(None, description="Var värdet är hämtat.")


class Effektmått(Post):
    """A measure of whether a strategy has effect."""

    model_config = described("Ett mått på om strategin har effekt.")

    id: Slug = Field(description="Permanent id.")
    namn: Text = Field(description="Vad som mäts.")
    målvärde: Text | None = Field(None, description="Målet i ord.")
    riktning: Riktning | None = Field(None, description="Åt vilket håll värdet ska gå.")
    uppföljning: Text | None = Field(None, description="Hur och av vem måttet följs.")
    följs_av: Flera[OrganId] = Field((), description="Organen som följer måttet.")
    värden: Flera[Värde] = Field((), description="Rapporterade värden, ett för varje år.")


class Riktvärde(Post):
    """A reference value that an action plan works towards."""

    model_config = described("Ett riktvärde eller mål med en siffra som handlingsplanen arbetar mot.")

    id: Slug = Field(description="Permanent id.")
    namn: Text = Field(description="Vad riktvärdet gäller.")
    värde: Tal = Field(description="Siffran.")
    enhet: Text | None = Field(None, description="Vad siffran räknar.")
    mål_till: Tidpunkt | None = Field(None, description="När värdet skulle vara nått.")
    källa: DokumentId | None = Field(None, description="Dokumentet som riktvärdet kommer från.")
    kommentar: Text | None = Field(None, description="Det som behöver sägas om riktvärdet.")


class Delaktivitet(Post):
    """A step of an activity; status and measures stand here when the activity is divided."""

    model_config = described("En del av en aktivitet.")

    id: Slug = Field(description="Permanent id; blir länken till raden och återanvänds aldrig.")
    namn: Text = Field(description="Vad som ska göras.")
    prioritet: År | None = Field(None, description="Åren som gäller, till exempel 2024–2025.")
    status: Status | None = Field(
        None, description="Läget just nu. Utelämna fältet när ingen status är angiven."
    )
    kommentar: Text | None = Field(None, description="Det som källan eller organet säger utöver statusordet.")
    ansvarig: Flera[OrganId] = Field((), description="Id för de organ som ansvarar.")
    tid: Tid | None = Field(None, description="När det ska vara gjort.")
    mått: Texter = Field((), description="Hur man ser att det är gjort.")
    målvärde: Texter = Field((), description="Målet för måttet.")
    punkter: Texter = Field((), description="Punkter som hör till raden.")
    beslutande_organ: Flera[OrganId] = Field((), description="Id för de organ som beslutar om raden.")
    ersätter: Flera[Slug] = Field(
        (), description="Id i en tidigare beslutad version som raden följer. Två id: raderna slogs ihop."
    )


class Aktivitet(Delaktivitet):
    """An activity of an action plan. What is written here holds for all its steps."""

    model_config = described("En aktivitet. Det som står här gäller alla dess delaktiviteter.")

    delaktiviteter: Flera[Delaktivitet] = Field((), description="Aktivitetens delar.")


class Rekommendation(Post):
    """A local activity that the joint plan recommends to every local plan."""

    model_config = described("En aktivitet som planen rekommenderar till alla lokala planer.")

    id: Slug = Field(description="Permanent id.")
    namn: Text = Field(description="Vad som rekommenderas.")


class Område(Post):
    """A strategy, or another area that groups activities."""

    model_config = described("En strategi, eller ett annat område som håller ihop aktiviteter.")

    id: Slug = Field(description="Permanent id; för en strategi också namnet på dess sida.")
    slag: Slag = Field(description="Om området är en av planens strategier.")
    namn: Text = Field(description="Områdets namn.")
    avsnitt: Text | None = Field(None, description="Avsnittet i källan.")
    effektmått: Flera[Effektmått] = Field((), description="Mått på områdets effekt.")
    aktiviteter: Flera[Aktivitet] = Field(description="Områdets aktiviteter.")
    lokala_rekommendationer: Flera[Rekommendation] = Field(
        (), description="Aktiviteter som rekommenderas till de lokala planerna."
    )


class Handlingsplan(Post):
    """An action plan: areas with activities."""

    model_config = described("En handlingsplan: områden med aktiviteter.")

    id: Slug = Field(description="Permanent id; också namnet på planens sida.")
    namn: Text = Field(description="Handlingsplanens namn.")
    kortnamn: Text | None = Field(None, description="Kort namn i tabeller och menyer.")
    läge: Läge | None = Field(
        None,
        description="Skriv utkast när handlingsplanen ska revideras. I övrigt räknas läget ut ur beslut och "
        "remisser.",
    )
    beslutad: Dag | None = Field(
        None, description="Dagen för beslutet. Räknas ut när handlingsplanen har beslutats."
    )
    beslutad_av: PartId | None = Field(
        None, description="Den som har beslutat. Räknas ut när handlingsplanen har beslutats."
    )
    beslutas_av: Flera[PartId] = Field(
        (), description="Organen och kommunerna som alla ska besluta. Utelämna fältet när det är en enda."
    )
    beslutas_med_planen: bool = Field(
        False, description="Om handlingsplanen är en del av planen och beslutas samtidigt."
    )
    gäller_från: Dag | None = Field(
        None, description="Första dagen som handlingsplanen gäller. Räknas ut när den har beslutats."
    )
    källa: DokumentId | None = Field(None, description="Dokumentet som handlingsplanen kommer från.")
    riktvärden: Flera[Riktvärde] = Field((), description="Riktvärden och mål i siffror.")
    områden: Flera[Område] = Field(description="Handlingsplanens områden, i ordning.")
    utgår: Flera[Utgången] = Field(
        (), description="Rader i en tidigare beslutad version som inte har någon efterföljare."
    )


class LokalPlan(Post):
    """A municipality's own plan: its state, what it takes up and what it adds."""

    model_config = described("En kommuns lokala samverkansplan.")

    kommun: KommunId = Field(description="Kommunens id.")
    läge: LokaltLäge = Field(description="Om den lokala planen finns här.")
    beslutad: Dag | None = Field(None, description="Dagen för beslutet. Krävs när läget är beslutad.")
    rekommendationer: Annotated[dict[RekommendationId, Status], MinLen(1)] = Field(
        {}, description="Status för varje rekommendation som den lokala planen har tagit upp."
    )
    egna: Flera[Aktivitet] = Field((), description="Aktiviteter som kommunen lägger till.")


class Aktivitetsfil(Post):
    """The whole of ``data/aktiviteter.yaml``."""

    model_config = described("Planens aktiviteter och status: den enda källan.")

    format: int = Field(
        NEWEST,
        ge=1,
        description="Filformatets version. Den senaste gäller om raden saknas; arkivet kräver den.",
    )
    plan: Planuppgifter = Field(description="Det som gäller planen som helhet.")
    organ: Flera[Organ] = Field((), description="Organ och funktioner.")
    kommuner: Flera[Kommun] = Field((), description="Kommunerna som delar planen.")
    handlingsplaner: Flera[Handlingsplan] = Field(description="Handlingsplanerna.")
    lokala_planer: Flera[LokalPlan] = Field((), description="En post för varje kommun.")
    avslutade: Flera[Avslutad] = Field((), description="Handlingsplaner som har upphört.")
