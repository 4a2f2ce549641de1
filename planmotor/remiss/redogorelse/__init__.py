"""The account of a round: every remark once, with what became of it, and its formats."""
