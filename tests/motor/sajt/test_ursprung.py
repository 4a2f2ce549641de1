"""Where the site comes from: its parts and licences, the bill of materials, and a copy held against a tag."""

import fnmatch
import io
import json
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing

from planmotor.__main__ import main
from planmotor.plan.arkivmapp import checksum
from planmotor.sajt.oanvant import take_away
from planmotor.sajt.ursprung.delar import DELAR, LICENSER
from planmotor.sajt.ursprung.kopia import checksums
from planmotor.sajt.ursprung.sbom import LOCK, NAME, sbom
from tests.hjalp.forrad import run, save
from tests.hjalp.planer import ROOT

SAY_NOTHING = {"axe-playwright-python"}  # libraries whose metadata names no licence; we don't guess
OF_THE_THEME = {part.namn for part in DELAR if part.paket}
# A program as a tag may hold it: it writes three files, one of which tells the day.
PROGRAM = """
import os, pathlib, sys
site = pathlib.Path(sys.argv[sys.argv.index("--till") + 1])
(site / "data").mkdir(parents=True)
(site / "index.html").write_text(pathlib.Path("docs/om.md").read_text())
(site / "dag.txt").write_text(os.environ["SOURCE_DATE_EPOCH"])
(site / "data/sbom.cdx.json").write_text('{"metadata": {"timestamp": "2026-03-01T00:00:00Z"}}')
"""
DAY = "2026-03-01"


def part_of(name):
    return next(part for part in DELAR if any(fnmatch.fnmatchcase(name, p) for p in part.filer))


def test_every_file_of_the_site_belongs_to_a_part_with_a_licence(site, docs):
    """A file that no page of ours made comes from a library, and a library that ships is named."""
    own = {path.relative_to(docs).as_posix() for path in docs.rglob("*")}
    for path in (path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        part = part_of(name)
        if name.startswith("assets/"):
            assert (name in own) == (part.namn not in OF_THE_THEME), name
    assert {part.licens for part in DELAR} == set(LICENSER)
    for part in DELAR:
        assert not get_spdx_licensing().validate(part.licens).errors
        assert any(part_of(p.relative_to(site).as_posix()) == part for p in site.rglob("*") if p.is_file())


def test_the_site_holds_nothing_of_the_theme_that_no_page_asks_for(tmp_path):
    for name in ("assets/javascripts/a.js", "assets/images/favicon.png", "assets/stylesheets/b.css.map"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "index.html").write_text('<script src="assets/javascripts/a.js"></script>', encoding="utf-8")
    take_away(tmp_path)
    left = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())
    assert left == ["assets/javascripts/a.js", "index.html"]


def test_the_bill_of_materials_follows_its_schema_and_is_the_same_twice(plan, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    made = sbom(plan, ROOT / LOCK)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(made.decode()) is None
    assert sbom(plan, ROOT / LOCK) == made
    found = json.loads(made)
    assert found["metadata"]["timestamp"] == "2026-11-22T00:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    assert json.loads(sbom(plan, ROOT / LOCK))["serialNumber"] != found["serialNumber"]


def test_the_schema_refuses_what_is_no_bill_of_materials(plan):
    broken = json.loads(sbom(plan, ROOT / LOCK))
    broken["components"][0]["licenses"] = [{"license": {"id": "Påhittad-1.0"}}]
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(broken)) is not None


def test_the_bill_of_materials_holds_the_lock_line_for_line(plan):
    lock = (ROOT / LOCK).read_text(encoding="utf-8")
    parts = json.loads(sbom(plan, ROOT / LOCK))["components"]
    locked = [part for part in parts if part.get("purl")]
    assert sorted(part["purl"].partition("/")[2].replace("@", "==") for part in locked) == sorted(
        line.split()[0] for line in lock.splitlines() if "==" in line
    )
    assert sum(len(part["hashes"]) for part in locked) == lock.count("--hash=sha256:")
    assert all(one["content"] in lock for part in locked for one in part["hashes"])
    shipped = [part["name"] for part in parts if part["scope"] == "required"]
    assert shipped == [part.namn for part in DELAR]
    silent = [part["name"] for part in parts if not part.get("licenses")]
    assert set(silent) <= SAY_NOTHING


def test_without_a_lock_the_parts_of_the_site_are_told(plan, tmp_path):
    found = json.loads(sbom(plan, tmp_path / LOCK))
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(found)) is None
    assert [part["name"] for part in found["components"]] == [part.namn for part in DELAR]


def test_the_site_has_it_and_the_decided_versions_that_its_checksums_are_of(site, plan, source):
    assert (site / "data" / NAME).is_file()
    archive = site / "data/arkiv"
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=archive, capture_output=True, check=False)
    assert done.returncode == 0
    told = "".join(
        page.read_text(encoding="utf-8") for page in (site / "uppfoljning/andringar").rglob("*.html")
    )
    for version in plan.arkiv.versioner:
        assert checksum((archive / f"{version.namn}.yaml").read_bytes()) == version.summa
        assert version.summa in told
        assert (archive / f"{version.namn}.yaml").read_bytes() == version.path.read_bytes()


@pytest.fixture
def tagged(repo, tmp_path):
    """A repository whose tag holds a program that builds, with a copy of the site that it makes."""
    save(repo, **{"planmotor/__init__.py": "", "planmotor/__main__.py": PROGRAM})
    run(repo, "tag", "plan/2026-03-01")
    save(repo, sida="Något nyare.\n")
    copy = tmp_path / "kopia"
    (copy / "data").mkdir(parents=True)
    tag = run(repo, "show", "plan/2026-03-01:docs/om.md")
    (copy / "index.html").write_text(f"{tag}\n", encoding="utf-8")
    (copy / "dag.txt").write_text("1772323200", encoding="utf-8")
    (copy / "data/sbom.cdx.json").write_text(f'{{"metadata": {{"timestamp": "{DAY}T00:00:00Z"}}}}', "utf-8")
    return copy


def attest(copy, *more, tag="plan/2026-03-01"):
    return main(["intyga", str(copy), tag, *more])


def archived(copy, form):
    return Path(shutil.make_archive(str(copy.parent / f"arkiv-{form}"), form, copy.parent, copy.name))


@pytest.mark.parametrize("form", [None, "zip", "tar", "gztar"])
def test_a_true_copy_is_told_as_such(tagged, capsys, form):
    copy = archived(tagged, form) if form else tagged
    assert attest(copy, "--dag", DAY) == 0
    out, err = capsys.readouterr()
    assert out == "lika: 3 filer\n"
    assert err.endswith("Kopian är precis det som plan/2026-03-01 ger.\n")


def test_every_difference_is_told(tagged, capsys):
    with (tagged / "index.html").open("ab") as page:
        page.write(b" ")
    (tagged / "dag.txt").unlink()
    (tagged / "mer").mkdir()
    (tagged / "mer/extra.txt").write_text("x", encoding="utf-8")
    assert attest(tagged, "--dag", DAY) == 1
    out, err = capsys.readouterr()
    assert out == "skiljer: index.html\nsaknas: dag.txt\nextra: mer/extra.txt\nlika: 1 filer\n"
    assert err.endswith("ger: 1 skiljer, 1 saknas, 1 extra.\n")


def test_the_version_is_built_as_of_the_day_of_its_commit_unless_another_is_given(tagged, capsys):
    assert attest(tagged) == 1
    out, err = capsys.readouterr()
    assert out == "skiljer: dag.txt\nlika: 2 filer\n"
    assert f"Kopian säger att den byggdes som den {DAY}. Stämmer det, så kör med --dag {DAY}" in err


def test_nothing_is_left_of_the_build(tagged):
    attest(tagged, "--dag", DAY)
    assert run(Path(), "worktree", "list").count("\n") == 0


def test_what_differs_between_main_and_the_tag_is_no_matter(tagged, capsys):
    assert attest(tagged, "--dag", DAY, tag="main") == 1
    assert "skiljer: index.html\n" in capsys.readouterr().out


def broken_zip(copy):
    path = copy.parent / "trasig.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("index.html", "innehållet")
    path.write_bytes(path.read_bytes().replace("innehållet".encode(), b"n\xc3\xa5got annat"))
    return path


def linked(copy):
    (copy / "lank").symlink_to(copy / "index.html")
    return copy


def linked_tar(copy):
    path = copy.parent / "lank.tar"
    with tarfile.open(path, "w") as archive:
        entry = tarfile.TarInfo("index.html")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(entry)
    return path


def empty(copy):
    path = copy.parent / "tom"
    path.mkdir()
    return path


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (broken_zip, "går inte att läsa"),
        (linked, "är en länk"),
        (linked_tar, "ingen vanlig fil"),
        (empty, "innehåller inga filer"),
        (lambda copy: copy / "finns-inte", "finns inte"),
        (lambda copy: copy / "index.html", "varken en mapp eller ett arkiv"),
    ],
)
def test_a_copy_that_cant_be_read(tagged, capsys, made, said):
    assert attest(made(tagged)) == 2
    err = capsys.readouterr().err
    assert said in err and "Traceback" not in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["https://exempel.se", "main"], "hämtar inget"),
        (["kopia", "finns-inte"], "finns inte i förrådet"),
        (["kopia", "main", "--dag", "igår"], "är ingen dag"),
    ],
)
def test_what_is_asked_for_in_a_wrong_way(tagged, capsys, words, said):
    assert main(["intyga", *(str(tagged) if word == "kopia" else word for word in words)]) == 2
    assert said in capsys.readouterr().err


def test_a_version_that_doesnt_build(tagged, repo, capsys):
    save(repo, **{"planmotor/__main__.py": "raise SystemExit('Fel i planen')\n"})
    assert attest(tagged, tag="main") == 2
    assert "Versionen gick inte att bygga:\nFel i planen" in capsys.readouterr().err


def test_an_archive_that_says_it_is_huge_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr("planmotor.sajt.ursprung.kopia.MAX_BYTES", 1000)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.html", "0" * 10_000)
    path = tmp_path / "stor.zip"
    path.write_bytes(raw.getvalue())
    with pytest.raises(Exception, match="orimligt stor"):
        checksums(path)
