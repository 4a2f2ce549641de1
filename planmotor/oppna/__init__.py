"""The plan for other programs and for questions: open data and a small query language.

``export`` writes one format a file, ``query`` answers ``planmotor fråga``. Calls ``plan`` and ``grund``.
Begin with ``export``.
"""
