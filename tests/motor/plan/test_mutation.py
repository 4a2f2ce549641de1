"""Whatever happens to the files of a plan, the engine says what and where, and never falls over.

The accidents are the same every time; ``make fuzz`` tries many more.
"""

import contextlib
import io
import json
import random
import re
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planmotor.__main__ import main
from planmotor.grund.problem import Problem
from planmotor.grund.report import as_text
from planmotor.plan.draft import MAIN, files_beside
from planmotor.plan.load import load
from planmotor.plan.model import Plan
from tests.hjalp.liten import PLAN

TEXTS = {name: path.read_text(encoding="utf-8") for name, path in files_beside(PLAN).items()}
# What trips YAML, the model or the one who prints.
AWKWARD = [
    *(
        "'",
        '"',
        ":",
        ": ",
        "\t",
        "-",
        "- ",
        "#",
        " #",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "?",
        ",",
        "\\",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        "{}",
        "[]",
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        "---\n",
        "...\n",
        "<<: ",
        "&a ",
        "*a",
        "!!x ",
    ),
    *(
        "\x00",
        "\x07",
        "\x1b[31m",
        "\x85",
        "\u2028",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\ufffe",
        "\u00a0",
        "e\u0301",
    ),
    *(
        "å",
        "İ",
        "ß",
        "漢",
        "😀",
        "𝟛",
        "٣",
        "<script>",
        "%s",
        "{0}",
        "=======\n",
        "<<<<<<< x\n",
    ),
    *("id: ", "id: styrgruppen\n", "namn:", "status: ", "beslutad", "å: {å: {å: å}}\n", "x" * 300),
]
VALUES = [
    *(
        "",
        "null",
        "~",
        "true",
        "0114",
        "1e999",
        "-1",
        "9" * 50,
        "2025-02-30",
        "2025-13",
        "2024-02-29",
        "99999",
    ),
    *(
        "2025–2024",
        "0000",
        "0000-00-00",
        "10000-01-01",
        "ja",
        "klar",
        "pågående",
        "[]",
        "{}",
        "[a, [b]]",
        "{a: b}",
    ),
    *(
        '""',
        "''",
        '"\\n"',
        '"\\e"',
        "a: b",
        "&a b",
        "*a",
        "!!int 3",
        "|",
        ">",
        "# bara",
        "å ä ö",
        "Styrgruppen",
    ),
]


# What a message must never show: characters that hide or move text, and the engine's insides.
HIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]")
INSIDES = re.compile(r"pydantic|Traceback|NoneType|<class|\{(word|key|keys|items|noun|shown)\}")


def mutated(text, chance):
    """Return the text after one accident; ``chance`` decides which and where."""
    lines = text.split("\n")
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(12):
        case 0:  # some lines are lost
            del lines[here : here + chance.randint(1, 4)]
        case 1:  # a block is pasted twice
            lines[here:here] = lines[here : here + chance.randint(1, 6)]
        case 2:  # two neighbours, or any two lines, change places
            there = min(here + 1, len(lines) - 1) if chance.random() < 0.7 else there
            lines[here], lines[there] = lines[there], lines[here]
        case 3:  # the indent changes
            lines[here] = " " * chance.randint(0, 20) + lines[here].lstrip()
        case 4 | 5:  # something is typed where it doesn't belong
            at = chance.randint(0, len(lines[here]))
            lines[here] = lines[here][:at] + chance.choice(AWKWARD) + lines[here][at:]
        case 6 | 7 | 8 | 9:  # a value is replaced
            lines[here] = re.sub(r"(?<=:).*", lambda _: " " + chance.choice(VALUES), lines[here], count=1)
        case 10:  # characters are lost
            at = chance.randint(0, len(lines[here]))
            lines[here] = lines[here][:at] + lines[here][at + chance.randint(1, 8) :]
        case _:  # the file ends too early
            if chance.random() < 0.3:
                del lines[here:]
            else:
                letter = chance.choice(string.ascii_letters)
                lines[here] = lines[here].replace(letter, chance.choice(AWKWARD))
    return "\n".join(lines)


def after_accidents(text, seed):
    """Return the bytes of a file after one to four accidents."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        text = mutated(text, chance)
    raw = text.encode("utf-8")
    at = chance.randint(0, len(raw))
    match chance.randrange(20):
        case 0:
            raw = text.encode(chance.choice(["cp1252", "utf-16", "utf-32", "utf-8-sig"]), "replace")
        case 1:
            raw = raw[:at] + chance.randbytes(chance.randint(1, 20)) + raw[at:]
        case 2:
            raw = raw[:at]
        case 3:
            raw = raw.replace(b"\n", chance.choice([b"\r\n", b"\r"]))
    return raw


def number_of_lines(raw):
    return len(re.split(rb"\r\n|\r|\n", raw))


def hold_to_the_promise(path, name):
    """Check what a user gets of the plan at ``path``, whose file ``name`` may be faulty."""
    printed, said = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(said):
        code = main(["kontrollera", "--data", str(path), "--format", "json"])
    problems = [Problem(**found) for found in json.loads(printed.getvalue())]
    assert code == (1 if problems else 0)
    assert said.getvalue().startswith(f"{len(problems)} fel." if problems else "Inga fel.")
    if not problems:
        assert isinstance(load(path), Plan)
    shown = as_text(problems)
    assert len(shown.splitlines()) == 2 * len(problems)
    assert not HIDDEN.search(shown)
    assert not INSIDES.search(shown)
    lines = number_of_lines((path.parent / f"{name}.yaml").read_bytes())
    for problem in problems:
        assert problem.text.strip()
        assert problem.fix.strip()
        assert re.fullmatch(r"[a-z0-9-]+", problem.rule)
        assert problem.column >= 1
        assert problem.line >= 1
        if problem.path.endswith(f"/{name}.yaml"):
            assert problem.line <= lines


# Every accident comes of one number, which a failure tells of; the file that it made lies in pytest's folder.
SEEDS = st.integers(0, 2**64 - 1)
STEADY = settings(
    deadline=None,
    derandomize=True,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@STEADY
@given(seed=SEEDS)
def test_the_main_file_after_accidents(seed, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "ensam" / f"{MAIN}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(after_accidents(TEXTS[MAIN], seed))
    hold_to_the_promise(path, MAIN)


@pytest.mark.parametrize("name", TEXTS)
@settings(STEADY, max_examples=8)
@given(seed=SEEDS)
def test_each_file_after_accidents_beside_the_others(name, seed, tmp_path_factory):
    folder = tmp_path_factory.getbasetemp() / f"bland-andra-{name.replace('/', '-')}"
    if not folder.exists():
        for other, file in files_beside(PLAN).items():
            copy = folder / f"{other}.yaml"
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    (folder / f"{name}.yaml").write_bytes(after_accidents(TEXTS[name], seed))
    hold_to_the_promise(folder / f"{MAIN}.yaml", name)
