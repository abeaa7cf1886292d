"""Sets Persian and English text: lines broken in reading order, then laid out for the eye."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import groupby
from typing import NamedTuple
from weakref import proxy

from ecrm_desktop.reports import bidi, pdfium_text
from ecrm_desktop.reports.fonts import Face, Piece

_LINES_KEPT = 4_000  # they are dropped in one go, in which no other thread moves
_LINE_ENDS = re.compile("\r\n|[\n\r\u0085\u2028\u2029]")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = r" \u2000-\u2006\u2008-\u200a\u3000"  # all but those that do not break
_TOKENS = re.compile(f"[{_SPACES}]+|[^{_SPACES}]+")
_MARKS = ("\u200e", "\u200f")  # left to right, right to left


class Span(NamedTuple):
    """Pieces beside each other, and what PDFium reads in their place, if that is not empty.

    `offset` is from the left end of the line, in 1/1000 em.
    """

    offset: float
    pieces: Sequence[Piece]
    replacement: str = ""


class Line(NamedTuple):
    """One line ready to be drawn; `width` is in 1/1000 em."""

    width: float
    spans: Sequence[Span]


class _Item(NamedTuple):
    """A word, a part of one in one direction, a space, or (without text) a mark.

    Items of one `span` beside each other are drawn together.
    """

    text: str
    level: int
    advance: float
    pieces: Sequence[Piece]
    span: int = 0


class TextSetter:
    """Sets text in one face, in paragraphs of one direction."""

    def __init__(self, face: Face, *, rtl: bool) -> None:
        self.face = face
        self._base = int(rtl)
        # The cache must not hold what it belongs to: such a ring waits for the collector.
        self.lines = lru_cache(maxsize=_LINES_KEPT)(partial(TextSetter._lines, proxy(self)))

    def line(self, text: str) -> Line:
        """Return the whole text as one line, however long."""
        return self.lines(_LINE_ENDS.sub(" ", text), None)[0]

    def _lines(self, text: str, width: float | None) -> Sequence[Line]:
        """Break a text into lines no wider than `width` (1/1000 em); there is at least one."""
        return [
            self._set(items)
            for paragraph in _LINE_ENDS.split(_SURROGATES.sub("\ufffd", text))
            for items in self._broken(_UNPRINTABLE.sub(" ", paragraph), width)
        ]

    def _broken(self, paragraph: str, width: float | None) -> Iterator[list[_Item]]:
        line: list[_Item] = []
        left = full = float("inf") if width is None else width
        for word in self._words(paragraph):
            advance = sum(item.advance for item in word)
            if advance > left and line and not word[0].text.isspace():
                yield line
                line, left = [], full
            if advance <= full:
                line += word
                left -= advance
                continue
            for item in word:
                for part in self._cut(item, left, full):
                    if part.advance > left and line:
                        yield line
                        line, left = [], full
                    line.append(part)
                    left -= part.advance
        yield line

    def _words(self, paragraph: str) -> Iterator[list[_Item]]:
        levels = bidi.levels(paragraph, self._base)
        isolated = bidi.ISOLATES.search(paragraph) is not None
        for token in _TOKENS.finditer(paragraph):
            start, end = token.span()
            level = levels[start]
            if not isolated and levels[start:end].count(level) == end - start:
                yield self._items(token[0], level)
            elif word := list(self._parts(paragraph, levels, range(start, end))):
                yield word

    def _parts(self, paragraph: str, levels: Sequence[int], places: range) -> Iterator[_Item]:
        for level, run in groupby(places, key=levels.__getitem__):
            text = "".join(paragraph[place] for place in run)
            if text := bidi.ISOLATES.sub("", text):
                yield from self._items(text, level)

    def _items(self, text: str, level: int) -> list[_Item]:
        if self._base and level == self._base:
            return [self._item(part, level) for part in pdfium_text.parts(text)]
        return [self._item(text, level)]

    def _item(self, text: str, level: int) -> _Item:
        return _Item(text, level, *self.face.shape(text, level % 2 == 1))

    def _cut(self, item: _Item, left: float, full: float) -> Iterator[_Item]:
        """Cut what is wider than a line into parts: the first fits `left`, the others `full`."""
        text, level = item.text, item.level
        room = left
        per_character = item.advance / len(text)
        while text:
            longest = min(len(text), 2 * int(room / per_character) + 4)
            end = _last_fitting(
                lambda end: self._item(text[:end], level).advance <= room,  # noqa: B023 - used here
                longest,
            )
            while 1 < end < len(text) and unicodedata.category(text[end]) in {"Mn", "Cf"}:
                end -= 1
            yield self._item(text[:end], level)
            text = text[end:]
            room = full

    def _set(self, items: list[_Item]) -> Line:
        while items and items[-1].text.isspace():
            items.pop()
        width = sum([item.advance for item in items])
        if self._base:
            kinds = pdfium_text.kinds("".join([item.text for item in items]))
            levels = {item.level for item in items}
            if levels <= {self._base} and pdfium_text.is_plain(kinds):
                return Line(width, [Span(0, _merged(_pieces(reversed(items))))])
            if len(items) == 1 and pdfium_text.is_one_run(kinds):
                return Line(width, [Span(0, items[0].pieces)])
            marked = list(self._with_marks(items))
            if _only_digits_inside(items, kinds, self._base):
                return Line(width, [Span(0, _merged(_pieces(_reordered(marked))))])
            if self._base not in levels:
                replacement = pdfium_text.Copying().replacement("".join([i.text for i in items]))
                return Line(width, [Span(0, _merged(_pieces(_reordered(marked))), replacement)])
            marked, replacements = _for_pdfium(marked, self._base)
            spans = _spans(_reordered(marked), replacements)
            # In the order of reading for Firefox, unless Poppler then breaks the line.
            return Line(width, spans[::-1] if levels == {self._base} else spans)
        return Line(width, [Span(0, _merged(_pieces(_reordered(list(self._with_marks(items))))))])

    def _with_marks(self, items: list[_Item]) -> Iterator[_Item]:
        """Add invisible marks beside runs against the line's direction.

        Without them pdftotext and other readers move the spaces and brackets at the ends of such
        runs to their other side: `صفحه ۲ از ۷` would be read as `صفحه  ۲از ۷`.
        """
        at = 0
        # A number in such a run is of the line's direction again, but two levels up: a mark of the
        # line's own level before it would tear the run apart.
        for embedded, group in groupby(items, key=lambda item: item.level > self._base):
            run = list(group)
            at += len(run)
            yield from run
            if embedded:
                if bidi.is_neutral(run[-1].text[-1]):
                    yield self._mark(run[-1].level % 2, run[-1].level, apart=self._base > 0)
                if at < len(items):
                    touching = _weak(run[-1].text[-1]) and _weak(items[at].text[0])
                    yield self._mark(self._base, self._base, apart=self._base > 0 and not touching)

    def _mark(self, direction: int, level: int, *, apart: bool) -> _Item:
        """Return a mark, `apart` from what is beside it so that PDFium passes over it.

        It does so with what has no width. Between digits and their signs it needs the mark.
        """
        font, show, rise = self.face.blank(_MARKS[direction])
        return _Item("", level, 0, [Piece(font, f"]TJ [{show}]TJ [" if apart else show, rise)])


def _last_fitting(fits: Callable[[int], bool], longest: int) -> int:
    """Return the greatest of 1 … `longest` that fits, or 1."""
    low, high = 1, longest
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _reordered(items: list[_Item]) -> list[_Item]:
    """Return the items from left to right (rule L2 of UAX 9)."""
    highest = max((item.level for item in items), default=0)
    for level in range(highest, 0, -1):
        items = [
            item
            for inside, group in groupby(items, key=lambda item: item.level >= level)
            for item in (reversed(list(group)) if inside else group)
        ]
    return items


def _spans(items: Sequence[_Item], replacements: Mapping[int, str]) -> list[Span]:
    """Return items that stand from left to right, with each replacement by itself."""
    spans = []
    offset = 0.0
    for number, group in groupby(items, key=lambda item: item.span):
        span = list(group)
        spans.append(Span(offset, _merged(_pieces(span)), replacements.get(number, "")))
        offset += sum([item.advance for item in span])
    return spans


def _pieces(items: Iterable[_Item]) -> Iterator[Piece]:
    return (piece for item in items for piece in item.pieces)


def _for_pdfium(items: Sequence[_Item], base: int) -> tuple[list[_Item], dict[int, str]]:
    """Return the items of a line from right to left in spans, and the spans' replacements."""
    copying = pdfium_text.Copying()
    found: list[_Item] = []
    replacements: dict[int, str] = {}
    last = ""
    for number, unit in enumerate(_units(items, base), 1):
        text = "".join([item.text for item in unit])
        if not text:
            found += unit
            continue
        kinds = pdfium_text.kinds(text)
        if last == kinds[0] == "W":  # there is a mark between
            copying.passed("R")
        last = kinds[-1]
        if _copied_as_drawn(unit, kinds, base, copying):
            copying.passed(kinds)
        elif replacement := copying.replacement(text):
            replacements[number] = replacement
        found += [item._replace(span=number) for item in unit] if number in replacements else unit
    return found, replacements


def _only_digits_inside(items: Sequence[_Item], kinds: str, base: int) -> bool:
    """Return whether a line has nothing but numbers, each by itself, among its Persian words."""
    if "N" in kinds or "L" in kinds:
        return False
    at = 0
    before = ""
    for item in items:
        now = "number" if item.level > base else "sign" if kinds[at] == "W" else ""
        if now and before and (before, now) != ("number", "sign"):
            return False
        before = now
        at += len(item.text)
    return True


def _units(items: Sequence[_Item], base: int) -> list[list[_Item]]:
    """Return what is replaced together: runs against the line, and digits with their signs."""
    units: list[list[_Item]] = []
    for embedded, group in groupby(items, key=lambda item: item.level > base):
        for unit in [list(group)] if embedded else [[item] for item in group]:
            if units and _weak(units[-1][-1].text[-1:]) and _weak(unit[0].text[:1]):
                units[-1] += unit
            else:
                units.append(unit)
    return units


def _weak(character: str) -> bool:
    return pdfium_text.kinds(character) == "W"


def _copied_as_drawn(
    unit: Sequence[_Item], kinds: str, base: int, copying: pdfium_text.Copying
) -> bool:
    embedded = unit[0].level > base
    if embedded or (len(kinds) > 1 and kinds[0] == "W"):
        return embedded and pdfium_text.is_one_run(kinds)
    return kinds != "N" or not copying.needs_replacement(unit[0].text)


def _merged(pieces: Iterator[Piece]) -> Sequence[Piece]:
    return [
        Piece(font, "".join(piece.show for piece in group).replace("><", ""), rise)
        for (font, rise), group in groupby(pieces, key=lambda piece: (piece.font, piece.rise))
    ]
