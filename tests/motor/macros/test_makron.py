"""Every macro against its examples: tests/exempel/makron/<name>.md beside <name>.html.

``SKRIV_FACIT=1 pytest tests/motor/macros/test_makron.py`` writes the expected outputs anew; read the
difference before you keep it.
"""

import re
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from lxml import html

from macros.makro import MAKRON
from macros.redigera import fältlista, kommandolista, makrolista, regellista, ändringslag
from macros.sidor import HELP, signaturer, svara
from macros.webb import Webb
from planmotor.grund.nearest import slug
from planmotor.grund.problem import Invalid
from planmotor.grund.report import as_text
from planmotor.grund.syntax import FAULTS
from planmotor.jamfora.diff import SLAG
from planmotor.plan import reminders
from planmotor.plan.draft import MODELS
from planmotor.plan.load import load
from planmotor.plan.model.shape import all_posts
from planmotor.plan.rules import all_rules
from planmotor.prosa import anropskontroll, installning, sidkarta, sidmapp, uppgifter
from planmotor.prosa.anropskontroll import kontrollera_anrop
from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.regler import alla_regler
from planmotor.sajt.lankprov import kalla
from tests.hjalp.facit import same
from tests.hjalp.planer import MINIMAL, plan_of

EXAMPLES = Path(__file__).parents[2] / "exempel"
GOOD = sorted((EXAMPLES / "makron").glob("*.md"))
BAD = sorted((EXAMPLES / "makron-fel").glob("*.md"))
# Their output is the engine's own documentation, which the tests at the end hold against the engine.
DOCUMENTATION = {"fältlista", "makrolista", "regellista", "kommandolista", "ändringslag"}
# Its output holds the sections of the real pages; test_remiss_sidor.py looks at it.
ELSEWHERE = {"remissvar"}


@pytest.fixture(scope="module")
def webb():
    plan = load(EXAMPLES / "makron/plan/aktiviteter.yaml")
    return Webb(
        plan,
        date(2026, 11, 22),
        "https://git.example.org/plan",
        lambda: "plan/sida/",
        EXAMPLES / "makron/docs",
    )


def render(text, webb):
    return svara(text, "sida.md", {name: partial(m.function, webb) for name, m in MAKRON.items()})


def check_page(page, plan):
    """Return what is wrong with the calls of one page."""
    sida = Sida(page.relative_to(Path.cwd()).as_posix(), page.read_text(encoding="utf-8"))
    calls, faults = sida.anrop
    return Invalid([*faults, *kontrollera_anrop(calls, sida.path, signaturer(), plan)]).problems


@pytest.mark.parametrize("page", GOOD, ids=lambda page: page.stem)
def test_example(page, webb, monkeypatch):
    monkeypatch.chdir(EXAMPLES)
    assert not list(check_page(page, webb.plan))
    same(page.with_suffix(".html"), render(page.read_text(encoding="utf-8"), webb))


@pytest.mark.parametrize("page", BAD, ids=lambda page: page.stem)
def test_faulty_call_is_told_with_line_and_nearest(page, webb, monkeypatch):
    monkeypatch.chdir(EXAMPLES)
    found = as_text(list(check_page(page, webb.plan)))
    assert found
    same(page.with_suffix(".txt"), found + "\n")


def test_every_macro_has_an_example():
    called = set(re.findall(r"(\w+)\(", "".join(page.read_text(encoding="utf-8") for page in GOOD)))
    assert set(MAKRON) - DOCUMENTATION - ELSEWHERE - called == set()


def test_text_from_data_never_becomes_html(webb):
    text = "\n".join(render(page.read_text(encoding="utf-8"), webb) for page in GOOD)
    tree = html.fromstring(text)
    assert (
        tree.xpath("//script[not(@src)] | //img[not(@data-sida)] | //*[@onerror] | //b[text()='liv']") == []
    )
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert (
        "{{ 7*7 }}" in html.fromstring(render('{{ aktivitetstabell(område="narhet") }}', webb)).text_content()
    )


def test_change_link_leads_to_the_line_of_the_record(webb):
    lines = (EXAMPLES / "makron/plan/aktiviteter.yaml").read_text(encoding="utf-8").splitlines()
    text = render('{{ aktivitetstabell(område="narhet") }}', webb)
    line = int(re.search(r"data/aktiviteter\.yaml#L(\d+)", text).group(1))
    assert "id: hela-kedjan" in lines[line - 1]


@pytest.mark.parametrize(
    ("repo", "path"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/edit/main/data/aktiviteter.yaml#L"),
        (
            "https://gitlab.example.org/a/b/",
            "https://gitlab.example.org/a/b/-/edit/main/data/aktiviteter.yaml#L",
        ),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/_edit/main/data/aktiviteter.yaml#L"),
    ],
)
def test_change_link_fits_the_git_host(webb, repo, path):
    made = Webb(webb.plan, webb.day, repo, lambda: "", EXAMPLES / "makron/docs")
    assert made.redigera(webb.plan.områden[0].aktiviteter[0]).startswith(path)


def test_no_change_link_without_a_host(webb):
    made = Webb(webb.plan, webb.day, "", lambda: "", EXAMPLES / "makron/docs")
    assert "Föreslå en ändring" not in render('{{ aktivitetstabell(område="narhet") }}', made)


def test_the_guide_documents_every_field(webb):
    text = fältlista(webb)
    for root in MODELS.values():
        for post in all_posts(root):
            assert f'id="falt-{slug(post.__name__)}"' in text, post
            for name, field in post.model_fields.items():
                assert f"<code>{name}</code>" in text
                assert field.description, (post, name)


def test_the_guide_documents_every_macro_rule_and_command(webb):
    assert all(f'id="makro-{slug(name)}"' in makrolista(webb) for name in MAKRON)
    assert all(makro.help and makro.help[0].isupper() for makro in MAKRON.values())
    ids = (
        {rule.ID for rule in all_rules()}
        | set(FAULTS)
        | set(HELP)
        | set(anropskontroll.HELP)
        | set(reminders.HELP)
    )
    ids |= {rule.ID for rule in alla_regler()}
    ids |= set(uppgifter.HELP) | set(sidkarta.HELP) | set(installning.HELP) | set(kalla.HELP)
    ids |= set(sidmapp.HELP)
    assert all(f'id="regel-{id}"' in regellista(webb) for id in ids)
    assert all(f'id="slag-{slug(slag)}"' in ändringslag(webb) for slag in SLAG)
    assert all(name in kommandolista(webb) for name in ("kontrollera", "schema", "exportera", "bygg", "visa"))


def test_text_that_follows_a_decided_version_names_its_tag(webb, tmp_path):
    text = MINIMAL.replace("revideras_vart: 3", "revideras_vart: 3\n  texten_följer: plan/2026-12-01")
    made = Webb(plan_of(tmp_path, text), webb.day, "", lambda: "", EXAMPLES / "makron/docs")
    assert "`plan/2026-12-01`" in render("{{ textversion() }}", made)


def test_the_archive_is_listed(webb, plan):
    made = Webb(plan, webb.day, "", lambda: "", EXAMPLES / "makron/docs")
    found = html.fromstring(render("{{ beslutade_versioner() }}", made)).xpath("//li/text()")
    assert len(found) == len(plan.arkiv.versioner)
    assert found[:2] == [
        "Försök med öppet hus, 1 december 2022: 1 rad i forsoket/2022-12-01.yaml",
        "Handlingsplan för nära vård, 15 januari 2024: 5 rader i gemensam/2024-01-15.yaml",
    ]


def test_an_action_plan_that_has_ended_has_no_page_to_lead_to(webb, plan):
    found = html.fromstring(
        render("{{ beslutslogg() }}", Webb(plan, webb.day, "", lambda: "", EXAMPLES / "makron/docs"))
    )
    entry = found.xpath("//li[@id='forsoket-borjar']")[0]
    assert "Försöket" in entry.text_content()
    assert not entry.xpath(".//a[contains(@href, 'forsoket')]")
