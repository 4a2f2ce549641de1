"""``planmotor.__main__``: exit codes, what goes where, and Swedish throughout."""

import json
import os
import re
import subprocess
import sys

import pytest

from planmotor.__main__ import main
from planmotor.commands import all_commands, kontrollera
from planmotor.plan.schema import schema
from tests.hjalp.liten import PLAN
from tests.hjalp.planer import MINIMAL, ROOT, write

BROKEN = MINIMAL + "            status: klarr\n            mått: [Andel: 5 %, följs]\n"
STATUS = "ej påbörjad, pågår, delvis klar, klar, ingår i annat arbete, avvaktar, utgår"
TEXT = f"""\
aktiviteter.yaml:20: Status "klarr" finns inte.
  Skriv i stället: status: klar   (giltiga: {STATUS})  [okand-status]
aktiviteter.yaml:21: Texten "Andel: 5 %" innehåller kolon men saknar citattecken.
  Skriv i stället: "Andel: 5 %"  [saknat-citattecken]
"""
GITHUB = (
    "::error file=aktiviteter.yaml,line=20,col=13,title=okand-status::"
    f'Status "klarr" finns inte.%0ASkriv i stället: status: klar   (giltiga: {STATUS})\n'
    "::error file=aktiviteter.yaml,line=21,col=20,title=saknat-citattecken::"
    'Texten "Andel: 5 %25" innehåller kolon men saknar citattecken.%0ASkriv i stället: "Andel: 5 %25"\n'
)
JSON = f"""\
[
  {{
    "path": "aktiviteter.yaml",
    "line": 20,
    "column": 13,
    "rule": "okand-status",
    "text": "Status \\"klarr\\" finns inte.",
    "fix": "Skriv i stället: status: klar   (giltiga: {STATUS})"
  }},
  {{
    "path": "aktiviteter.yaml",
    "line": 21,
    "column": 20,
    "rule": "saknat-citattecken",
    "text": "Texten \\"Andel: 5 %\\" innehåller kolon men saknar citattecken.",
    "fix": "Skriv i stället: \\"Andel: 5 %\\""
  }}
]
"""
COMMANDS = tuple(all_commands())
# What argparse says in English unless somebody has put Swedish in its place.
ENGLISH = {
    *("usage", "options", "option", "arguments", "positional", "optional", "show", "this", "help", "message"),
    *(
        "and",
        "exit",
        "the",
        "following",
        "are",
        "required",
        "invalid",
        "choice",
        "choose",
        "from",
        "expected",
    ),
    *("one", "at", "most", "least", "unrecognized", "value", "values", "not", "allowed", "with", "ambiguous"),
    *("could", "match", "ignored", "explicit", "program", "number", "default"),
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The current folder, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def english_in(text):
    words = re.sub(r"--?[\w-]+|\{[^}]*\}|'[^']*'", " ", text)
    return ENGLISH & set(re.findall(r"[a-zåäö]+", words.lower()))


def test_clean_plan(folder, capsys):
    write(folder)
    assert main(["kontrollera", "--data", "aktiviteter.yaml"]) == 0
    assert capsys.readouterr() == ("", "Inga fel.\n")


@pytest.mark.parametrize(("format", "expected"), [("text", TEXT), ("github", GITHUB), ("json", JSON)])
def test_formats(folder, capsys, format, expected):
    write(folder, BROKEN)
    assert main(["kontrollera", "--data", "aktiviteter.yaml", "--format", format]) == 1
    assert capsys.readouterr() == (expected, "2 fel.\n")


def test_text_is_the_usual_format(folder, capsys):
    write(folder, BROKEN)
    main(["kontrollera", "--data", "aktiviteter.yaml"])
    assert capsys.readouterr().out == TEXT


def test_json_of_a_clean_plan_is_an_empty_list(folder, capsys):
    write(folder)
    assert main(["kontrollera", "--data", "aktiviteter.yaml", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_format_of_a_clean_plan_is_nothing(folder, capsys):
    write(folder)
    assert main(["kontrollera", "--data", "aktiviteter.yaml", "--format", "github"]) == 0
    assert capsys.readouterr().out == ""


def test_line_breaks_and_separators_in_an_annotation(folder, capsys):
    """A path or a value can't break out of its annotation."""
    (folder / "a,b:c").mkdir()
    write(folder / "a,b:c", MINIMAL + '            status: "klar\\r::error::x"\n')
    main(["kontrollera", "--data", "a,b:c", "--format", "github"])
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac/aktiviteter.yaml,line=20,")


def test_data_may_be_a_folder_and_is_the_plans_own_by_default(folder, capsys):
    (folder / "data").mkdir()
    write(folder / "data", BROKEN)
    assert main(["kontrollera", "--data", "data"]) == 1
    named = capsys.readouterr().out
    assert main(["kontrollera"]) == 1
    assert capsys.readouterr().out == named
    assert named.startswith("data/aktiviteter.yaml:20: ")


def test_a_path_elsewhere_is_shown_whole(tmp_path, capsys):
    path = write(tmp_path, BROKEN)
    main(["kontrollera", "--data", str(path)])
    assert capsys.readouterr().out.startswith(f"{path}:20: ")


@pytest.mark.parametrize("data", ["saknas.yaml", "saknas/aktiviteter.yaml", "tom"])
@pytest.mark.parametrize("command", [["kontrollera"], ["exportera", "--till", "ut"], ["bygg"]])
def test_missing_file(folder, capsys, data, command):
    (folder / "tom").mkdir()
    assert main([*command, "--data", data]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(rf"Det går inte att läsa eller skriva {data}\S*: den finns inte\.\n", err)
    assert not (folder / "ut").exists()


def test_export(folder, capsys):
    write(folder)
    assert main(["exportera", "--data", ".", "--till", "ut", "--adress", "https://exempel.se/"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "ut/aktiviteter.json\n" in err
    rows = json.loads((folder / "ut/aktiviteter.json").read_text(encoding="utf-8"))["rader"]
    assert rows[0]["url"] == "https://exempel.se/handlingsplaner/handlingsplan/#rutiner"


def test_faulty_plan_is_not_exported(folder, capsys):
    write(folder, BROKEN)
    assert main(["exportera", "--data", ".", "--till", "ut"]) == 1
    assert capsys.readouterr() == ("", TEXT)
    assert not (folder / "ut").exists()


def test_faulty_plan_is_not_built(folder, capsys):
    write(folder, BROKEN)
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("förra bygget")
    assert main(["bygg", "--data", "."]) == 1
    assert TEXT in capsys.readouterr().err
    assert (folder / "site/index.html").read_text() == "förra bygget"
    assert [path.name for path in (folder / "site").iterdir()] == ["index.html"]


def test_a_folder_that_cant_be_written(folder, capsys):
    write(folder)
    (folder / "ut").write_text("en fil i vägen")
    assert main(["exportera", "--data", ".", "--till", "ut"]) == 2
    assert "ut" in capsys.readouterr().err
    assert (folder / "ut").read_text() == "en fil i vägen"


def test_schema(folder, capsys):
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == schema()
    assert main(["schema", "--till", "scheman"]) == 0
    assert (folder / "scheman/aktiviteter.schema.json").read_text(encoding="utf-8") == schema()


def test_version(capsys):
    assert main(["--version"]) == 0
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_is_swedish(capsys, command):
    assert main([*command, "--help"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"användning: {' '.join(('planmotor', *command))} ")
    assert (english_in(out), err) == (set(), "")


def test_help_names_every_command(capsys):
    main(["--help"])
    out = capsys.readouterr().out
    assert all(re.search(rf"^    {name}\b", out, re.MULTILINE) for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "det här saknas: KOMMANDO"),
        (["kontrolera"], "går inte att välja: 'kontrolera' (välj bland "),
        (["kontrollera", "--format", "xml"], "går inte att välja: 'xml'"),
        (["kontrollera", "--data"], "ett värde behövs"),
        (["kontrollera", "--okänt"], "okända argument: --okänt"),
        (["kontrollera", "mer"], "okända argument: mer"),
        (["exportera"], "det här saknas: --till"),
        pytest.param(
            ["visa", "--port", "abc"],
            "abc",
        ),
        pytest.param(
            ["--version=3"],
            "3",
        ),
    ],
)
def test_wrong_arguments(capsys, arguments, said):
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("användning: planmotor")
    assert said in err
    assert not english_in(err)


def test_an_interrupt_is_told_by_the_status(monkeypatch, capsys):
    """``bygg && rsync`` doesn't publish when the build was interrupted."""

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(kontrollera, "examine_and_load", interrupted)
    assert main(["kontrollera", "--data", str(PLAN)]) == 130
    assert capsys.readouterr() == ("", "Avbrutet.\n")


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "planmotor", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_as_a_command_of_its_own():
    done = run("kontrollera", "--data", PLAN)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode().startswith("Inga fel.")
    assert run("kontrollera", "--data", "finns-inte").returncode == 2


AWKWARD = [
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "1"},
    pytest.param(
        {"PYTHONIOENCODING": "ascii"},
    ),
    pytest.param(
        {"SOURCE_DATE_EPOCH": "9" * 20},
    ),
]


@pytest.mark.parametrize("environment", AWKWARD)
def test_no_traceback_in_an_awkward_environment(environment, tmp_path):
    for path, code in ((write(tmp_path, BROKEN), 1), (PLAN, 0)):
        done = run("kontrollera", "--data", path, **environment)
        assert b"Traceback" not in done.stderr
        assert done.returncode == code
