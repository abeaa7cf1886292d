"""Tells what the columns of a sheet hold by their titles and by their cells."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from ecrm_desktop.exchange.content import MOSTLY, Content
from ecrm_desktop.exchange.date_habits import DateHabit, date_habit
from ecrm_desktop.exchange.fields import DIALLED, FIELDS, Holds, missing_fields
from ecrm_desktop.exchange.full_columns import full_mapping
from ecrm_desktop.exchange.guesses import LEAST, Guess, guesses
from ecrm_desktop.exchange.mapping import (
    Conventions,
    Mapping,
    default_match,
    fitted,
    own_header,
    own_places,
)
from ecrm_desktop.exchange.money_words import said_scale
from ecrm_desktop.exchange.numbers import has_decimal_comma, said_unit
from ecrm_desktop.exchange.order_totals import settled
from ecrm_desktop.exchange.programs import FALLBACK, Program, find_program
from ecrm_desktop.exchange.reasons import Reasons, sheet_doubts, state_doubts, with_doubts
from ecrm_desktop.exchange.recognition import About, Doubt, Recognition
from ecrm_desktop.exchange.sheets import Sheet
from ecrm_desktop.exchange.title_meanings import EXACT, words_of
from ecrm_desktop.values.money import MoneyUnit, decimal_places
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import fold, fold_compact

_KNOWN: Final = 80
_PHONES: Final = ("phone", "phone2", "phone3")
_DATES: Final = frozenset({Holds.DATE, Holds.BIRTHDAY})
_COUNTED: Final = frozenset({Holds.AMOUNT, Holds.QUANTITY})
_SELF_EVIDENT: Final = frozenset({Holds.EMAIL, Holds.PHONE, Holds.NATIONAL_ID, Holds.DATE})
_SHEET_NAMES: Final = {
    ImportKind.CUSTOMERS: "مشتریان|مشتری|مخاطبین|اشخاص|طرف حساب|customers|contacts|clients",
    ImportKind.PRODUCTS: "کالاها|کالا|محصولات|اجناس|انبار|products|items|inventory",
    ImportKind.PURCHASES: "فروش|خرید|فاکتور|فاکتورها|سفارش|سفارش ها|خریدها|orders|sales|invoices"
    "|purchases|deals",
    ImportKind.INTERACTIONS: "تماس ها|تماس|تعامل|تعاملات|پیگیری|calls|interactions|activities",
}
_CLEARLY: Final = 0.75
_WIDEST: Final = 400
"""Columns looked at; a sheet of 16,384 must not keep anybody waiting."""


def recognize(sheet: Sheet, kind: ImportKind | None, conventions: Conventions) -> Recognition:
    """Return what the columns hold, and which kind of records the rows are if `kind` is None.

    A title of ours, or one that a well-known program writes, is believed; else titles and cells
    decide together. No two columns get the same field, unless it may come in parts.
    """
    return _Recognizer(sheet, conventions).recognize(kind)


def sheet_of_kind(sheets: Sequence[Sheet], kind: ImportKind, conventions: Conventions) -> Sheet:
    """Return the first sheet whose rows are clearly of this kind; the first one if none is."""
    for sheet in sheets if len(sheets) > 1 else ():
        found = recognize(sheet, None, conventions)
        if found.kind is kind and About.KIND not in {doubt.about for doubt in found.doubts}:
            return sheet
    return sheets[0]


class _Recognizer:
    def __init__(self, sheet: Sheet, conventions: Conventions) -> None:
        self._sheet = sheet
        self._conventions = conventions
        self._places = own_places(sheet)
        self._titles = own_header(sheet) or ("",) * len(self._places)
        self._contents = [
            Content([row.cells[at] for row in sheet.sample if at < len(row.cells)])
            for at in self._places[:_WIDEST]
        ]
        self._contents += [Content([])] * (len(self._places) - _WIDEST)
        self._doubts: list[Doubt] = []
        self._reasons = Reasons(self._places, self._titles, self._contents)

    def recognize(self, kind: ImportKind | None) -> Recognition:
        full = full_mapping(self._titles) if kind in {None, ImportKind.CUSTOMERS} else None
        if full is not None:
            kind, columns = ImportKind.CUSTOMERS, [*full.columns]
            self._reasons.believe_own_list()
            return self._told(kind, columns, fitted(full, self._sheet))
        program = find_program(self._titles)
        if kind in {None, ImportKind.CUSTOMERS} and self._is_named():
            kind, columns = ImportKind.CUSTOMERS, self._phones_in_order(list(self._titles))
            self._reasons.believe_titles()
        elif program and kind in {None, program.kind}:
            kind = program.kind
            columns = self._of_program(program)
            self._reasons.believe_program(columns)
        else:
            guessed = {one: self._assigned(one) for one in ImportKind if kind in {None, one}}
            kind = kind or self._likeliest(guessed)
            columns = [guess.field if guess else "" for guess in guessed[kind]]
            self._reasons.take_guesses(kind, guessed[kind])
            self._note_weak(guessed[kind], kind)
            columns = self._reasons.note_included(columns, self._after_discount(columns))
        if kind is ImportKind.PURCHASES:
            columns = self._reasons.note_included(columns, self._settled(columns, program))
        columns = self._without_idle_countries(self._without_foreign_codes(columns))
        mapping = self._mapping(kind, columns)
        if program and program.channel and kind is program.kind:
            mapping = replace(mapping, channel=program.channel)
        return self._told(kind, columns, mapping)

    def _told(self, kind: ImportKind, columns: list[str], mapping: Mapping) -> Recognition:
        found, told = self._reasons.told(kind, columns, self._sheet)
        of_rows = (*state_doubts(mapping, self._sheet), *sheet_doubts(self._sheet))
        doubts = dict.fromkeys((*self._doubts, *told, *of_rows))
        unsure = {one.position for one in doubts if one.about is About.COLUMN}
        return Recognition(
            kind=kind,
            mapping=mapping,
            columns=tuple(with_doubts(found, unsure)),
            doubts=tuple(doubts),
        )

    def _is_named(self) -> bool:
        """Tell whether the reader itself named the columns, as it does for contacts."""
        return (
            bool(self._sheet.header)
            and not self._sheet.header_row
            and set(self._titles) <= set(FIELDS[ImportKind.CUSTOMERS])
        )

    def _of_program(self, program: Program) -> list[str]:
        columns = [""] * len(self._titles)
        fallbacks: list[tuple[int, str]] = []
        filled: set[str] = set()
        for at, title in enumerate(self._titles):
            field = program.columns.get(fold(title), "")
            if not field:
                continue
            if field.endswith(FALLBACK):
                fallbacks.append((at, field.removesuffix(FALLBACK)))
            elif field not in columns or FIELDS[program.kind][field].repeats:
                columns[at] = field
                if not self._contents[at].is_empty:
                    filled.add(field)
        for at, field in fallbacks:
            if field not in filled and not (self._contents[at].is_empty and field in columns):
                columns = ["" if one == field else one for one in columns]
                columns[at] = field
                filled.add(field)
        return self._phones_in_order(columns)

    def _phones_in_order(self, columns: list[str]) -> list[str]:
        """Let the first phone be one that has numbers, whatever the program calls it."""
        at = [place for place, field in enumerate(columns) if field in _PHONES]
        at.sort(key=lambda place: (self._contents[place].is_empty, columns[place]))
        for place, field in zip(at, _PHONES, strict=False):
            columns[place] = field
        return columns

    def _assigned(self, kind: ImportKind) -> list[Guess | None]:
        """Give each column its likeliest field that no better column has."""
        taken: list[Guess | None] = [None] * len(self._titles)
        used: dict[str, int] = {}
        by_title: dict[str, str] = {}  # two columns of one title are never two fields
        for guess in guesses(kind, self._titles[:_WIDEST], self._contents[:_WIDEST]):
            field = FIELDS[kind][guess.field]
            group = "phone" if guess.field in _PHONES else guess.field
            room = len(_PHONES) if group == "phone" else 1
            is_free = used.get(group, 0) < room or (field.repeats and guess.by_title >= _KNOWN)
            title = fold(self._titles[guess.position])
            if by_title.get(title, group) != group:
                continue
            if taken[guess.position] is None and is_free:
                taken[guess.position] = guess
                used[group] = used.get(group, 0) + 1
                if title:
                    by_title[title] = group
        return self._ranked_phones(taken)

    def _ranked_phones(self, taken: list[Guess | None]) -> list[Guess | None]:
        phones = [one for one in taken if one and one.field in _PHONES]
        phones.sort(
            key=lambda one: (
                self._contents[one.position].is_empty,
                self._contents[one.position].mobiles < MOSTLY / 2,
                one.field,
                one.position,
            )
        )
        for guess, field in zip(phones, _PHONES, strict=False):
            taken[guess.position] = guess._replace(field=field)
        return taken

    def _likeliest(self, guessed: dict[ImportKind, list[Guess | None]]) -> ImportKind:
        """Return the kind that explains most columns and lacks nothing."""
        name = "".join(words_of(self._sheet.name))
        scores = {}
        for kind, columns in guessed.items():
            there = [guess for guess in columns if guess]
            score = sum(guess.score / 100 if guess.by_title else 0.4 for guess in there)
            score -= len(missing_fields(kind, [guess.field for guess in there])) * 2
            names = map(fold_compact, _SHEET_NAMES[kind].split("|"))
            scores[kind] = score + (1.5 if name in names else 0)
        best, second, *_ = sorted(scores, key=lambda kind: -scores[kind])
        if scores[best] - scores[second] < _CLEARLY or scores[best] <= 0:
            self._doubts.append(Doubt(About.KIND))
        return best

    def _note_weak(self, guessed: Iterable[Guess | None], kind: ImportKind) -> None:
        for guess in filter(None, guessed):
            is_known = guess.by_title >= _KNOWN or guess.score >= EXACT
            is_evident = FIELDS[kind][guess.field].holds in _SELF_EVIDENT
            if is_known and guess.score >= _KNOWN:
                continue
            if not (is_evident and guess.score >= LEAST + 10):
                self._doubts.append(Doubt(About.COLUMN, self._places[guess.position]))

    def _after_discount(self, columns: list[str]) -> list[str]:
        """Leave out a total before the discount where price and discount tell the right one."""
        if not {"amount", "discount"} <= set(columns):
            return columns
        at = columns.index("amount")
        said = [self._numbers(columns, name) for name in ("amount", "discount", "unit_price")]
        pieces = self._numbers(columns, "quantity") or [1.0] * len(self._sheet.sample)
        rows = [
            (amount, discount, price * count)
            for amount, discount, price, count in zip(*said, pieces, strict=False)
            if discount
        ]
        if "unit_price" in columns and rows:
            before = sum(abs(gross - amount) < 1 for amount, _, gross in rows)
            after = sum(abs(gross - discount - amount) < 1 for amount, discount, gross in rows)
            if before > after:
                columns = columns.copy()
                columns[at] = ""
        elif any(said[1]):
            self._doubts.append(Doubt(About.COLUMN, self._places[at]))
        return columns

    def _settled(self, columns: Sequence[str], program: Program | None) -> list[str]:
        """Leave out the amounts of whole orders that their prices include."""
        rows = [
            [row.cells[at] if at < len(row.cells) else None for at in self._places]
            for row in self._sheet.sample
        ]
        is_net = program is not None and program.are_prices_net
        found = settled(columns, self._titles, rows, are_prices_net=is_net)
        self._doubts += [Doubt(About.COLUMN, self._places[at]) for at in found.unsure]
        return found.columns

    def _numbers(self, columns: Sequence[str], name: str) -> list[float]:
        """Return the numbers of a column, row by row; 0 for a cell without one."""
        if name not in columns:
            return []
        place = self._places[columns.index(name)]
        cells = (row.cells[place] if place < len(row.cells) else None for row in self._sheet.sample)
        return [next(iter(Content([cell]).values), 0.0) for cell in cells]

    def _without_foreign_codes(self, columns: list[str]) -> list[str]:
        """Keep postal codes of other countries with the address: ours have ten digits."""
        return [
            "address"
            if field == "postal_code" and not content.is_empty and content.ten_digits < MOSTLY / 2
            else field
            for field, content in zip(columns, self._contents, strict=True)
        ]

    def _without_idle_countries(self, columns: list[str]) -> list[str]:
        """Leave out the country where no phone is to be dialled there."""
        if not DIALLED.isdisjoint(columns):
            return columns
        return ["" if field == "phone_country" else field for field in columns]

    def _mapping(self, kind: ImportKind, columns: Sequence[str]) -> Mapping:
        holds = [FIELDS[kind][field].holds if field else None for field in columns]
        dates = [at for at, one in enumerate(holds) if one in _DATES]
        habit = self._date_habit(dates)
        amounts = [at for at, one in enumerate(holds) if one is Holds.AMOUNT]
        currency = [at for at, field in enumerate(columns) if field == "currency"]
        unit = said_unit(
            str(cell) for at in currency for cell in self._contents[at].said
        ) or self._unit(amounts)
        counted = [at for at, one in enumerate(holds) if one in _COUNTED]
        places = (
            decimal_places(self._conventions.currency, unit or MoneyUnit.RIAL)
            if self._conventions.currency.code == "IRR"
            else self._conventions.currency.exponent
        )
        whole, scales = [""] * self._sheet.width, [1] * self._sheet.width
        for at, (place, field) in enumerate(zip(self._places, columns, strict=True)):
            whole[place] = field
            if at in amounts and (scale := said_scale(self._titles[at])) > 1:
                scales[place] = scale
                self._doubts.append(Doubt(About.SCALE, place, count=scale))
        return Mapping(
            kind=kind,
            columns=tuple(whole),
            unit=unit,
            calendar=habit.calendar,
            date_order=habit.order,
            decimal_comma=has_decimal_comma(
                (cell for at in counted for cell in self._contents[at].said), places
            ),
            scales=tuple(scales) if any(scale > 1 for scale in scales) else (),
            from_1904=self._sheet.from_1904,
            match=default_match(kind, columns),
        )

    def _date_habit(self, positions: Sequence[int]) -> DateHabit:
        cells = [cell for at in positions for cell in self._contents[at].said]
        habit = date_habit(cells, self._conventions.today)
        if habit.calendar_unsure:
            self._doubts.append(Doubt(About.CALENDAR))
        if habit.order_unsure:
            self._doubts.append(Doubt(About.DATE_ORDER))
        return habit

    def _unit(self, amounts: Sequence[int]) -> MoneyUnit | None:
        if not amounts or self._conventions.currency.code != "IRR":
            return None
        titles = [self._titles[at] for at in amounts]
        cells = (
            str(cell)
            for content in self._contents
            if content.numbers >= MOSTLY
            for cell in content.said
            if isinstance(cell, str)
        )
        unit = said_unit(titles) or said_unit([*self._titles, self._sheet.name]) or said_unit(cells)
        if unit is None:
            self._doubts.append(Doubt(About.UNIT))
        return unit
