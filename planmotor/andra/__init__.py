"""Every change of a data file: where it stands in the text, and what a person asked for.

``write`` edits YAML so that every other byte stays; ``revise`` is what people do: a new activity, a local
plan, a decision. All is written or nothing, and never what breaks a rule. Calls ``plan`` and ``grund``.
Begin with ``write/redigering``.
"""
