"""Word and Excel, in and out, and documents in any format: the only wing that knows how such files are made.

``las`` opens what a stranger has sent, refuses what could do harm and reads it without losing a word;
``skriv`` has the looks of all our own files; ``dokument`` is a document of headings, paragraphs, lists and
tables that is written as Word, HTML, Markdown or text. No plan, form or reply is known here: what comes in
is bytes, or the words that the wings above have put together. Calls ``grund`` for words only.
Begin with ``las/fil`` for what comes in, with ``dokument/typer`` for what goes out.
"""
