"""Links from the pages to their printed parts: put in when the files are there, so none leads nowhere."""

from __future__ import annotations

import io
from collections.abc import Mapping
from html import escape
from pathlib import Path

import pikepdf

from planmotor.tryck.delar import Tryckdel
from planmotor.tryck.tryckeri import MAPP

END = "</article>"


def länka(site: Path, gjorda: Mapping[Tryckdel, bytes]) -> None:
    """Add a list of the printed parts last on each page that they belong to, or in the place they have."""
    hosts: dict[str, list[tuple[str, str]]] = {}
    for part, pdf in gjorda.items():
        for host in part.värdar:
            hosts.setdefault(host, []).append((part.plats, _item(part, pdf, host)))
    for host, items in hosts.items():
        file = site / host / "index.html"
        if file.exists():
            file.write_text(_linked(file.read_text(encoding="utf-8"), items), encoding="utf-8")


def _linked(text: str, items: list[tuple[str, str]]) -> str:
    for place, item in items:
        if place:
            text = text.replace(place, item)
    last = [item for place, item in items if not place]
    return text.replace(END, _list(last) + END, 1) if last else text


def _list(items: list[str]) -> str:
    return (
        '<div class="utskrifter" data-pagefind-ignore>\n<p>Att skriva ut:</p>\n'
        f"<ul>{''.join(items)}</ul>\n</div>\n"
    )


def _item(part: Tryckdel, pdf: bytes, host: str) -> str:
    up = "../" * (host.count("/") + 1)
    facts = f"PDF, {_pages(pdf)}, {max(1, round(len(pdf) / 1000))} kB"
    return f'<li><a href="{up}{MAPP}/{escape(part.fil)}">{escape(part.titel)}</a> ({facts})</li>'


def _pages(pdf: bytes) -> str:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        number = len(opened.pages)
    return "1 sida" if number == 1 else f"{number} sidor"
