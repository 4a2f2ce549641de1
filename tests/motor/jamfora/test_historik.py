"""What happened from decision to decision: steps, each row's history, the feed and the page of a decision."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import feedparser
import pytest

from planmotor.grund.nearest import slug
from planmotor.jamfora import flode
from planmotor.jamfora.diff.radhistorik import historik, steg
from planmotor.jamfora.diff.slag import SLAG
from planmotor.jamfora.statusbyten import changes
from planmotor.plan.load import load
from tests.hjalp.liten import PLAN
from tests.hjalp.planer import MINIMAL, ROOT, plan_of, write

VERSIONS = ROOT / "tests/exempel/giltiga/beslutade-versioner/aktiviteter.yaml"


def test_every_pair_of_decided_versions_is_a_step_and_what_came_since(plan):
    made = [(s.handlingsplan, s.från.datum, s.till and s.till.datum) for s in steg(plan)]
    pairs = []
    for handlingsplan in dict.fromkeys(v.handlingsplan for v in plan.arkiv.versioner):
        days = [v.datum for v in plan.arkiv.av(handlingsplan)]
        live = any(h.id == handlingsplan for h in plan.handlingsplaner)
        pairs += [
            (handlingsplan, *pair) for pair in zip(days, [*days[1:], None], strict=True) if pair[1] or live
        ]
    assert made == pairs


def test_each_row_of_a_revision_knows_when_it_changed(plan):
    told = historik(steg(plan))
    assert [(one.datum, one.slag) for one in told["beratta"] if one.datum == "2025-02-01"] == [
        ("2025-02-01", ("tid", "ansvar"))
    ]
    assert told["gamla-saken"][0].slag == ("borttagen",)


def test_the_filter_knows_every_kind_of_change():
    css = (ROOT / "docs/assets/andringar.css").read_text(encoding="utf-8")
    assert set(re.findall(r"#visa-([a-z-]+):target", css)) == {slug(kind) for kind in SLAG}


@pytest.mark.parametrize("base", ["/", "https://exempel.se/plan/"])
def test_the_feed_is_read_back_with_every_decided_version(plan, base):
    read = feedparser.parse(flode.feed(plan, base, PLAN))
    assert not read.bozo
    decided = [entry for entry in read.entries if "handlingsplaner" not in entry.link]
    assert len(decided) == len(plan.arkiv.versioner)
    assert [e.updated for e in read.entries] == sorted((e.updated for e in read.entries), reverse=True)
    assert all(entry.link.startswith(base) and entry.id.startswith("urn:uuid:") for entry in read.entries)
    contents = [entry.content[0].value for entry in decided]
    assert any("rader har blivit" in said or "rader" in said for said in contents)


def test_an_entry_has_the_same_id_wherever_the_site_lies(plan):
    ids = [
        [e.id for e in feedparser.parse(flode.feed(plan, base)).entries] for base in ("/", "https://b.se/")
    ]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("namn: Plan för Norra länet", "namn: Något annat"),
        ("region: Region Norra", "region: Norra regionen"),
        ("namn: Gemensam handlingsplan", "namn: Handlingsplanen"),
        ("län: Norra länet", "län: Länet"),
        ("revideras_vart: 3", "revideras_vart: 4"),
    ],
)
def test_no_name_that_changes_makes_an_entry_new(tmp_path, old, new):
    original = VERSIONS.read_text(encoding="utf-8")
    shutil.copytree(VERSIONS.parent, tmp_path / "data")
    main = tmp_path / "data/aktiviteter.yaml"
    ids = []
    for text in (original, original.replace(old, new, 1)):
        main.write_text(text, encoding="utf-8")
        read = feedparser.parse(flode.feed(load(main), "/"))
        ids.append([read.feed.id, *(entry.id for entry in read.entries)])
    assert old in original
    assert len(ids[0]) > 3
    assert ids[0] == ids[1]


def git(folder, *words, day="2026-01-01"):
    env = {**os.environ, "GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
    names = ["-c", "user.name=Redaktör", "-c", "user.email=redaktor@exempel.se"]
    subprocess.run(["git", *names, *words], cwd=folder, env=env, check=True, capture_output=True)


def with_status(status):
    return MINIMAL + (f"            status: {status}\n" if status else "")


def test_a_new_status_is_an_entry_and_a_small_edit_is_silent(tmp_path):
    git(tmp_path, "init", "-q")
    texts = (None, "pågår", "trasig: [", "pågår", "klar")
    for number, text in enumerate(texts, 1):
        broken = text and "[" in text
        content = MINIMAL + f"            status: {text}\n" if broken else with_status(text)
        write(tmp_path, f"# version {number}\n{content}")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", f"Version {number}", day=f"2026-01-0{number}")
    found = changes(tmp_path / "aktiviteter.yaml")
    assert [(c.när.date().isoformat(), c.före, c.efter) for c in found] == [
        ("2026-01-02", None, "pågår"),
        ("2026-01-05", "pågår", "klar"),
    ]
    made = feedparser.parse(
        flode.feed(plan_of(tmp_path, with_status("klar")), "/", tmp_path / "aktiviteter.yaml")
    )
    assert [entry.content[0].value for entry in made.entries] == [
        "Status går från pågår till klar.",
        "Status angiven: pågår.",
    ]


LOCAL = """\
        lokala_rekommendationer:
          - {{id: lyssna, namn: Lyssna}}
kommuner:
  - {{id: ekby, namn: Ekby kommun, kod: "0114"}}
lokala_planer:
  - kommun: ekby
    läge: under arbete
{taken}    egna:
      - id: eget
        namn: Vårt eget
{own}        delaktiviteter:
          - {{id: egen-del, namn: En del}}
"""


def test_the_statuses_of_local_plans_are_entries_too(tmp_path):
    git(tmp_path, "init", "-q")
    taken, own = "    rekommendationer: {lyssna: klar}\n", "        status: pågår\n"
    for number, (status, *local) in enumerate([(None, "", ""), ("klar", taken, own)], 1):
        text = with_status(status) + LOCAL.format(taken=local[0], own=local[1])
        write(tmp_path, text)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", f"Version {number}", day=f"2026-01-0{number}")
    made = feedparser.parse(flode.feed(plan_of(tmp_path, text), "/", tmp_path / "aktiviteter.yaml"))
    assert {(entry.title, entry.link) for entry in made.entries} == {
        ("Ta fram rutiner: klar", "/handlingsplaner/handlingsplan/#rutiner"),
        ("Vårt eget (Ekby kommun): pågår", "/lokala-planer/ekby/#eget"),
        ("Lyssna (Ekby kommun): klar", "/lokala-planer/ekby/#lyssna"),
    }


def test_without_a_repository_the_feed_tells_of_decisions_alone(tmp_path, plan):
    outside = write(tmp_path)
    assert flode.feed(plan, "/", outside) == flode.feed(plan, "/")
    assert not Path(tmp_path / ".git").exists()
