"""Replies on their way in: from a file to remarks, answers and what nobody could place."""
