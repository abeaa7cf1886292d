"""The parts of a zip file, taken out one by one within limits."""

import errno
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final
from xml.etree.ElementTree import ParseError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.file_content import reading_error
from ecrm_desktop.exchange.sheets import FileKind

MEGABYTE: Final = 1_000_000
LARGEST: Final = 600 * MEGABYTE
"""Bytes of all parts together: 5,000,000 cells of any usual kind."""

_MOST_PARTS = 10_000
_LARGEST_DIRECTORY = 2 * MEGABYTE
_PROLOG = 1 << 16
_IS_LOCKED = 1  # a flag of a part
_DAMAGE = (
    BadZipFile,
    zlib.error,
    ParseError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
    struct.error,
    OverflowError,
)


class ZipParts:
    """An open zip file; whatever is wrong with it becomes a FileError."""

    def __init__(self, path: Path, *, largest: int = LARGEST) -> None:
        self.name = str(path)
        self._largest = largest
        with self.trouble():
            # Our own file, closed for sure: streams that nobody read to the end keep a ZipFile's.
            self._file = path.open("rb")
            try:
                self._check_directory(self._file)
                self._zip = ZipFile(self._file)
                self._parts = {_plain(part.filename): part for part in self._zip.infolist()}
                self._check_parts()
            except BaseException:
                self._file.close()
                raise

    @property
    def names(self) -> frozenset[str]:
        """The paths of the parts, in small letters."""
        return frozenset(self._parts)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def stream(self, path: str, size: int) -> Iterator[bytes]:
        """Yield the bytes of a part, `size` at a time."""
        with self.trouble(), self._zip.open(self._part(path)) as file:
            while piece := file.read(size):
                yield piece

    @contextmanager
    def trouble(self) -> Iterator[None]:
        """Turn whatever a damaged file raises into the error for it."""
        try:
            yield
        except OSError as error:
            if error.errno != errno.EINVAL:  # what a place outside the file is for the system
                raise reading_error(Path(self.name), error) from error
            raise FileError(Problem.FILE_DAMAGED, path=self.name) from error
        except _DAMAGE as error:
            raise FileError(Problem.FILE_DAMAGED, path=self.name) from error

    def _check_directory(self, file: BinaryIO) -> None:
        """Refuse a list of parts that would fill the memory before anyone could look at it."""
        size = file.seek(0, 2)
        file.seek(max(size - _PROLOG - 100, 0))
        end = file.read()
        at = end.rfind(b"PK\x05\x06")
        if at < 0:
            raise BadZipFile
        (length,) = struct.unpack_from("<L", end, at + 12)
        longer = end.rfind(b"PK\x06\x07", 0, at)  # the form of the end for huge files
        if longer >= 0:
            (offset,) = struct.unpack_from("<Q", end, longer + 8)
            file.seek(min(offset, size))
            (length,) = struct.unpack_from("<Q", file.read(56), 40)
        if length > _LARGEST_DIRECTORY:
            raise FileError(Problem.FILE_TOO_BIG, path=self.name, limit=self._largest // MEGABYTE)

    def _check_parts(self) -> None:
        parts = self._zip.infolist()
        if sum(part.file_size for part in parts) > self._largest or len(parts) > _MOST_PARTS:
            raise FileError(Problem.FILE_TOO_BIG, path=self.name, limit=self._largest // MEGABYTE)
        for name, part in self._parts.items():
            if part.flag_bits & _IS_LOCKED:
                raise FileError(Problem.FILE_ENCRYPTED, path=self.name)
            if name.endswith((".xml", ".rels")):
                self._part(name)
                with self._zip.open(part) as file:
                    self.check_entities(file.read(_PROLOG))

    def check_entities(self, prolog: bytes) -> None:
        """Refuse what makes small files large when they are read; Excel writes no such thing."""
        plain = prolog.replace(b"\0", b"")  # as UTF-16 has it
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise FileError(Problem.FILE_UNSAFE, path=self.name)

    def _part(self, path: str) -> ZipInfo:
        part = self._parts[path.lower()]
        if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise NotImplementedError
        return part

    def read(self, path: str, limit: int) -> bytes:
        """Return a part with no more bytes than that."""
        part = self._part(path)
        if part.file_size > limit:
            raise FileError(Problem.FILE_TOO_BIG, path=self.name, limit=limit // MEGABYTE)
        content = self._zip.read(part)
        self.check_entities(content)
        return content


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def kind_of_zip(path: Path) -> FileKind:
    """Return which kind of workbook a zip file holds: an .xlsx where nothing says another."""
    parts = ZipParts(path)
    try:
        names = parts.names
    finally:
        parts.close()
    if "content.xml" in names and "xl/workbook.xml" not in names:
        return FileKind.ODS
    return FileKind.XLSB if "xl/workbook.bin" in names else FileKind.XLSX
