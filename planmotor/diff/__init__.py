"""What has changed between two versions of a plan, in words that a decision-maker understands.

Rows are matched by id and by ``ersätter``, never by text. ``jämför_planer`` compares two plans, ``bitar`` two
texts; the formats (``som_text``, ``som_markdown``, ``som_html``, ``som_json``) show a ``Jämförelse``.
"""
