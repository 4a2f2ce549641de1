"""What the cover says of a part, out of the plan's own records and the site's configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from planmotor.plan.model.aktiviteter import Handlingsplan, Kommun
from planmotor.plan.model.plan import Plan
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
    extra = settings.get("extra") or {}
    post = plan.index.get(part.post)
    title, below, facts = plan.uppgifter.namn, part.titel, list(_about_plan(plan))
    if isinstance(post, Handlingsplan):
        title, below, facts = post.namn, "", list(_about_action_plan(plan, post))
    elif isinstance(post, Kommun):
        title, below, facts = f"Lokal plan för {post.namn}", "", list(_about_local(plan, post))
    elif part.namn == CITIZENS:
        title, below, facts = part.titel, str(settings.get("site_name") or ""), []
    draft = (extra.get("utkast") or {}).get("text") or ""
    return Uppgifter(
        titel=title,
        underrubrik="" if part.namn == WHOLE or part.plats else below,
        fakta=tuple(facts),
        notis=str(draft),
        avsändare=plan.uppgifter.region,
        villkor=str(settings.get("copyright") or ""),
        adress=publicerad(settings),
        utskriven=dag,
        remiss=remiss,
        former=former,
        innehåll=not isinstance(post, Kommun) and not part.namn.startswith(CHANGED),
    )


def publicerad(settings: Mapping[str, Any]) -> str:
    """Return the address that the site is published at, with a slash last; empty when nobody has said."""
    address = str(settings.get("site_url") or "").rstrip("/")
    return f"{address}/" if address else ""


def _about_plan(plan: Plan) -> Iterator[Faktum]:
    facts = plan.uppgifter
    yield Faktum("Läge", facts.läge, facts.läge)
    if facts.beslutad:
        yield Faktum("Beslutad", facts.beslutad.i_ord)
    yield Faktum("Gäller från", facts.gäller_från.i_ord)
    yield Faktum("Nästa revidering", write_date(plan.nästa_revidering()))


def _about_action_plan(plan: Plan, post: Handlingsplan) -> Iterator[Faktum]:
    yield Faktum("Läge", post.läge, post.läge)
    if post.beslutad:
        by = f" av {plan.namn(post.beslutad_av)}" if post.beslutad_av else ""
        yield Faktum("Beslutad", post.beslutad.i_ord + by)
    if post.gäller_från:
        yield Faktum("Gäller från", post.gäller_från.i_ord)


def _about_local(plan: Plan, kommun: Kommun) -> Iterator[Faktum]:
    found = plan.kommunens_plan(kommun.id)
    if found:
        yield Faktum("Läge", found.läge, found.läge.replace(" ", "-"))
        if found.beslutad:
            yield Faktum("Beslutad", found.beslutad.i_ord)
