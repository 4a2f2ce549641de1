"""Writing Word and Excel: looks, paper and language in one place, and the same bytes for the same contents.

Begin with ``word`` or ``excel``. ``wordxml`` has the pieces of a document, ``celltext`` what a cell holds.
"""
