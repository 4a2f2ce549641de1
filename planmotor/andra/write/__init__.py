"""Writing the data files: a change is made where it stands, and every other byte is left as it was.

A file is never loaded and dumped. Its parser events say where each value begins and ends, and an edit
replaces just that: comments, blank lines, order and quotation marks elsewhere can't change. (A round-trip
dumper hangs a comment on the value before it, so a record that is added, moved or removed takes its
neighbour's comment along.) ``Redigering`` edits one file, ``save`` writes several: all of them, and only
when the plan that they make follows every rule, or none. ``canonical`` gives a file its canonical form.
"""

from planmotor.andra.write.redigering import Redigering
from planmotor.andra.write.save import check_saved, save

__all__ = ["Redigering", "check_saved", "save"]
