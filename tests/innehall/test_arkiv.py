"""The decided versions that the archive holds say what the sources say."""

import pytest
import yaml

from planmotor.plan.model.types import Datum
from tests.hjalp.planer import DATA, ROOT

FACIT = yaml.safe_load((ROOT / "tests/innehall/facit/kallrader.yaml").read_text(encoding="utf-8"))


ARCHIVE = DATA / "arkiv"


def mended(text, line, last):
    """Return a text of the source with the misspellings on its lines mended."""
    for entry in FACIT["stavfel"]:
        if entry["seed"] == "HP2021" and line <= entry["rad"] < last and not entry["läs"].startswith("("):
            text = text.replace(entry["står"], entry["läs"])
    return text


def rows_of(version, key):
    """Return (aktivitet, its facit, the line where the next row begins) for each row of a version."""
    lines = [*sorted(row["rad"] for table in FACIT[key] for row in table["aktiviteter"]), 10**6]
    områden = version.plan.handlingsplaner[0].områden
    assert [område.namn for område in områden] == [table["namn"] for table in FACIT[key]]
    return [
        (aktivitet, row, lines[lines.index(row["rad"]) + 1])
        for område, table in zip(områden, FACIT[key], strict=True)
        for aktivitet, row in zip(område.aktiviteter, table["aktiviteter"], strict=True)
    ]


@pytest.fixture(scope="module")
def first(plan):
    return rows_of(plan.arkiv.version("fasta-kontakter", "2021-09-24"), "fasta_kontakter_2021")


@pytest.fixture(scope="module")
def ongoing(plan):
    version = plan.arkiv.version("nara-vard-pagaende", "2021-09-24")
    return version.plan, rows_of(version, "pågående_2021")


def test_four_versions(plan):
    assert [version.namn for version in plan.arkiv.versioner] == [
        "fasta-kontakter/2021-09-24",
        "fasta-kontakter/2025-02-21",
        "gemensam-plan/2023-12-01",
        "nara-vard-pagaende/2021-09-24",
    ]
    assert [v.datum for v in plan.arkiv.av("fasta-kontakter")] == ["2021-09-24", "2025-02-21"]
    assert plan.arkiv.version("fasta-kontakter", "2022-03-14") is None
    for version in plan.arkiv.versioner:
        assert [p.id for p in version.plan.handlingsplaner] == [version.handlingsplan]
        assert isinstance(version.datum, Datum)
        assert version.path == ARCHIVE / f"{version.namn}.yaml"


def test_numbers_of_rows(plan):
    counted = {v.namn: [len(o.aktiviteter) for o in v.plan.områden] for v in plan.arkiv.versioner}
    assert counted == {
        "fasta-kontakter/2021-09-24": [8, 8, 9],
        "fasta-kontakter/2025-02-21": [7, 9],
        "gemensam-plan/2023-12-01": [2, 4, 5, 1, 4],
        "nara-vard-pagaende/2021-09-24": [8, 2, 5, 3, 1, 8],
    }


def test_rows_of_2021_say_what_the_source_says(plan, first):
    names = {o.id: o.namn for o in plan.arkiv.version("fasta-kontakter", "2021-09-24").plan.organ}
    for aktivitet, row, last in first:
        said = ". ".join(filter(None, (aktivitet.namn, aktivitet.kommentar)))
        assert said == mended(row["aktivitet"], row["rad"], last)
        who = [mended(name, row["rad"], last) for name in row["ansvar"]]
        assert [names[id] for id in aktivitet.ansvarig] == who
        assert (aktivitet.tid.klart_senast or aktivitet.tid.text) == row["tidsplan"]
        assert (aktivitet.status, aktivitet.beslutande_organ) == (None, ())


def test_goals_of_2021(plan):
    goals = plan.arkiv.version("fasta-kontakter", "2021-09-24").plan.handlingsplaner[0].riktvärden
    for goal, said in zip(goals, FACIT["mål_2021"], strict=True):
        assert f"{goal.värde} %" == said["målvärde"]
        assert (goal.enhet, goal.mål_till) == ("procent", said["datum"])


def cell(plan, ids, kommentar):
    """Return every way in which the version writes a cell of bodies."""
    organ = {o.id: o for o in plan.organ}
    return {name for id in ids for name in (organ[id].namn, *organ[id].kallas_även)} | {kommentar or ""}


def test_ongoing_rows_say_what_the_source_says(ongoing):
    """A name that stands in its cell with more words has the rest in ``kommentar``."""
    version, rows = ongoing
    for aktivitet, row, last in rows:
        assert aktivitet.namn == mended(row["aktivitet"], row["rad"], last)
        assert (aktivitet.status, aktivitet.tid) == ("pågår", None)
        for field, said in (("ansvarig", row["ansvar"]), ("beslutande_organ", row["beslutande_organ"])):
            ids = getattr(aktivitet, field)
            known = cell(version, ids, aktivitet.kommentar)
            for text in (text.rstrip(".") for text in said):
                rest = [
                    text.removeprefix(name).strip(" ,") for name in known if name and text.startswith(name)
                ]
                in_remark = (aktivitet.kommentar or "").lower()
                assert text in known or text.lower() in in_remark or any(r.lower() in in_remark for r in rest)
            assert len(ids) == len([text for text in said if text != "Lagstiftning"])  # T23


def test_ambiguous_cells_of_2021(plan):
    row = plan.arkiv.version("nara-vard-pagaende", "2021-09-24").plan.index["trygg-och-saker-hemma"]  # T19
    assert (row.ansvarig, row.beslutande_organ) == (("lokala-samverkansarenor",), ("fredagsgruppen", "svom"))
    law = plan.arkiv.version("nara-vard-pagaende", "2021-09-24").plan.index["arbete-med-sip"]  # T23
    assert law.beslutande_organ == ()
    assert "Lagstiftning" in law.kommentar


def test_every_row_of_2021_is_followed_as_the_documents_show(plan, first):
    """One successor: the same id. Two rows that became one: ``ersätter``. None: ``utgår``, no reason."""
    old = {row["rad"]: aktivitet.id for aktivitet, row, _ in first}
    handlingsplan = plan.arkiv.version("fasta-kontakter", "2025-02-21").plan.handlingsplaner[0]
    lines = [row["rad"] for table in FACIT["fasta_kontakter"] for row in table["aktiviteter"]]
    new = dict(zip(lines, (a for o in handlingsplan.områden for a in o.aktiviteter), strict=True))
    ended = []
    for step in FACIT["följer_2021_till_2025"]:
        before = [old[line] for line in step["från"]]
        if step["till"] is None:
            ended += before
        elif len(before) == 1:
            assert (new[step["till"]].id, new[step["till"]].ersätter) == (before[0], ())
        else:
            assert list(new[step["till"]].ersätter) == before
            assert new[step["till"]].id not in old.values()
    assert len(ended) == 5
    assert {(post.id, post.skäl) for post in handlingsplan.utgår} == {(id, None) for id in ended}


def test_rows_of_2025_have_the_ids_of_today_and_the_same_words(plan):
    """Nothing of the decided documents has been revised since; a status or a date of today may differ."""
    for name, datum in (("fasta-kontakter", "2025-02-21"), ("gemensam-plan", "2023-12-01")):
        decided = plan.arkiv.version(name, datum).plan
        today = [rad.aktivitet for rad in plan.rader if rad.handlingsplan.id == name]
        assert [(rad.aktivitet.id, rad.aktivitet.namn) for rad in decided.rader] == [
            (aktivitet.id, aktivitet.namn) for aktivitet in today
        ]


def test_each_version_has_its_decision(plan):
    found = {version.namn: plan.beslutet(version) for version in plan.arkiv.versioner}
    assert {name: beslut.id for name, beslut in found.items()} == {
        "fasta-kontakter/2021-09-24": "handlingsplan-nara-vard-godkanns",
        "fasta-kontakter/2025-02-21": "handlingsplanen-revideras-tredje-gangen",
        "gemensam-plan/2023-12-01": "gemensam-plan-trader-i-kraft",
        "nara-vard-pagaende/2021-09-24": "handlingsplan-nara-vard-godkanns",
    }


def test_the_plan_of_today_doesnt_mix_with_what_was(plan):
    assert "overenskommelse-om-fast-vardkontakt" not in plan.index
    assert "mobimed" not in plan.index
    assert plan.index["nara-vard-pagaende"] in plan.aktiviteter.avslutade
    assert plan.index["fasta-kontakter"].beslutad == "2025-02-21"
    assert len(plan.rader) == 67
