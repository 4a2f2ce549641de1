"""The one way to write files for people: all of them or none, whatever happens meanwhile.

Two people may write at the same time, a disk may be full, and a computer may lose its power between two
files. Only one at a time writes in a folder (``las``). What is to be written lies whole beside what it
replaces, and a journal says which, before the first file is replaced (``journal``); so whoever comes next can
finish what was interrupted, or undo it. A link is followed, rights are kept, and a file that somebody else
changed meanwhile is never written over.

``write_all`` writes files. ``writing`` holds a folder from reading to writing, for commands that do both.
``recover`` is for those who only read. ``put`` writes one file that can be made again, such as a cached one.
Every hidden file of this room begins with ``PREFIX``, which git ignores.
"""

from planmotor.grund.skrivning.alla import Expected, recover, write_all, write_file, writing
from planmotor.grund.skrivning.fil import PREFIX, Changed, digest, put
from planmotor.grund.skrivning.las import held, is_held

__all__ = [
    "PREFIX",
    "Changed",
    "Expected",
    "digest",
    "held",
    "is_held",
    "put",
    "recover",
    "write_all",
    "write_file",
    "writing",
]
