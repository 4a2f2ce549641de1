"""Spoils a text or an archive, as people, programs and bad luck do; ``random.Random`` decides how."""

import io
import re
import zipfile
import zlib

ODD = [
    *(
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\u202e",
        "\u00ad",
        "\t",
        "\r",
        "\x00",
        "\x07",
        "\x85",
        "\u2028",
        "a\u030a",
    ),
    *("\ud7ff", "\ufffd", "\U0001f469\u200d\U0001f4bb", "ﬁ", "İ", "ß", "”", "’", "–", "٣", "\U000e0041"),
]
VALUES = [
    *(
        "",
        "~",
        "null",
        "true",
        "ja",
        "nej",
        "0",
        "-1",
        "007",
        "1e309",
        "0x1F",
        "1_000",
        ".inf",
        "NaN",
        "1" * 400,
    ),
    *("2026-02-30", "2026-13-01", "0000-00-00", "9999-12-31", "99999-01-01", "2026-W53", "31 juni 2026"),
    *(
        "imorgon",
        "våren 2026",
        "2026",
        "[]",
        "{}",
        "[a, b",
        "{a: b",
        "'",
        '"',
        "''",
        '"\\x"',
        "|",
        ">-",
        "- a",
    ),
    *(
        "- - - a",
        "a: b: c",
        "&a b",
        "*a",
        "!!python/object:os.system x",
        "!!binary aGVq",
        "<<: *a",
        "? a",
        "%",
    ),
    *("@", "`", "#", "a #b", "a # b", "---", "...", "<<<<<<< HEAD", "=======", ">>>>>>> gren", "../../etc"),
    *("/", "\\", "a" * 5000, "å" * 300, "https://[", "http://a b", "mailto:x", "javascript:alert(1)", "=1+1"),
    *(
        "=HYPERLINK(1)",
        "#REF!",
        "-2+3",
        "1,5",
        "1;2",
        "pågår",
        "klar",
        "avslutat",
        "Påbörjad",
        "okänd",
        "070-1740605",
    ),
]
MARKDOWN = [
    *(
        "# ",
        "####### ",
        "- ",
        "1. ",
        "> ",
        "    ",
        "```",
        "~~~",
        "***",
        "|a|b|",
        "|---|",
        "[^1]",
        "[^1]: x",
        "[a](b)",
    ),
    *(
        "[a][b]",
        "![a](b)",
        "[a](../../../x.md)",
        "[a](#nej)",
        "<b>",
        "</div>",
        "<script>",
        "<!--",
        "-->",
        "&amp;",
    ),
    *(
        "&#0;",
        "&#x110000;",
        "{{ 1/0 }}",
        "{{ planlage() }}",
        "{{ aktiviteter(område='x') }}",
        "{{ okand() }}",
    ),
    *(
        "{{",
        "}}",
        "{% include 'x' %}",
        "{%",
        "{#",
        "{{ [1]*10**9 }}",
        "{: #a }",
        "{.a}",
        "!!! note",
        '=== "a"',
    ),
    *(
        "???",
        '--8<-- "x"',
        "$$",
        "\\",
        "*[a]: b",
        "a\n===",
        "---",
        "((((((((",
        "[[[[[[[[",
        "!!!!!!",
        "____",
        "`" * 9,
    ),
]
LARGE = [
    *(
        "(",
        "[",
        "{",
        "<b>",
        "> ",
        "- ",
        "a",
        "a ",
        "\n",
        "* a\n",
        "#",
        "`",
        "*a* ",
        "[a](b) ",
        "[^1]",
        "_",
        "![",
    ),
    *(
        "okänd: x\n",
        "  - x\n",
        "a@b.",
        "19",
        "070-",
        "&a ",
        "<!-- ",
        "| a ",
        "|a|b|\n",
        "{{ planlage() }}\n",
        "'",
    ),
    *(
        "\u200b",
        "å",
        "a\u030a",
        "# rubrik\n\n",
        "\t",
        '"',
        '{"a":',
        "a,b;c\n",
        "é",
        " #1",
        "\\",
        "&#38;",
        "](",
        "1. a\n",
    ),
]
SEPARATORS = re.compile(rb"(\s+|[:,\[\]{}()<>\"'|=;#-])")


def text(rng, raw, words=VALUES):
    """Return the bytes of a text with a few things wrong, seldom with very much of one thing."""
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        raw = rng.choice(TEXT)(rng, raw, words)
    if rng.random() < 0.012:
        raw = _much(rng, raw)
    return raw


def _lines(raw):
    return raw.split(b"\n")


def _word(rng, raw, words):
    parts = SEPARATORS.split(raw)
    parts[rng.randrange(len(parts))] = rng.choice(words).encode("utf-8", "surrogatepass")
    return b"".join(parts)


def _value(rng, raw, words):
    lines = _lines(raw)
    at = rng.randrange(len(lines))
    key, colon, _ = lines[at].partition(b": ")
    lines[at] = key + (colon or b" ") + rng.choice(words).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def _line_away(rng, raw, _):
    lines = _lines(raw)
    at = rng.randrange(len(lines))
    del lines[at : at + rng.choice((1, 1, 2, 9))]
    return b"\n".join(lines)


def _line_twice(rng, raw, _):
    lines = _lines(raw)
    at = rng.randrange(len(lines))
    lines[at:at] = lines[at : at + rng.choice((1, 2, 12))] * rng.choice((1, 1, 3))
    return b"\n".join(lines)


def _lines_swapped(rng, raw, _):
    lines = _lines(raw)
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _new_line(rng, raw, words):
    lines = _lines(raw)
    indent = b" " * rng.choice((0, 0, 1, 2, 4, 7, 40))
    lines.insert(rng.randrange(len(lines) + 1), indent + rng.choice(words).encode("utf-8", "surrogatepass"))
    return b"\n".join(lines)


def _indent(rng, raw, _):
    lines = _lines(raw)
    at = rng.randrange(len(lines))
    lines[at] = rng.choice((b" ", b"\t", b"  ", "\u00a0".encode(), b"- ")) + lines[at]
    if rng.random() < 0.4:
        lines[at] = lines[at].strip()
    return b"\n".join(lines)


def _odd(rng, raw, _):
    at = rng.randrange(len(raw) + 1)
    return raw[:at] + rng.choice(ODD).encode("utf-8", "surrogatepass") * rng.choice((1, 1, 3)) + raw[at:]


def _byte(rng, raw, _):
    at = rng.randrange(len(raw) + 1)
    return raw[:at] + bytes([rng.randrange(256)]) + raw[at + rng.choice((0, 1)) :]


def _cut(rng, raw, _):
    return raw[: rng.randrange(len(raw) + 1)] if rng.random() < 0.5 else raw[rng.randrange(len(raw) + 1) :]


def _moved(rng, raw, _):
    one, other, to = (rng.randrange(len(raw) + 1) for _ in range(3))
    return raw[:to] + raw[min(one, other) : max(one, other)][:3000] + raw[to:]


def _saved_otherwise(rng, raw, _):
    text = raw.decode("utf-8", "replace")
    how = rng.choice(("utf-8-sig", "utf-16", "cp1252", "mac-roman", "utf-32"))
    made = text.encode(how, "replace")
    return made.replace(b"\n", rng.choice((b"\n", b"\r\n", b"\r")))


def _deep(rng, raw, _):
    opens, closes = rng.choice(
        (("[", "]"), ("{a: ", "}"), ("- ", ""), ("(", ")"), ("> ", ""), ('{"a":', "}"))
    )
    at, times = rng.randrange(len(raw) + 1), rng.choice((10, 40, 300, 3000))
    return raw[:at] + (opens * times + "a" + closes * rng.choice((times, 0))).encode() + raw[at:]


TEXT = [
    *[_word, _value] * 3,
    *(_line_away, _line_twice, _lines_swapped, _new_line, _new_line, _indent, _odd, _byte, _cut, _moved),
    *(_saved_otherwise, _deep),
]


def _much(rng, raw):
    """Return the text with up to 150 kB of one thing in it."""
    piece = rng.choice(LARGE).encode()
    at = rng.choice((0, len(raw), rng.randrange(len(raw) + 1)))
    times = rng.choice((4_000, 20_000, 150_000)) // len(piece)
    numbered = rng.random() < 0.3
    more = b"".join(piece.replace(b"a", b"a%d" % n) for n in range(times)) if numbered else piece * times
    return raw[:at] + b"\n" * rng.choice((0, 1)) + more[:200_000] + b"\n" + raw[at:]


CELLS = [
    *(
        "A0",
        "XFD1048577",
        "ZZZZ1",
        "1A",
        "",
        "A",
        "Å1",
        "A-1",
        "a1",
        "$A$1",
        "A1:B2",
        "A99999999999",
        "B2",
        "C3",
    ),
]
XML = [
    *(
        "0",
        "-1",
        "4294967296",
        "1e400",
        "x",
        "",
        "s",
        "str",
        "b",
        "e",
        "d",
        "inlineStr",
        "n",
        "44927.5",
        "-700000",
    ),
    *(
        "99999999",
        "&#0;",
        "&x;",
        "TRUE",
        "rId1",
        "rId99",
        "../../../x",
        "http://x",
        "sharedStrings.xml",
        "continue",
    ),
    *("restart", "\u00e5" * 200, "a" * 40_000, "2026-02-30T25:61:00Z", "&lt;b&gt;", "]]>", "xml:space"),
]
WRONG = (
    b"<!DOCTYPE a [<!ENTITY x 'y'>]>",
    b"<a><b></a>",
    b"<w:p/>",
    b"<c/>",
    b"<?x?>",
    b"\x00",
    b"<w:r><w:t>a</w:t></w:r>",
)
ELEMENT = re.compile(rb"<(\w[\w:]*)(?: [^<>]*[^/<>])?>[^<>]*</\1>|<[^<>]+/>")
TAG = re.compile(rb"<[^<>]+>")
ATTRIBUTE = re.compile(rb'="[^"]*"')
CELL = re.compile(rb' r="[A-Z]+\d+"')
TEXTS = re.compile(rb">[^<>]+<")


def _replaced(rng, raw, pattern, new):
    found = list(pattern.finditer(raw))
    if not found:
        return raw
    one = rng.choice(found)
    return raw[: one.start()] + new(one[0]) + raw[one.end() :]


def xml(rng, raw):
    """Return an XML part with something wrong: an attribute, a reference to a cell, a text or an element."""
    value = rng.choice(XML).encode()
    cell, times = rng.choice(CELLS).encode(), rng.choice((5, 200, 3000))
    wrong = rng.choice((*WRONG, b"<w:tbl>" * times + b"</w:tbl>" * times))
    return rng.choice(
        (
            lambda: _replaced(rng, raw, ATTRIBUTE, lambda _: b'="' + value + b'"'),
            lambda: _replaced(rng, raw, ATTRIBUTE, lambda _: b'="' + value + b'"'),
            lambda: _replaced(rng, raw, CELL, lambda _: b' r="' + cell + b'"'),
            lambda: _replaced(rng, raw, TEXTS, lambda _: b">" + value + b"<"),
            lambda: _replaced(rng, raw, TAG, lambda _: b""),
            lambda: _replaced(rng, raw, TAG, lambda tag: tag * rng.choice((2, 3))),
            lambda: _replaced(rng, raw, TAG, lambda tag: tag + wrong),
            lambda: _replaced(rng, raw, ELEMENT, lambda element: element * rng.choice((0, 2, 2000))),
            lambda: text(rng, raw, XML),
        )
    )()


def archive(rng, parts):
    """Return a Word or Excel file of these parts, with something wrong in a part or in the archive."""
    parts = dict(parts)
    for _ in range(rng.choice((1, 1, 2, 4))):
        names = [name for name in parts if name.endswith((".xml", ".rels"))]
        if names:
            name = rng.choice(names)
            how = rng.random()
            if how < 0.86:
                parts[name] = xml(rng, parts[name])
            elif how < 0.9:
                del parts[name]
            elif how < 0.95:
                other = rng.choice(
                    ("../x.xml", "/x.xml", "X.XML", "xl/vbaProject.bin", "å.xml", "word/embeddings/a.bin")
                )
                parts[other] = parts.pop(name) if rng.random() < 0.5 else parts[name]
            else:
                parts[name] = parts[rng.choice(names)]
    raw = packed(parts)
    return raw if rng.random() < 0.8 else _broken(rng, raw)


def packed(parts):
    """Return an archive of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _broken(rng, raw):
    made = bytearray(raw)
    heads = [found.start() for found in re.finditer(rb"PK\x01\x02|PK\x03\x04|PK\x05\x06", raw)]
    for _ in range(rng.choice((1, 2, 8))):
        near = rng.choice(heads) + rng.randrange(4, 50) if rng.random() < 0.7 else rng.randrange(len(made))
        if near < len(made):
            made[near] = rng.choice((0, 1, 255, rng.randrange(256)))
    if rng.random() < 0.2:
        del made[rng.randrange(len(made)) :]
    return bytes(made)


def parts_of(raw):
    """Return the parts of an archive by name; an archive that can't be read has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            found = [info for info in file.infolist() if info.file_size < 1_000_000]
            return {info.filename: file.read(info) for info in found}
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError):
        return {}
