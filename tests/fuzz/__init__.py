"""Inputs that nobody would write, by the thousand: no traceback, none over two seconds, none without a file.

``slump`` spoils texts and archives, ``slag`` knows each kind of file and who reads it, and ``domare`` runs
one input and judges what was said. The same number always gives the same input. ``python -m tests.fuzz``
runs many; one that fails is kept in ``.cache/fuzz``, and belongs in ``tests/exempel/fuzz`` once it is mended.
"""
