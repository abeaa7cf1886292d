"""The parts of an .xlsx file, taken out one by one within limits."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final
from xml.etree.ElementTree import Element, XMLParser

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.zip_parts import MEGABYTE, ZipParts

_LARGEST_PART: Final = 2 * MEGABYTE  # of those that list other parts
_LARGEST_STYLES: Final = 16 * MEGABYTE


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """One sheet of a workbook: `path` is the part with its cells."""

    name: str
    path: str
    hidden: bool


class Package(ZipParts):
    """An open .xlsx file; whatever is wrong with it becomes a FileError."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        try:
            with self.trouble():
                self._read_workbook()
        except BaseException:
            self.close()
            raise

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

    def _optional(self, path: str | None, limit: int) -> bytes:
        return self.read(path, limit) if path and path.lower() in self._parts else b""

    def _parsed(self, path: str) -> Iterator[Element]:
        parser = XMLParser()  # noqa: S314 - _read has refused entities, and the part is small
        parser.feed(self.read(path, _LARGEST_PART))
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
