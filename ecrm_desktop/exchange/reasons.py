"""Gathers why each column is taken for what it is, or left out, and what has to be told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from ecrm_desktop.exchange.content import Content, fitting
from ecrm_desktop.exchange.fields import FIELDS, Holds
from ecrm_desktop.exchange.guesses import Guess, counts_up
from ecrm_desktop.exchange.mapping import Mapping
from ecrm_desktop.exchange.recognition import About, ColumnFound, Doubt, Sure, Why
from ecrm_desktop.exchange.sale_states import is_known_state, state_of
from ecrm_desktop.exchange.sheets import Sheet
from ecrm_desktop.exchange.title_meanings import (
    is_foreign,
    is_order_total,
    is_row_number,
)
from ecrm_desktop.exchange.titles_together import meant_together
from ecrm_desktop.values.statuses import ImportKind, LeftOut
from ecrm_desktop.values.text import fold

_KNOWN: Final = 80
_DATES: Final = frozenset({Holds.DATE, Holds.BIRTHDAY})
_BREAKABLE: Final = frozenset({Holds.PHONE, Holds.NATIONAL_ID, Holds.CODE})
_PHONES: Final = frozenset({"phone", "phone2", "phone3"})
_LEFT_OUT: Final = frozenset({Why.MISFIT, Why.YEARS_ONLY})


class Reasons:
    """Takes notes while a sheet is recognised; places are those among its own columns."""

    def __init__(
        self, positions: Sequence[int], titles: Sequence[str], contents: Sequence[Content]
    ) -> None:
        self._positions = positions
        self._titles = titles
        self._contents = contents
        self._why: dict[int, Why] = {}
        self._sure: dict[int, Sure] = {}
        self._included: set[int] = set()
        self._is_believed = False
        self._is_ours = False
        self._meant: list[dict[str, int]] = [{} for _ in titles]

    def believe_titles(self) -> None:
        """Note that the reader named the columns itself."""
        self._why = dict.fromkeys(range(len(self._titles)), Why.TITLE)
        self._is_believed = True

    def believe_own_list(self) -> None:
        """Note that this program wrote the list: what stands there was in a shop."""
        self.believe_titles()
        self._is_ours = True

    def believe_program(self, columns: Sequence[str]) -> None:
        """Note that a well-known program wrote these titles."""
        self._why = {at: Why.PROGRAM for at, field in enumerate(columns) if field}

    def take_guesses(self, kind: ImportKind, guessed: Sequence[Guess | None]) -> None:
        """Note by what each column was guessed."""
        looked_at = len(self._contents)
        self._meant = meant_together(kind, self._titles[:looked_at], self._contents)
        for at, guess in enumerate(guessed):
            if guess is None:
                continue
            if guess.by_title >= _KNOWN:
                self._why[at] = Why.TITLE
            elif guess.by_title:
                self._why[at], self._sure[at] = Why.TITLE_PART, Sure.LIKELY
            else:
                self._why[at], self._sure[at] = Why.CELLS, Sure.LIKELY

    def note_included(self, before: Sequence[str], after: list[str]) -> list[str]:
        """Note the columns that were dropped because others say the same; return `after`."""
        self._included |= {at for at, one in enumerate(before) if one and not after[at]}
        return after

    def told(
        self, kind: ImportKind, columns: Sequence[str], sheet: Sheet
    ) -> tuple[list[ColumnFound], list[Doubt]]:
        """Return the columns of the sheet with their reasons, and what has to be said of them."""
        found = [self._found(at, kind, columns) for at in range(len(columns))]
        own = {one.position for one in found}
        reasons = [
            ColumnFound(position=at, title=_title(sheet, at), field="", why=Why.REASONS)
            for at in range(sheet.width)
            if at not in own
        ]
        doubts = [doubt for at, one in enumerate(found) for doubt in self._doubts(at, one, kind)]
        return sorted(found + reasons, key=lambda one: one.position), doubts

    def _found(self, at: int, kind: ImportKind, columns: Sequence[str]) -> ColumnFound:
        field, content = columns[at], self._contents[at]
        one = ColumnFound(
            position=self._positions[at],
            title=self._titles[at],
            field=field,
            why=self._why.get(at, Why.TITLE),
            sure=self._sure.get(at, Sure.SURE),
        )
        if field:
            if field == "address" and "postal_code" in self._meant[at]:
                return replace(one, why=Why.FOREIGN_CODES)
            return self._with_fits(one, content, field, kind)
        return self._left_out(replace(one, sure=Sure.SURE), at, kind, columns)

    def _left_out(
        self, one: ColumnFound, at: int, kind: ImportKind, columns: Sequence[str]
    ) -> ColumnFound:
        content, title = self._contents[at], self._titles[at]
        meant, certainty = self._likeliest(at)
        twin = self._twin(at, columns) if title else None
        why = Why.FOREIGN if title and is_foreign(title) else Why.UNKNOWN
        if content.is_empty:
            return replace(one, why=Why.EMPTY, meant=meant)
        if is_row_number(title) or (not title and at == 0 and counts_up(content)):
            why = Why.ROW_NUMBERS
        elif at in self._included or (kind is ImportKind.PURCHASES and is_order_total(title)):
            why = Why.INCLUDED
        elif twin is not None:
            one = replace(one, meant=columns[twin], other=self._positions[twin])
            why = Why.SAME_TITLE
        elif meant:
            one = self._with_fits(replace(one, meant=meant), content, meant, kind)
            holder = self._holder(meant, columns)
            is_misfit = one.fits * 2 < one.said
            if is_misfit and FIELDS[kind][meant].holds is Holds.BIRTHDAY and content.years:
                why = Why.YEARS_ONLY
            elif is_misfit and certainty >= _KNOWN:
                why = Why.MISFIT
            elif not is_misfit and holder is not None:
                one = replace(one, other=self._positions[holder])
                why = Why.TAKEN
        return replace(one, why=why)

    def _with_fits(
        self, one: ColumnFound, content: Content, field: str, kind: ImportKind
    ) -> ColumnFound:
        declared = FIELDS[kind].get(field)
        share = fitting(content, declared.holds, field, kind) if declared else None
        said = len(content.said)
        fits = said if share is None else round(max(share, 0) * said)
        return replace(one, fits=fits, said=said)

    def _likeliest(self, at: int) -> tuple[str, int]:
        meant = self._meant[at] if at < len(self._meant) else {}
        known = [(field, certainty) for field, certainty in meant.items() if certainty]
        return max(known, key=lambda pair: pair[1], default=("", 0))

    def _holder(self, field: str, columns: Sequence[str]) -> int | None:
        group = _PHONES if field in _PHONES else {field}
        return next((at for at, one in enumerate(columns) if one in group), None)

    def _twin(self, at: int, columns: Sequence[str]) -> int | None:
        same = fold(self._titles[at])
        return next(
            (
                other
                for other, title in enumerate(self._titles)
                if other != at and columns[other] and fold(title) == same
            ),
            None,
        )

    def _doubts(self, at: int, one: ColumnFound, kind: ImportKind) -> Iterator[Doubt]:
        content = self._contents[at]
        if one.why in _LEFT_OUT:
            yield Doubt(About.MISFIT, one.position, count=one.said - one.fits)
        if one.why is Why.SAME_TITLE:
            yield Doubt(About.SAME_TITLE, one.position)
        holds = FIELDS[kind][one.field].holds if one.field in FIELDS[kind] else None
        is_any_name = self._is_ours or (self._is_believed and holds is Holds.NAME)
        is_misfit = one.said and one.fits * 2 < one.said and one.why is Why.TITLE
        if one.field and is_misfit and not is_any_name:
            yield Doubt(About.MISFIT, one.position, count=one.said - one.fits)
        if holds in _DATES and (serials := round(content.serials * len(content.said))):
            yield Doubt(About.SERIAL_DATES, one.position, count=serials)
        if (holds in _BREAKABLE or self._names_digits(at, kind)) and content.broken:
            yield Doubt(About.BROKEN_NUMBERS, one.position, count=content.broken)

    def _names_digits(self, at: int, kind: ImportKind) -> bool:
        return any(FIELDS[kind][field].holds in _BREAKABLE for field in self._meant[at])


def sheet_doubts(sheet: Sheet) -> Iterator[Doubt]:
    """Yield what has to be told about the rows and cells of a sheet, whatever they hold."""
    if sheet.footers:
        yield Doubt(About.FOOTERS, count=len(sheet.footers), rows=sheet.footers)
    for about, cells in ((About.FORMULAS, sheet.lost.formulas), (About.ERRORS, sheet.lost.errors)):
        for position, count in cells:
            yield Doubt(about, position, count=count)
    if sheet.lost.hidden_rows:
        yield Doubt(About.HIDDEN_ROWS, count=sheet.lost.hidden_rows)
    if sheet.lost.no_birthdays:
        yield Doubt(About.NO_BIRTHDAYS, count=sheet.lost.no_birthdays)


def state_doubts(mapping: Mapping, sheet: Sheet) -> Iterator[Doubt]:
    """Yield what has to be told of the words by which rows are sales or none."""
    for at, field in enumerate(mapping.columns):
        if field != "status":
            continue
        said = {
            row.number: " ".join(str(row.cells[at]).split())
            for row in sheet.sample
            if at < len(row.cells) and str(row.cells[at] or "").strip()
        }
        unknown = {number: word for number, word in said.items() if not is_known_state(word)}
        if unknown:
            words = tuple(dict.fromkeys(unknown.values()))
            yield Doubt(About.STATES, at, count=len(unknown), rows=tuple(unknown), words=words)
        # "payment" is a sale in the lists of web shops.
        out = sum(
            isinstance(state_of(word), LeftOut) and word.casefold() != "payment"
            for word in said.values()
        )
        if out * 2 > len(sheet.sample):
            yield Doubt(About.NO_SALES, at, count=out)


def chosen_columns(mapping: Mapping, sheet: Sheet) -> tuple[ColumnFound, ...]:
    """Return the columns of a sheet as somebody chose them."""
    return tuple(
        ColumnFound(position=at, title=_title(sheet, at), field=field, why=Why.CHOSEN)
        for at, field in enumerate(mapping.columns)
    )


def with_doubts(columns: Iterable[ColumnFound], unsure: set[int | None]) -> Iterator[ColumnFound]:
    """Yield the columns, those that are doubted as unsure."""
    for one in columns:
        is_doubted = one.position in unsure or one.why in _LEFT_OUT
        yield replace(one, sure=Sure.UNSURE) if is_doubted else one


def _title(sheet: Sheet, at: int) -> str:
    return sheet.header[at] if at < len(sheet.header) else ""
