#!/usr/bin/env python
"""Makes the fall-back fonts of print, and the list of all characters that print can show.

    verktyg/typsnitt.py NOTO_EMOJI.ttf NOTO_SANS_SYMBOLS_2.woff

The fonts are those of the npm packages @expo-google-fonts/noto-emoji (400Regular) and
@fontsource/noto-sans-symbols-2 (symbols-400-normal). They keep only what neither Source Sans 3 nor the fonts
within Typst show, so that no other character changes its look. Typst itself is asked what it can show. Run it
again after Typst or Source Sans 3 has been updated. fontTools comes with the test libraries.
"""

import sys
import unicodedata
from collections.abc import Iterator
from itertools import count, groupby
from pathlib import Path

import typst
from fontTools import subset
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent.parent / "planmotor/tryck/typsnitt"
# Letters and signs of Europe and around it, mathematics, symbols and pictures. All else becomes a number.
ASKED = (
    *(range(0x20, 0x0700), range(0x1D00, 0x2C00), range(0xFB00, 0xFB50), range(0xFE20, 0xFE30)),
    *(range(0xFFF0, 0x10000), range(0x1D400, 0x1D800), range(0x1F000, 0x1FC00)),
)
# Of Symbols 2, signs and pictures of today: no dominoes, chess or hexagrams.
SYMBOLS = [*range(0x2000, 0x2800), *range(0x2B00, 0x2C00), *range(0x1F100, 0x1F900)]


def shown(codes: list[int]) -> Iterator[int]:
    """Yield the characters that Typst can show after a letter, as a whole word or a mark upon it."""
    if not codes or _compiles(codes):
        yield from codes
    elif len(codes) > 1:
        half = len(codes) // 2
        yield from shown(codes[:half])
        yield from shown(codes[half:])


def _compiles(codes: list[int]) -> bool:
    words = "\n\n".join(f'#"x\\u{{{code:x}}}";' for code in codes)
    source = f'#set document(title: "x")\n#set text(font: "Source Sans 3")\n{words}'
    fonts = {"font_paths": [str(FOLDER)], "ignore_system_fonts": True}
    try:
        typst.compile(source.encode(), pdf_standards=["ua-1", "a-2a"], **fonts)
    except typst.TypstError:
        return False
    return True


def reduce(path: str, keep: set[int], name: str) -> None:
    """Write the font with these characters alone, without hints and without joined pictures."""
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, glyph_names=False)
    options.name_IDs = ["*"]
    options.drop_tables += ["vhea", "vmtx", "DSIG", "STAT"]
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = None
    made = subset.Subsetter(options)
    made.populate(unicodes=keep)
    made.subset(font)
    font.save(FOLDER / name)


def main(emoji: str, symbols: str) -> None:
    """Write both fonts and the list."""
    for old in FOLDER.glob("Noto*.ttf"):
        old.unlink()
    every = [
        code for some in ASKED for code in some if unicodedata.category(chr(code)) not in {"Cc", "Cn", "Co"}
    ]
    known = set(shown(every))
    pictures = set(TTFont(emoji).getBestCmap()) - known
    reduce(emoji, pictures, "NotoEmoji-Regular.ttf")
    reduce(
        symbols,
        set(TTFont(symbols).getBestCmap()) & set(SYMBOLS) - known - pictures,
        "NotoSansSymbols2-Regular.ttf",
    )
    codes = sorted(known | set(shown([code for code in every if code not in known])))
    runs = [
        [code for _, code in run] for _, run in groupby(zip(count(), codes), lambda pair: pair[1] - pair[0])
    ]
    lines = [f"{run[0]:04X}" + (f"-{run[-1]:04X}" if len(run) > 1 else "") for run in runs]
    (FOLDER / "tecken.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
