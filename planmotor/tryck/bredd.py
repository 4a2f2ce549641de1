"""How wide the columns of a table are to be, judged from the texts of its cells."""

from __future__ import annotations

from collections.abc import Sequence

WIDE = 5  # from so many columns a table has a page on its side,
FEW_ROWS = 6  # unless it is short: then a half empty page before it costs more than narrow columns
PORTRAIT, LANDSCAPE = 92, 152  # characters that a line of a table holds
PADDING = 3  # a cell's margins, in characters
LONG_WORD = 20  # longer words are divided
ONE_LINE = 16  # a column whose texts are at most so long isn't broken if there is room


def is_wide(number: int, rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a table needs a page on its side: many columns, or words that don't fit in a line."""
    many = number >= WIDE and len(rows) > FEW_ROWS
    return many or sum(_least(column) for column in _columns(number, rows)) > PORTRAIT


def widths(number: int, rows: Sequence[Sequence[str]], wide: bool) -> list[str]:
    """Return the width of each column as Typst writes it: its own in a small table, else a share.

    Each gets what its longest word needs; what is left is shared after how much the column has to say.
    """
    columns = _columns(number, rows)
    room = LANDSCAPE if wide else PORTRAIT
    if sum(max(map(len, column), default=0) + PADDING for column in columns) <= room:
        return ["auto"] * number
    least = [_least(column) for column in columns]
    wants = [max(0.0, _mean(column) - narrow) ** 0.8 for column, narrow in zip(columns, least, strict=True)]
    spare = max(0, room - sum(least)) / (sum(wants) or 1)
    return [f"{narrow + want * spare:.1f}fr" for narrow, want in zip(least, wants, strict=True)]


def _columns(number: int, rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[row[column] for row in rows] for column in range(number)]


def _least(texts: Sequence[str]) -> int:
    longest = max(map(len, texts), default=0)
    word = max((len(word) for text in texts for word in text.split()), default=0)
    return (longest if longest <= ONE_LINE else min(word, LONG_WORD)) + PADDING


def _mean(texts: Sequence[str]) -> float:
    """Return a length between the mean and the longest, for a line is as high as its longest cell."""
    lengths = [len(text) for text in texts] or [0]
    return (sum(lengths) / len(lengths) + max(lengths)) / 2
