"""Reads damaged files in a process of its own and prints what went otherwise than promised.

Called with a kind (xlsx, csv, vcf), a folder, and the range of seeds; each seed makes one file.
"""

import contextlib
import faulthandler
import random
import re
import resource
import sys
import traceback
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.exchange.sheets import Row
from ecrm_desktop.exchange.tables import open_tables
from tests.helpers.measured_reading import peak_memory
from tests.helpers.workbooks import parts, sheet_xml, text_cell

SAMPLES = Path(__file__).parents[1] / "exchange" / "samples"
SECONDS = 20
MEMORY = 300_000  # kB at the peak
SPACE = (
    3_000_000_000  # bytes of addresses: far beyond what is allowed, so that it dies before the PC
)
Change = Callable[[random.Random, bytes], bytes]

WORDS = (
    b"", b"-1", b"0", b"1e999", b"nan", b"99999999999", b"\xff\xfe", b"\0", b"&bad;", b"&#0;",
    b"&#x110000;", b"<![CDATA[</row>]]>", b"<!--", b"-->", b"<!DOCTYPE a>", b"]]>", b'"', b"'",
    b"\x80\xd9", "ی".encode(), b"=\r\n", b":", b";", b",", b"\r", b"\n", b"\t", b" ", b"\\",
    b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"A1", b"XFD1048576", b"ZZZZ0", b"<row>", b"</row>",
    b"<sheetData>", b"</sheetData>", b"</c>", b"<v>", b't="s"', b's="99"', b"%s", b"x" * 5000,
)  # fmt: skip
NUMBERS = (b"0", b"1", b"3", b"700", b"1048576", b"1048577", b"4294967295", b"99999999999999999999",
           b"-5", b"1.5", b"1e300", b"1e-300", b"2958466", b"")  # fmt: skip


def flip(chance: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content))]


def drop(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + content[at + chance.choice((1, 2, 7, 60, 500)) :]


def insert(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.choice(WORDS) * chance.choice((1, 1, 3, 200)) + content[at:]


def noise(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(chance.choice((1, 4, 100, 5000))) + content[at:]


def repeat(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content))
    piece = content[at : at + chance.choice((1, 10, 300, 3000))]
    return content[:at] + piece * chance.choice((2, 5, 50)) + content[at:]


def swap(chance: random.Random, content: bytes) -> bytes:
    places = sorted(chance.randrange(len(content)) for _ in range(3))
    a, b, c = places
    return content[:a] + content[b:c] + content[a:b] + content[c:]


def change_word(chance: random.Random, content: bytes) -> bytes:
    """Put something else in the place of a value, a name or a tag."""
    found = list(re.finditer(rb'"[^"<>]*"|>[^<>]+<|</?\w+|[^,;:=\r\n]+', content))
    if not found:
        return noise(chance, content)
    match = chance.choice(found)
    kept = 1 if match[0][:1] in b'"><' else 0
    end = match.end() - (1 if match[0][-1:] in b'"<' else 0)
    return content[: match.start() + kept] + chance.choice(WORDS) + content[end:]


def change_numbers(chance: random.Random, content: bytes) -> bytes:
    """Put other numbers in the place of some, which leaves XML well-formed."""
    for _ in range(chance.choice((1, 2, 20))):
        if not (found := list(re.finditer(rb"\d+", content))):
            break
        match = chance.choice(found)
        content = content[: match.start()] + chance.choice(NUMBERS) + content[match.end() :]
    return content


def change_tags(chance: random.Random, content: bytes) -> bytes:
    """Repeat, drop or exchange whole elements, which leaves XML well-formed."""
    found = list(re.finditer(rb"<(\w+)\b[^<>]*>[^<>]*</\1>|<\w+\b[^<>]*/>", content))
    if not found:
        return content
    one, other = chance.choice(found), chance.choice(found)
    new = chance.choice((b"", one[0] * chance.choice((2, 300)), other[0]))
    return content[: one.start()] + new + content[one.end() :]


BYTES: tuple[Change, ...] = (flip, cut, drop, insert, noise, repeat, swap)
WORDY: tuple[Change, ...] = (change_word, change_numbers, change_tags)
ANY: tuple[Change, ...] = (*BYTES, *WORDY, *WORDY)


def change_part(chance: random.Random, content: bytes) -> bytes:
    """Change what is inside the zip file, so that the damage reaches the parser."""
    with ZipFile(BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        name = chance.choice([name for name in files if files[name]])
        files[name] = chance.choice(ANY)(chance, files[name])
    if not chance.randrange(15):
        files.pop(chance.choice(list(files)))
    return zip_of(files)


def zip_of(files: Mapping[str, bytes | str]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


ZIPPED = ("xlsx", "xlsb", "ods")


def workbooks() -> list[bytes]:
    titles = text_cell("A1", "نام") + text_cell("B1", "n") + text_cell("C1", "d")
    rows = f'<row r="1">{titles}</row>' + "".join(
        f'<row r="{n}" spans="1:5">{text_cell(f"A{n}", "علی")}<c r="B{n}"><v>{n}.5</v></c>'
        f'<c r="C{n}" s="1"><v>{40000 + n}</v></c><c r="D{n}" t="b"><v>1</v></c>'
        f'<c r="E{n}" t="s"><v>{n % 3}</v></c><c r="F{n}" t="e"><v>#N/A</v></c></row>'
        for n in range(2, 40)
    )
    bare = "".join(
        f"<row><c><v>{n}</v></c><c t='str'><f>A1</f><v>x</v></c></row>" for n in range(9)
    )
    strings = "<si><t>یک</t></si><si><r><t>دو</t></r></si><si><t>سه</t></si>"
    sheets = {"یک": sheet_xml(rows, before='<dimension ref="A1:F40"/>'), "دو": sheet_xml(bare)}
    return [
        zip_of(parts(sheets, strings=strings, formats="14 22")),
        zip_of(parts({"s": sheet_xml(bare)}, states={"s": "hidden"})),
    ]


def bases(kind: str) -> list[bytes]:
    if kind == "xlsx":
        return workbooks()
    return [path.read_bytes() for path in sorted(SAMPLES.glob(f"*.{kind}"))]


def mutated(kind: str, seed: int, originals: list[bytes]) -> bytes:
    chance = random.Random(f"{kind} {seed}")
    content = chance.choice(originals)
    if kind in ZIPPED and content[:2] == b"PK" and chance.random() < 0.75:
        return change_part(chance, content)
    for _ in range(chance.choice((1, 1, 2, 4))):
        changes = BYTES if kind in ZIPPED else ANY
        content = chance.choice(changes)(chance, content) or b"\n"
    return content


def check(path: Path) -> None:
    """Read everything; AssertionError for a cell that nobody could use."""
    with open_tables(path) as tables:
        assert tables.sheets
        for sheet in tables.sheets:
            assert len(sheet.header) in {0, sheet.width}
            rows = list(tables.rows(sheet))
            assert all(isinstance(row, Row) and len(row.cells) >= sheet.width for row in rows)
            numbers = [row.number for row in rows]
            assert numbers == sorted(set(numbers))
            usable = [row for row in rows if not row.is_too_long]
            assert usable[: len(sheet.sample)] == list(sheet.sample)


def main() -> None:
    kind, folder, first, last = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_AS, (SPACE, SPACE))
    originals = bases(kind)
    read = 0
    for seed in range(int(first), int(last)):
        path = Path(folder) / f"{seed}.{kind}"
        path.write_bytes(mutated(kind, seed, originals))
        faulthandler.dump_traceback_later(SECONDS, exit=True)
        try:
            with contextlib.suppress(EcrmError):
                check(path)
                read += 1
        except BaseException:  # noqa: BLE001 - whatever it is, it should not have come out
            print(f"seed {seed}: {traceback.format_exc()}")  # noqa: T201
        faulthandler.cancel_dump_traceback_later()
        path.unlink()
    if (peak := peak_memory()) > MEMORY:
        print(f"{peak} kB of memory")  # noqa: T201
    print(f"read {read}")  # noqa: T201


if __name__ == "__main__":
    main()
