"""A consultation round from the day it opens to what was said: state, sections, reply forms."""
