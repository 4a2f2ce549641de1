"""Where the site comes from: what is in it, under which licences, and whether a copy is what a tag makes."""
