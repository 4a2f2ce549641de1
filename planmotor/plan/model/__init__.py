"""The typed plan: frozen, with Swedish names as in the data, and an index by id."""

from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad

__all__ = ["Plan", "Rad"]
