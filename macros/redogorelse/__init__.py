"""Macro for what was said in a consultation, and what became of it."""

from __future__ import annotations

from macros.makro import makro
from macros.markdown import marked
from macros.webb import Webb
from planmotor.remiss.avsnitt import titlar
from planmotor.remiss.redogorelse.html import NONE_READ, parts
from planmotor.remiss.redogorelse.publicera import FOLDER, WORD_AND_EXCEL, plats
from planmotor.remiss.redogorelse.redogorelse import namn, redogörelse


@makro
def samrådsredogörelse(webb: Webb, *, remiss: str | None = None) -> str:
    """Varje synpunkt i en remiss med ställningstagandet; den senaste remissen när ingen anges."""
    read = [fil.remiss for fil in webb.plan.synpunkter if fil.alla]
    id = remiss or (read[-1] if read else "")
    fil, post = webb.plan.remissens_synpunkter(id), webb.plan.remiss(id)
    if fil is None or post is None or not fil.alla:
        return marked(f'<p class="ruta">{NONE_READ}</p>')
    titles = titlar(webb.plan, webb.docs)
    made = redogörelse(webb.plan, post, fil, titles)
    files = ", ".join(
        f'<a href="{webb.rot}{FOLDER}/{namn(made)}.{ending}">{name}</a>' for name, ending in WORD_AND_EXCEL
    )
    parted = "\n\n".join(f"## {heading}\n\n{marked(html)}" for heading, html in parts(made, webb.rot))
    return marked(f"<p>Hela redogörelsen som fil: {files}{plats(made)}.</p>") + f"\n{parted}"
