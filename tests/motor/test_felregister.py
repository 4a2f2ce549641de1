"""Every row of ``felregister.yaml``: a fault that others have reported, tried on the product."""

import re
from pathlib import Path

import pytest
import yaml

from tests.hjalp.felregister import RUNNERS

ROWS = yaml.safe_load(Path(__file__).with_name("felregister.yaml").read_text(encoding="utf-8"))
LEAST = 107
REPORT = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+)/(?:issues|pull)/(\d+)")
LONG = "lång text i en cell som inte får plats på en sida. " * 200


def name(row):
    return "#".join(REPORT.fullmatch(row["rapport"]).groups())


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_what_others_have_met(row, tmp_path):
    given = {
        key: value.replace("@LÅNG@", LONG) if isinstance(value, str) else value
        for key, value in row["in"].items()
    }
    made = RUNNERS[row["prov"]](given, tmp_path)
    for key, wanted in row["vill"].items():
        assert key in made, made
        if isinstance(wanted, str) and isinstance(made[key], str):
            assert wanted in made[key]
        else:
            assert made[key] == wanted


def test_every_row_says_what_happened_and_is_tried():
    assert len(ROWS) >= LEAST
    assert len({row["rapport"] for row in ROWS}) == len(ROWS)
    assert all(row["läge"].endswith(".") and row["vill"] for row in ROWS)
    assert {row["prov"] for row in ROWS} == set(RUNNERS)
