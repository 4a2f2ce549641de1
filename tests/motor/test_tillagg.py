"""What it takes to add a field or a status word: both are added to a copy of the code, and then looked for.

The files that the tests change are the ones that CONTRIBUTING names; no surface needs to be told.
"""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from planmotor.plan.falttyp import Yta
from planmotor.plan.model.statusord import MÄRKEN, STATUSORD
from tests.hjalp.ord_pa_ytor import colours
from tests.hjalp.planer import ROOT

COPIED = ("planmotor", "macros", "overrides/partials", "docs/assets", "tests/exempel/giltiga")
HELPERS = ("__init__.py", "hjalp/__init__.py", "hjalp/pa_ytor.py", "hjalp/ord_pa_ytor.py")
MODEL, TABLE = "planmotor/plan/model/aktiviteter.py", "planmotor/plan/falt.py"
FILTER, COLOURS = "docs/assets/andringar.css", "docs/assets/grund.css"
WORDS = "planmotor/plan/model/statusord.py"
MOST_FOR_A_FIELD, MOST_FOR_A_WORD = 3, 2

FIELD = '    hinder: Text | None = Field(None, description="Det som står i vägen.")\n'
ENTRY = """    Aktivitetsfält("hinder", "Hinder", Värdeslag.TEXT, utan={T.JSONLD: NO_TERM, T.LUCKOR: MAY_LACK}),
    Aktivitetsfält("samråd", "Samråd", Värdeslag.ORGAN, utan={T.BLANKETT: FORM_IS_SHORT, T.JSONLD: NO_TERM}),
"""  # noqa: E501
BODIES = '    samråd: Flera[OrganId] = Field((), description="Id för de organ som rådfrågas.")\n'
WORD = """    Statusord(
        "på väg",
        RING + _line("M5 8h6"),
        "vagen",
        betyder="arbetet är beslutat men har inte börjat.",
        menas=("planerad",),
        framåt=True,
        avslutad=False,
    ),
"""


@pytest.fixture
def copy(tmp_path):
    """A copy of the code, with the tests' helpers and nothing else."""
    made = tmp_path / "kopia"
    for name in COPIED:
        shutil.copytree(ROOT / name, made / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in HELPERS:
        (made / "tests" / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "tests" / name, made / "tests" / name)
    return made


def edit(copy, name, before, new):
    """Put lines before others that stand once in a file; return the name of the file."""
    file = copy / name
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, new + before), encoding="utf-8")
    return name


def run(copy, *arguments):
    """Run a helper in the copy, in a process of its own; return what it writes."""
    (copy / "arbete").mkdir()
    code = "import planmotor, sys; sys.stdout.write(planmotor.__file__)"
    env = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    for command in (["-c", code], ["-m", arguments[0], str(copy / "arbete"), *arguments[1:]]):
        done = subprocess.run(
            [sys.executable, *command], cwd=copy, env=env, capture_output=True, check=False, timeout=120
        )
        told = done.stdout.decode("utf-8")
        assert done.returncode == 0, done.stderr.decode("utf-8", errors="replace")
        if command[0] == "-c":
            assert told.startswith(str(copy))  # it is the copy that runs
    return json.loads(told)


def line_of_filter(copy, kind):
    """The line of the style sheet that shows one kind of change alone, made as that of the comments is."""
    text = (copy / FILTER).read_text(encoding="utf-8")
    return next(line for line in text.splitlines(keepends=True) if "#visa-kommentar:" in line).replace(
        "kommentar", kind
    )


def test_a_field_touches_three_files(copy):
    rules = line_of_filter(copy, "hinder") + line_of_filter(copy, "samrad")
    touched = {
        edit(copy, MODEL, "    ersätter: Flera[Slug]", FIELD + BODIES),
        edit(copy, TABLE, '    Aktivitetsfält("delaktiviteter"', ENTRY),
        edit(copy, FILTER, "@media print {\n  .filter :is(ul", rules),
    }
    assert len(touched) <= MOST_FOR_A_FIELD
    made = run(copy, "tests.hjalp.pa_ytor")
    assert set(made["ytor"]) == set(Yta)
    for yta, outputs in made["ytor"].items():
        for output in outputs:
            assert ("Värdet av hinder" in output) is (yta not in (Yta.JSONLD, Yta.LUCKOR)), yta
            body = "samrad-tva" in output or "Organ tva för samråd" in output
            assert body is (yta not in (Yta.BLANKETT, Yta.JSONLD)), yta
    assert "Det som står i vägen." in made["schema"]
    assert made["utan filter"] == []
    assert "Hinder är nu ”Värdet av hinder”, förut inget" in made["ytor"][Yta.JÄMFÖRELSE][0]


def test_a_field_that_has_no_entry_is_told_of_by_name(copy):
    edit(copy, MODEL, "    ersätter: Flera[Slug]", FIELD)
    with pytest.raises(AssertionError, match=r"hinder: modellen och planmotor/plan/falt\.py har olika fält"):
        run(copy, "tests.hjalp.pa_ytor")


def test_a_status_word_touches_two_files(copy):
    touched = {
        edit(copy, WORDS, '    Statusord(\n        "pågår"', WORD),
        edit(copy, COLOURS, "[data-ton=slut]", "[data-ton=vagen] { --ton-farg: var(--fg-vagen); }\n"),
    }
    colours_of_both = iter(("#704214", "#e0c090"))  # for a light screen and a dark one
    css = (copy / COLOURS).read_text(encoding="utf-8")
    css = re.sub(
        r"^(?= *--fg-slut: #)",
        lambda _: f"    --fg-vagen: {next(colours_of_both)};\n",
        css,
        flags=re.MULTILINE,
    )
    (copy / COLOURS).write_text(css, encoding="utf-8")
    assert len(touched) <= MOST_FOR_A_WORD
    made = run(copy, "tests.hjalp.ord_pa_ytor", "på väg")
    for place in ("märke", "stapel"):
        assert 'data-status="pa-vag" data-ton="vagen"' in made[place]
    assert '<symbol id="s-pa-vag"' in made["sprite"]
    assert "M5 8h6" in made["tryck"]
    assert made["färg"] == ["#704214", "#e0c090"]
    assert "- **På väg:** arbetet är beslutat men har inte börjat." in made["guide"]
    assert "- `på väg`" in made["guide"]
    for place in ("schema", "öppna data"):
        assert '"ej påbörjad",\n' in made[place]
        assert '"på väg",\n' in made[place]
    assert made["fråga"] == ["odelad", "egen"]
    assert "Status: på väg." in made["kalender"]
    assert "På väg: arbetet är beslutat men har inte börjat." in made["blankett"]
    assert '"ej påbörjad,på väg,pågår,delvis klar,klar,ingår i annat arbete,avvaktar,utgår"' in made["val"]
    assert all("Skriv i stället: status: på väg" in told for told in made["menat"])
    assert made["menat"]
    assert "Framåt är ordningen ej påbörjad, på väg, pågår, delvis klar, klar." in made["jämförelse"]


def test_every_tone_has_a_colour_for_light_and_dark():
    muted = {post.ord for post in MÄRKEN.values() if not post.ton or post.ton == "okand"}
    assert muted == {"ej påbörjad", "ej angiven", "saknas"}
    assert all(len(colours(post.ton)) == 2 for post in MÄRKEN.values() if post.ord not in muted)


def test_no_word_means_two_statuses():
    meant = [word for post in STATUSORD for word in post.menas]
    assert len(set(meant)) == len(meant)
    assert not set(meant) & {post.ord for post in STATUSORD}
    assert all(post.betyder.endswith(".") and post.form for post in STATUSORD)
