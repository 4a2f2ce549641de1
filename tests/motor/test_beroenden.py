"""What the installed engine needs is listed, and what only pictures and tests need isn't."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions, requires

import pytest

from tests.hjalp.liten import PLAN
from tests.hjalp.planer import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OURS = {"planmotor", "macros"}
OPTIONAL = {"playwright"}
WITHOUT = """
import sys
sys.modules["playwright"] = sys.modules["axe_playwright_python"] = None
from planmotor.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def names(requirements):
    return {re.match(r"[\w.-]+", one)[0].lower().replace("_", "-") for one in requirements}


def imports(tree):
    """Yield the first part of every name that is imported within a piece of code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module.partition(".")[0]


def imported():
    files = [file for part in sorted(OURS) for file in (ROOT / part).rglob("*.py")]
    return {name for file in files for name in imports(ast.parse(file.read_text(encoding="utf-8")))}


def test_the_engine_imports_what_it_says_that_it_needs():
    known = packages_distributions()
    others = imported() - OURS - OPTIONAL - set(sys.stdlib_module_names)
    needed = names(PROJECT["dependencies"])
    needed |= names(
        part for one in needed for part in requires(one) or ()
    )  # pydantic's own parts are pydantic
    assert [name for name in sorted(others) if not names(known.get(name, [name])) & needed] == []


def test_pictures_are_an_extra():
    extra = names(PROJECT["optional-dependencies"]["bilder"])
    assert extra == OPTIONAL
    assert not (extra | names(PROJECT["optional-dependencies"]["test"])) & names(PROJECT["dependencies"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--help"], "användning: planmotor"), (["kontrollera", "--data", PLAN], "Inga fel.")],
)
def test_the_engine_runs_where_playwright_is_missing(arguments, said):
    command = [sys.executable, "-c", WITHOUT, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert said in done.stdout + done.stderr
