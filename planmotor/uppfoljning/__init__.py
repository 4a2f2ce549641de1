"""Following the plan up: what needs attention, what a meeting is told, and statuses through Excel.

``lage`` is the state on a day, ``rapport`` the basis for a meeting and ``statusblankett`` the form out and
in. Calls ``tryck``, ``jamfora``, ``andra``, ``office``, ``plan`` and ``grund``. Begin with ``lage/datum``.
"""
