"""What every built page owes its reader, read from the HTML."""

import json
import posixpath
from collections import Counter
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from planmotor.grund.today import today
from planmotor.plan.beslutslage import läget
from planmotor.plan.load import load

OUTSIDE = ("http:", "https:", "mailto:", "tel:")


def test_each_page_has_language_title_description_and_one_h1(pages):
    faults = []
    for name, page in pages.items():
        described = page.xpath("string(//meta[@name='description']/@content)")
        if not page.get("lang") or not page.findtext(".//title") or len(page.xpath("//h1")) != 1:
            faults.append((name, "lang, title or h1"))
        if not 50 <= len(described) <= 160:
            faults.append((name, f"description of {len(described)} characters"))
    assert not faults


def _linked(page, name, within):
    """Return the addresses that a part of a page links to, without what stands after #."""
    links = (urlsplit(link).path for link in page.xpath(f"{within}//a/@href"))
    return {posixpath.normpath(posixpath.join(name, path)) + "/" for path in links}


@pytest.mark.parametrize("part", ["redigera/", "uppfoljning/", "uppfoljning/andringar/", "remiss/"])
def test_the_first_page_of_a_part_lists_the_others(pages, part):
    within = {name for name in pages if name.startswith(part) and name.count("/") == part.count("/") + 1}
    assert within - _linked(pages[part], part, "//main") == set()


@pytest.mark.parametrize("menu", ["//nav[@class='sidor']", "//details[@class='meny']"])
def test_both_menus_hold_the_whole_guide_and_only_your_own_group_is_open(pages, menu):
    guide = {name for name in pages if name.startswith("redigera/")}
    for name in guide:
        assert guide <= _linked(pages[name], name, menu), name
        unfolded = pages[name].xpath(f"{menu}//details[@open]/summary/text()")
        assert len(unfolded) == (name != "redigera/"), (name, unfolded)


def test_descriptions_and_titles_differ_from_page_to_page(pages):
    for path in ("string(//meta[@name='description']/@content)", "string(//title)"):
        found = Counter(page.xpath(path) for name, page in pages.items() if name != "404.html")
        assert {text: number for text, number in found.items() if number > 1} == {}


def test_headings_never_skip_a_level(pages):
    for name, page in pages.items():
        headings = page.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")
        levels = [int(heading.tag[1]) for heading in headings]
        assert all(b <= a + 1 for a, b in pairwise(levels)), name


def test_ids_are_unique_on_each_page(pages):
    for name, page in pages.items():
        repeated = {id: n for id, n in Counter(page.xpath("//@id")).items() if n > 1}
        assert repeated == {}, name


def test_every_link_within_the_site_leads_somewhere(pages, site):
    faults = []
    for name, page in pages.items():
        if name == "404.html":  # its links are absolute; it may be shown at any address
            continue
        for link in page.xpath("//a/@href"):
            if not link.startswith(OUTSIDE) and not _leads(link, name, pages, site):
                faults.append((name, link))
    assert faults == []


def _leads(link, name, pages, site):
    parts = urlsplit(link)
    path = posixpath.normpath(posixpath.join("/", name, parts.path)) if parts.path else f"/{name}"
    target = path.strip("/")
    known = f"{target}/" if f"{target}/" in pages else target
    if known not in pages:
        return (site / target).exists() and not parts.fragment
    return not parts.fragment or bool(pages[known].xpath("//*[@id=$id]", id=unquote(parts.fragment)))


def test_nothing_is_fetched_from_another_host(pages):
    for name, page in pages.items():
        fetched = page.xpath("//script/@src | //img/@src | //link[@rel!='canonical']/@href | //iframe/@src")
        assert [address for address in fetched if address.startswith(("http", "//"))] == [], name


def test_every_exported_row_has_an_element_at_its_address(pages, site, plan):
    document = json.loads((site / "data/aktiviteter.json").read_text(encoding="utf-8"))
    assert set(document) == {"plan", "rader"}
    assert len(document["rader"]) == len(plan.alla_rader) > 0
    for row in document["rader"]:
        path, _, fragment = row["url"].lstrip("/").partition("#")
        assert fragment == row["id"]
        assert pages[path].xpath("//*[@id=$id]", id=fragment), row["url"]


def test_tables_have_captions_and_header_cells_with_scope(pages):
    for name, page in pages.items():
        for table in page.xpath("//main//table"):
            assert table.findtext("caption") or table.xpath("string(caption)"), name
            assert not table.xpath(".//th[not(@scope)]"), name


def test_cells_name_their_column_for_narrow_screens(pages):
    for name, page in pages.items():
        for table in page.xpath("//table[contains(@class, 'aktiviteter')]"):
            assert not table.xpath(".//td[not(@data-label) and not(@colspan)]"), name


def test_the_banner_says_what_the_settings_do_and_not_what_is_decided(pages, source):
    """A page of a decided version, and that of an action plan that holds, is no draft."""
    text = yaml.safe_load((source / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]["utkast"]["text"]
    plan = load(source / "data/aktiviteter.yaml")
    decided = {f"handlingsplaner/{one.id}/" for one in plan.handlingsplaner if one.läge == "beslutad"}
    whole = läget(plan, today()).läge == "beslutad"
    for name, page in pages.items():
        banner = "".join(page.xpath("//aside[@class='utkast']//text()"))
        holds = whole or name in decided or (name.count("/") > 2 and name.startswith("beslut/"))
        assert (text in banner) != holds, name


def test_no_macro_is_left_as_text(pages):
    for name, page in pages.items():
        if not name.startswith("redigera/"):
            assert "{{" not in page.text_content(), name
