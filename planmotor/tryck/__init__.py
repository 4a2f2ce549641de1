"""The built pages on paper: documents in PDF that look the same everywhere and can be read aloud.

``offentligt.till_pdf`` sets any pages of HTML; ``tryckeri`` knows the parts of the plan. The package itself
imports nothing, so that ``delar`` and ``raknare`` can be used without the libraries that print needs.

Calls ``plan`` and ``grund``. Begin with ``tryckeri``.
"""
