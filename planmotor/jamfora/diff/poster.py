"""Records beside the rows, compared by their ids and field by field: bodies, measures, facts of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_args

from pydantic import AfterValidator

from planmotor.grund.sprak import citat, uppräknade
from planmotor.jamfora.diff.ord import same_words
from planmotor.plan.model.aktiviteter import Värde
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.post import Post
from planmotor.plan.model.types import Ref

Change = tuple[str, str | None, str | None, str]  # id, före, efter and text

# What is compared elsewhere: the records below a record, and whom it follows.
ELSEWHERE = {
    *("id", "aktiviteter", "delaktiviteter", "effektmått", "lokala_rekommendationer", "områden"),
    *("riktvärden", "utgår", "ersätter", "egna", "rekommendationer", "kommun"),
    "beslutas_med_planen",  # how the file is ordered, nothing that anybody decides
}
RENAMED = "heter nu"
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
            yield from postens(f"{kallas[2]} {citat(old[id].namn)}", id, (old[id], post), plans)
    for id, post in old.items():
        if id not in new:
            yield id, post.namn, None, f"{kallas[1]}: {citat(post.namn)}"


def postens(what: str, id: str, posts: tuple[Post, Post], plans: tuple[Plan, Plan]) -> Iterator[Change]:
    """Yield the one change of a record that stayed: all its fields that differ, its name first."""
    found = list(_fields(posts, plans))
    if found:
        before, after = ("; ".join(filter(None, side)) or None for side in list(zip(*found, strict=True))[:2])
        yield id, before, after, f"{what}{_told_of([text for *_, text in found])}"


def _told_of(texts: list[str]) -> str:
    named = texts[0].startswith(RENAMED)
    return f" {'; '.join(texts)}" if named else f": {'; '.join(texts)}"


def _fields(posts: tuple[Post, Post], plans: tuple[Plan, Plan]) -> Iterator[tuple[str, str, str]]:
    """Yield each field that differs between two records: what it said, what it says and how to tell it.

    Ids are what is compared; they are told by their names in whichever plan knows them.
    """
    for name, field in type(posts[1]).model_fields.items():
        if name in ELSEWHERE:
            continue
        old, new = (getattr(post, name) for post in posts)
        if not same_words(_shown(old, str), _shown(new, str)):
            by_name = _is_reference(field.metadata, field.annotation)
            before, after = (_shown(value, _namer(plans) if by_name else str) for value in (old, new))
            nameless = by_name and (before, after) == (_shown(old, str), _shown(new, str))
            label = name.replace("_", " ")
            yield before, after, f"{label} är ändrad" if nameless else _told(label, before, after)


def _told(name: str, old: str, new: str) -> str:
    if name == "namn":
        return f"{RENAMED} {citat(new)}"
    if not old or not new:
        return f"{name} är nu {citat(new)}, förut inget" if new else f"{name} anges inte, förut {citat(old)}"
    return f"{name} är nu {citat(new)} i stället för {citat(old)}"


def _namer(plans: tuple[Plan, Plan]) -> Callable[[str], str]:
    return lambda id: next((plan.kort(id) for plan in reversed(plans) if id in plan.index), id)


def _shown(value: Any, name: Callable[[str], str]) -> str:
    """Return a value as people read it."""
    if isinstance(value, tuple):
        return uppräknade([_shown(item, name) for item in value])
    if isinstance(value, Värde):
        return f"{value.år}: {value.värde}{f' ({value.källa})' if value.källa else ''}"
    if value is None or isinstance(value, bool):
        return WORDS[value]
    return name(value) if isinstance(value, str) else str(value)


def _is_reference(metadata: Iterable[Any], annotation: Any) -> bool:
    """Tell whether a field holds ids of records in some list."""
    marks = (getattr(mark.func, "__self__", None) for mark in metadata if isinstance(mark, AfterValidator))
    inner = getattr(annotation, "__metadata__", ())
    return any(isinstance(owner, Ref) for owner in marks) or any(
        _is_reference(inner, part) for part in get_args(annotation)
    )
