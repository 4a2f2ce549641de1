"""What the cover says of a part, out of the plan's own records and the site's configuration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from planmotor.plan.arkivmapp import prose_of
from planmotor.plan.beslutslage import Beslutsläge, läget, versionens_läge
from planmotor.plan.beslutstext import versionens_namn
from planmotor.plan.lagesnotis import lägesnotis
from planmotor.plan.model.aktiviteter import Handlingsplan, Kommun
from planmotor.plan.model.plan import Plan, Version
from planmotor.tryck.delar import CHANGED, CITIZENS, WHOLE, Tryckdel
from planmotor.tryck.skrift import write_date
from planmotor.tryck.uppgifter import Faktum, Remissuppgifter, Uppgifter


def uppgifter_om(
    part: Tryckdel,
    plan: Plan,
    settings: Mapping[str, Any],
    dag: date,
    former: Mapping[str, str],
    remiss: Remissuppgifter | None = None,
) -> Uppgifter:
    """Return the facts of a part; the state of a draft and who publishes it come from the configuration."""
    post = plan.index.get(part.post)
    version = plan.arkiv.version(part.post, part.version) if part.version else None
    title, below, facts = _head(part, plan, dag, version, str(settings.get("site_name") or ""))
    draft = str(((settings.get("extra") or {}).get("utkast") or {}).get("text") or "")
    about = post.id if isinstance(post, Handlingsplan) else None
    return Uppgifter(
        titel=title,
        underrubrik="" if part.namn == WHOLE or part.plats else below,
        fakta=tuple(facts),
        notis="" if version else lägesnotis(plan, dag, draft, about),
        avsändare=plan.uppgifter.region,
        villkor=str(settings.get("copyright") or ""),
        adress=publicerad(settings),
        utskriven=dag,
        remiss=remiss,
        former=former,
        innehåll=not isinstance(post, Kommun) and not part.namn.startswith(CHANGED),
    )


def _head(
    part: Tryckdel, plan: Plan, dag: date, version: Version | None, site_name: str
) -> tuple[str, str, Iterable[Faktum]]:
    """Return the title of a part, what stands below it and the facts about where it stands."""
    post = plan.index.get(part.post)
    if version:
        title = versionens_namn(version.plan, version.handlingsplan, prose_of(version.path))
        facts = _about_decided(versionens_läge(plan, version), plan)
        return title, f"Versionen {version.datum.i_ord}", facts
    if isinstance(post, Handlingsplan):
        return post.namn, "", _about_decided(läget(plan, dag, post.id), plan)
    if isinstance(post, Kommun):
        return f"Lokal plan för {post.namn}", "", _about_local(plan, post)
    if part.namn == CITIZENS:
        return part.titel, site_name, ()
    revision = Faktum("Nästa revidering", write_date(plan.nästa_revidering()))
    return plan.uppgifter.namn, part.titel, (*_about_decided(läget(plan, dag), plan), revision)


def publicerad(settings: Mapping[str, Any]) -> str:
    """Return the address that the site is published at, with a slash last; empty when nobody has said."""
    address = str(settings.get("site_url") or "").rstrip("/")
    return f"{address}/" if address else ""


def _about_decided(state: Beslutsläge, plan: Plan) -> Iterator[Faktum]:
    """Yield where a plan stands; a state that isn't one of the words has the shape of its word."""
    yield Faktum("Läge", state.i_ord, state.läge.replace(" ", "-"))
    if len(state.parter) > 1:
        for part, decision in state.parter:
            yield Faktum(plan.namn(part), decision.datum.i_ord if decision else "har inte beslutat än")
    elif state.beslutad and state.läge == "beslutad":
        by = f" av {plan.namn(state.beslutad_av)}" if state.beslutad_av else ""
        yield Faktum("Beslutad", state.beslutad.i_ord + by)
    if state.gäller_från:
        yield Faktum("Gäller från", state.gäller_från.i_ord)


def _about_local(plan: Plan, kommun: Kommun) -> Iterator[Faktum]:
    found = plan.kommunens_plan(kommun.id)
    if found:
        yield Faktum("Läge", found.läge, found.läge.replace(" ", "-"))
        if found.beslutad:
            yield Faktum("Beslutad", found.beslutad.i_ord)
