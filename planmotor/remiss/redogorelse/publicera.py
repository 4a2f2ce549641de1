"""The accounts of consultations as files on the site: one for each round whose replies have been read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from planmotor.plan.model.plan import Plan
from planmotor.remiss.avsnitt import titlar
from planmotor.remiss.blankett.filer import write
from planmotor.remiss.redogorelse.redogorelse import Redogörelse, namn, redogörelse

FOLDER = "remiss/redogorelse"  # below the site's root
WORD_AND_EXCEL = (("Word", "docx"), ("Excel", "xlsx"))


def plats(made: Redogörelse) -> str:
    """Return the comment that stands on a page where its PDF is linked, once there is one."""
    return f"<!--tryck:{namn(made)}-->"


def redogörelser(plan: Plan, docs: Path) -> Iterator[Redogörelse]:
    """Yield the account of every round that somebody has said something in."""
    read = [(plan.remiss(fil.remiss), fil) for fil in plan.synpunkter if fil.alla]
    titles = titlar(plan, docs) if read else {}
    for remiss, fil in read:
        if remiss is not None:
            yield redogörelse(plan, remiss, fil, titles)


def on_the_site(plan: Plan, docs: Path, site: Path) -> list[Path]:
    """Write every account in Word and Excel into the site, and return the files."""
    from planmotor.remiss.redogorelse.docx import docx  # noqa: PLC0415 (libraries that take a while to load)
    from planmotor.remiss.redogorelse.xlsx import xlsx  # noqa: PLC0415

    made: dict[str, bytes] = {}
    for account in redogörelser(plan, docs):
        made |= {f"{namn(account)}.docx": docx(account), f"{namn(account)}.xlsx": xlsx(account)}
    return write(made, site / FOLDER) if made else []


def print_on_the_site(plan: Plan, docs: Path, site: Path, day: date) -> list[Path]:
    """Write every account as PDF into the site, link it from its page, and return the files."""
    from planmotor.remiss.redogorelse.filer import pdf  # noqa: PLC0415

    accounts = list(redogörelser(plan, docs))
    files = write({f"{namn(a)}.pdf": pdf(a, day) for a in accounts}, site / FOLDER) if accounts else []
    for account in accounts:
        for page in (site / FOLDER / "index.html", site / "remiss" / account.remiss.id / "index.html"):
            _link(page, account)
    return files


def _link(page: Path, account: Redogörelse) -> None:
    if not page.exists():
        return
    text = page.read_text(encoding="utf-8")
    up = "" if page.parent.name == "redogorelse" else "../redogorelse/"
    link = f', <a href="{up}{namn(account)}.pdf">PDF</a>'
    page.write_text(text.replace(plats(account), link), encoding="utf-8")
