"""The pages as data: what they say before anything is made of them, and every fault that they can have.

A page is text, a front matter and calls of macros, and never a program. ``lasning`` reads one page: its
front matter with a YAML parser, its Markdown as a Git host's preview does, its calls by a small grammar. In
``regler`` each rule is a file. ``granska`` puts them together with what pages share: links, the menu and the
site's settings. What a macro takes is told by whoever has the macros (``signaturer``). Calls ``oppna``
for questions, ``plan`` and ``grund``. Begin with ``granska``.
"""
