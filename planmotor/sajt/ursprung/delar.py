"""What the built site consists of, part by part: its licence, and which files it is."""

from __future__ import annotations

from typing import NamedTuple


class Del(NamedTuple):
    """A part of the site. ``paket`` is the library it comes from, empty for what lies here.

    ``licens`` is an SPDX identifier, and ``filer`` are patterns of paths below the root of the site. A file
    belongs to the first part that has a pattern for it.
    """

    namn: str
    licens: str
    vad: str
    filer: tuple[str, ...]
    paket: str = ""


# What isn't here isn't in the site: a test holds every file that a build makes against it.
DELAR = (
    Del(
        "Pagefind",
        "MIT",
        "Sökmotorn, som körs i läsarens egen webbläsare. Registret är gjort av sidornas text.",
        ("pagefind/*",),
        "pagefind",
    ),
    Del(
        "Material for MkDocs",
        "MIT",
        "Grunden för sidornas utseende. Stilmallen innehåller också våra egna regler.",
        ("assets/stil.*.css", "assets/stylesheets/*"),
        "mkdocs-material",
    ),
    Del(
        "Source Sans 3",
        "OFL-1.1",
        "Typsnittet i PDF-filerna. Bara de tecken som behövs följer med.",
        ("tryck/*.pdf",),
    ),
    Del(
        "Programmet planmotor",
        "MIT",
        "Sidornas byggnad, skript, bilder och ikoner, som är gjorda för webbplatsen.",
        ("assets/*",),
    ),
    Del(
        "Planens texter och data",
        "CC0-1.0",
        "Sidornas text, öppna data, kalendrar, blanketter och PDF-filernas innehåll.",
        ("*",),
    ),
)
LICENSER = {
    "MIT": "https://opensource.org/license/mit",
    "OFL-1.1": "https://openfontlicense.org/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/deed.sv",
}
