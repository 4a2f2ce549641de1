"""What every wing uses and what knows nothing of a plan: problems in words, files, Git, the day.

Comes in: bytes, paths, words. Goes out: text, problems, and files written whole or not at all. Calls no
other wing. A file stays here only while three wings use it. Begin with ``problem``.
"""
