"""Records beside the rows, compared by their ids and field by field: bodies, measures, facts of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_args

from pydantic import AfterValidator

from planmotor.diff.ord import same_words
from planmotor.diff.sprak import citat, uppräknade
from planmotor.model.aktiviteter import Värde
from planmotor.model.plan import Plan
from planmotor.model.post import Post
from planmotor.model.types import Ref

Change = tuple[str, str | None, str | None, str]  # id, före, efter and text

# What is compared elsewhere: the records below a record, and whom it follows.
ELSEWHERE = {
    *("id", "aktiviteter", "delaktiviteter", "effektmått", "lokala_rekommendationer", "områden"),
    *("riktvärden", "utgår", "ersätter", "egna", "rekommendationer", "kommun"),
}
WORDS = {True: "ja", False: "nej", None: ""}


def poster(
    kallas: tuple[str, str, str], before: Iterable[Post], after: Iterable[Post], plans: tuple[Plan, Plan]
) -> Iterator[Change]:
    """Yield what came, changed and went among records with ids, in the order of the later version.

    ``kallas`` are the words for one that is new, one that is gone and one that stays: Nytt effektmått,
    Borttaget effektmått, Effektmåttet.
    """
    old: dict[str, Any] = {post.id: post for post in before}  # type: ignore[attr-defined]
    new: dict[str, Any] = {post.id: post for post in after}  # type: ignore[attr-defined]
    for id, post in new.items():
        if id not in old:
            yield id, None, post.namn, f"{kallas[0]}: {citat(post.namn)}"
        else:
            yield from _changed(f"{kallas[2]} {citat(post.namn)}", id, (old[id], post), plans)
    for id, post in old.items():
        if id not in new:
            yield id, post.namn, None, f"{kallas[1]}: {citat(post.namn)}"


def _changed(what: str, id: str, posts: tuple[Post, Post], plans: tuple[Plan, Plan]) -> Iterator[Change]:
    found = list(fält(posts, plans))
    if found:
        before, after = ("; ".join(filter(None, side)) or None for side in list(zip(*found, strict=True))[:2])
        yield id, before, after, f"{what}: {'; '.join(text for _old, _new, text in found)}"


def fält(posts: tuple[Post, Post], plans: tuple[Plan, Plan]) -> Iterator[tuple[str, str, str]]:
    """Yield each field that differs between two records: what it said, what it says and how to tell it."""
    for name, field in type(posts[1]).model_fields.items():
        if name in ELSEWHERE:
            continue
        show = _shower(field.metadata, field.annotation)
        old, new = (show(getattr(post, name), plan) for post, plan in zip(posts, plans, strict=True))
        if not same_words(old, new):
            yield old, new, _told(name.replace("_", " "), old, new)


def _told(name: str, old: str, new: str) -> str:
    if not old or not new:
        return f"{name} angivet: {citat(new)}" if new else f"{name} borttaget: var {citat(old)}"
    return f"{name} är nu {citat(new)} i stället för {citat(old)}"


def _shower(metadata: Iterable[Any], annotation: Any) -> Callable[[Any, Plan], str]:
    """Return how a value of this field is shown: an id by the name that it stands for."""
    by_name = _is_reference(metadata, annotation)

    def show(value: Any, plan: Plan) -> str:
        if isinstance(value, tuple):
            return uppräknade([show(item, plan) for item in value])
        if isinstance(value, Värde):
            return f"{value.år}: {value.värde}{f' ({value.källa})' if value.källa else ''}"
        if by_name and value in plan.index:
            return plan.kort(value)
        return WORDS[value] if value is None or isinstance(value, bool) else str(value)

    return show


def _is_reference(metadata: Iterable[Any], annotation: Any) -> bool:
    marks = (getattr(mark.func, "__self__", None) for mark in metadata if isinstance(mark, AfterValidator))
    if any(isinstance(owner, Ref) for owner in marks):
        return True
    inner = getattr(annotation, "__metadata__", ())
    return any(_is_reference(inner, part) for part in get_args(annotation))
