"""Pages that nobody would write: the check always answers, and what it lets through can be published."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.sidor import svara
from planmotor.prosa.analys import analysera
from planmotor.prosa.installning import USUAL
from planmotor.prosa.lasning.anrop import läs_anrop
from planmotor.prosa.lasning.publicerad import förhandsvisad, förlorade, innehåll, publicerad
from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.lasning.tillaten import refused

PIECES = st.sampled_from(
    [
        *(
            "# Rubrik",
            "## Rubrik två",
            "### Tre",
            "- punkt",
            "  - två steg",
            "    - fyra steg",
            "1. ett",
            "2026. Då",
        ),
        *(
            "> citat",
            "| a | b |",
            "| - | - |",
            "| 1 |",
            "```",
            "~~~text",
            "    kod",
            "",
            "",
            "Text.",
            "*kursiv*",
        ),
        *(
            "[länk](#rubrik)",
            "[^1]",
            "[^1]: not",
            "`kod`",
            "``kod",
            "<p>html</p>",
            "<div>",
            "</div>",
            "<b",
            "&amp;",
        ),
        *(
            "<!-- kommentar",
            "-->",
            "{{ antal(av='kommuner') }}",
            "{{",
            "}}",
            "{%",
            "{: .klass }",
            "---",
            "===",
            "\t",
        ),
        *(
            "<kommunens namn>",
            "\\",
            "Obs: text",
            "![bild](x.png)",
            "<https://exempel.se>",
            "**fet",
            "__",
            "\u00a0",
        ),
        *(
            "<details markdown='1'>",
            "</details>",
            "!!! note",
            "*[SIP]: plan",
            ": definition",
            "~~borta~~",
            "- [ ] gör",
        ),
    ]
)
PAGES = st.lists(st.lists(PIECES, max_size=3).map(" ".join), max_size=14).map("\n".join)
DEEP = {
    "parenteser": "{{ " + "(" * 3000 + ")" * 3000 + " }}",
    "klamrar": "{{" * 20_000,
    "citat": ">" * 3000 + " text",
    "listor": "\n".join(" " * (4 * n) + "- punkt" for n in range(400)),
    "hakparenteser": "[" * 5000 + "]" * 5000,
    "stjärnor": "*" * 5000 + "text" + "*" * 5000,
    "element": "<div>" * 3000,
    "accenter": " ".join("`" * n for n in range(1, 300)),
    "vinklar": "<" * 20_000,
    "kommentarer": "<!--" * 5000,
    "attribut": "<p " + "a=1 " * 5000 + ">",
    "huvud": "---\n" + "a: [" * 3000 + "\n---\n",
    "långt ord": "a" * 200_000,
    "fotnoter": "[^1]" * 3000,
}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES)
def test_what_is_let_through_can_be_published(text):
    if analysera(text, USUAL).fel:
        return
    page = Sida("sida.md", text)
    html = publicerad(page, USUAL)
    assert refused(html) == []
    assert förlorade(innehåll(html), innehåll(förhandsvisad(page))) == []
    assert svara(text, "sida.md", {"antal": lambda av: "8"}).count("{{") <= text.count("{{")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="{}%#()=\"'antl1_, \n.|-", max_size=60))
def test_braces_are_calls_or_faults(text):
    calls, faults = läs_anrop(text, "sida.md")
    assert len(calls) + len(faults) <= text.count("{{") + text.count("{%") + text.count("{#") + text.count(
        "{{{"
    )
    for call in calls:
        assert text[call.start : call.start + 2] == "{{"
        assert text[call.slut - 2 : call.slut] == "}}"


@pytest.mark.parametrize("name", DEEP)
def test_a_page_that_is_too_deep_is_told_of(name):
    assert analysera(f"# Sidan\n\n{DEEP[name]}\n" if name != "huvud" else DEEP[name], USUAL).fel is not None


@pytest.mark.parametrize("piece", ["![", "[a", "[a]("])
def test_many_brackets_on_many_lines_are_told_of_and_read_no_more(piece):
    made = analysera("# Sida\n\n" + (piece * 350 + "\n") * 60, USUAL)
    assert [fault.rule for fault in made.fel] == ["ohanterlig-rad"]
