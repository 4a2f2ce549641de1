"""The typed plan: frozen, with Swedish names as in the data, and an index by id."""

from planmotor.model.plan import Plan, Rad

__all__ = ["Plan", "Rad"]
