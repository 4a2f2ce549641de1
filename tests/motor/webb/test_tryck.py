"""The printed parts of a site: every one of them valid, linked, and with nothing left behind."""

import re
from datetime import date

import pikepdf
import pytest

from planmotor.grund.problem import Stopped
from planmotor.grund.settings import settings
from planmotor.plan.remisslage import öppna
from planmotor.remiss.avsnitt import avsnitt
from planmotor.tryck.artiklar import läs_blankett
from planmotor.tryck.skrift import string
from planmotor.tryck.tryckeri import Tryckeri
from tests.hjalp.verapdf import PDF_UA, faults
from tests.hjalp.webb import planmotor

DAY = date(2026, 11, 22)  # the day of the build


@pytest.fixture(scope="module")
def works(site, source, plan):
    return Tryckeri(plan, site, settings(source / "mkdocs.yml"), DAY)


def test_every_part_is_pdf_ua_and_pdf_a(site):
    files = sorted(file for file in (site / "tryck").rglob("*.pdf") if "mina-kontakter" not in file.name)
    assert {file.name: faults(file) for file in files} == {file.name: {} for file in files}


def test_a_form_can_be_filled_in_and_read_aloud(site, works):
    forms = sorted((site / "tryck").rglob("*mina-kontakter*.pdf"))
    for file in forms:
        assert faults(file, [PDF_UA]) == {}
        with pikepdf.open(file) as opened:
            names = [str(field.TU) for field in opened.Root.AcroForm.Fields]
        page = läs_blankett(site, file.relative_to(site / "tryck").with_suffix("").as_posix())
        assert len(names) == len(set(names)) == len(page.findall(".//input"))
        assert {"Kontakt 1: Telefon", "Mitt namn"} <= set(names)
    assert len([part for part in works.delar.values() if not part.sidor]) == len(forms) > 0


def test_there_is_a_file_for_every_part(site, works):
    made = {file.relative_to(site / "tryck").as_posix() for file in (site / "tryck").rglob("*.pdf")}
    rounds = {f"{remiss.plats.replace('remisser/', 'remiss-')}.pdf" for remiss in öppna(works.plan, DAY)}
    assert made == {part.fil for part in works.delar.values()} | rounds
    plan = works.plan
    assert {f"handlingsplaner/{one.id}" for one in plan.handlingsplaner} <= works.delar.keys()
    assert {f"lokala-planer/{one.id}" for one in plan.kommuner} <= works.delar.keys()


def test_every_file_is_linked_from_a_page(site, pages):
    linked = set()
    for address, page in pages.items():
        for href in page.xpath("//a/@href[contains(., 'tryck/') and contains(., '.pdf')]"):
            linked.add((site / address / href).resolve())
    assert linked == {file.resolve() for file in (site / "tryck").rglob("*.pdf")}


def test_the_whole_plan_holds_every_activity(works):
    said = re.sub(r"\s+", " ", works.källa(works.delar["hela"]).typst.replace("\N{NO-BREAK SPACE}", " "))
    missing = [row.aktivitet.namn for row in works.plan.rader if string(row.aktivitet.namn)[1:-1] not in said]
    assert missing == []


def test_forms_say_the_same_numbers_as_the_pdf(site, works, docs):
    """What the respondent reads on paper is what stands in the form's list, section by section."""
    with pikepdf.open(site / "tryck/hela.pdf") as opened, opened.open_outline() as outline:
        printed = [title.replace("\N{NO-BREAK SPACE}", " ") for title in titles(outline.root)]
    found = {section.titel for section in avsnitt(works.plan, docs) if section.nummer}
    short = {re.sub(r"^([\d.]+) .* – ", r"\1 ", title) for title in found}
    assert len(short) > 20
    assert short - set(printed) == set()
    chapters = {title for title in printed if re.match(r"[\d]+ ", title)}
    assert chapters <= short


def titles(items):
    for item in items:
        yield str(item.title)
        yield from titles(item.children)


def test_changes_are_those_since_the_decision_and_each_decision_has_its_own(works):
    assert works.del_("ändringar").sidor == (("uppfoljning/andringar/sedan-beslutet", 0),)
    decided = [part for name, part in works.delar.items() if name.startswith("andringar/")]
    assert decided and all(part.titel for part in decided)
    said = works.källa(decided[0]).typst
    assert "#borttaget[" in said and "#tillagt[" in said


def test_an_unknown_part_gets_the_nearest(works):
    assert works.del_("Lokala-planer/EKBY/").namn == "lokala-planer/ekby"
    with pytest.raises(Stopped, match="Menade du strategier"):
        works.del_("stategier")


def test_the_command(site, source, tmp_path):
    file = tmp_path / "ny" / "a.pdf"
    done = planmotor(
        "tryck", "--site", site, "--del", "lokala-planer/ekby", "--remiss", "--till", file, cwd=source
    )
    assert done.returncode == 0, done.stderr
    assert file.read_bytes().startswith(b"%PDF-1.7")
    assert faults(file) == {}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--site", "finns-inte"], "Bygg den först: planmotor bygg"),
        (["--site", "finns-inte", "--till", "a.pdf"], "--till tar en enda del"),
        (["--config", "finns-inte.yml"], "finns-inte.yml"),
    ],
)
def test_what_cant_be_printed_says_why(source, arguments, said):
    done = planmotor("tryck", *arguments, cwd=source)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
