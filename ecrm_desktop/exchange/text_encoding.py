"""Finds out how a text file writes its letters."""

import codecs
import re
from pathlib import Path
from typing import Final

from ecrm_desktop.errors import FileError, Problem

_CHUNK: Final = 1 << 20
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PERSIAN = "cp1256"
_LETTERS = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a")


def find_encoding(path: Path) -> str:
    """Return the name of the codec for the whole file.

    UTF-8 wherever it can be, since no other text looks like it by chance; else Windows-1256.
    Raises FileError FILE_NOT_TABLE (path) for what is no text, FILE_ROW_TOO_LONG (path) for a
    line that would fill the memory.
    """
    with path.open("rb") as file:
        head = file.read(_CHUNK)
        for mark, encoding in _BOMS:
            if head.startswith(mark):
                return encoding
        if without_mark := _utf16(head):
            return without_mark
        decoder = codecs.getincrementaldecoder("utf-8")()
        utf8 = True
        chunk = head
        while chunk:
            if len(chunk.translate(None, _CONTROLS)) != len(chunk):
                raise FileError(Problem.FILE_NOT_TABLE, path=str(path))
            if len(chunk) == _CHUNK and b"\n" not in chunk and b"\r" not in chunk:
                raise FileError(Problem.FILE_ROW_TOO_LONG, path=str(path))
            if utf8:
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError:
                    utf8 = _is_damaged_utf8(chunk)
                    decoder.reset()
            chunk = file.read(_CHUNK)
    return "utf-8" if utf8 else _PERSIAN


def _is_damaged_utf8(chunk: bytes) -> bool:
    """Tell a few broken letters of UTF-8 from Windows-1256, in which almost none looks right."""
    broken = chunk.decode(errors="replace").count("\ufffd")
    return len(_LETTERS.findall(chunk)) > 10 * broken


def _utf16(head: bytes) -> str | None:
    """Spaces, digits and line ends have a zero byte in UTF-16, always on the same side."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd and not even:
        return "utf-16-le"
    if even and not odd:
        return "utf-16-be"
    return None
