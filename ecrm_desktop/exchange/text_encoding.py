"""Finds out how a text file writes its letters."""

import codecs
import re
from pathlib import Path
from typing import Final

from ecrm_desktop.errors import FileError, Problem

_CHUNK: Final = 1 << 20
_LONGEST_LINE: Final = 1 << 24
_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PERSIAN = "cp1256"
_ARABIC = "iso8859_6"
_FIRST_BEHIND_ASCII: Final = 0x80
_ISO_LETTERS = frozenset(
    (0xA0, 0xA4, 0xAC, 0xAD, 0xBB, 0xBF, *range(0xC1, 0xDB), *range(0xE0, 0xF3))
)
_ISO_OWN = frozenset(b"\xe7\xe8\xe9\xea")
_ISO_MARKS = frozenset(b"\xeb\xec\xed\xee\xef\xf0\xf1\xf2")
_RUNS = re.compile(rb"[\x80-\xff]{2,}")
_LETTERS = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a")
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")


def find_encoding(path: Path, *, longest_line: int = _LONGEST_LINE) -> str:
    """Return the name of the codec for the whole file.

    UTF-8 wherever it can be, since no other text looks like it by chance; else ISO-8859-6 where its
    letters make Persian words and those of Windows-1256 none; else Windows-1256. A few
    control characters do not make a text something else: they are problems of their rows.
    Raises FileError FILE_NOT_TABLE (path) for what is no text, FILE_ROW_TOO_LONG (path) for a
    line that would fill the memory.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    utf8 = True
    line = 0  # how much of one was read, at least
    with path.open("rb") as file:
        chunk = file.read(_CHUNK)
        found = _wide(chunk)
        otherwise = _ARABIC if _is_arabic_iso(chunk) else _PERSIAN
        if found and not _is_text(chunk, found):
            raise FileError(Problem.FILE_NOT_TABLE, path=str(path))
        while chunk:
            controls = len(chunk) - len(chunk.translate(None, _CONTROLS))
            if not found and not _are_few(controls, chunk):
                raise FileError(Problem.FILE_NOT_TABLE, path=str(path))
            line = 0 if b"\n" in chunk or b"\r" in chunk else line + len(chunk)
            if line >= longest_line:
                raise FileError(Problem.FILE_ROW_TOO_LONG, path=str(path))
            if not found and utf8:
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError:
                    utf8 = _is_damaged_utf8(chunk)
                    decoder.reset()
            chunk = file.read(_CHUNK)
    return found or ("utf-8-sig" if utf8 else otherwise)


def _is_arabic_iso(head: bytes) -> bool:
    """Tell ISO-8859-6, which UNIX programs and old databases wrote.

    «ه», «و» and «ی» are é, è and ê in Windows-1256, and its own are vowel marks and nothing here.
    French has those letters too, but never several of them side by side.
    """
    letters = [byte for byte in head if byte >= _FIRST_BEHIND_ASCII]
    if not letters or not _ISO_LETTERS.issuperset(letters):
        return False
    beside = sum(len(run) for run in _RUNS.findall(head))
    own = sum(byte in _ISO_OWN for byte in letters)
    others = sum(byte in _ISO_MARKS for byte in letters)
    return beside * 2 > len(letters) and own > others and own * 20 > len(letters)


def _wide(head: bytes) -> str | None:
    """Return which of the encodings with two or four bytes a letter it is, if any.

    Spaces, digits and line ends have a zero byte in UTF-16, always on the same side.
    """
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    even, odd = head[::2].count(0), head[1::2].count(0)
    if _are_few(even + odd, head) or (even and odd):
        return None
    return "utf-16-le" if odd else "utf-16-be"


def _are_few(count: int, chunk: bytes) -> bool:
    return count <= 1 + len(chunk) // 100


def _is_text(head: bytes, encoding: str) -> bool:
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return False
    return not _CONTROL.search(text)


def _is_damaged_utf8(chunk: bytes) -> bool:
    """Tell a few broken letters of UTF-8 from Windows-1256, in which almost none looks right."""
    broken = chunk.decode(errors="replace").count("\ufffd")
    return len(_LETTERS.findall(chunk)) > 10 * broken
