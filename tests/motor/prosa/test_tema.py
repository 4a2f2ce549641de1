"""The theme shows texts as text: titles, descriptions, the menu and the settings, whatever they hold.

The check refuses most of this before a page is built; the theme doesn't rely on it.
"""

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from planmotor.prosa.lasning.tillaten import is_safe_address, refused
from tests.hjalp.planer import ROOT

ATTACKS = [
    text
    for texts in yaml.safe_load((ROOT / "tests/exempel/attacker.yaml").read_text(encoding="utf-8")).values()
    for text in texts
]
USUAL = "Vanlig text"


def shown(text):
    """Return a text as a heading that shows it, every sign of it written out."""
    return "".join(f"&#{ord(sign)};" if not sign.isalnum() else sign for sign in text if sign != "\n")


def built(folder, texts, address):
    """Build a site whose pages have these titles and headings, and whose settings say the first."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Start\n", encoding="utf-8")
    nav = [{texts[0]: "index.md"}]
    for number, text in enumerate(texts):
        head = yaml.safe_dump({"title": text, "description": text, "innehåll": text}, allow_unicode=True)
        body = f"---\n{head}---\n\n# Sidan\n\n## Ett\n\n## {shown(text)}\n\n## Tre\n"
        (folder / f"docs/{number}.md").write_text(body, encoding="utf-8")
        nav.append({text: [f"{number}.md", {text: "index.md"}]})
    extra = {
        "märken": {},
        "utkast": {"text": texts[0], "länk": address, "länktext": texts[0]},
        "sidfot": [{"namn": texts[0], "länk": "index.md"}],
        "språk": [
            {"mapp": "", "namn": texts[0], "lang": "sv"},
            {"mapp": "x", "namn": texts[0], "lang": texts[0]},
        ],
    }
    config = {
        "site_name": texts[0],
        "site_description": texts[0],
        "copyright": texts[0],
        "docs_dir": str(folder / "docs"),
        "site_dir": str(folder / "site"),
        "theme": {"name": "material", "custom_dir": str(ROOT / "overrides"), "language": "sv", "font": False},
        "plugins": [],
        "nav": nav,
        "extra": extra,
    }
    file = folder / "mkdocs.yml"
    file.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    build(load_config(str(file)))
    return {page.relative_to(folder / "site").as_posix(): page for page in (folder / "site").rglob("*.html")}


def parts(page):
    """Return each element with each attribute that no page may have, and each address that isn't safe."""
    found = refused(page.read_text(encoding="utf-8"))
    addresses = {value for _, name, value in found if name in {"href", "src"}}
    return {(tag, name) for tag, name, _ in found} | {to for to in addresses if not is_safe_address(to)}


@pytest.mark.parametrize("turn", range(0, len(ATTACKS), 20))
def test_no_text_becomes_more_than_text(turn, tmp_path):
    texts = ATTACKS[turn : turn + 20]
    usual = built(tmp_path / "lugn", [f"{USUAL} {number}" for number in range(len(texts))], "index.md")
    found = built(tmp_path / "elak", texts, "index.md")
    assert usual.keys() == found.keys()
    for name, page in found.items():
        assert parts(page) - parts(usual[name]) == set(), name
