"""Every attack in ``tests/exempel/attacker.yaml``, and what a file that we made must not have got of them."""

import io
import re
import subprocess
import zipfile
from collections import Counter

import pikepdf
import yaml
from markdown import Markdown

from planmotor.prosa.installning import läs_inställning
from tests.hjalp.planer import ROOT

LIST = yaml.safe_load((ROOT / "tests/exempel/attacker.yaml").read_text(encoding="utf-8"))
ATTACKS = [text for texts in LIST.values() for text in texts]
SECRET = "kanariefågel i gruvan"
COUNTED = "982007569"
EXTENSIONS = [
    one if isinstance(one, str) else next(iter(one)) for one in läs_inställning(ROOT / "mkdocs.yml").tillägg
]
# What a file of an office program fetches, runs or leads to.
ACTIVE = re.compile(
    r"<(?:\w+:)?(?:f|hyperlink|instrText|fldSimple|altChunk|object|control|externalReference|ddeLink)[\s/>]"
    r"|TargetMode=\"External\"|\.(?:bin|vml)\""
)
DOES = ("/A", "/AA", "/JS", "/Launch", "/EmbeddedFiles", "/OpenAction")


def as_html(text):
    """Return a page as Markdown with the site's extensions makes it."""
    made = Markdown(extensions=EXTENSIONS, extension_configs={"pymdownx.highlight": {"use_pygments": False}})
    return made.convert(text)


def in_archive(raw):
    """Return how often each thing that does something stands in a file of Word or Excel."""
    found = Counter()
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        for name in parts.namelist():
            text = parts.read(name).decode("utf-8", "replace")
            found.update(ACTIVE.findall(text))
            assert not _given_away(text), name
    return found


def in_pdf(path):
    """Return each kind of thing that does something in a PDF, with the address it leads to."""
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    assert not _given_away(text)
    found = set()
    with pikepdf.open(path) as opened:
        for part in opened.objects:
            if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
                found |= {(name, str(part.get("/URI", ""))) for name in (*DOES, "/URI") if name in part}
    return found


def _given_away(text):
    """Return what should never have been worked out or read."""
    return [word for word in (SECRET, COUNTED, "root:x:") if word in text]


def plain(text):
    """Return a text's signs without space, by which it is found however its lines are broken."""
    return re.sub(r"\s+", "", text)
