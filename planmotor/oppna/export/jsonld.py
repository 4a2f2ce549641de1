"""schema.org in JSON-LD for the pages that show what it tells: activities, bodies and data files.

It repeats what stands on the page and nothing more. Addresses are relative to the page, so they hold wherever
the site lies.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from planmotor.oppna.export.fields import LICENSE, Datafil
from planmotor.oppna.export.vocabulary import MEDIA
from planmotor.plan.falttyp import Värdeslag, Yta
from planmotor.plan.model.aktiviteter import Organ
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.statusord import STATUSORD
from planmotor.plan.ytor import på

Thing = dict[str, Any]
CONTEXT = "https://schema.org"
# A status that isn't here says something that schema.org has no word for, so nothing is said.
ACTION_STATUS = {post.ord: post.schema_org for post in STATUSORD if post.schema_org}


def pages(plan: Plan, files: Iterable[Datafil]) -> dict[str, str]:
    """Return the JSON-LD of each page that has any, by the page's address from the root of the site."""
    made: dict[str, list[Thing]] = {}
    for rad in plan.alla_rader:
        made.setdefault(rad.sida, []).append(_action(plan, rad))
    made["uppfoljning/organ-och-ansvar/"] = [_organization(organ) for organ in plan.organ]
    made["om/oppna-data/"] = [_dataset(file) for file in files]
    return {address: _script(things) for address, things in made.items() if things}


def _action(plan: Plan, rad: Rad) -> Thing:
    made: Thing = {"@type": "Action"}
    for fält in på(Yta.JSONLD):
        term, value = TERMS[fält.slag]
        made[term] = value(plan, fält.värde(rad.aktivitet))
    return _without_empty(made)


def _status(_plan: Plan, word: str | None) -> str | None:
    status = ACTION_STATUS.get(word or "")
    return f"{CONTEXT}/{status}" if status else None


def _agents(plan: Plan, ids: tuple[str, ...]) -> list[Thing]:
    return [{"@type": "Organization", "name": plan.namn(id)} for id in ids]


# What schema.org calls each kind of value of an Action.
TERMS: dict[Värdeslag, tuple[str, Callable[[Plan, Any], Any]]] = {
    Värdeslag.ID: ("@id", lambda _plan, id: f"#{id}"),
    Värdeslag.NAMN: ("name", lambda _plan, name: name),
    Värdeslag.KOMMENTAR: ("description", lambda _plan, text: text),
    Värdeslag.STATUS: ("actionStatus", _status),
    Värdeslag.ORGAN: ("agent", _agents),
}


def _organization(organ: Organ) -> Thing:
    return _without_empty(
        {
            "@type": "Organization",
            "@id": f"#{organ.id}",
            "name": organ.namn,
            "description": organ.uppgift,
            "alternateName": list(organ.kallas_även),
        }
    )


def _dataset(file: Datafil) -> Thing:
    downloads = [
        {
            "@type": "DataDownload",
            "contentUrl": f"../../data/{file.namn}.{ending}",
            "encodingFormat": MEDIA[ending],
        }
        for ending in file.format
    ]
    return {
        "@type": "Dataset",
        "@id": f"#{file.namn}",
        "name": file.titel,
        "description": file.hjälp,
        "license": LICENSE,
        "distribution": downloads,
    }


def _without_empty(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value}


def _script(things: list[Thing]) -> str:
    """Return the things as JSON that can stand in a script element: nothing in it can end the element."""
    text = json.dumps({"@context": CONTEXT, "@graph": things}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
