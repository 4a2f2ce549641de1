"""Signs that only one font knows, as the signs that everybody has.

Word's bullets, and the faces and arrows that it makes of ``:)`` and ``-->``, are numbers in the private part
of Unicode: they mean something in the fonts Symbol and Wingdings alone. Copied into a plan or a reply they
are a box on screen, and on paper nothing at all.
"""

from __future__ import annotations

import re

# The ones that Word writes by itself or offers as bullets. What others mean depends on their font.
PRIVATE = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0A8: "◻",
    0xF06C: "●",
    0xF06D: "○",
    0xF06E: "■",
    0xF06F: "□",
    0xF071: "❑",
    0xF075: "◆",
    0xF076: "❖",
    0xF0D8: "➢",
    0xF0FB: "✗",
    0xF0FC: "✓",
    0xF0FD: "☒",
    0xF0FE: "☑",
    0xF0DF: "←",
    0xF0E0: "→",
    0xF0E1: "↑",
    0xF0E2: "↓",
    0xF0E8: "➔",
    0xF0F0: "⇨",
    0xF04A: "☺",
    0xF04B: "😐",
    0xF04C: "☹",
}


_ANY = re.compile(f"[{''.join(map(chr, PRIVATE))}]")


def meant(text: str) -> str:
    """Return the text with the private signs of Word as those that they stand for."""
    return text.translate(PRIVATE) if _ANY.search(text) else text
