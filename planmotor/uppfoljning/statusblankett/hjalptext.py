"""What the form says before its rows: written by ``gor``, and known as its own when it comes back."""

from __future__ import annotations

from planmotor.plan.falttyp import Värdeslag, Yta
from planmotor.uppfoljning.statusblankett.falt import FRÅGAS, MEANING, ROWS_SHEET, one_line

# How the lines that differ from form to form begin.
FOR, PLAN, HOLDS = "Status för ", "Plan: ", "Blanketten har "
HEADINGS = ("Gör så här", "Orden betyder", "Bra att veta")
# How each kind of column is filled in, told before the rows and at the cell.
STEPS = {
    Värdeslag.STATUS: "Välj ett ord i kolumnen {namn}. Listan öppnas med Alt och nedpil.",
    Värdeslag.DATUM: "Skriv i {namn} när det ska vara klart: en dag (2025-06-30), en månad (2025-06) "
    "eller ett år (2025).",
    Värdeslag.KOMMENTAR: "Skriv i {namn} det som ordet inte säger: vad som är gjort, vad som återstår och "
    "vad det gav. Kommentaren blir offentlig. Skriv inga namn på personer.",
    Värdeslag.TEXT: "Skriv i {namn}: {hjälp} Texten blir offentlig. Skriv inga namn på personer.",
}
_STEPS = (
    f"Gå till bladet {ROWS_SHEET}. Där är en rad för varje aktivitet.",
    *(STEPS[k.slag].format(namn=k.etikett, hjälp=k.hjälp(Yta.BLANKETT)) for k in FRÅGAS),
    "Har inget ändrats rör du inte raden. Tömmer du en ruta tas uppgiften bort ur planen.",
    "Spara filen och skicka den till den som bad dig om den. Där får du också veta när svaret ska vara inne.",
)
HELP = (
    HEADINGS[0],
    *(f"{number}. {step}" for number, step in enumerate(_STEPS, 1)),
    HEADINGS[1],
    *(f"{word[0].upper()}{word[1:]}: {meaning}" for word, meaning in MEANING.items()),
    "Tom ruta: planen säger inget om läget.",
    HEADINGS[2],
    "Du kan filtrera raderna och ändra kolumnernas bredd.",
    "De grå rutorna är låsta. Vill du sortera tar du bort bladets skydd. Det har inget lösenord.",
)
_OWN = frozenset(map(one_line, HELP))


def is_own(text: str) -> bool:
    """Tell whether a text is one that the form itself brings."""
    return one_line(text) in _OWN or text.startswith((FOR, PLAN, HOLDS))
