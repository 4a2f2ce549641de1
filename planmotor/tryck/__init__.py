"""The built pages on paper: documents in PDF that look the same everywhere and can be read aloud.

``till_pdf`` sets any pages of HTML; ``planmotor.tryck.tryckeri`` knows the parts of the plan.
"""

from planmotor.tryck.offentligt import Faktum, Remissuppgifter, Sida, Uppgifter, av_html, läs_sida, till_pdf

__all__ = ["Faktum", "Remissuppgifter", "Sida", "Uppgifter", "av_html", "läs_sida", "till_pdf"]
