"""Word and Excel, in and out: the only wing that knows their formats.

``las`` opens what a stranger has sent, refuses what could do harm and reads it without losing a word;
``skriv`` has what our own files share; ``dokument`` is a document of headings, paragraphs and tables that
is written as Word, HTML, Markdown or text. Knows no plan: calls ``grund`` and ``plan`` for words only.
Begin with ``las/paket``.
"""
