"""Conditions on one thing that is known of a customer: chosen words, numbers, days."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.segment_choices import SegmentChoices
from ecrm_desktop.text.segment_fields import CHOICES, CONSENTS, value_name
from ecrm_desktop.ui.segments.lines_field import LinesField
from ecrm_desktop.ui.segments.many_choice import ManyChoice
from ecrm_desktop.ui.segments.range_edit import RangeEdit
from ecrm_desktop.ui.segments.window_edit import WindowEdit
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.field import Field
from ecrm_desktop.ui.widgets.number_edit import NumberEdit
from ecrm_desktop.ui.widgets.tags_edit import TagsEdit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.jalali import MONTH_NAMES
from ecrm_desktop.values.segment_rule import (
    DAY_FIELDS,
    MONEY_FIELDS,
    PERCENT_FIELDS,
    Ago,
    FieldIs,
    Filled,
    InMonth,
    OneOf,
    Range,
    RuleField,
    Upcoming,
    Within,
    allowed_tests,
)

_WEEK: Final = 7
_YEAR: Final = 366


class _How(StrEnum):
    VALUES = "values"
    FILLED = "filled"
    AGO = "ago"
    WITHIN = "within"
    UPCOMING = "upcoming"
    MONTH = "month"


def field_test(field: RuleField, ui: UiContext, choices: SegmentChoices) -> Field[FieldIs]:
    """Return what asks about a field, by the tests that it allows."""
    allowed = allowed_tests(field)
    if OneOf in allowed:
        return WordsTest(field, choices)
    if field in DAY_FIELDS:
        return DayTest(field, ui.display, ui.today)
    if field is RuleField.BIRTHDAY:
        return BirthdayTest(field, ui)
    if Range in allowed:
        return NumberTest(field, ui)
    return FilledTest(field)


class WordsTest(LinesField[FieldIs]):
    """One of some words, or anything at all."""

    def __init__(self, field: RuleField, choices: SegmentChoices) -> None:
        self._field = field
        known = _known_words(field)
        self._values: ManyChoice | TagsEdit
        if known:
            self._values = ManyChoice(known)
        else:
            used = {
                RuleField.CITY: choices.cities,
                RuleField.PROVINCE: choices.provinces,
                RuleField.FAVORITE_BRAND: choices.brands,
            }[field]
            self._values = TagsEdit(
                lambda: used, placeholder=translate("RuleEdit", "one or several")
            )
        self._how = _hows(_How.VALUES, Filled in allowed_tests(field))
        super().__init__([{"how": (self._how, 1), "values": (self._values, 2)}], main="values")
        self.fit()

    def value(self) -> FieldIs:
        """Return the condition; InvalidInput TEXT_EMPTY without a word."""
        if self._how.value() is _How.FILLED:
            return FieldIs(self._field, Filled())
        return FieldIs(self._field, OneOf(self._values.value()))

    def set_value(self, value: FieldIs) -> None:
        """Show a condition on the same field."""
        if isinstance(value.test, OneOf):
            self._values.set_value(value.test.values)
        self._how.set_value(_How.FILLED if isinstance(value.test, Filled) else _How.VALUES)
        self.fit()

    def fit(self) -> None:
        """Ask for words where they are meant."""
        self._values.setVisible(self._how.value() is _How.VALUES)
        self._how.setVisible(Filled in allowed_tests(self._field))


class NumberTest(LinesField[FieldIs]):
    """A range of numbers, amounts or shares; of an age also that it is known."""

    def __init__(self, field: RuleField, ui: UiContext) -> None:
        self._field = field
        self._range = RangeEdit(
            ui.display,
            money=field in MONEY_FIELDS,
            unit=translate("RuleEdit", "%") if field in PERCENT_FIELDS else "",
        )
        self._how = _hows(_How.VALUES, Filled in allowed_tests(field))
        super().__init__([{"how": (self._how, 1), "range": (self._range, 2)}], main="range")
        self.fit()

    def value(self) -> FieldIs:
        """Return the condition; InvalidInput RULE_RANGE_WRONG."""
        if self._how.value() is _How.FILLED:
            return FieldIs(self._field, Filled())
        return FieldIs(self._field, self._range.value())

    def set_value(self, value: FieldIs) -> None:
        """Show a condition on the same field."""
        if isinstance(value.test, Range):
            self._range.set_value(value.test)
        self._how.set_value(_How.FILLED if isinstance(value.test, Filled) else _How.VALUES)
        self.fit()

    def fit(self) -> None:
        """Ask for numbers where they are meant."""
        self._range.setVisible(self._how.value() is _How.VALUES)
        self._how.setVisible(Filled in allowed_tests(self._field))


class DayTest(LinesField[FieldIs]):
    """So many days ago, within a window, or on any day."""

    def __init__(self, field: RuleField, display: Display, today: Callable[[], date]) -> None:
        self._field = field
        hows = [
            (_How.AGO, translate("RuleEdit", "days ago")),
            (_How.WITHIN, translate("RuleEdit", "within")),
        ]
        if Filled in allowed_tests(field):
            hows.append((_How.FILLED, translate("RuleEdit", "is known")))
        self._how: Choice[_How] = Choice(hows)
        self._days = RangeEdit(display, unit=translate("RuleEdit", "days ago"))
        self._window = WindowEdit(display, today)
        super().__init__(
            [{"how": (self._how, 1), "days": (self._days, 2)}, {"window": (self._window, 1)}],
            main="how",
        )
        self.fit()

    def value(self) -> FieldIs:
        """Return the condition; InvalidInput RULE_RANGE_WRONG, RULE_WINDOW_WRONG."""
        match self._how.value():
            case _How.AGO:
                return FieldIs(self._field, Ago(self._days.value()))
            case _How.WITHIN:
                return FieldIs(self._field, Within(self._window.value()))
        return FieldIs(self._field, Filled())

    def set_value(self, value: FieldIs) -> None:
        """Show a condition on the same field."""
        match value.test:
            case Ago(days):
                self._how.set_value(_How.AGO)
                self._days.set_value(days)
            case Within(window):
                self._how.set_value(_How.WITHIN)
                self._window.set_value(window)
            case _:
                self._how.set_value(_How.FILLED)
        self.fit()

    def fit(self) -> None:
        """Ask for days or a window where they are meant."""
        self._days.setVisible(self._how.value() is _How.AGO)
        self._window.setVisible(self._how.value() is _How.WITHIN)


class BirthdayTest(LinesField[FieldIs]):
    """Soon, in a month, or known at all."""

    def __init__(self, field: RuleField, ui: UiContext) -> None:
        self._field = field
        self._how: Choice[_How] = Choice(
            [
                (_How.UPCOMING, translate("RuleEdit", "within the next days")),
                (_How.MONTH, translate("RuleEdit", "in the month")),
                (_How.FILLED, translate("RuleEdit", "is known")),
            ]
        )
        self._days = NumberEdit(ui.display, limit=_YEAR, unit=translate("RuleEdit", "days"))
        self._days.set_value(_WEEK)
        names = MONTH_NAMES[ui.display.language]
        self._month: Choice[int] = Choice(list(enumerate(names, start=1)))
        super().__init__(
            [{"how": (self._how, 2), "days": (self._days, 2), "month": (self._month, 2)}],
            main="how",
        )
        self.fit()

    def value(self) -> FieldIs:
        """Return the condition; InvalidInput as the number of days is wrong."""
        match self._how.value():
            case _How.UPCOMING:
                return FieldIs(self._field, Upcoming(self._days.value() or 0))
            case _How.MONTH:
                return FieldIs(self._field, InMonth(self._month.value()))
        return FieldIs(self._field, Filled())

    def set_value(self, value: FieldIs) -> None:
        """Show a condition on a birthday."""
        match value.test:
            case Upcoming(days):
                self._how.set_value(_How.UPCOMING)
                self._days.set_value(days)
            case InMonth(month):
                self._how.set_value(_How.MONTH)
                self._month.set_value(month)
            case _:
                self._how.set_value(_How.FILLED)
        self.fit()

    def fit(self) -> None:
        """Ask for days or a month where they are meant."""
        self._days.setVisible(self._how.value() is _How.UPCOMING)
        self._month.setVisible(self._how.value() is _How.MONTH)


class FilledTest(LinesField[FieldIs]):
    """That something is known: nothing is left to be asked."""

    def __init__(self, field: RuleField) -> None:
        self._field = field
        self._how = _hows(_How.FILLED, can_be_filled=True)
        super().__init__([{"how": (self._how, 1)}], main="how")

    def value(self) -> FieldIs:
        """Return the condition."""
        return FieldIs(self._field, Filled())

    def set_value(self, value: FieldIs) -> None:
        """Show the only condition there is."""


def _hows(first: _How, can_be_filled: bool) -> Choice[_How]:  # noqa: FBT001 - said by each caller
    texts = {
        _How.VALUES: translate("RuleEdit", "is"),
        _How.FILLED: translate("RuleEdit", "is known"),
    }
    kinds = [first, _How.FILLED] if can_be_filled and first is not _How.FILLED else [first]
    return Choice([(one, texts[one]) for one in kinds])


def _known_words(field: RuleField) -> Sequence[tuple[str, str]]:
    if field in CONSENTS:
        keys: list[str] = ["granted", "refused"]
    else:
        keys = [str(one) for one in CHOICES.get(field, ())]
    return [(key, value_name(field, key)) for key in keys]
