"""From one number to another, of which one may be left out."""

from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QLabel

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.widgets.joined_field import JoinedField
from ecrm_desktop.ui.widgets.money_edit import MoneyEdit
from ecrm_desktop.ui.widgets.number_edit import NumberEdit
from ecrm_desktop.ui.widgets.quantity_edit import QuantityEdit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.segment_rule import NumberRange, Range

_THOUSAND: Final = 1000
_LIMIT: Final = 1_000_000


class RangeEdit(JoinedField[Range]):
    """A range of whole numbers, or of amounts if it is of `money`; `unit` stands beside it."""

    def __init__(self, display: Display, *, money: bool = False, unit: str = "") -> None:
        self._low: MoneyEdit | NumberEdit
        self._high: MoneyEdit | NumberEdit
        if money:
            self._low, self._high = [
                MoneyEdit(display, words=False, unit=False) for _end in range(2)
            ]
        else:
            self._low, self._high = [NumberEdit(display, limit=_LIMIT) for _end in range(2)]
        _say_ends(self._low, self._high)
        super().__init__({"low": (self._low, 1), "high": (self._high, 1)}, main="low")
        shown = display.unit_name if money else unit
        if shown:
            label = QLabel(shown)
            label.setProperty("role", "muted")
            self.add_beside(label)

    def value(self) -> Range:
        """Return the range; InvalidInput RULE_RANGE_WRONG, and those of its ends."""
        return Range(self._low.value(), self._high.value())

    def set_value(self, value: Range) -> None:
        """Show a range."""
        self._low.set_value(value.low)
        self._high.set_value(value.high)

    def is_empty(self) -> bool:
        """Whether neither end is typed."""
        return self._low.is_empty() and self._high.is_empty()


class DecimalRangeEdit(JoinedField[NumberRange]):
    """A range of numbers with up to three decimals, none below zero."""

    def __init__(self, display: Display) -> None:
        self._low, self._high = QuantityEdit(display), QuantityEdit(display)
        _say_ends(self._low, self._high)
        super().__init__({"low": (self._low, 1), "high": (self._high, 1)}, main="low")

    def value(self) -> NumberRange:
        """Return the range; InvalidInput RULE_RANGE_WRONG, and those of its ends."""
        return NumberRange(_decimal(self._low.value()), _decimal(self._high.value()))

    def set_value(self, value: NumberRange) -> None:
        """Show a range, rounded to what can be typed."""
        self._low.set_value(_thousandths(value.low))
        self._high.set_value(_thousandths(value.high))

    def is_empty(self) -> bool:
        """Whether neither end is typed."""
        return self._low.is_empty() and self._high.is_empty()


def _say_ends(
    low: NumberEdit | MoneyEdit | QuantityEdit, high: NumberEdit | MoneyEdit | QuantityEdit
) -> None:
    for end, said in (
        (low, translate("RuleEdit", "from")),
        (high, translate("RuleEdit", "up to")),
    ):
        end.line.setPlaceholderText(said)
        end.line.setAccessibleName(said)
        end.setMinimumWidth(70)


def _decimal(thousandths: int | None) -> Decimal | None:
    return None if thousandths is None else Decimal(thousandths) / _THOUSAND


def _thousandths(number: Decimal | None) -> int | None:
    return None if number is None else int(number * _THOUSAND)
