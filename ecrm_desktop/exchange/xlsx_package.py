"""The parts of an .xlsx file, taken out one by one within limits."""

import errno
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final
from xml.etree.ElementTree import Element, ParseError, XMLParser
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.file_content import reading_error

_MEGABYTE: Final = 1_000_000
_LARGEST: Final = 600 * _MEGABYTE  # of all parts together: 5,000,000 cells of any usual kind
_LARGEST_PART: Final = 2 * _MEGABYTE  # of those that list other parts
_LARGEST_STYLES: Final = 16 * _MEGABYTE
_MOST_PARTS = 10_000
_LARGEST_DIRECTORY = 2 * _MEGABYTE
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """One sheet of a workbook: `path` is the part with its cells."""

    name: str
    path: str
    hidden: bool


class Package:
    """An open .xlsx file; whatever is wrong with it becomes a FileError."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        with self.trouble():
            # Our own file, closed for sure: streams that nobody read to the end keep a ZipFile's.
            self._file = path.open("rb")
            try:
                self._check_directory(self._file)
                self._zip = ZipFile(self._file)
                self._parts = {_plain(part.filename): part for part in self._zip.infolist()}
                self._check_parts()
                self._read_workbook()
            except BaseException:
                self._file.close()
                raise

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _read_workbook(self) -> None:
        main = self._main_part()
        related = self._related(main)
        kinds = dict(related.values())
        self.styles = self._optional(kinds.get("styles"), _LARGEST_STYLES)
        self._strings = kinds.get("sharedStrings", "")
        self.counts_from_1904 = False
        self.sheets: list[SheetPart] = []
        elements = self._parsed(main)
        if _local(next(elements).tag) != "workbook":
            raise FileError(Problem.FILE_NOT_TABLE, path=self.name)
        for element in elements:
            name = _local(element.tag)
            if name == "workbookPr":
                # Newer versions of Excel write another one for themselves, which is silent.
                self.counts_from_1904 |= _said_to_be(element, "date1904")
            elif name == "sheet":
                kind, path = related.get(_relation_id(element), ("", ""))
                if kind == "worksheet":
                    hidden = element.get("state", "visible") != "visible"
                    title = element.get("name", "")
                    self.sheets.append(SheetPart(name=title, path=path, hidden=hidden))

    def strings(self, size: int = 1 << 20) -> Iterator[bytes]:
        """Yield the bytes of the shared strings, if there are any."""
        return (
            self.stream(self._strings, size) if self._strings.lower() in self._parts else iter(())
        )

    def _main_part(self) -> str:
        """Return the path of the workbook; a package may hold something else as well."""
        kinds = dict(self._related("").values()) if "_rels/.rels" in self._parts else {}
        main = kinds.get("officeDocument", "xl/workbook.xml")
        if main.lower() not in self._parts or main.startswith(("word/", "ppt/")):
            is_open_document = "content.xml" in self._parts
            other = Problem.FILE_OLD_EXCEL if is_open_document else Problem.FILE_NOT_TABLE
            raise FileError(other, path=self.name)
        if main.endswith(".bin"):
            raise FileError(Problem.FILE_OLD_EXCEL, path=self.name)
        return main

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
            raise FileError(Problem.FILE_TOO_BIG, path=self.name, limit=_LARGEST // _MEGABYTE)

    def _check_parts(self) -> None:
        parts = self._zip.infolist()
        if sum(part.file_size for part in parts) > _LARGEST or len(parts) > _MOST_PARTS:
            raise FileError(Problem.FILE_TOO_BIG, path=self.name, limit=_LARGEST // _MEGABYTE)
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

    def _read(self, path: str, limit: int) -> bytes:
        part = self._part(path)
        if part.file_size > limit:
            raise FileError(Problem.FILE_TOO_BIG, path=self.name, limit=limit // _MEGABYTE)
        content = self._zip.read(part)
        self.check_entities(content)
        return content

    def _optional(self, path: str | None, limit: int) -> bytes:
        return self._read(path, limit) if path and path.lower() in self._parts else b""

    def _parsed(self, path: str) -> Iterator[Element]:
        parser = XMLParser()  # noqa: S314 - _read has refused entities, and the part is small
        parser.feed(self._read(path, _LARGEST_PART))
        root: Element = parser.close()
        return root.iter()

    def _related(self, path: str) -> dict[str, tuple[str, str]]:
        """Return id → kind and path of the parts that belong to one."""
        folder = PurePosixPath(path).parent
        list_path = folder / "_rels" / f"{PurePosixPath(path).name}.rels"
        related = {}
        for element in self._parsed(str(list_path)):
            if _local(element.tag) == "Relationship":
                target = element.get("Target", "")
                base = PurePosixPath() if target.startswith("/") else folder
                kind = element.get("Type", "").rpartition("/")[2]
                related[element.get("Id", "")] = (kind, _joined(base, target.lstrip("/")))
        return related


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _joined(folder: PurePosixPath, target: str) -> str:
    parts: list[str] = []
    for part in (folder / target).parts:
        if part == "..":
            del parts[-1:]
        else:
            parts.append(part)
    return "/".join(parts)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _said_to_be(element: Element, flag: str) -> bool:
    said = (text for key, text in element.items() if _local(key) == flag)
    return next(said, "").lower() in {"1", "true", "on"}


def _relation_id(element: Element) -> str:
    return next((value for key, value in element.items() if key.endswith("}id")), "")
