"""Plain language: what counts as text, the formula, the rules and the real pages.

An example is ``tests/exempel/klarsprak/<namn>.md`` with the whole output of ``planmotor klarspråk`` on it in
``<namn>.txt``, the count on standard error last. New examples are picked up by themselves.
``SKRIV_FACIT=1 pytest tests/motor/klarsprak/test_klarsprak.py`` writes the expected outputs anew; read every
changed line.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from planmotor.__main__ import main
from planmotor.grund.problem import Invalid
from planmotor.klarsprak import RULES, lix
from planmotor.klarsprak.lix import Measure, measure
from planmotor.klarsprak.settings import read_settings
from planmotor.klarsprak.text import Page
from planmotor.klarsprak.wordlist import DISORDER
from tests.hjalp.facit import same

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "tests/exempel/klarsprak"
NAMES = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*.md"))
CLEAN = {
    "lagom.md",
    "forklarade-forkortningar.md",
    "makro-som-forklarar.md",
    "en/contacts.md",
    "annat-sprak.md",
}


def sentences(markdown: str) -> list[str]:
    return [" ".join(word.text for word in s) for s in Page("x.md", "", markdown).sentences]


def output_of(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["klarspråk", "--docs", ".", "--data", "data", *arguments])
    return code, "".join(capsys.readouterr())


@pytest.mark.parametrize("name", NAMES)
def test_example_gets_its_whole_output(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLES)
    code, printed = output_of([name], capsys)
    same((EXAMPLES / name).with_suffix(".txt"), printed)
    assert code == (0 if name in CLEAN else 1)


def test_every_rule_has_an_example() -> None:
    folders = (EXAMPLES, EXAMPLES.parent / "stavning")
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.txt")]
    shown = {rule for text in texts for rule in re.findall(r"  \[([a-z-]+)\]$", text, re.M)}
    assert set(RULES) - shown == {"fel-i-klarsprak-fil", DISORDER}  # shown below and in test_stavning.py


def test_lix_of_a_hand_counted_text() -> None:
    """12 words in 2 sentences, and one word of more than six letters: 12/2 + 100 · 1/12 = 14.3."""
    page = Page("x.md", "", "Du får en plan. Den visar vem som hjälper dig och när.")
    counted = measure(page.sentences)
    assert counted == Measure(words=12, sentences=2, long_words=1)
    assert (counted.lix, counted.words_per_sentence) == (14.3, 6.0)


def test_page_without_words_has_no_lix() -> None:
    assert measure(()).lix is None
    assert measure(()).words_per_sentence is None


def test_only_letters_make_a_word_long() -> None:
    words = ["sextio", "sjuttio", "2024–2025", "it-stöd", "vård-och"]
    assert [lix.is_long(word) for word in words] == [False, True, False, False, True]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("En mening. En till! Är det så? Ja", ["En mening", "En till", "Är det så", "Ja"]),
        ("# Rubrik\nText direkt efter", ["Rubrik", "Text direkt efter"]),
        ("Inledning:\n\n- ett\n- två\n  tre\n1. fyra", ["Inledning", "ett", "två tre", "fyra"]),
        ("| A b | C |\n| --- | --- |\n| d e | f. |", ["A b", "C", "d e", "f"]),
        ("Se t.ex. Berg, kap. 2 och 13 a kap. 1 §. Nästa", ["Se t.ex Berg kap 2 och 13 a kap 1", "Nästa"]),
        ("Det kostar 1.5 kr. 14 har svarat", ["Det kostar 1.5 kr", "14 har svarat"]),
        ("”Vad är det?” frågar hon.", ["Vad är det frågar hon"]),
        ("---\ntitle: Titel\n---\nText", ["Text"]),
        ('Vart {{ giltighet(av="x") }} år\n\n{{ tabell(\n  a="b") }}\n\nSlut', ["Vart år", "Slut"]),
        ("Kör `make visa` nu\n\n```text\nkod här\n```\n\nSlut", ["Kör nu", "Slut"]),
        ("Kod `över\ntvå rader` här\n\n`En fil", ["Kod här", "En fil"]),
        ("1. Steg\n\n    ```yaml\n    kod: ja\n    ```\n\n2. Nästa", ["Steg", "Nästa"]),
        ('<div class="x y"><h2>Rubrik</h2><p>Ett <b>fett</b> ord</p></div>', ["Rubrik", "Ett fett ord"]),
        ("<script>var a</script><!-- gömt -->Syns", ["Syns"]),
        ("Läs [en sida](a/b.md#c) och [två][ref].\n\n[ref]: c.md", ["Läs en sida och två"]),
        ("Se https://www.example.se/a?b nu[^1]{: .klass }", ["Se nu"]),
        ("Kallas <i lang='en'>pull request</i> eller *pull*{: lang=en }.", ["Kallas eller"]),
        ("- [Named contacts](../en/){: lang=en hreflang=en }\n- Svenska", ["Svenska"]),
        ("{% raw %}\n{{ makro() }}\n{% endraw %}\nText", ["Text"]),
        ('!!! note "Viktigt att veta"\n    Text\n\n> Citat', ["Viktigt att veta", "Text", "Citat"]),
    ],
)
def test_what_is_read_as_text(markdown: str, expected: list[str]) -> None:
    assert sentences(markdown) == expected


def test_words_know_their_place() -> None:
    page = Page("x.md", "", "---\ntitle: Titel\n---\n\n# Rubrik\n\nEn [länk](a.md) här\n")
    assert [(word.text, word.line, word.column) for word in (*page.front, *page.words)] == [
        *(("Titel", 2, 8), ("Rubrik", 5, 3)),
        *(("En", 7, 1), ("länk", 7, 5), ("här", 7, 17)),
    ]


def test_ascii_name_of_the_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLES)
    _, printed = output_of(["lagom.md"], capsys)
    assert main(["klarsprak", "--docs", ".", "lagom.md"]) == 0
    assert "".join(capsys.readouterr()) == printed


def test_annotations(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    _, printed = output_of(["--format", "github", "fasta-kontakter"], capsys)
    assert printed.startswith(
        "::error file=fasta-kontakter/svar-sida.md,line=1,col=1,title=lix-over-malet::Sidan"
    )


def test_json_holds_pages_and_problems(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLES)
    main(["klarspråk", "--docs", ".", "--format", "json", "lagom.md", "lattlast"])
    made = json.loads(capsys.readouterr().out)
    assert made["pages"][0] == {
        "path": "lagom.md",
        "lix": 9.0,
        "words": 25,
        "sentences": 5,
        "words_per_sentence": 5.0,
        "goal": {"lix": 50, "words_per_sentence": None},
    }
    assert [problem["rule"] for problem in made["problems"]] == ["meningar-over-malet"]


def test_page_that_is_not_there_cant_be_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["klarspråk", "finns-inte.md"]) == 2
    assert "finns-inte.md" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("mål: {}\nlängsta_mening: 30\nord: {}", 1, 'Fältet "övriga" saknas.'),
        ("mål: {}\növriga: {lix: 0}\nlängsta_mening: 30\nord: {}", 2, 'Fältet "lix" har fel form.'),
        ("mål: {}\növriga: {liks: 50, lix: 50}\nlängsta_mening: 9\nord: {}", 2, 'Fältet "liks" finns inte.'),
        (
            "mål: {}\növriga: {lix: 50}\nlängsta_mening: 30\nord:\n  a, b, c: d, e",
            5,
            '"a, b, c" har 3 former men "d, e" har 2.',
        ),
        (
            "mål: {}\növriga: {lix: 50}\nlängsta_mening: 30\nord:\n  a: b\n  c, A: d",
            6,
            '"A" står två gånger.',
        ),
    ],
)
def test_faults_in_the_settings_are_told(text: str, line: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "klarsprak.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        read_settings(tmp_path)
    problems = caught.value.problems
    assert [(p.line, p.rule, p.text) for p in problems] == [(line, "fel-i-klarsprak-fil", said)]
