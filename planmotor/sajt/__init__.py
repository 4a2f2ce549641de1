"""The site as a whole: built in a fresh folder, and swapped in when every step has succeeded.

Comes in: a sound plan and the pages that the site's builder makes. Calls the wings that make files for it.
Begin with ``build``.
"""
