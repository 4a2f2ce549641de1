"""A document of headings, paragraphs, lists and tables (``typer``), and a writer for each of its formats.

Knows neither what the words are about nor where a link leads: the one who builds the document does.
"""
