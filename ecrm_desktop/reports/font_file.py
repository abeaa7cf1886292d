"""One font file inside one PDF: the codes of its glyphs, and what they read as when copied."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

_FIRST_PRIVATE = 0xF0000  # a plane where no font has characters
_BFCHAR_LIMIT = 100  # of the PDF standard


class Code(NamedTuple):
    """What shows a glyph: the name that `Tf` selects, such as `/F1+0`, and a hexadecimal code.

    `width` is the glyph's nominal one, in 1/1000 em.
    """

    font: str
    code: str
    width: float


class FontFile:
    """A font file, read as soon as it is needed, whose glyphs are embedded as they are used."""

    def __init__(self, name: str, path: Path, document: PDFDocument) -> None:
        self._name = name
        self._path = path
        self._document = document
        self._codes: dict[tuple[int, str], Code] = {}

    @cached_property
    def font(self) -> uharfbuzz.Font:
        """The font as HarfBuzz shapes with it."""
        return uharfbuzz.Font(self._face)

    @cached_property
    def scale(self) -> float:
        """How many 1/1000 em a unit of the font is."""
        return 1000 / self._face.upem

    @cached_property
    def _face(self) -> uharfbuzz.Face:
        return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(self._path))

    @cached_property
    def _embedded(self) -> "_EmbeddedFont":
        return _EmbeddedFont(self._name, self._path)

    def glyph(self, character: str) -> int:
        """Return the glyph of a character by itself, 0 if there is none."""
        return self.font.get_nominal_glyph(ord(character)) or 0

    def code(self, glyph: int, character: str) -> Code:
        """Return what shows a glyph that is copied as `character`."""
        found = self._codes.get((glyph, character))
        if found is None:
            width = self.font.get_glyph_h_advance(glyph) * self.scale
            private = self._embedded.define(glyph, character, width)
            [(subset, code)] = self._embedded.splitString(private, self._document)
            name = self._embedded.getSubsetInternalName(subset, self._document)
            found = self._codes[glyph, character] = Code(name, code.hex(), width)
        return found


class _EmbeddedFont(TTFont):
    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), asciiReadable=False)
        self._characters: list[str] = []

    def define(self, glyph: int, character: str, width: float) -> str:
        """Return a private character that draws `glyph` and is copied as `character`."""
        private = _FIRST_PRIVATE + len(self._characters)
        self._characters.append(character)
        self.face.charToGlyph[private] = glyph
        self.face.charWidths[private] = width
        return chr(private)

    def addObjects(self, doc: PDFDocument) -> None:
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX))
            stream = doc.idToObject["toUnicodeCMap:" + name.decode("ascii")]
            if not isinstance(stream, PDFStream):
                raise TypeError(stream)
            stream.content = self._unicode_map(subset)

    def _unicode_map(self, subset: Sequence[int]) -> str:
        lines = [
            f"<{code:02X}> <{self._characters[private - _FIRST_PRIVATE].encode('utf-16-be').hex()}>"
            for code, private in enumerate(subset)
            if private >= _FIRST_PRIVATE
        ]
        blocks = [
            lines[start : start + _BFCHAR_LIMIT] for start in range(0, len(lines), _BFCHAR_LIMIT)
        ]
        return "\n".join(
            (
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
                "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
                "1 begincodespacerange <00> <FF> endcodespacerange",
                *(
                    f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar"
                    for block in blocks
                ),
                "endcmap CMapName currentdict /CMap defineresource pop end end",
            )
        )
