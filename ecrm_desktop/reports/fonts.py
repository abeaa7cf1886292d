"""Shaped text: glyphs of one face, or of the fonts that have what it lacks."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import groupby, zip_longest
from typing import NamedTuple
from weakref import proxy

import uharfbuzz

from ecrm_desktop.reports.font_file import Code, FontFile

_BLANK = "\u200c"  # the zero-width non-joiner: no ink, no width
_REPLACEMENT = "\ufffd"
_NOTHING = "\u200b"  # what a second glyph for one character reads as
_RUNS_KEPT = 4_000  # they are dropped in one go, in which no other thread moves
_SELECTORS = range(0xFE00, 0xFE10)  # of variants, such as an emoji in colours


class Piece(NamedTuple):
    """Glyphs that one `TJ` shows: `show` goes inside its brackets, `rise` is in 1/1000 em.

    `font` is the name that `Tf` selects.
    """

    font: str
    show: str
    rise: float


class Run(NamedTuple):
    """Shaped text of one direction in visual order; `advance` is in 1/1000 em."""

    advance: float
    pieces: Sequence[Piece]


class Face:
    """Letters of one weight, and the fonts asked for the signs that they lack, in this order.

    Every code shown stands for exactly one character, and codes follow the order of the eye. This
    is what readers expect to turn right-to-left text round by themselves; text given with
    `/ActualText` comes out backwards in Poppler, PDFium and MuPDF (tried).
    """

    def __init__(self, letters: FontFile, *signs: FontFile) -> None:
        self._letters = letters
        self._signs = signs
        self._blank = letters.glyph(_BLANK)
        self._unknown = letters.glyph(_REPLACEMENT)
        # The cache must not hold what it belongs to: such a ring waits for the collector.
        self.shape = lru_cache(maxsize=_RUNS_KEPT)(partial(Face._shape, proxy(self)))

    def blank(self, character: str) -> Piece:
        """Return a piece that draws nothing and reads as `character`."""
        font, code, _ = self._blank_code(character)
        return Piece(font, f"<{code}>", 0)

    def _blank_code(self, character: str) -> Code:
        return self._letters.code(self._blank, character)

    def _shape(self, text: str, rtl: bool) -> Run:  # noqa: FBT001 - half of the cache's key
        pieces = _Pieces()
        buffer = _shaped(self._letters, text, rtl=rtl)
        if all(info.codepoint for info in buffer.glyph_infos):
            return Run(self._add(pieces, self._letters, buffer, text, rtl=rtl), pieces.finish())
        parts = list(self._by_font(text))
        advance = 0.0
        for file, drawn, part in reversed(parts) if rtl else parts:
            buffer = _shaped(file, drawn, rtl=rtl)
            advance += self._add(pieces, file, buffer, part, rtl=rtl)
        return Run(advance, pieces.finish())

    def _by_font(self, text: str) -> Iterator[tuple[FontFile, str, str]]:
        """Yield font, what it draws and what that reads as, for each part of a text."""
        chosen: list[tuple[FontFile, str]] = []
        for character in text:
            if chosen and _draws_nothing(character):
                file = chosen[-1][0]
                # Others would join signs into one cluster, whose order is not the line's.
                chosen.append((file, character if file is self._letters else _BLANK))
            else:
                chosen.append(self._having(character))
        at = 0
        for file, group in groupby(chosen, key=lambda one: one[0]):
            drawn = "".join(character for _, character in group)
            yield file, drawn, text[at : at + len(drawn)]
            at += len(drawn)

    def _having(self, character: str) -> tuple[FontFile, str]:
        """Return a font that has a character, or else its plain form: `𝓐` is an `A`, too."""
        plain = unicodedata.normalize("NFKC", character)
        for form in (character, plain) if len(plain) == 1 else (character,):
            for file in (self._letters, *self._signs):
                if file.glyph(form):
                    return file, form
        return self._letters, character

    def _add(
        self, pieces: "_Pieces", file: FontFile, buffer: uharfbuzz.Buffer, text: str, *, rtl: bool
    ) -> float:
        """Add glyphs that read as `text`; return their advance."""
        advance = 0.0
        for glyph, character, position in _read(buffer, text, rtl=rtl):
            if position is None or (
                (not glyph or file is not self._letters) and _draws_nothing(character)
            ):
                font, code, _ = self._blank_code(character)
                pieces.add(font, code, 0)
                continue
            if glyph:
                font, code, width = file.code(glyph, character)
                taken = position.x_advance * file.scale
            else:  # a box, which is copied as what it stands for
                font, code, width = self._letters.code(self._unknown, character)
                taken = width
            shift = position.x_offset * file.scale
            pieces.move(shift)
            pieces.add(font, code, position.y_offset * file.scale)
            pieces.move(taken - shift - width)
            advance += taken
        return advance


class _Pieces:
    """Builds pieces: glyphs, with moves of the pen between them in 1/1000 em."""

    def __init__(self) -> None:
        self._done: list[Piece] = []
        self._font = ""
        self._rise = 0.0
        self._show = ""
        self._pending = 0.0

    def move(self, distance: float) -> None:
        self._pending += distance

    def add(self, font: str, code: str, rise: float) -> None:
        if (font, rise) != (self._font, self._rise):
            self._end_piece()
            self._font, self._rise = font, rise
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
            self._done.append(Piece(self._font, self._show, self._rise))
            self._show = ""


def _draws_nothing(character: str) -> bool:
    """Return whether a character is invisible, or says how the sign before it looks."""
    return ord(character) in _SELECTORS or unicodedata.category(character) in {"Cf", "Sk", "Me"}


def _shaped(file: FontFile, text: str, *, rtl: bool) -> uharfbuzz.Buffer:
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.language = "fa"
    uharfbuzz.shape(file.font, buffer)
    return buffer


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
