"""Status without YAML: a form in Excel for each body, and the way back from it into the plan.

``gor`` makes the forms; ``las_fil`` and ``tolka`` read filled-in ones, ``jamka`` holds them against the plan
and against each other, ``andra`` edits the data file.
"""
