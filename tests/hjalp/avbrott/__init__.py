"""Commands that are stopped at every call that changes a file: ``make avbrott``.

A power cut, a full disk or a folder that turns read-only comes at a moment that nobody chooses. So each
command is run once to count its calls that change a file, and then once for each of them, stopped just there.
What is found afterwards must be what was there before, or what the command makes: byte for byte, and nothing
beside it.

``skada`` stops a process at a certain call, ``fall`` are the commands, ``prov`` runs and compares.
"""
