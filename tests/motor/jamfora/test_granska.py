"""``planmotor granska`` on small repositories: the whole comment against ``tests/exempel/granska/<namn>.md``.

``SKRIV_FACIT=1 pytest tests/motor/jamfora/test_granska.py`` writes the expected comments anew; read every
changed line.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from planmotor.__main__ import main
from planmotor.commands._parser import in_swedish, parser, subcommands
from planmotor.jamfora.granskning.markdown import MARK, MOST_LETTERS, escaped
from tests.hjalp.facit import same
from tests.hjalp.forrad import PAGE, put, run, save
from tests.hjalp.liten import DATA as LITEN
from tests.hjalp.planer import MINIMAL, ROOT

EXPECTED = ROOT / "tests/exempel/granska"
SHOWS = '---\ntitle: Kontinuitet\n---\n\n# Kontinuitet\n\n{{ aktivitetstabell(område="kontinuitet") }}\n'
DIVIDED = MINIMAL.replace("Ta fram rutiner", "Ta fram rutiner\n            status: pågår")
CASES = {
    "inget": {},
    "status": {"plan": DIVIDED.replace("pågår", "klar")},
    "text": {
        "sida": PAGE.replace("tillsammans", "ihop @alla <b>nu</b> | `x`").replace("Om oss", "Om gruppen"),
        "docs/ny.md": f"---\ntitle: Ny\n---\n\n# Ny\n\n{MARK}\n\nHär står något nytt.\n",
    },
    "fel-i-planen": {"plan": DIVIDED.replace("pågår", "klart"), "sida": PAGE + "\nVi felstavvar.\n"},
    "fel-bland-andringar": {
        "plan": DIVIDED.replace("pågår", "klart").replace("vart: 3", "vart: 4").replace("Ta fram", "Skriv")
    },
    "konflikt": {"plan": "<<<<<<< HEAD\n" + DIVIDED + "=======\n>>>>>>> gren\n"},
    "fel-i-makro": {"docs/visar.md": SHOWS.replace("kontinuitet", "kontinuitett")},
}
CASES["omsparad"] = {
    "plan": re.sub(r"^#.*\n", "", DIVIDED, flags=re.M).replace("Ta fram rutiner", '"Ta fram rutiner"'),
    "docs/visar.md": SHOWS.replace("# Kontinuitet", "Kontinuitet\n==="),
}
CASES["register"] = {"data/begrepp.yaml": "förkortningar:\n  - {kort: SIP, uttydning: en plan}\n"}
KOMMUN = 'kommuner:\n  - {id: ekby, namn: Ekby kommun, kod: "0114"}\nhandlingsplaner:\n'
CLEAN = {"inget", "status", "text", "register", "omsparad"}


@pytest.fixture
def proposal(repo):
    """A repository whose main has a plan and two pages, standing on the branch of a proposal."""
    for name in ("klarsprak.yaml", "ordlista.txt"):
        shutil.copy(LITEN / name, repo / "data" / name)
    save(repo, plan=DIVIDED, **{"docs/visar.md": SHOWS})
    run(repo, "checkout", "--quiet", "-b", "forslag")
    return repo


@pytest.mark.parametrize("name", CASES)
def test_the_whole_comment(proposal, name, capsys):
    put(proposal, **CASES[name])
    code = main(["granska", "main", "--format", "markdown", "--adress", "https://exempel.se/forslag/1/"])
    printed = capsys.readouterr().out
    expected = EXPECTED / f"{name}.md"
    same(expected, printed)
    assert code == (0 if name in CLEAN else 1)
    assert printed.startswith(MARK)
    assert printed.count(MARK) == 1


def test_what_came_to_main_meanwhile_is_no_part_of_the_proposal(proposal, capsys):
    run(proposal, "checkout", "--quiet", "main")
    save(proposal, sida=PAGE + "Mer.\n")
    run(proposal, "checkout", "--quiet", "forslag")
    assert main(["granska", "main"]) == 0
    assert capsys.readouterr().out == "Förslaget ändrar ingenting.\n"


def test_a_change_is_told_by_what_it_concerns_and_a_register_by_its_file(proposal, capsys):
    """What isn't compared is never called unchanged, and a value is never taken for a name."""
    before = (
        DIVIDED.replace("handlingsplaner:\n", KOMMUN) + "lokala_planer:\n  - {kommun: ekby, läge: saknas}\n"
    )
    save(proposal, plan=before)
    run(proposal, "branch", "--force", "main")
    after = before.replace("läge: saknas", "läge: under arbete").replace("vart: 3", "vart: 4")
    put(proposal, plan=after.replace("namn: Plan för", "namn: Planen för"), **CASES["register"])
    assert main(["granska", "main"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Planen heter nu ”Planen för Norra länet”; revideras vart är nu ”4” i stället för ”3”",
        "Ekby kommun: Den lokala planen: läge är nu ”under arbete” i stället för ”saknas”",
    ]
    run(proposal, "checkout", "--quiet", "data/aktiviteter.yaml")
    assert main(["granska", "main"]) == 0
    assert capsys.readouterr().out == "data/begrepp.yaml: ändrad, men jämförs inte i ord\n"
    (proposal / "data/begrepp.yaml").unlink()
    put(proposal, sida=PAGE.replace("Vi arbetar", "Vi  arbetar"))
    assert main(["granska", "main"]) == 0
    assert capsys.readouterr().out == "docs/om.md: bara formen är ändrad\n"


def test_other_forms(proposal, capsys, tmp_path):
    put(proposal, plan=DIVIDED.replace("pågår", "klart"))
    assert main(["granska", "main", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=data/aktiviteter.yaml,line=20,")
    put(proposal, plan=DIVIDED.replace("pågår", "klar"))
    file = tmp_path / "svar.json"
    assert main(["granska", "main", "--format", "json", "--till", str(file)]) == 0
    said = json.loads(file.read_text(encoding="utf-8"))
    assert said["sammanfattning"] == {"status": 1}
    assert [page["adress"] for page in said["sidor"]] == ["visar/"]
    assert main(["granska", "finns-inte"]) == 2


def test_a_page_that_is_no_utf8_is_a_problem_with_a_line(proposal, capsys):
    (proposal / "docs/om.md").write_bytes(PAGE.encode() + "Lägg till å.\n".encode("latin-1"))
    assert main(["granska", "main"]) == 1
    assert "docs/om.md:8: Filen är inte sparad som UTF-8" in capsys.readouterr().out


def test_a_long_comment_is_cut(proposal, capsys):
    put(proposal, **{f"docs/{n}.md": PAGE + f"En mening med nummer {n}. " * 60 for n in range(200)})
    main(["granska", "main", "--format", "markdown"])
    printed = capsys.readouterr().out
    assert len(printed) <= MOST_LETTERS
    assert "rader till. Kör `planmotor granska` för att se allt." in printed


def test_words_of_a_proposal_mean_nothing_to_the_host():
    assert escaped("<b>@lag</b> [x](https://y.se) `a`\n# b") == (
        "\\<b\\>@\u2060lag\\</b\\> \\[x\\](https:\u2060//y.se) \\`a\\` \\# b"
    )


WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([\wåäö.]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


def steps(path):
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def commands():
    """Yield every command that the workflows of both hosts run."""
    for path in WORKFLOWS:
        yield from (step["run"] for step in steps(path) if "run" in step)
    for job in yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")).values():
        if isinstance(job, dict):
            yield from job.get("script", [])


def test_workflows_call_commands_and_targets_that_exist():
    every = "\n".join(commands())
    known = subcommands(parser())
    for line in re.findall(r"\.venv/bin/planmotor (.+)", every):
        words = in_swedish(line.replace('"', "").split(" || ")[0].split(), parser())
        flags = {flag for action in known[words[0]]._actions for flag in action.option_strings}
        assert {word for word in words if word.startswith("--")} <= flags
    for target in re.findall(r"^make (\S+)", every, re.M):
        assert target in TARGETS or target == ".venv/.installerat"
    for script in re.findall(r"^(verktyg/[\w-]+)", every, re.M):
        assert os.access(ROOT / script, os.X_OK)
    assert "make test" in [step.get("run") for step in steps(ROOT / ".github/workflows/test.yml")]


def test_a_workflow_that_runs_a_proposal_may_only_read():
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        text = path.read_text(encoding="utf-8")
        events = workflow[True]  # YAML 1.1 reads "on" as yes
        assert workflow["permissions"] == ({} if "workflow_run" in events else {"contents": "read"})
        assert "pull_request_target" not in text
        for step in steps(path):
            assert "${{" not in step.get("run", "")  # a title may hold a command
            assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step.get("uses", "actions/x@" + "0" * 40))


STUB = """#!/bin/sh
echo "$*" >> "$LOGG"
case "$*" in *--paginate*) cat "$SVAR" ;; esac
"""


@pytest.mark.parametrize(("answer", "expected"), [("", "--method POST"), ("7\n8\n", "--method PATCH")])
def test_one_comment_is_updated_not_repeated(tmp_path, answer, expected):
    (tmp_path / "gh").write_text(STUB, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    (tmp_path / "svar").write_text(answer, encoding="utf-8")
    comment = tmp_path / "kommentar.md"
    comment.write_text(f"{MARK}\n", encoding="utf-8")
    env = {
        **os.environ,
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "LOGG": str(tmp_path / "logg"),
        "SVAR": str(tmp_path / "svar"),
        "GITHUB_REPOSITORY": "a/b",
    }
    subprocess.run([ROOT / "verktyg/kommentera", "github", "4", comment], env=env, check=True)
    said = (tmp_path / "logg").read_text(encoding="utf-8").splitlines()
    assert len(said) == 2
    assert expected in said[1]
    assert ("issues/comments/7" if answer else "issues/4/comments") in said[1]
    comment.write_text("Någon annans text\n", encoding="utf-8")
    refused = subprocess.run([ROOT / "verktyg/kommentera", "github", "4", comment], env=env, check=False)
    assert refused.returncode == 2


def test_issue_forms_ask_what_the_host_understands():
    for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("[af]*.yml"):
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert set(form) == {"name", "description", "title", "body"}
        asked = [part for part in form["body"] if part["type"] != "markdown"]
        assert {part["type"] for part in asked} <= {"input", "textarea", "dropdown", "checkboxes"}
        assert len({part["id"] for part in asked}) == len(asked)
        assert all(part["attributes"]["label"] for part in asked)
        assert "Skriv inga namn på enskilda personer" in form["body"][0]["attributes"]["value"]


def test_both_hosts_have_the_same_templates():
    for name in ("innehall", "kod"):
        one = ROOT / f".github/PULL_REQUEST_TEMPLATE/{name}.md"
        other = ROOT / f".gitlab/merge_request_templates/{name.capitalize()}.md"
        assert Path(one).read_bytes() == Path(other).read_bytes()


MEETING = "pågår\n            tid: {klart_senast: DAG, text: Styrgruppens möte}"


def test_a_date_that_moves_without_its_words_is_asked_about(proposal, capsys):
    save(proposal, plan=DIVIDED.replace("pågår", MEETING.replace("DAG", "2027-02-19")))
    run(proposal, "branch", "--force", "main")
    put(proposal, plan=DIVIDED.replace("pågår", MEETING.replace("DAG", "2027-03-19")))
    assert main(["granska", "main", "--format", "markdown"]) == 0
    same(EXPECTED / "flyttat-datum.md", capsys.readouterr().out)
    put(
        proposal,
        plan=DIVIDED.replace("pågår", MEETING.replace("DAG", "2027-03-19").replace("Styrgruppens", "Rådets")),
    )
    assert main(["granska", "main", "--format", "markdown"]) == 0
    assert "flyttat-datum" not in capsys.readouterr().out


REMARKS = (
    "synpunkter:\n  - {id: s-ett, från: ekby, fil: svar.docx, plats: stycke 1, ställningstagande: noteras, "
    "avsnitt: hela-planen, synpunkt: Bra.}\n"
)


def test_a_changed_position_on_a_remark_is_told_in_words(proposal, capsys):
    plan = DIVIDED.replace("handlingsplaner:\n", KOMMUN)
    round_ = "namn: Planen\nremissinstanser: [ekby]\n"
    place = "data/remisser/2026/synpunkter.yaml"
    save(proposal, plan=plan, **{"data/remisser/2026.yaml": round_, place: REMARKS})
    run(proposal, "branch", "--force", "main")
    put(proposal, **{place: REMARKS.replace("noteras", "tillgodoses, motivering: Vi håller med")})
    assert main(["granska", "main", "--utan-provbygge"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "s-ett (Ekby kommun): ställningstagandet är nu ”tillgodoses” i stället för ”noteras”",
        "s-ett (Ekby kommun): motiveringen har tillkommit: ”Vi håller med”",
    ]


LONG_PAGE = PAGE + "".join(f"Det här är mening nummer {n} om gruppens arbete.\n" for n in range(8))


def test_a_page_that_moves_says_where_it_was(proposal, capsys):
    save(proposal, sida=LONG_PAGE)
    run(proposal, "branch", "--force", "main")
    (proposal / "docs/om.md").rename(proposal / "docs/om-gruppen.md")
    assert main(["granska", "main"]) == 1
    told = capsys.readouterr().out
    assert (
        "docs/om-gruppen.md:1: Sidan har flyttat hit från om.md, och länkar till om/ leder ingenstans."
        in told
    )
    assert "Skriv överst på sidan: flyttat: [om/]  [flyttad-utan-hanvisning]" in told
    put(proposal, **{"docs/om-gruppen.md": LONG_PAGE.replace("---\n", "---\nflyttat: [om/]\n", 1)})
    assert main(["granska", "main"]) == 0
    assert "leder ingenstans" not in capsys.readouterr().out


def test_an_address_that_nobody_takes_over_is_a_reminder(proposal, capsys):
    save(proposal, **{"docs/ny.md": LONG_PAGE.replace("---\n", "---\nflyttat: [gammal]\n", 1)})
    run(proposal, "branch", "--force", "main")
    (proposal / "docs/om.md").unlink()
    put(proposal, **{"docs/ny.md": LONG_PAGE})
    assert main(["granska", "main"]) == 0
    told = capsys.readouterr().out
    assert "docs/om.md:1: Sidan försvinner, och länkar till om/ leder ingenstans." in told
    assert "docs/ny.md:1: Den gamla adressen gammal/ leder inte vidare längre." in told
