"""Every row of the data says what its row in the source says.

``tests/innehall/facit/kallrader.yaml`` holds the source's rows as they are printed. Only what its list
``stavfel`` mends may differ, on the line that it names. T1–T27 are the agreed readings of cells that can be
read in two ways.
"""

import re
from itertools import chain

import pytest
import yaml

from planmotor.plan.model.types import MONTHS
from tests.hjalp.planer import ROOT

FACIT = yaml.safe_load((ROOT / "tests/innehall/facit/kallrader.yaml").read_text(encoding="utf-8"))
STATUS = {
    "ej_påbörjat": "ej påbörjad",
    "pågår": "pågår",
    "ingår_i_annat": "ingår i annat arbete",
    "hänvisning": "avvaktar",  # T16
    "tom": None,
}
# T9: the cells of the first row hold for the whole activity.
WHOLE_ACTIVITY = {439, 455, 482}
HEADING = 40  # the line where the strategies' names stand first


def mended(text, seed, line):
    """Return a text of the source with the misspellings of its line mended."""
    for entry in FACIT["stavfel"]:
        wrong, right = entry["står"], entry["läs"]
        if (entry["seed"], entry["rad"]) == (seed, line) and not right.startswith("("):
            right = right[0].upper() + right[1:] if wrong[0].isupper() else right
            text = text.replace(wrong, right)
    return text


def first_upper(text):
    return text[:1].upper() + text[1:]


def paired(plan, handlingsplan, key):
    """Return (område, its facit) for each område of the handlingsplan."""
    områden = plan.index[handlingsplan].områden
    assert len(områden) == len(FACIT[key])
    return list(zip(områden, FACIT[key], strict=True))


@pytest.fixture(scope="session")
def gemensam(plan):
    return paired(plan, "gemensam-plan", "gemensam_plan")


@pytest.fixture(scope="session")
def activities(gemensam):
    """(aktivitet, its facit) of the joint plan."""
    return list(
        chain.from_iterable(zip(o.aktiviteter, facit["aktiviteter"], strict=True) for o, facit in gemensam)
    )


@pytest.fixture(scope="session")
def rows(activities):
    """(delaktivitet, its facit, the aktivitet) of the joint plan."""
    return [
        (del_, facit, aktivitet)
        for aktivitet, whole in activities
        for del_, facit in zip(aktivitet.delaktiviteter, whole["delaktiviteter"], strict=True)
    ]


@pytest.fixture(scope="session")
def fasta(plan):
    """(aktivitet, its facit) of the action plan for named contacts."""
    return list(
        chain.from_iterable(
            zip(o.aktiviteter, facit["aktiviteter"], strict=True)
            for o, facit in paired(plan, "fasta-kontakter", "fasta_kontakter")
        )
    )


def test_facit_is_whole(rows, activities, fasta):
    assert (len(activities), len(rows), len(fasta)) == (16, 35, 16)


def test_names_of_strategies(gemensam):
    for område, facit in gemensam:
        assert område.namn == mended(facit["namn"], "GP", HEADING)
        assert område.avsnitt == facit["avsnitt"]


def test_effektmått(gemensam):
    for område, facit in gemensam:
        for mått, row in zip(område.effektmått, facit["effektmått"], strict=True):
            for field in ("namn", "målvärde", "uppföljning"):
                assert getattr(mått, field) == mended(row[field], "GP", row["rad"])


def test_lokala_rekommendationer(gemensam):
    for område, facit in gemensam:
        texts = [mended(row["text"], "GP", row["rad"]) for row in facit["lokala_rekommendationer"]]
        assert [rek.namn for rek in område.lokala_rekommendationer] == texts


def test_aktiviteter(activities):
    for aktivitet, facit in activities:
        assert aktivitet.namn == mended(facit["aktivitet"], "GP", facit["rad"])
        assert aktivitet.prioritet == facit["prioritet"]


def test_delaktiviteter(rows):
    for del_, facit, _ in rows:
        assert del_.namn == mended(facit["delaktivitet"], "GP", facit["rad"])


def test_mått_and_målvärde(rows):
    """Cells may be split into several values, but no word is added, lost or moved to another row."""
    for del_, facit, aktivitet in rows:
        is_first = aktivitet.delaktiviteter[0] is del_
        holder = aktivitet if is_first and facit["rad"] in WHOLE_ACTIVITY else del_
        for field in ("mått", "målvärde"):
            assert " ".join(getattr(holder, field)) == mended(facit[field], "GP", facit["rad"])
            if holder is aktivitet:
                assert getattr(del_, field) == ()


def test_activities_hold_measures_only_where_the_source_means_all_of_it(activities):
    with_measures = {facit["rad"] for aktivitet, facit in activities if aktivitet.mått or aktivitet.målvärde}
    assert with_measures == WHOLE_ACTIVITY


def test_punkter(rows):
    for del_, facit, _ in rows:
        assert list(del_.punkter) == [mended(text, "GP", facit["rad"]) for text in facit["punkter"]]


def test_status(rows):
    for del_, facit, _ in rows:
        assert del_.status == STATUS[facit["status_kategori"]], del_.id


def test_status_and_kommentar_say_all_that_the_source_says(rows):
    """The status word, where the source begins with it, then in ``kommentar`` everything else."""
    for del_, facit, _ in rows:
        said = mended(facit["status_verbatim"], "GP", facit["rad"])
        rest = re.sub(r"^(Ej påbörjat|Pågår)\b[, ]*", "", said)
        assert (del_.kommentar or "") == first_upper(rest), del_.id


def test_aktiviteter_of_fasta_kontakter(fasta):
    """``kommentar`` holds the sentence that stood in the same cell (T5) and nothing else."""
    for aktivitet, facit in fasta:
        said = mended(facit["aktivitet"], "HP2025", facit["rad"])
        assert " ".join(filter(None, (aktivitet.namn, aktivitet.kommentar))) == said


def test_ansvarig(plan, fasta):
    for aktivitet, facit in fasta:
        names = [plan.namn(id) for id in aktivitet.ansvarig]
        assert names == [mended(name, "HP2025", facit["rad"]) for name in facit["ansvar"]]


def reading(tidsplan):
    """Return (klart_senast, text, status) that a cell of the column Tidsplan says."""
    rest = tidsplan.removesuffix(" Delvis")
    status = "delvis klar" if rest != tidsplan else None
    month = re.match(rf"({'|'.join(MONTHS)}) (\d{{4}})", rest, re.IGNORECASE)
    day = re.search(r"\d{4}-\d{2}-\d{2}|^\d{4}$", rest)
    if month:
        when, written = f"{month[2]}-{MONTHS.index(month[1].lower()) + 1:02}", month[0]
    else:
        when, written = (day[0], day[0]) if day else (None, "")
    return when, first_upper(rest.replace(written, "").strip()) or None, status


def test_tid(fasta):
    for aktivitet, facit in fasta:
        when, text, status = reading(facit["tidsplan"])
        tid = aktivitet.tid
        assert (tid.klart_senast if tid else None) == when, aktivitet.id
        assert (tid.text if tid else None) == text, aktivitet.id
        assert tid is None or tid.från is None
        assert aktivitet.status == status, aktivitet.id


def test_kinds_of_tid(fasta):
    by_kind = {}
    for aktivitet, facit in fasta:
        by_kind.setdefault(facit["slag"], []).append(aktivitet)
    kinds = {"datum", "år", "månad", "löpande", "årstid", "beroende", "tom"}
    assert {kind: len(found) for kind, found in by_kind.items()} == dict.fromkeys(kinds, 1) | {"datum": 10}
    assert all(len(a.tid.klart_senast) == len("2025-02-21") for a in by_kind["datum"])
    assert [a.tid.klart_senast for a in by_kind["år"] + by_kind["månad"]] == ["2025", "2025-11"]
    for kind in ("löpande", "årstid", "beroende"):
        assert [a.tid.klart_senast for a in by_kind[kind]] == [None]
    assert [a.tid for a in by_kind["tom"]] == [None]


def test_names_of_områden(plan):
    for område, facit in paired(plan, "fasta-kontakter", "fasta_kontakter"):
        assert område.namn == facit["namn"]


def test_organ(plan):
    """Every body of the sources is there, under the name that the source gives it."""
    assert set(FACIT["organ"]) <= {organ.namn for organ in plan.organ}


def test_förkortningar(plan):
    assert [f.kort for f in plan.begrepp.förkortningar] == FACIT["förkortningar"]


def test_fotnoter(plan):
    """Title and publisher together are the footnote's words, in whichever order the source has them."""
    for ref, facit in zip(plan.källor.referenser, FACIT["fotnoter"], strict=True):
        assert ref.nr == facit["nr"]
        said = re.sub(r" [-–] ", " ", mended(facit["titel"], "GP", 177))
        assert said in {f"{ref.titel} {ref.utgivare or ''}".strip(), f"{ref.utgivare} {ref.titel}"}


def row(rows, line, number=0):
    return [del_ for del_, facit, _ in rows if facit["rad"] == line][number]


def test_t1_a_row_split_by_a_page_break_is_one(fasta):
    names = [aktivitet.namn for aktivitet, _ in fasta]
    assert names.count("Ta fram gemensamma sökord för dokumenterad överenskommelse") == 1


def test_t2_punktmätning_is_a_row_of_its_own_without_owner(plan):
    aktivitet = plan.index["punktmatning-av-fasta-kontakter"]
    assert (aktivitet.namn, aktivitet.ansvarig) == ("Punktmätning av fasta kontakter", ())


def test_t3_two_owners_in_one_cell(plan):
    aktivitet = plan.index["gemensamma-rutiner-for-fasta-kontakter"]
    assert aktivitet.ansvarig == ("fredagsgruppen", "partsammansatt-arbetsgrupp")


def test_t4_delvis_is_a_status(plan):
    tillgång = plan.index["medarbetares-tillgang-till-fasta-kontakter"]
    information = plan.index["information-till-medborgare-om-fasta-kontakter"]
    assert (tillgång.status, tillgång.tid.klart_senast) == ("delvis klar", "2024-12-31")
    assert tillgång.tid.text is None
    assert (information.status, information.tid.klart_senast) == ("delvis klar", "2025-02-21")


def test_t5_the_second_sentence_is_a_remark(plan):
    aktivitet = plan.index["information-till-medborgare-om-fasta-kontakter"]
    assert aktivitet.namn == "Information till medborgarna om fasta kontakter"
    assert aktivitet.kommentar == "Gemensam för RJH och kommunerna."


def test_t6_an_empty_deadline_stays_empty(plan):
    assert plan.index["traning-av-icke-tekniska-fardigheter"].tid is None


def test_t7_status_word_and_remark_in_one_cell(rows):
    for line, rest in (
        (442, "Överenskommelse och riktlinjer placerade barn ska följas"),
        (443, "Följ avtal och riktlinjer vid utskrivning från sjukhus"),
    ):
        assert (row(rows, line).status, row(rows, line).kommentar) == ("pågår", rest)


def test_t8_two_things_in_one_cell_are_one_row(rows):
    assert row(rows, 446).namn == "Läkarmedverkan i ordinärt boende inkl. korttids Fasta kontakter"


def test_t9_what_holds_for_the_whole_activity_stands_on_it(activities):
    whole = {facit["rad"]: aktivitet for aktivitet, facit in activities if facit["rad"] in WHOLE_ACTIVITY}
    assert {line: (len(a.mått), len(a.målvärde)) for line, a in whole.items()} == {
        439: (1, 1),
        455: (1, 1),
        482: (1, 2),
    }
    for aktivitet in whole.values():
        assert all(not del_.mått and not del_.målvärde for del_ in aktivitet.delaktiviteter)


def test_t10_an_empty_målvärde_is_not_inherited(rows):
    for line in (430, 472, 489):
        assert row(rows, line).mått
        assert row(rows, line).målvärde == ()


def test_t11_a_row_with_only_a_bullet_is_a_punkt_of_the_row_above(rows):
    assert row(rows, 484).punkter == ("Regionintern analys av möjligheter",)
    assert row(rows, 486).punkter == ("Inventera behov/intresse av gemensam portal, delade utbildningar mm",)
    assert not [facit for _, facit, _ in rows if facit["rad"] in (485, 487)]


def test_t12_two_bullets_in_one_cell(rows):
    assert row(rows, 474).punkter == (
        "Klargöra behov av gemensamma kvalitetsregister",
        "Utveckla möjlighet att mäta riskbedömningar samt dokumenterade åtgärder",
    )


def test_t13_two_target_values_in_one_cell(rows, activities):
    assert row(rows, 457).målvärde == ("ja/nej", "Goda exempel")
    assert row(rows, 474).målvärde == ("ja/nej", "Lyfta goda exempel")
    kompetens = next(aktivitet for aktivitet, facit in activities if facit["rad"] == 482)
    assert kompetens.målvärde == (
        "Tas upp i protokoll för Fredagsgrupp och lokal samverkansarena",
        "Goda exempel",
    )


def test_t14_the_question_mark_is_kept(rows):
    assert [row(rows, line).målvärde for line in (484, 486)] == [("ja/nej?",)] * 2


def test_t15_several_questions_in_one_cell_are_several_measures(rows):
    assert [len(row(rows, line).mått) for line in (445, 446, 474, 494, 462)] == [2, 3, 2, 2, 2]
    assert row(rows, 494).mått == ("Har överenskommelse tecknats?", "Finns arbetssätt framtaget?")
    others = {facit["rad"] for _, facit, _ in rows} - {445, 446, 474, 494, 462}
    assert all(len(del_.mått) <= 1 for del_, facit, _ in rows if facit["rad"] in others)


def test_t16_a_reference_to_the_row_above_is_read_as_waiting(rows):
    assert row(rows, 473).status == "avvaktar"
    assert row(rows, 473).kommentar.startswith("Se status samsjuklighetsutredningen ovan. Handlingsplan")


def test_t17_the_row_after_a_page_break_belongs_to_the_activity_above(plan):
    it = plan.index["samverkan-kring-it-system-och-medicinteknik"]
    assert it.delaktiviteter[-1].id == "arbetssatt-for-it-system-och-medicinteknik"
    assert len(it.delaktiviteter) == 3
