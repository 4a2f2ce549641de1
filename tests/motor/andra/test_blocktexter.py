"""Block texts of any kind keep every word, space and blank line when a file is put in order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planmotor.andra.write.canonical import canonical
from planmotor.andra.write.shape import Shape
from planmotor.grund.problem import Invalid
from planmotor.plan.model.aktiviteter import Aktivitetsfil
from planmotor.plan.source import parse
from tests.hjalp.planer import MINIMAL

LINES = st.lists(
    st.sampled_from(
        ["", " ", "   ", "ord", "ord  ", "  indrag ", "tabb\t", "# 3", "a #3 b", "- x", "k: v", "”c”"]
    ),
    max_size=6,
)
SIGNS = st.sampled_from(["|", "|-", "|+", ">", ">-", ">+", "|2", ">2-", "| # ord", ">-  # ord"])


@settings(max_examples=300, deadline=None)
@given(SIGNS, LINES, st.integers(2, 5), st.booleans())
def test_any_block_text_says_the_same_in_order(sign, lines, indent, last):
    text = MINIMAL + f"            kommentar: {sign}\n"
    text += "".join(" " * (12 + indent) * bool(line.strip()) + line + "\n" for line in lines)
    text += "" if last else "            status: klar\n"
    try:
        before = parse(text, "a")
    except Invalid:
        return
    if before.problems:
        return
    tidy = canonical(text.encode(), "a", Shape(Aktivitetsfil))
    assert parse(tidy, "a").data == before.data
    assert canonical(tidy.encode(), "a", Shape(Aktivitetsfil)) == tidy


def test_a_comment_beside_a_sign_stays_with_a_text_that_has_to_be_quoted():
    text = MINIMAL + "            kommentar: |4  # varför\n                  indragen\n                inte\n"
    tidy = canonical(text.encode(), "a", Shape(Aktivitetsfil))
    assert 'kommentar: "  indragen\\ninte\\n"  # varför\n' in tidy
