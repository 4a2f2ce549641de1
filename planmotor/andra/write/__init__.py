"""Writing the data files: a change is made where it stands, and every other byte is left as it was.

A file is never loaded and dumped. Its parser events say where each value begins and ends, and an edit
replaces just that: comments, blank lines, order and quotation marks elsewhere can't change. ``Redigering``
edits one file, ``save`` writes several: all of them, and only when the plan that they make follows every
rule, or none. ``canonical`` gives a file its canonical form.

Why not a library: ruamel.yaml 0.19 was tried behind the same interface, in 135 lines. It leaves 40 of 42 data
files as they were, and most of the tests of this room pass. These can't, for it hangs a comment on the value
before it:

- A record removed from a list leaves its own comment there, and takes its neighbour's. Of ``# Först``, ``id:
  ett``, ``# Andra``, ``id: tva`` without the first record remain ``# Först`` and ``id: tva``: a false remark.
- A new record, first or between two, stands above or below the wrong comment.
- A decision that takes away ``utgår`` leaves the comment that explained it (``# Utan efterföljare.``).
- Keys put in the model's order swap the comments above them.
- One edit writes all of the file anew: ``{a: 1}  # ord`` loses a space, and a file that isn't in canonical
  form changes far from the edit.

To mend that is to hand out comments ourselves, in the library's inner tokens. It would also take 1.1 seconds
to change one name in the largest file, where this takes 0.1.
"""

from planmotor.andra.write.redigering import Redigering
from planmotor.andra.write.save import check_saved, save

__all__ = ["Redigering", "check_saved", "save"]
