"""The plan: from YAML to typed records that follow every rule, and its versions through time.

Comes in: the data files, decided versions and what Git remembers. ``source`` parses, ``draft`` holds the
values against ``model``, ``rules`` judge them and ``load`` hands out a ``Plan`` or every problem at once.
Calls ``grund`` only. Begin with ``load``.
"""
