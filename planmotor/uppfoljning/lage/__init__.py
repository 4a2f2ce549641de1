"""Following the plan up: what needs attention, who answers for what, and whether the measures move.

Everything is reckoned from the plan and a day; nothing is guessed. The plan says itself how often it is
followed up.
"""
