"""Macros for those who use the plan's data: files, fields, the catalogue and the calendars."""

from __future__ import annotations

from macros.makro import makro
from macros.webb import Webb
from planmotor.oppna.export import FILES
from planmotor.oppna.export.fields import FORMAT
from planmotor.oppna.export.jsonld import ACTION_STATUS
from planmotor.oppna.export.kalender import ALL, count, own, owned
from planmotor.oppna.export.katalog import missing
from planmotor.plan.status import ORDER
from planmotor.sajt.ursprung.delar import DELAR, LICENSER

ENDINGS = {"json": "JSON", "csv": "CSV", "xlsx": "Excel", "schema.json": "JSON Schema"}


@makro
def öppna_data(webb: Webb) -> str:
    """Filerna med öppna data, var och en med länkar och en förklaring av varje fält, ur koden."""
    parts = (
        f"## {file.titel} {{: #{file.namn} }}\n\n" + webb.render("oppna_data", fil=file, format=ENDINGS)
        for file in FILES
    )
    return "\n".join(parts)


@makro
def dataversion(webb: Webb) -> str:  # noqa: ARG001 (every macro gets it)
    """Formatets version, som höjs när ett fält tas bort eller byter betydelse."""
    return str(FORMAT)


@makro
def katalogläge(webb: Webb) -> str:
    """Om katalogen för öppna data publiceras, och annars vad som fattas och hur man lägger till det."""
    obligatory, recommended = missing(webb.plan, webb.adress)
    return webb.render("katalog", hinder=obligatory, tips=recommended)


@makro
def handlingsstatus(webb: Webb) -> str:
    """Vad varje statusord heter i schema.org, eller att det inte har någon motsvarighet."""
    return webb.render("handlingsstatus", ord=ORDER, motsvarar=ACTION_STATUS)


@makro
def kalendrar(webb: Webb) -> str:
    """Kalendrarna för organ, kommuners egna rader och allt, med länkar och antalet rader som är med."""
    plan = webb.plan
    rows = [(ALL, "Alla rader", count(plan.alla_rader))]
    rows += [(organ, plan.namn(organ), count(rader)) for organ, rader in (owned(plan) | own(plan)).items()]
    https = webb.adress if "://" in webb.adress else ""
    webcal = f"webcal://{https.split('://')[1]}kalender/" if https else ""
    return webb.render("kalendrar", rader=rows, webcal=webcal, https=https)


@makro
def utan_kalender(webb: Webb) -> str:
    """Hur många rader som inte kan stå i en kalender, och varför."""
    return webb.render("utan_kalender", antal=count(webb.plan.alla_rader), alla=len(webb.plan.alla_rader))


@makro
def licenser(webb: Webb) -> str:
    """Allt som webbplatsen består av, del för del: vad det är och vilken licens det har."""
    return webb.render("licenser", delar=DELAR, länkar=LICENSER)
