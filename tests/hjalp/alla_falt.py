"""Plans with every text filled by a word of its own, and all that pages, exports and forms make of them."""

import sys
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from functools import partial

from macros.makro import MAKRON
from macros.sidor import svara
from macros.webb import Webb
from planmotor.jamfora.diff import jämför_planer
from planmotor.jamfora.flode import feed
from planmotor.oppna.export import FILES, documents, jsonld
from planmotor.oppna.export.kalender import calendars
from planmotor.oppna.export.katalog import as_rdf
from planmotor.plan.draft import MODELS
from planmotor.plan.load import load
from planmotor.plan.model.post import Post
from planmotor.plan.model.shape import all_posts, is_free_text
from planmotor.sajt.search.synonyms import synonyms
from tests.hjalp.liten import DOCS, PLAN
from tests.hjalp.planer import ROOT

DAY, MOMENT = date(2026, 11, 22), datetime(2026, 11, 22, tzinfo=UTC)
EXAMPLES = ROOT / "tests/exempel/makron"
INDEXER = "_with_id"  # looks for ids in every field, and shows none of them
BASE = "https://exempel.se/"
# Texts that are looked up as ids, or name a page: another word there leads nowhere.
LEADS = {
    *(("Frågeresultat", "fråga"), ("Synpunkt", "avsnitt"), ("Paragraf", "sidor"), ("Frågeformulär", "sida")),
    *(
        ("Förkortning", "kort"),
        ("Organ", "namn"),
        ("Organ", "kallas_även"),
        ("Planuppgifter", "texten_följer"),
    ),
}
FIELDS = dict.fromkeys(
    (post.__name__, name)
    for root in MODELS.values()
    for post in all_posts(root)
    for name in post.model_fields
)
TEXTS = {
    (post.__name__, name)
    for root in MODELS.values()
    for post in all_posts(root)
    for name, field in post.model_fields.items()
    if is_free_text(field) and name != "id"
} - LEADS


def word(key):
    """The word that every text of a field is replaced by."""
    return f"zq{list(FIELDS).index(key):03d}x"


def filled(value):
    """The same records with every text that they hold, or could hold, replaced by the word of its field."""
    if isinstance(value, tuple):
        return tuple(filled(item) for item in value)
    if not isinstance(value, Post):
        return value
    update = {}
    for name in type(value).model_fields:
        key, old = (type(value).__name__, name), getattr(value, name)
        many = isinstance(old, tuple)
        update[name] = filled(old) if key not in TEXTS else (word(key),) if many else word(key)
    return value.model_copy(update=update)


def plan_with_words(file):
    """The plan of a file, filled; what is decided stays as it was."""
    plan = load(file)
    parts = {one.name: filled(getattr(plan, one.name)) for one in fields(plan) if one.name != "arkiv"}
    return replace(plan, **parts)


def made(read):
    """Everything that is made of the example plans; ``read`` is told each field that is read meanwhile."""
    plans = [plan_with_words(EXAMPLES / "plan/aktiviteter.yaml"), plan_with_words(PLAN)]
    pages = [(EXAMPLES.glob("*.md"), EXAMPLES / "docs"), (DOCS.rglob("*.md"), DOCS)]
    with told(read):
        found = [text for plan, given in zip(plans, pages, strict=True) for text in _of(plan, *given)]
    return "\n".join([*found, *_ended()])


@contextmanager
def told(read):
    """Tell of every field of a record that is read."""
    before = Post.__getattribute__

    def get(post, name):
        if sys._getframe(1).f_code.co_name != INDEXER:
            read((before(post, "__class__").__name__, name))
        return before(post, name)

    Post.__getattribute__ = get
    try:
        yield
    finally:
        del Post.__getattribute__


def _of(plan, pages, docs):
    webb = Webb(plan, DAY, "https://git.exempel.se/plan", lambda: "plan/sida/", docs, None, BASE)
    calls = {name: partial(makro.function, webb) for name, makro in MAKRON.items()}
    for page in sorted(pages):
        yield svara(page.read_text(encoding="utf-8"), page.name, calls)
    for file in FILES:
        yield documents.as_json(file, plan).decode()
    yield from (one.decode().replace("\r\n ", "") for one in calendars(plan, BASE, MOMENT).values())
    yield from jsonld.pages(plan, FILES).values()
    yield (as_rdf(plan, FILES, BASE, MOMENT) or b"").decode()
    yield feed(plan, BASE).decode()
    yield str(synonyms(plan))


def _ended():
    """What is told of the rows and the action plans that have ended since they were decided."""
    plan = plan_with_words(ROOT / "tests/exempel/giltiga/beslutade-versioner/aktiviteter.yaml")
    for version in plan.arkiv.versioner:
        yield from (change.text for change in jämför_planer(version.plan, plan))
