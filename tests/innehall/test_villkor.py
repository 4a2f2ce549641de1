"""What the pages say is missing goes when it comes: in what is read, printed and searched alike."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from macros.makro import MAKRON
from macros.sidor import svara
from macros.webb import Webb
from planmotor.plan.load import load
from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.lasning.villkor import villkoren
from tests.hjalp.planer import ROOT

DOCS = ROOT / "docs"
CONDITIONAL = sorted(
    path
    for path in DOCS.rglob("*.md")
    if "om_saknas(" in path.read_text(encoding="utf-8") and "redigera" not in path.parts
)
DAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def before():
    return load(ROOT / "data/aktiviteter.yaml")


@pytest.fixture(scope="module")
def after(before):
    """The plan when every municipality has its local plan, each measure a value and each row a body."""
    file = before.aktiviteter.model_dump(mode="json", exclude_defaults=True)
    for lokal in file["lokala_planer"]:
        lokal["läge"] = "under arbete"
    for whole in file["handlingsplaner"]:
        for område in whole["områden"]:
            for mått in område.get("effektmått", ()):
                mått["värden"] = [{"år": 2025, "värde": "5"}]
            for aktivitet in område["aktiviteter"]:
                aktivitet["ansvarig"] = [file["organ"][0]["id"]]
    return replace(before, aktiviteter=type(before.aktiviteter).model_validate(file))


def published(page, plan):
    webb = Webb(plan, DAY, "", lambda: "a/b/", DOCS)
    calls = {name: partial(makro.function, webb) for name, makro in MAKRON.items()}
    return svara(page.read_text(encoding="utf-8"), page.name, calls)


def conditional(page, name):
    """The lines that stand under the conditions of a page that are opened by this call."""
    sida = Sida(page.name, page.read_text(encoding="utf-8"))
    for one in villkoren(sida.anrop[0]):
        if one.öppnar.namn == name:
            lines = sida.källa.split("\n")[one.öppnar.rad : one.slutar.rad - 1]
            yield from (line.strip() for line in lines if line.strip() and "{{" not in line)


def test_the_pages_are_the_ones_that_tell_of_absence():
    assert len(CONDITIONAL) >= 8 + 5


@pytest.mark.parametrize("page", CONDITIONAL, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_a_claim_of_absence_goes_when_the_data_comes(page, before, after):
    now, then = published(page, before), published(page, after)
    claims = set(conditional(page, "om_saknas")) - set(conditional(page, "om_finns"))
    assert claims
    assert all(line in now for line in claims)
    assert not [line for line in claims if line in then]
    assert "slut_om" not in now + then
