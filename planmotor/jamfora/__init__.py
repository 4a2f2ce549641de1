"""What changed between two versions, in words: rows, records and prose.

``diff`` compares, ``granskning`` tells a reviewer about a proposal, ``flode`` is the feed and
``statusbyten`` what Git remembers of statuses. Calls ``klarsprak``, ``plan`` and ``grund``. Begin with
``diff/jamfor``.
"""
