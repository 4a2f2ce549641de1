"""What lies beside the pages of the site: open data, calendars, the feed, forms and the copy in one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from planmotor.grund.settings import menu, settings, site_address
from planmotor.grund.today import today
from planmotor.jamfora import flode
from planmotor.oppna.export import export
from planmotor.oppna.export.changed import last_changed
from planmotor.plan import arkivmapp
from planmotor.plan.model.plan import Plan
from planmotor.prosa.adressbok import Adressbok
from planmotor.remiss.blankett.filer import on_the_site
from planmotor.remiss.redogorelse import publicera
from planmotor.sajt import decided, flyttat, offline
from planmotor.sajt.ursprung import sbom
from planmotor.uppfoljning.statusblankett.blanketter import selected
from planmotor.uppfoljning.statusblankett.gor import write_forms

FORMS = Path("uppfoljning/blanketter")  # below the site's root


def add_files(plan: Plan, data: Path, config: Path, site: Path, say: Callable[[str], None]) -> None:
    """Write every file of the site that isn't a page into the folder ``site``, where the pages are built."""
    address, changed = site_address(config), last_changed(data)
    say("Skriver öppna data")
    export(plan, site / "data", address, calendars=site / "kalender", changed=changed, say=say)
    (site / "data" / sbom.NAME).write_bytes(sbom.sbom(plan, config.parent / sbom.LOCK))
    _publish_archive(data, site / "data")
    (site / flode.NAME).write_bytes(flode.feed(plan, address, data, Adressbok(config.parent / "docs").har))
    say("Gör blanketter")
    on_the_site(plan, config.parent / "docs", today(), site)
    publicera.on_the_site(plan, config.parent / "docs", site)
    write_forms(plan, selected(plan, None), site / FORMS, today())
    decided.write(plan, site)
    say("Skriver hela planen i en fil")
    offline.write(site, pages_in_menu(config) or every_page(site), address)
    flyttat.write(config.parent / "docs", site, address)


def _publish_archive(data: Path, to: Path) -> None:
    """Copy the decided versions byte for byte, with their checksums."""
    for name, path in arkivmapp.watched(data):
        if path.is_file():
            place = to / arkivmapp.FOLDER / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())


def pages_in_menu(config: Path) -> list[str]:
    """Return the addresses of the pages in the menu, from the root of the site and in its order."""
    return [f"{address}/" if address else "" for address, _ in menu(settings(config).get("nav") or [])]


def every_page(site: Path) -> list[str]:
    """Return the addresses of all built pages, the start page first: the order of a site without a menu."""
    found = (page.parent.relative_to(site).as_posix() for page in site.rglob("index.html"))
    return ["" if address == "." else f"{address}/" for address in sorted(found)]
