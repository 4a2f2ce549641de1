"""Activities with and without parts, in any order, are printed: any mix, and as the macro makes them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.tabeller import aktivitetstabell
from macros.webb import Webb
from planmotor.plan.load import load
from planmotor.tryck.offentligt import Uppgifter, av_html, till_pdf
from tests.hjalp.planer import ROOT
from tests.hjalp.verapdf import faults

FACTS = Uppgifter("Planen", date(2026, 11, 22), framsida=False, innehåll=False)
PLAN = ROOT / "tests/exempel/giltiga/aktivitet-utan-delar-forst.yaml"


def group(number, parts, told):
    name = f'<tr class="aktivitet"><th scope="rowgroup" colspan="3">Aktivitet {number}</th></tr>'
    facts = (
        f'<tr class="om"><td colspan="3"><dl><dt>Läge</dt><dd>{"x" * told}</dd></dl></td></tr>'
        if told
        else ""
    )
    rows = "".join(
        f'<tr><th scope="row">Del {part}</th><td>pågår</td><td>b</td></tr>' for part in range(parts)
    )
    return f"<tbody>{name}{facts}{rows}</tbody>"


def page(groups, head):
    first = "<thead><tr><th>Del</th><th>Status</th><th>Tid</th></tr></thead>" if head else ""
    rows = "".join(group(number, *one) for number, one in enumerate(groups))
    return av_html(f"<article><h1>Sida</h1><table>{first}{rows}</table></article>", "a")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([0, 0, 1, 2, 40]), st.sampled_from([0, 5, 200])), min_size=1, max_size=6
    ),
    st.booleans(),
)
def test_any_mix_can_be_set(groups, head):
    assert till_pdf([page(groups, head)], FACTS).startswith(b"%PDF")


def test_a_group_without_rows_is_a_header_of_its_row(tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(till_pdf([page([(0, 5), (2, 5), (0, 0), (0, 0), (1, 0), (0, 200)], True)], FACTS))
    assert faults(file) == {}


@pytest.mark.parametrize("område", ["forst", "mitten", "ensam"])
def test_the_site_s_own_table(område):
    webb = Webb(load(PLAN), date(2026, 11, 22), "", lambda: "plan/", ROOT / "docs")
    article = f"<article><h1>Sida</h1>{aktivitetstabell(webb, område=område)}</article>"
    assert till_pdf([av_html(article, "a")], FACTS).startswith(b"%PDF")


ODD = {
    "an empty row": "<tr></tr><tr><td>a</td></tr>",
    "only empty rows": "<tr></tr>",
    "a head alone": "<thead><tr><th>a</th><th>b</th></tr></thead>",
    "two heads": "<thead><tr><th>a</th></tr><tr><th>b</th></tr></thead><tr><td>c</td></tr>",
    "a group last": '<tr><td>a</td><td>b</td></tr><tr><th colspan="2">g</th></tr>',
    "a cell over rows": '<tr><th rowspan="2">a</th><td>b</td></tr><tr><td>c</td></tr>',
    "a cell over too many rows": '<tr><th rowspan="9">a</th><td>b</td></tr><tr><td>c</td></tr>',
    "short rows": "<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr>",
    "a table in a cell": "<tr><td><table><tr><td>a</td></tr></table></td><td>b</td></tr>",
    "a group of a page's length": f'<tr><th colspan="2">{"ord " * 2500}</th></tr><tr><td>a<td>b</tr>',
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_tables_can_be_set(kind):
    article = f"<article><h1>Sida</h1><table>{ODD[kind]}</table></article>"
    assert till_pdf([av_html(article, "a")], FACTS).startswith(b"%PDF")
