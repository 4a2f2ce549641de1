"""What two versions of a plan differ in: the real revision row by row, and what a small change gives."""

import re
from dataclasses import replace

import pytest
import yaml

from planmotor.__main__ import main
from planmotor.grund.problem import Stopped
from planmotor.jamfora.diff import SLAG, bitar, jämför, jämför_planer
from planmotor.jamfora.diff.falt import FÄLT
from planmotor.jamfora.diff.ordning import flyttade
from planmotor.jamfora.diff.poster import ELSEWHERE
from planmotor.jamfora.diff.som_html import som_html
from planmotor.jamfora.diff.som_markdown import som_markdown
from planmotor.jamfora.diff.som_text import som_text
from planmotor.jamfora.diff.tid import distance
from planmotor.plan.model.aktiviteter import Aktivitet, Handlingsplan, Område
from planmotor.plan.model.types import Datum
from planmotor.plan.versions import utgåva
from tests.hjalp.planer import DATA, REAL, ROOT, write

FACIT = yaml.safe_load((ROOT / "tests/innehall/facit/andringar-2021-2025.yaml").read_text(encoding="utf-8"))[
    "rader"
]
HANDLINGSPLAN = "fasta-kontakter"
TABLES = {"FV": 0, "FL": 1, "PK": 2, "FK": 0, "DO": 1}  # the facit's tables are the områden, in order
MERGED, REMOVED, ADDED = 6, 5, 2


@pytest.fixture(scope="module")
def versions(plan):
    return [plan.arkiv.version(HANDLINGSPLAN, day).plan for day in ("2021-09-24", "2025-02-21")]


@pytest.fixture(scope="module")
def changes(versions):
    return jämför_planer(*versions, bara=HANDLINGSPLAN)


def row(version, number):
    """The row of a version that the facit calls HP21-FV3: the third of the table FV."""
    table, place = re.fullmatch(r"HP\d\d-([A-Z]+)(\d+)", number).groups()
    return version.områden[TABLES[table]].aktiviteter[int(place) - 1]


def of(changes, id):
    return {ändring.slag: ändring for ändring in changes if ändring.id == id}


@pytest.mark.parametrize("facit", FACIT, ids=lambda facit: facit["till"] or facit["från"][0])
def test_each_row_of_the_real_revision(facit, versions, changes):
    before = [row(versions[0], number) for number in facit["från"]]
    if not facit["till"]:
        assert [list(of(changes, old.id)) for old in before] == [["borttagen"]] * len(before)
        return
    found = of(changes, row(versions[1], facit["till"]).id)
    if not before:
        assert list(found) == ["ny"]
        return
    assert ("sammanslagen" in found) == (len(before) > 1) == ("sammanslagen" in facit["typ"])
    assert ("omformulerad" in found) == ("omdöpt" in facit["typ"])
    assert ("ansvar" in found) == facit["ansvar_ändrat"]
    assert ("tid" in found) == facit["tid_ändrad"]
    if "ansvar" in found:
        assert all(name in found["ansvar"].före for name in facit["ansvar_2021"])
        assert all(name in found["ansvar"].efter for name in facit["ansvar_2025"])
    if "tid" in found:
        assert found["tid"].före == facit["tid_2021"][0]
        day = re.search(r"\d{4}(-\d\d-\d\d)?", facit["tid_2025"])
        assert (found["tid"].efter or "").startswith(day[0] if day else "")
    assert {"ny", "borttagen", "delad", "område", "ordning"}.isdisjoint(found)


def test_the_real_revision_in_figures(versions, changes):
    found = jämför(utgåva(f"{HANDLINGSPLAN}/2021-09-24", REAL), utgåva("2025-02-21", REAL))
    rows = [facit for facit in FACIT if facit["från"] and facit["till"]]
    counts = found.sammanfattning
    assert found.rader == (25, 16)
    assert (counts["sammanslagen"], counts["borttagen"], counts["ny"]) == (MERGED, REMOVED, ADDED)
    assert counts["ansvar"] == sum(facit["ansvar_ändrat"] for facit in rows) == 1
    assert counts["tid"] == sum(facit["tid_ändrad"] for facit in rows)
    assert counts["omformulerad"] == sum("omdöpt" in facit["typ"] for facit in rows)
    assert found.ändringar == changes


def test_the_words_that_a_decision_maker_reads(changes):
    said = {ändring.text for ändring in changes}
    assert (
        "Ansvaret går från LSG Patientsäkerhet och Hälsovalet till Fredagsgruppen och Partsammansatt "
        "arbetsgrupp"
    ) in said
    assert "Tiden flyttad 3 år och 6 månader senare, från 2022-06-30 till 2025-12-31" in said
    assert "Tiden är borttagen: var 2022-06-30" in said


def test_backwards_what_was_merged_is_divided(versions):
    found = [ändring.slag for ändring in jämför_planer(*reversed(versions), bara=HANDLINGSPLAN)]
    assert (found.count("delad"), found.count("ny"), found.count("borttagen")) == (MERGED, REMOVED, ADDED)


def test_a_decided_version_is_compared_with_its_own_action_plan_alone(plan):
    found = jämför(utgåva("2025-02-21", REAL), utgåva(str(DATA), REAL))
    assert {ändring.handlingsplan for ändring in found.ändringar} <= {HANDLINGSPLAN}
    assert not {"ny", "borttagen", "organ", "lokal plan"} & set(found.sammanfattning)
    with pytest.raises(Stopped, match="olika handlingsplaner"):
        jämför(utgåva("2025-02-21", REAL), utgåva("gemensam-plan/2023-12-01", REAL))


def test_a_row_is_followed_through_the_versions_between(plan, versions):
    """Seen from a later version that has let go of ``ersätter``, the archive still tells who follows whom."""
    later = [whole.id for whole in plan.handlingsplaner].index(HANDLINGSPLAN)
    wholes = list(plan.handlingsplaner)
    wholes[later] = Handlingsplan.model_validate(without(wholes[later].model_dump(), "ersätter"))
    bare = replace(plan, aktiviteter=plan.aktiviteter.model_copy(update={"handlingsplaner": tuple(wholes)}))
    found = [ändring.slag for ändring in jämför_planer(versions[0], bare, bara=HANDLINGSPLAN)]
    assert found.count("sammanslagen") == MERGED


def without(value, key):
    """The value without a key, and without what is left out rather than empty."""
    if isinstance(value, dict):
        kept = {k: without(v, key) for k, v in value.items() if k != key and v not in (None, ())}
        return {k: v for k, v in kept.items() if v != []}
    return [without(item, key) for item in value] if isinstance(value, (list, tuple)) else value


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


def test_a_comment_never_outgrows_its_room(versions):
    found = jämför(utgåva(f"{HANDLINGSPLAN}/2021-09-24", REAL), utgåva("2025-02-21", REAL))
    short = som_markdown(found, 4000)
    assert len(short) < 4200
    assert "avsnitt till har ändringar som inte får plats här" in short
    assert "får plats" not in som_markdown(found)


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
    for other in ("README.md", "data/begrepp.yaml"):
        assert main(["jämför", str(good), str(ROOT / other)]) == 2
        assert "är ingen plan" in capsys.readouterr().err


def test_every_kind_is_told_and_explained():
    for slag in SLAG.values():
        assert slag.hjälp.endswith(".")
        assert slag.antal(1).startswith("1 ")
        assert slag.ett != slag.flera or slag.ett.endswith("effektmått")
