"""Reading what others have sent: ``fil`` opens it, ``word`` and ``arbetsbok`` read it, whoever made it.

Both give an ``innehall``; for a workbook it is ``bladtext`` that does. Raises ``Avvisad``, with why and what
to do about it, for what isn't read.
"""
