"""The engine behind a joint plan: reads the plan's data, checks it and makes documents of it.

It is a house of wings, and ``WINGS`` is its plan. Nothing here knows MkDocs or a page's HTML, and nothing
names a region, a municipality or a body: all of that is data.
"""

# From the top floor down, each with its rooms in the same order. A wing uses only wings that stand below it,
# and a room only rooms below it in its own wing; files never import each other in a loop. A test holds the
# code, and the table in CONTRIBUTING.md, against this list. ``macros`` stands above all of them.
WINGS = {
    "commands": ("remiss",),
    "sajt": ("lankprov", "search", "ursprung"),
    "remiss": ("redogorelse", "lasning", "blankett"),
    "uppfoljning": ("statusblankett", "rapport", "lage"),
    "jamfora": ("granskning", "diff"),
    "klarsprak": (),
    "prosa": ("regler", "lasning"),
    "tryck": (),
    "oppna": ("query", "export"),
    "andra": ("revise", "write"),
    "office": ("dokument", "skriv", "las"),
    "plan": ("rules", "model"),
    "grund": ("skrivning",),
}
