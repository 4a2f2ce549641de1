"""The JSON Schemas that lie beside the data, and the data held against them."""

import pytest

from planmotor.andra.write.canonical import canonical
from planmotor.andra.write.shape import shape_of
from planmotor.plan.arkivmapp import files
from planmotor.plan.draft import MAIN, MODELS, files_beside, kind_of
from planmotor.plan.schema import schema
from tests.hjalp.planer import DATA, REAL
from tests.motor.plan.test_schema import objections


@pytest.mark.parametrize("name", MODELS)
def test_schema_is_up_to_date(name):
    file = DATA / f"{name}.schema.json"
    assert file.exists(), "Kör: make schema"
    assert file.read_text(encoding="utf-8") == schema(name), "Kör: make schema"


def test_no_schema_is_left_over():
    assert sorted(path.name for path in DATA.glob("*.json")) == sorted(
        f"{name}.schema.json" for name in MODELS
    )


@pytest.mark.parametrize("name", files_beside(REAL))
def test_real_data_follow_their_schema(name):
    assert objections((DATA / f"{name}.yaml").read_text(encoding="utf-8"), kind_of(name)) == []


@pytest.mark.parametrize("path", files(REAL), ids=lambda path: "-".join(path.parts[-2:]))
def test_decided_versions_follow_the_schema(path):
    assert objections(path.read_text(encoding="utf-8"), MAIN) == []


DATA_FILES = [path for path in sorted(DATA.glob("*.yaml")) if shape_of(path).model]


@pytest.mark.parametrize("path", DATA_FILES, ids=lambda path: path.name)
def test_the_data_of_this_project_is_canonical(path):
    text = path.read_text(encoding="utf-8")
    assert canonical(path.read_bytes(), path.name, shape_of(path)) == text
