"""Why a file isn't read, in words for the one who has to answer the sender."""

from __future__ import annotations


class Avvisad(Exception):
    """A file that isn't read. ``text`` says why, ``råd`` what to do about it."""

    def __init__(self, text: str, råd: str) -> None:
        """Keep both, for the one who has to answer the sender."""
        self.text, self.råd = text, råd
        super().__init__(text)


# Words, and no exception: one that is raised again and again keeps in memory what it was raised for.
SEND_AGAIN = "Be avsändaren att skicka den igen."
DAMAGED = ("Filen är skadad och går inte att läsa.", SEND_AGAIN)
