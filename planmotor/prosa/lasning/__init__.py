"""Reads one page: front matter, Markdown, HTML and calls of macros, each with the place where it stands."""
