"""The engine behind a joint plan: reads the plan's data, checks it and makes documents of it.

Imports run one way: ``problem ← source ← model ← rules, export ← cli``. Nothing here knows MkDocs or a
page's HTML, and nothing names a region, a municipality or a body: all of that is data.
"""
