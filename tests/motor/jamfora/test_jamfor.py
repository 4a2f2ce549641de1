"""What two versions of a plan differ in: the real revision row by row, and what a small change gives."""

import re

import pytest

from planmotor.__main__ import main
from planmotor.jamfora.diff import SLAG, bitar, jämför
from planmotor.jamfora.diff.falt import FÄLT
from planmotor.jamfora.diff.ordning import flyttade
from planmotor.jamfora.diff.poster import ELSEWHERE
from planmotor.jamfora.diff.som_html import som_html
from planmotor.jamfora.diff.som_markdown import som_markdown
from planmotor.jamfora.diff.som_text import som_text
from planmotor.jamfora.diff.tid import distance
from planmotor.plan.model.aktiviteter import Aktivitet, Område
from planmotor.plan.model.types import Datum
from planmotor.plan.versions import utgåva
from tests.hjalp.liten import DATA, PLAN
from tests.hjalp.planer import ROOT, write


def test_a_decided_version_is_compared_with_its_own_action_plan_alone():
    found = jämför(utgåva("2025-02-01", PLAN), utgåva(str(DATA), PLAN))
    assert {ändring.handlingsplan for ändring in found.ändringar} == {"gemensam"}
    assert not {"organ", "lokal plan"} & set(found.sammanfattning)


def test_a_comment_never_outgrows_its_room():
    found = jämför(utgåva("gemensam/2024-01-15", PLAN), utgåva(str(DATA), PLAN))
    whole = som_markdown(found)
    short = som_markdown(found, len(whole) // 2)
    assert len(short) < len(whole)
    assert "har ändringar som inte får plats här" in short
    assert "får plats" not in whole


def test_no_field_of_a_row_goes_unseen():
    seen = {key for fält in FÄLT for key in fält.nycklar} | ELSEWHERE
    assert set(Aktivitet.model_fields) <= seen
    assert set(Område.model_fields) - ELSEWHERE == {"slag", "namn", "avsnitt"}
    assert [fält.slag for fält in FÄLT] == [slag for slag in SLAG if slag in {f.slag for f in FÄLT}]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-02-21", "2025-05-21", "3 månader"),
        ("2025-01-31", "2025-02-28", "1 månad"),
        ("2024-02-29", "2025-02-28", "1 år"),
        ("2025-02-21", "2025-02-22", "1 dag"),
        ("2025-01-31", "2025-03-01", "drygt 1 månad"),
        ("2022-06-30", "2025-02-21", "knappt 2 år och 8 månader"),
        ("2024-12-15", "2025-01-14", "30 dagar"),
        ("2024-11", "2025-02", "3 månader"),
        ("2023", "2025", "2 år"),
    ],
)
def test_how_far_it_is_between_two_dates(first, last, words):
    assert distance(Datum.parse(first), Datum.parse(last)) == words


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "Ny text."),
        ("En rad, två led (tre).", "En ny rad; två led [tre]!"),
        ("Samma\n  ord", "Samma ord"),
        ("t.ex. ja/nej 55 %", "t.ex. ja 60 % – nej"),
    ],
)
def test_the_pieces_say_both_texts(before, after):
    pieces = bitar(before, after)
    for text, other in ((before, "tillagt"), (after, "borttaget")):
        joined = "".join(bit.text for bit in pieces if bit.slag != other)
        assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", text)
    assert "".join(b.text for b in pieces if b.slag != "borttaget") == " ".join(after.split())


@pytest.mark.parametrize(
    ("places", "moved"),
    [([], []), ([0, 1, 2], []), ([1, 2, 0], [2]), ([3, 0, 1, 2], [0]), ([0, 4, 2, 3, 1], [1, 4])],
)
def test_only_what_has_really_moved(places, moved):
    assert flyttade(places) == moved


def test_the_prose_is_told_page_by_page(tmp_path):
    for name, text in (("fore", "En mening här.\n"), ("efter", "En mening där.\n\nEn till.\n")):
        folder = tmp_path / name
        (folder / "data").mkdir(parents=True)
        (folder / "docs").mkdir()
        write(folder / "data")
        (folder / "docs/index.md").write_text(f"# Rubrik\n\n{text}", encoding="utf-8")
    found = jämför(utgåva(str(tmp_path / "fore")), utgåva(str(tmp_path / "efter")))
    assert not found.lika
    assert "- 2 ändringar i texten på 1 sida\n" in som_text(found)
    assert "Rubrik: Meningen är ändrad: En mening [-här-] {+där+}." in som_text(found)
    assert '<ins><span class="dold">tillagt: </span>där' in som_html(found)
    assert "<del>här</del> <ins>där</ins>" in som_markdown(found)


@pytest.mark.parametrize("kind", ["text", "json"])
def test_a_plan_is_equal_to_itself(kind, capsys):
    assert main(["jamfor", str(DATA), str(DATA), "--format", kind]) == 0
    assert "ändrad" not in capsys.readouterr().out.replace('"ändringar"', "")


def test_what_cannot_be_compared_says_why_and_leaves_with_2(tmp_path, capsys):
    good = write(tmp_path)
    broken = tmp_path / "trasig.yaml"
    broken.write_text("plan: {namn: Plan}\n", encoding="utf-8")
    assert main(["jämför", str(good), str(broken)]) == 2
    assert "trasig.yaml:1:" in capsys.readouterr().err
    assert main(["jämför", str(good), str(tmp_path / "finns-inte.yaml")]) == 2
    assert "finns inte" in capsys.readouterr().err
    for other in ("README.md", "tests/exempel/liten/data/begrepp.yaml"):
        assert main(["jämför", str(good), str(ROOT / other)]) == 2
        assert "är ingen plan" in capsys.readouterr().err


def test_every_kind_is_told_and_explained():
    for slag in SLAG.values():
        assert slag.hjälp.endswith(".")
        assert slag.antal(1).startswith("1 ")
        assert slag.ett != slag.flera or slag.ett.endswith("effektmått")
