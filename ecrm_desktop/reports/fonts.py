"""One font inside one PDF: shaped glyphs, and the characters they give back when copied."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import groupby, zip_longest
from pathlib import Path
from typing import NamedTuple
from weakref import proxy

import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

_FIRST_PRIVATE = 0xF0000  # a plane where no font has characters
_BLANK = 0x200C  # the zero-width non-joiner: no ink, no width
_REPLACEMENT = 0xFFFD
_NOTHING = "\u200b"  # what a second glyph for one character reads as
_BFCHAR_LIMIT = 100  # of the PDF standard
_RUNS_KEPT = 4_000  # they are dropped in one go, in which no other thread moves


class Piece(NamedTuple):
    """Glyphs that one `TJ` shows: `show` goes inside its brackets, `rise` is in 1/1000 em."""

    subset: int
    show: str
    rise: float


class Run(NamedTuple):
    """Shaped text of one direction in visual order; `advance` is in 1/1000 em."""

    advance: float
    pieces: Sequence[Piece]


class Face:
    """A font file whose glyphs are embedded in `document` as they are used.

    Every code shown stands for exactly one character, and codes follow the order of the eye. This
    is what readers expect to turn right-to-left text round by themselves; text given with
    `/ActualText` comes out backwards in Poppler, PDFium and MuPDF (tried).
    """

    def __init__(self, name: str, path: Path, document: PDFDocument) -> None:
        self._document = document
        self._embedded = _EmbeddedFont(name, path)
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path))
        self._font = uharfbuzz.Font(face)
        self._scale = 1000 / face.upem
        self._blank = self._font.get_nominal_glyph(_BLANK) or 0
        self._unknown = self._font.get_nominal_glyph(_REPLACEMENT) or 0
        self._codes: dict[tuple[int, str], tuple[int, str, float]] = {}
        # The cache must not hold what it belongs to: such a ring waits for the collector.
        self.shape = lru_cache(maxsize=_RUNS_KEPT)(partial(Face._shape, proxy(self)))

    def resource(self, subset: int) -> str:
        """Return the name that `Tf` selects a subset by, such as `/F1+0`."""
        return self._embedded.getSubsetInternalName(subset, self._document)

    def blank(self, character: str) -> Piece:
        """Return a piece that draws nothing and reads as `character`."""
        subset, code, _ = self._code(self._blank, character)
        return Piece(subset, f"<{code}>", 0)

    def _shape(self, text: str, rtl: bool) -> Run:  # noqa: FBT001 - half of the cache's key
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = "fa"
        uharfbuzz.shape(self._font, buffer)
        advance = 0.0
        pieces = _Pieces()
        for glyph, character, position in _read(buffer, text, rtl=rtl):
            if position is None or _draws_nothing(glyph, character):
                subset, code, width = self._code(self._blank, character)
                pieces.add(subset, code, 0)
                continue
            subset, code, width = self._code(glyph or self._unknown, character)
            shift = position.x_offset * self._scale
            taken = position.x_advance * self._scale if glyph else width
            pieces.move(shift)
            pieces.add(subset, code, position.y_offset * self._scale)
            pieces.move(taken - shift - width)
            advance += taken
        return Run(advance, pieces.finish())

    def _code(self, glyph: int, character: str) -> tuple[int, str, float]:
        """Return the subset, the hexadecimal code and the nominal width of a glyph."""
        found = self._codes.get((glyph, character))
        if found is None:
            width = self._font.get_glyph_h_advance(glyph) * self._scale
            private = self._embedded.define(glyph, character, width)
            [(subset, code)] = self._embedded.splitString(private, self._document)
            found = self._codes[glyph, character] = (subset, code.hex(), width)
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


class _Pieces:
    """Builds pieces: glyphs, with moves of the pen between them in 1/1000 em."""

    def __init__(self) -> None:
        self._done: list[Piece] = []
        self._subset = -1
        self._rise = 0.0
        self._show = ""
        self._pending = 0.0

    def move(self, distance: float) -> None:
        self._pending += distance

    def add(self, subset: int, code: str, rise: float) -> None:
        if (subset, rise) != (self._subset, self._rise):
            self._end_piece()
            self._subset, self._rise = subset, rise
        if abs(self._pending) > 0.05:  # noqa: PLR2004 - 1/20,000 em, far below a printer's dot
            self._show += f"{-self._pending:.1f}"
            self._pending = 0.0
        elif self._show.endswith(">"):
            self._show = self._show[:-1] + code + ">"
            return
        self._show += f"<{code}>"

    def finish(self) -> Sequence[Piece]:
        if self._pending:
            self._show += f"{-self._pending:.1f}"
        self._end_piece()
        return tuple(self._done)

    def _end_piece(self) -> None:
        if self._show:
            self._done.append(Piece(self._subset, self._show, self._rise))
            self._show = ""


def _draws_nothing(glyph: int, character: str) -> bool:
    """Return whether a character is invisible, or an emoji, which the font does not have."""
    category = unicodedata.category(character)
    return category == "Cf" or (not glyph and category.startswith("S"))


def _read(
    buffer: uharfbuzz.Buffer, text: str, *, rtl: bool
) -> Iterator[tuple[int, str, uharfbuzz.GlyphPosition | None]]:
    """Yield glyph, character and position from left to right.

    The further characters of a ligature follow it without a glyph, so that each letter of `لا`
    has its own code.
    """
    infos = buffer.glyph_infos
    glyphs = zip(infos, buffer.glyph_positions, strict=True)
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip_longest(starts, starts[1:], fillvalue=len(text)))
    for start, cluster in groupby(glyphs, key=lambda glyph: glyph[0].cluster):
        characters = text[start : ends[start]]
        left = iter(reversed(characters) if rtl else characters)
        for info, position in cluster:
            yield info.codepoint, next(left, _NOTHING), position
        for character in left:
            yield 0, character, None
