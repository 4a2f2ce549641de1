"""What has changed in the prose, told in words: one example for each thing that can happen."""

import re

import pytest
from markdown import Markdown

from planmotor.jamfora.diff.prosa import jämför_prosa
from planmotor.jamfora.diff.sidtext import läs_sida, sentences

PARAGRAPH = "Kontinuitet betyder att du ofta träffar samma person.\nDet ger en tryggare och säkrare vård.\n"
ONE = f"""---
title: Vård
description: Så fungerar vården
---

# Vård

Inledning till sidan som alla läser.

## Kontakter

{PARAGRAPH}
Ring din vårdcentral på morgonen.

- första punkten i listan
- andra punkten i listan

## Team

Team finns på flera nivåer i länet.

{{{{ tabell(id="a") }}}}
"""
TWO = "# Mer\n\nNågot annat står på den här sidan.\n"
PAGES = {"ett.md": ONE, "tva.md": TWO}


def changed(**changes):
    """Return what is told when texts on page one are replaced: [(before, after)]."""
    text = ONE
    for old, new in changes["byt"]:
        assert old in text
        text = text.replace(old, new)
    return told(PAGES, {**PAGES, "ett.md": text, **changes.get("andra", {})})


def told(before, after):
    return [(c.sida, c.ankare, c.slag, c.text) for c in jämför_prosa(before, after)]


def test_equal_pages_and_new_line_breaks_are_no_change():
    assert told(PAGES, PAGES) == []
    assert changed(byt=[("person.\nDet", "person. Det"), ("- första", "*  första")]) == []
    assert (
        changed(byt=[("person.\nDet ger", "person. Det\nger"), ("## Team\n\n", "## Team\n\n\n<!-- x -->\n")])
        == []
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Vård", "title: Omsorg", ("", "ändrad", "Sidans titel är ändrad")),
        ("description: Så fungerar vården\n", "", ("", "borttagen", "Sidans beskrivning är borttagen")),
        ("title: Vård", "title: Vård\nlang: en", ("", "ny", "Fältet lang överst på sidan är nytt")),
        ("samma person", "samma läkare", ("kontakter", "ändrad", "Meningen är ändrad")),
        ("på morgonen.", "på morgonen. Det går bra.", ("kontakter", "ny", "Meningen är ny")),
        ("Ring din vårdcentral på morgonen.", "", ("kontakter", "borttagen", "Meningen är borttagen")),
        (PARAGRAPH, "", ("kontakter", "borttagen", "Stycket är borttaget")),
        ("- andra punkten i listan", "", ("kontakter", "borttagen", "Punkten är borttagen")),
        ("- andra punkten i listan", "- andra\n- tredje\n", None),
        ('(id="a")', '(id="b")', ("team", "ändrad", "Makroanropet är ändrat")),
        ("## Team", "## Teamen", ("teamen", "ändrad", "Rubriken är ändrad")),
        ("## Team", "### Team", ("team", "ändrad", "Rubriken har gått från nivå 2 till nivå 3")),
        ("## Team", "## Bakgrund\n\nNy text.\n\n## Team", ("bakgrund", "ny", "Avsnittet är nytt")),
    ],
)
def test_one_change_is_told_once(old, new, expected):
    found = changed(byt=[(old, new)])
    if expected:
        assert found == [("ett.md", *expected)]
    else:
        assert [text for *_, text in found] == ["Punkten är ändrad", "Punkten är ny"]


def test_a_paragraph_that_moved_is_moved():
    within = changed(byt=[(PARAGRAPH, ""), ("nivåer i länet.\n", f"nivåer i länet.\n\n{PARAGRAPH}")])
    assert within == [("ett.md", "team", "flyttad", "Stycket har flyttat hit från avsnittet ”Kontakter”")]
    between = changed(byt=[(PARAGRAPH, "")], andra={"tva.md": f"{TWO}\n{PARAGRAPH}"})
    text = "Stycket har flyttat hit från avsnittet ”Kontakter” på sidan ”Vård”"
    assert between == [("tva.md", "mer", "flyttad", text)]


def test_a_sentence_that_moved_and_was_reworded_shows_its_words():
    new = PARAGRAPH.splitlines()[0].replace("ofta", "nästan alltid")
    changes = jämför_prosa(
        PAGES, {"ett.md": ONE.replace(PARAGRAPH.splitlines()[0] + "\n", ""), "tva.md": f"{TWO}\n{new}\n"}
    )
    (change,) = changes
    assert change.text.endswith("på sidan ”Vård” och är omskriven")
    assert [(bit.slag, bit.text.strip()) for bit in change.bitar if bit.slag != "lika"] == [
        ("borttaget", "ofta"),
        ("tillagt", "nästan alltid"),
    ]


def test_a_section_that_moved_on_its_page():
    start = ONE.index("## Team")
    moved = ONE[:start].replace("## Kontakter", ONE[start:] + "\n## Kontakter")
    assert [(slag, text) for _, _, slag, text in told(PAGES, {**PAGES, "ett.md": moved})] in (
        [("flyttad", "Avsnittet har flyttat och står nu efter ”Vård”")],
        [("flyttad", "Avsnittet har flyttat och står nu efter ”Team”")],
    )


def test_a_page_with_a_new_address_keeps_its_text():
    after = {"ny.md": ONE.replace("alla läser", "många läser"), "tva.md": TWO}
    assert told(PAGES, after) == [
        ("ny.md", "", "flyttad", "Sidan har flyttat från ett.md till ny.md"),
        ("ny.md", "vard", "ändrad", "Meningen är ändrad"),
    ]


def test_a_new_page_and_one_that_is_gone():
    (change,) = jämför_prosa({}, {"tva.md": TWO})
    assert (change.slag, change.text, change.efter) == ("ny", "Sidan är ny", TWO.strip())
    (change,) = jämför_prosa({"tva.md": TWO}, {})
    assert (change.slag, change.text, change.före) == ("borttagen", "Sidan är borttagen", TWO.strip())


def test_code_tables_and_notes_are_units():
    code = "# A\n\n```yaml\n# inte en rubrik\nnamn: x. Y\n```\n\n"
    page = f"{code}| A | B |\n| --- | --- |\n| 1. Ja | 2 |\n\n[^1]: En not. Till.\n"
    (section,) = läs_sida("a.md", page).avsnitt
    assert [(d.slag, d.text) for d in section.delar] == [
        ("kod", "```yaml\n# inte en rubrik\nnamn: x. Y\n```"),
        ("rad", "| A | B |"),
        ("rad", "| 1. Ja | 2 |"),
        ("fotnot", "[^1]: En not. Till."),
    ]


def test_sentences():
    assert sentences("Se t.ex. Lagen. Ring kl. 9! Är det *så?* Ja (5 kap. 1 §). {{ antal() }} finns.") == [
        "Se t.ex. Lagen.",
        "Ring kl. 9!",
        "Är det *så?*",
        "Ja (5 kap. 1 §).",
        "{{ antal() }} finns.",
    ]


def test_anchors_are_those_of_the_site():
    lines = ("# Så följer vi upp", "## Å–Ö, *t.ex.* `x`!", "## Lika", "## Lika", "## Eget {: #mitt-eget }")
    text = "\n\n".join([*lines, "### [Länk](a.md) till"])
    html = Markdown(extensions=["toc", "attr_list"]).convert(text)
    assert [a.ankare for a in läs_sida("a.md", text).avsnitt] == re.findall(r'<h\d id="([^"]+)"', html)
