"""Open data: the plan as files that other programs read. One module per format, all from the same rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path

from planmotor.grund.skrivning import write_all
from planmotor.grund.today import today
from planmotor.oppna.export import documents
from planmotor.oppna.export.aktiviteter import AKTIVITETER
from planmotor.oppna.export.beslut import BESLUT
from planmotor.oppna.export.effektmatt import EFFEKTMÅTT
from planmotor.oppna.export.fields import Datafil
from planmotor.oppna.export.kommuner import KOMMUNER
from planmotor.oppna.export.progress import Progress
from planmotor.plan.model.plan import Plan

FILES: tuple[Datafil, ...] = (AKTIVITETER, BESLUT, EFFEKTMÅTT, KOMMUNER)
CATALOGUE = "katalog.rdf"
Make = Callable[[], bytes | None]


def export(
    plan: Plan,
    folder: Path,
    base: str = "/",
    *,
    calendars: Path | None = None,
    changed: datetime | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> list[Path]:
    """Write every export below ``folder`` and return the files: all of them, or none.

    ``base`` is the address that the site's paths begin with, ``changed`` when the plan last changed (the
    build day), ``calendars`` the folder of the calendars (none are written without one). ``say`` is told what
    goes on when it takes more than two seconds.
    """
    moment = changed or datetime.combine(today(), time(), UTC)
    progress = Progress(say)
    contents: dict[Path, bytes] = {}
    for name, make in _makers(plan, base, moment):
        progress.tell(f"Gör {name}")
        content = make()
        if content is not None:
            contents[folder / name] = content
    if calendars:
        progress.tell("Gör kalendrar")
        contents |= {calendars / name: content for name, content in _calendars(plan, base, moment).items()}
    write_all(contents)
    return list(contents)


def _makers(plan: Plan, base: str, changed: datetime) -> Iterator[tuple[str, Make]]:
    """Yield the name of each file in the folder of data, and what makes its content (None: there is none)."""
    for file in FILES:
        for ending in file.format:
            yield f"{file.namn}.{ending}", partial(_document, file, ending, plan, base)
        yield f"{file.namn}.schema.json", partial(documents.schema, file, base)
    yield CATALOGUE, partial(_catalogue, plan, base, changed)


def _document(file: Datafil, ending: str, plan: Plan, base: str) -> bytes:
    if ending == "xlsx":
        from planmotor.oppna.export.excel import as_xlsx  # noqa: PLC0415 (openpyxl is slow to import)

        return as_xlsx(file, plan, base)
    return documents.as_json(file, plan, base) if ending == "json" else documents.as_csv(file, plan, base)


def _catalogue(plan: Plan, base: str, changed: datetime) -> bytes | None:
    from planmotor.oppna.export.katalog import as_rdf  # noqa: PLC0415

    return as_rdf(plan, FILES, base, changed)


def _calendars(plan: Plan, base: str, changed: datetime) -> dict[str, bytes]:
    from planmotor.oppna.export.kalender import calendars  # noqa: PLC0415 (icalendar is slow to import)

    return calendars(plan, base, changed)
