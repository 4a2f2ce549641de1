"""A document of headings, paragraphs, lists and tables, and the formats it is written in."""
