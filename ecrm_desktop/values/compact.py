"""Large amounts in few letters, for charts."""

from decimal import Decimal

from ecrm_desktop.i18n import translate
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import decimal_places

_ISOLATE, _END = "\u2068", "\u2069"
_THOUSAND, _MILLION, _BILLION = 10**3, 10**6, 10**9


def compact_amount(amount: float, display: Display) -> str:
    """Return an amount of minor units as `۱۲٫۵ میلیون` in the shop's unit, without its name.

    It comes isolated, because an axis is drawn from left to right in every language.
    """
    return f"{_ISOLATE}{_compact(amount, display)}{_END}"


def _compact(amount: float, display: Display) -> str:
    shown = Decimal(round(amount)).scaleb(-decimal_places(display.currency, display.unit))
    size = abs(shown)
    if size >= _BILLION:
        number = display.number(round(shown / _BILLION, 1))
        return translate("Amounts", "{number} billion", number=number)
    if size >= _MILLION:
        number = display.number(round(shown / _MILLION, 1))
        return translate("Amounts", "{number} million", number=number)
    if size >= _THOUSAND:
        number = display.number(round(shown / _THOUSAND, 1))
        return translate("Amounts", "{number} thousand", number=number)
    return display.number(round(shown, 2))
