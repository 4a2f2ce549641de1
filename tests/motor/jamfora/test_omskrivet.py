"""What other tools write when they save a file again: no value is another, and what is gone is told.

``tests/exempel/omskrivet`` holds a page and a data file, and what prettier, mdformat, js-yaml and the library
that Decap CMS writes YAML with have made of them. PyYAML and ruamel.yaml are run here, on a whole plan.
"""

import io
import shutil

import pytest
import yaml
from ruamel.yaml import YAML

from planmotor.__main__ import main
from planmotor.jamfora.diff.prosa import jämför_prosa
from planmotor.jamfora.granskning.forlorat import bara_form, förlorade
from tests.hjalp.forrad import run, save
from tests.hjalp.liten import DATA, DOCS
from tests.hjalp.planer import ROOT

EXAMPLES = ROOT / "tests/exempel/omskrivet"
COMMENTS = ["Överst: hur källan har lästs.", "så heter den i källan", "Ett organ saknas i källan."]
KEEP_COMMENTS = {"prettier"}


def made(ending):
    return sorted(path for path in EXAMPLES.glob(f"*{ending}") if path.stem != "fore")


def both(path, before, after):
    return {path: before}, {path: after}


@pytest.mark.parametrize("file", made(".yaml"), ids=lambda file: file.stem)
def test_data_that_a_tool_has_saved_says_the_same_without_its_comments(file):
    pair = both("data/a.yaml", (EXAMPLES / "fore.yaml").read_bytes(), file.read_bytes())
    assert bara_form(*pair, ["data/a.yaml"]) == ("data/a.yaml",)
    lost = [one.text for one in förlorade(*pair)]
    assert lost == ([] if file.stem in KEEP_COMMENTS else COMMENTS)


@pytest.mark.parametrize("file", made(".md"), ids=lambda file: file.stem)
def test_a_page_that_a_tool_has_saved_says_the_same(file):
    pair = both("docs/a.md", (EXAMPLES / "fore.md").read_bytes(), file.read_bytes())
    assert bara_form(*pair, ["docs/a.md"]) == ("docs/a.md",)
    assert förlorade(*pair) == ()


@pytest.mark.parametrize("file", made(".md"), ids=lambda file: file.stem)
def test_one_new_word_is_the_only_change_of_a_page_in_another_form(file):
    before, after = ((EXAMPLES / name).read_text(encoding="utf-8") for name in ("fore.md", file.name))
    after = after.replace("andra punkten", "den andra punkten")
    told = [c.text for c in jämför_prosa({"a.md": before}, {"a.md": after}) if "Fotnoten" not in c.text]
    assert told == ["Punkten är ändrad"]
    assert bara_form(*both("docs/a.md", before.encode(), after.encode()), ["docs/a.md"]) == ()


def rewritten(text):
    tool, to = YAML(), io.StringIO()
    tool.width, tool.preserve_quotes = 60, False
    tool.dump(tool.load(text), to)
    return to.getvalue()


DUMPS = {
    "pyyaml": lambda text: yaml.safe_dump(
        yaml.load(text, yaml.BaseLoader), allow_unicode=True, sort_keys=False
    ),
    "pyyaml-ordnad": lambda text: yaml.safe_dump(yaml.load(text, yaml.BaseLoader), allow_unicode=True),
    "pyyaml-inom-klamrar": lambda text: yaml.safe_dump(
        yaml.load(text, yaml.BaseLoader), allow_unicode=True, default_flow_style=True
    ),
    "ruamel": rewritten,
}


def comments(text):
    """Return how many lines are nothing but a comment."""
    return sum(line.strip().startswith("#") for line in text.splitlines())


@pytest.mark.parametrize("tool", DUMPS)
@pytest.mark.parametrize("file", sorted(DATA.rglob("*.yaml")), ids=lambda file: file.stem)
def test_every_data_file_of_a_plan_survives_every_tool(file, tool):
    before = file.read_text(encoding="utf-8")
    after = DUMPS[tool](before)
    pair = both("data/a.yaml", before.encode(), after.encode())
    assert bara_form(*pair, ["data/a.yaml"]) == ("data/a.yaml",)
    if tool != "ruamel":
        assert len(förlorade(*pair)) >= comments(before)


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.stem)
def test_other_markers_of_lists_and_emphasis_are_no_change(page):
    before = page.read_text(encoding="utf-8")
    body = [
        f"*{line[1:]}" if line.lstrip().startswith("- ") and line[0] == "-" else line
        for line in lines(before)
    ]
    after = "\n".join(body)
    assert jämför_prosa({"a.md": before}, {"a.md": after}) == ()


def lines(text):
    return text.split("\n")


def test_a_saved_file_without_its_comments_is_told_so(repo, capsys):
    for name in ("klarsprak.yaml", "ordlista.txt"):
        shutil.copy(DATA / name, repo / "data" / name)
    data = repo / "data/aktiviteter.yaml"
    save(repo, plan=data.read_text(encoding="utf-8") + "# Källans ord står kvar.\n")
    run(repo, "branch", "--force", "bas")
    text = data.read_text(encoding="utf-8")
    data.write_text(DUMPS["pyyaml"](text), encoding="utf-8")
    main(["granska", "bas"])
    told = capsys.readouterr().out
    assert "data/aktiviteter.yaml: bara formen är ändrad" in told
    line = text.count("\n")
    assert f"data/aktiviteter.yaml:{line}: kommentaren försvinner: Källans ord står kvar." in told
    assert "ordnad form" in told
