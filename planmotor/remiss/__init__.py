"""A consultation round from the day it opens to what was said.

``blankett`` makes the forms that go out, ``lasning`` reads the replies that come in, and ``redogorelse`` is
the account of them; ``avsnitt`` names the sections that all three speak of. Calls ``tryck``, ``andra``,
``office``, ``plan`` and ``grund``. Begin with ``avsnitt``.
"""
