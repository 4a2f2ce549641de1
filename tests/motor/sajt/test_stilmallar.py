"""Joining the style sheets: one request, the same rules in the same order."""

import re

from planmotor.sajt.stylesheets import join


def page(folder, name, *sheets):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    root = "../" * name.count("/")
    links = "".join(f'<link rel="stylesheet" href="{root}{sheet}">\n' for sheet in sheets)
    path.write_text(f"<head>\n{links}</head>\n", encoding="utf-8")
    return path


def sheets(folder, **contents):
    (folder / "assets").mkdir()
    for name, content in contents.items():
        (folder / f"assets/{name}.css").write_text(content, encoding="utf-8")


def test_shared_sheets_become_one_and_a_page_keeps_its_own(tmp_path):
    sheets(tmp_path, a="a { color: red }\n", b="a { color: blue }\n", egen="b { }")
    start = page(tmp_path, "index.html", "assets/a.css", "assets/b.css")
    deeper = page(tmp_path, "en/sida/index.html", "assets/a.css", "assets/b.css", "assets/egen.css")
    joined = join(tmp_path)
    assert joined.read_text(encoding="utf-8") == "a { color: red }\na { color: blue }\n"
    assert start.read_text(encoding="utf-8").count("stylesheet") == 1
    text = deeper.read_text(encoding="utf-8")
    assert f'href="../../assets/{joined.name}"' in text
    assert 'href="../../assets/egen.css"' in text
    assert text.count("stylesheet") == 2
    assert sorted(path.name for path in (tmp_path / "assets").iterdir()) == ["egen.css", joined.name]


def test_the_name_follows_the_content(tmp_path):
    names = set()
    for number, content in enumerate(("a { }", "b { }")):
        folder = tmp_path / str(number)
        folder.mkdir()
        sheets(folder, a=content)
        page(folder, "index.html", "assets/a.css")
        names.add(join(folder).name)
    assert len(names) == 2


def test_a_site_without_style_sheets_is_left_alone(tmp_path):
    page(tmp_path, "index.html")
    assert join(tmp_path) is None


def own_sheets(docs, name):
    """Return how many style sheets of its own a page asks for in its front matter."""
    files = [docs / f"{name.rstrip('/')}.md", docs / f"{name}index.md"]
    text = next((file.read_text(encoding="utf-8") for file in files if file.is_file()), "")
    asked = re.search(r"^stil: \[(.+)\]$", text, re.MULTILINE)
    return len(asked[1].split(",")) if asked else 0


def test_every_page_asks_for_one_style_sheet_and_its_own(pages, docs):
    for name, tree in pages.items():
        assert len(tree.xpath("//link[@rel='stylesheet']")) == 1 + own_sheets(docs, name), name
    assert any(own_sheets(docs, name) for name in pages)
