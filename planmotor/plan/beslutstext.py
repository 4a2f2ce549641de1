"""Which pages a decision is about: the plan's own chapters, and the page of the action plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planmotor.plan.model.plan import Plan

CHAPTERS = ("plan/", "strategier/")
ACTION_PLANS = "handlingsplaner/"


def beslutade_sidor(pages: Mapping[str, str], handlingsplan: str, med_planen: bool) -> dict[str, str]:
    """Return the pages that are decided with an action plan, of all pages by their paths below ``docs``.

    ``med_planen`` says that the plan itself is decided with it. An overview of several action plans, and the
    pages for citizens, are about more than one decision and belong to none.
    """
    wanted = f"{ACTION_PLANS}{handlingsplan}.md"
    return {
        path: text
        for path, text in pages.items()
        if path == wanted or (med_planen and path.startswith(CHAPTERS))
    }


def page_address(path: str) -> str:
    """Return the address of a page by its path below ``docs``: plan/index.md is plan."""
    return path.removesuffix(".md").removesuffix("index").strip("/")


def in_order(paths: Iterable[str], plan: Plan) -> list[str]:
    """Return the pages chapter by chapter: the first page of each folder ahead, strategies in order."""
    chapters = (*CHAPTERS, ACTION_PLANS)
    rank = {område.id: number for number, område in enumerate(plan.områden)}

    def place(path: str) -> tuple[int, int, str]:
        chapter = next((n for n, folder in enumerate(chapters) if path.startswith(folder)), len(chapters))
        name = path.rpartition("/")[2].removesuffix(".md")
        return chapter, -1 if name == "index" else rank.get(name, len(rank)), path

    return sorted(paths, key=place)


def versionens_namn(plan: Plan, handlingsplan: str, pages: Iterable[str]) -> str:
    """Return what a decided version is called: the plan, when its chapters are in it, or the action plan."""
    with_plan = any(path.startswith(CHAPTERS) for path in pages)
    return plan.uppgifter.namn if with_plan else plan.namn(handlingsplan)
