"""The page on how to answer a consultation."""

from __future__ import annotations

from planmotor.tryck.skrift import string, words, write_date
from planmotor.tryck.uppgifter import Remissuppgifter


def svarssida(remiss: Remissuppgifter) -> str:
    """Return the page as markup, as a chapter of its own; what nobody has said is left out."""
    return "\n\n".join(
        [
            "#kapitel",
            '#heading(level: 1, numbering: none)[#"Så svarar du på remissen";]',
            words("Läs det som rör er. Svara på det ni vill ändra, och skriv gärna vad som är bra."),
            words("Svara i blanketten i Word eller Excel, eller i formuläret på webbplatsen."),
            *_facts(remiss),
            '#heading(level: 2, numbering: none)[#"Peka ut stället";]',
            words("Till varje synpunkt behövs avsnitt, sida och rad, så att alla läser samma ställe."),
            _list(
                "Avsnittet har ett nummer i rubriken.",
                "Sidans nummer står längst ned på sidan.",
                "Raderna i löpande text är numrerade i vänster marginal. De börjar om på 1 på varje sida.",
                "Raderna i tabeller har nummer med R före. De löper genom hela dokumentet.",
            ),
            '#heading(level: 2, numbering: none)[#"Skriv synpunkten";]',
            _list(
                "Avsnitt, sida och rad.",
                "Synpunkten: vad som är fel, oklart eller saknas.",
                "Föreslagen lydelse: texten så som ni vill ha den.",
                "Motivering: varför.",
            ),
            words("Svara som organ. Skriv inga uppgifter om enskilda personer."),
            *_questions(remiss),
        ]
    )


def _facts(remiss: Remissuppgifter) -> list[str]:
    facts = [
        ("Beteckning", remiss.beteckning),
        ("Svara senast", write_date(remiss.svara_senast) if remiss.svara_senast else None),
        *(("Svara till", line) for line in remiss.svara_till),
        ("Svarsblanketter", remiss.adress),
    ]
    lines = [f"terms.item([{words(name)}], [{words(value)}])" for name, value in facts if value]
    return [f"#fakta({', '.join(lines)})"] if lines else []


def _questions(remiss: Remissuppgifter) -> list[str]:
    if not remiss.frågor:
        return []
    items = ", ".join(f"[{words(text)}]" for text in remiss.frågor)
    return [f"#heading(level: 2, numbering: none)[#{string('Frågorna')};]", f"#enum({items})"]


def _list(*texts: str) -> str:
    return f"#list({', '.join(f'[{words(text)}]' for text in texts)})"
