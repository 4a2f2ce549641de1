"""Every attack in ``tests/exempel/attacker.yaml`` through every door that takes text: none gets through.

A page, its front matter and the settings refuse it, or show it as text. What comes by the data, and so by a
reply or a form that was read in, is always shown as text: no value may add an element, an attribute or an
address to what a template writes, and nothing that looks like a call is answered.
"""

import itertools
from collections import Counter
from datetime import date
from functools import partial
from html import unescape

import pytest
import yaml

from macros.makro import MAKRON
from macros.sidor import signaturer, svara
from macros.webb import Webb
from planmotor.grund.problem import Invalid
from planmotor.plan.load import load
from planmotor.prosa.granska import sidfel
from planmotor.prosa.installning import läs_inställning
from planmotor.prosa.lasning.tillaten import refused
from tests.hjalp.attacker import förgiftad
from tests.hjalp.attackerade import ATTACKS, COUNTED, LIST, SECRET, as_html
from tests.hjalp.planer import ROOT

EXAMPLES = ROOT / "tests/exempel/makron"


@pytest.fixture(autouse=True)
def secret(monkeypatch, tmp_path):
    monkeypatch.setenv("HEMLIGHET", SECRET)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()


@pytest.fixture(scope="module")
def plan():
    return load(EXAMPLES / "plan/aktiviteter.yaml")


def webb(plan):
    return Webb(plan, date(2026, 11, 22), "", lambda: "plan/sida/", EXAMPLES / "docs")


def makron(plan):
    return {name: partial(makro.function, webb(plan)) for name, makro in MAKRON.items()}


def faults(page, plan, tmp_path):
    (tmp_path / "docs/sida.md").write_text(page, encoding="utf-8")
    return sidfel((tmp_path / "docs").relative_to(tmp_path), signaturer(), plan, folder=tmp_path / "minne")


def test_there_are_enough_attacks():
    assert len(ATTACKS) >= 60
    assert len(set(ATTACKS)) == len(ATTACKS)


@pytest.mark.parametrize(
    "shape", ["{}", "Text {} text.", "- En punkt\n\n    {}\n", "> {}\n", "| A |\n| - |\n| {} |"]
)
@pytest.mark.parametrize("attack", ATTACKS)
def test_in_the_text_of_a_page(attack, shape, plan, tmp_path):
    page = f"---\ntitle: Sidan\n---\n\n# Sidan\n\n{shape.format(attack)}\n"
    if faults(page, plan, tmp_path):
        return
    # Nobody has objected: then it is shown as the text that it is.
    html = as_html(svara(page.partition("# Sidan")[2], "sida.md", makron(plan)))
    assert refused(html) == []
    assert SECRET not in html
    assert COUNTED not in html


@pytest.mark.parametrize("attack", LIST["mallkod"])
def test_what_is_code_on_a_page_is_told_of_and_never_answered(attack, plan, tmp_path):
    page = f"# Sidan\n\n{attack}\n"
    assert faults(page, plan, tmp_path)
    try:
        answered = svara(page, "sida.md", makron(plan))
    except (Invalid, KeyError):
        return
    assert COUNTED not in as_html(answered)


@pytest.mark.parametrize("attack", ATTACKS)
def test_in_code_it_is_text(attack, plan, tmp_path):
    page = f"# Sidan\n\n```text\n{attack}\n```\n"
    left = {problem.rule for problem in faults(page, plan, tmp_path)}
    assert left <= {"styrtecken"}  # the marks that fence a macro's own HTML
    html = as_html(svara(page, "sida.md", makron(plan)))
    assert refused(html) == []
    shown = attack.replace("<!--makro-->", "").replace("<!--/makro-->", "")
    assert shown in unescape(html)


@pytest.mark.parametrize("attack", ATTACKS)
def test_in_front_matter(attack, plan, tmp_path):
    head = yaml.safe_dump({"title": attack, "description": attack}, allow_unicode=True)
    found = faults(f"---\n{head}---\n\n# Sidan\n", plan, tmp_path)
    # What is let through holds neither tags nor braces, and the theme escapes it: see test_tema.py.
    assert found or not {"<", "{{", "{%", "{#"} & set(attack)


@pytest.mark.parametrize("attack", ATTACKS)
def test_in_the_settings(attack, tmp_path):
    config = tmp_path / "mkdocs.yml"
    made = {"site_name": "Planen", "extra": {"utkast": {"text": attack, "länk": attack}}}
    config.write_text(yaml.safe_dump(made, allow_unicode=True), encoding="utf-8")
    found = läs_inställning(config).fel
    harmless = not any(
        part in attack for part in ("<", "{{", "{%", "{#", "script:", "SCRIPT:", "data:", "file:")
    )
    assert found or harmless or attack.startswith(("[", "!", "#"))  # Markdown and Typst are text there


@pytest.mark.parametrize("turn", range(2))
def test_in_every_field_of_the_data(turn, plan):
    """Each text of the plan is an attack, and every macro shows it: there is no HTML but the templates'."""
    usual = _parts(plan)
    shifted = itertools.cycle(ATTACKS[turn * 17 :] + ATTACKS[: turn * 17])
    poisoned = förgiftad(plan, lambda: next(shifted))
    found, html = _parts(poisoned), _html(poisoned)
    assert found - usual == set()
    assert SECRET not in html
    assert COUNTED not in html


def _html(plan):
    """Return what every macro makes, as the pages of examples call them."""
    answers = []
    for page in sorted(EXAMPLES.glob("*.md")):
        try:
            answers.append(as_html(svara(page.read_text(encoding="utf-8"), page.name, makron(plan))))
        except Invalid as invalid:
            raise AssertionError([problem.text for problem in invalid.problems]) from invalid
    return "\n".join(answers)


def _parts(plan):
    """Return each element with each attribute that no page may have, and each address that isn't safe."""
    counted = Counter((tag, name) for tag, name, _ in refused(_html(plan)))
    return set(counted)
