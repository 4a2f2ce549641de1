"""Benchmarks: how fast the site is built and the plan read, what a reader fetches, and what Lighthouse says.

Each figure stands beside that of a peer doing the same job without this project: plain Material for MkDocs
with the same pages, and plain PyYAML with the same file. ``python -m matning`` prints one table. No test
asserts a time: machines differ, the ratio to the peer less so.
"""
