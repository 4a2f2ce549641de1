"""``planmotor.plan.schema``: what completes and explains every field in an editor."""

import json
import re
import unicodedata

import jsonschema
import pytest
import yaml

from planmotor.plan.draft import MAIN, MODELS, kind_of
from planmotor.plan.model.shape import all_posts
from planmotor.plan.schema import schema
from tests.hjalp.planer import MINIMAL, ROOT

ENGLISH = {
    "the",
    "of",
    "and",
    "is",
    "when",
    "whether",
    "which",
    "must",
    "name",
    "list",
    "date",
    "with",
    "not",
}


def described(name):
    """Yield (what, its description) for every record and field of a file's schema."""
    made = json.loads(schema(name))
    records = made.get("$defs", {})
    for record in (made, *records.values()):
        yield record["title"], record.get("description", "")
        for field, said in record["properties"].items():
            # A field with the very words of its record leaves them to the record.
            its_record = records.get(said.get("$ref", "").rpartition("/")[2], {})
            yield f"{record['title']}.{field}", said.get("description") or its_record.get("description", "")


@pytest.mark.parametrize("name", MODELS)
def test_every_record_and_field_is_described_in_swedish(name):
    for what, text in described(name):
        assert re.fullmatch(r"[A-ZÅÄÖ].+\.", text, re.DOTALL), f"{what}: {text!r}"
        assert not ENGLISH & set(re.findall(r"\w+", text.lower())), f"{what}: {text!r}"


@pytest.mark.parametrize("name", MODELS)
def test_unknown_keys_are_refused_in_the_editor_too(name):
    made = json.loads(schema(name))
    assert all(record["additionalProperties"] is False for record in (made, *made.get("$defs", {}).values()))


def test_every_record_of_the_model_is_in_a_schema():
    for name, model in MODELS.items():
        records = {what for what, _ in described(name) if "." not in what}
        assert {post.__name__ for post in all_posts(model)} == records


def test_words_to_choose_between_are_offered():
    made = json.loads(schema())
    words = made["$defs"]["Aktivitet"]["properties"]["status"]
    assert "ingår i annat arbete" in json.dumps(words, ensure_ascii=False)


class Editor(yaml.SafeLoader):
    """Reads YAML as an editor with YAML 1.2 does: dates and yes stay text."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))
VALID = ROOT / "tests/exempel/giltiga"


def objections(text, name):
    """Return what a validator of JSON Schema says, as an editor would show it."""
    validator = jsonschema.Draft202012Validator(json.loads(schema(name)))
    values = yaml.load(unicodedata.normalize("NFC", text), Editor)
    return [f"{list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(values)]


@pytest.mark.parametrize("path", sorted(VALID.rglob("*.yaml")), ids=lambda path: path.name)
def test_valid_examples_follow_the_schema(path):
    within = kind_of("/".join(path.relative_to(VALID).with_suffix("").parts[1:]))
    name = within if within in MODELS else MAIN
    # A code without quotation marks can be read, but an editor does well to say that it is a number.
    text = path.read_text(encoding="utf-8-sig").replace("kod: 0115", 'kod: "0115"')
    assert objections(text, name) == []


def test_an_editor_sees_what_the_engine_refuses():
    text = MINIMAL.replace("slag: strategi", "slag: strategy").replace(
        "namn: Ta fram rutiner", "nam: Rutiner"
    )
    assert len(objections(text, MAIN)) == 3
