"""Money as an integer of the currency's minor unit, and the units in which people write it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.values.number_words import in_words
from ecrm_desktop.values.numerals import parse_scaled

LIMIT: Final = 10**15
"""The largest amount, in minor units: SQLite still adds up thousands of them exactly."""


class MoneyUnit(StrEnum):
    """The unit in which amounts are shown and typed: rial or toman in Iran, MAJOR elsewhere."""

    RIAL = "rial"
    TOMAN = "toman"
    MAJOR = "major"


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency; `exponent` counts the decimals of its minor unit.

    The rial has 0 here, not ISO's 2: nobody has paid with dinars for generations.
    """

    code: str
    exponent: int

    @property
    def name(self) -> str:
        """The name in the user's language."""
        return _NAMES[self.code]()


_NAMES: Mapping[str, Callable[[], str]] = {
    "IRR": lambda: translate("Currency", "rials"),
    "USD": lambda: translate("Currency", "US dollars"),
    "EUR": lambda: translate("Currency", "euros"),
    "GBP": lambda: translate("Currency", "pounds sterling"),
    "AED": lambda: translate("Currency", "UAE dirhams"),
    "TRY": lambda: translate("Currency", "Turkish liras"),
    "AFN": lambda: translate("Currency", "afghanis"),
    "IQD": lambda: translate("Currency", "Iraqi dinars"),
    "SAR": lambda: translate("Currency", "Saudi riyals"),
    "QAR": lambda: translate("Currency", "Qatari riyals"),
    "OMR": lambda: translate("Currency", "Omani rials"),
    "KWD": lambda: translate("Currency", "Kuwaiti dinars"),
    "BHD": lambda: translate("Currency", "Bahraini dinars"),
    "JOD": lambda: translate("Currency", "Jordanian dinars"),
    "SYP": lambda: translate("Currency", "Syrian pounds"),
    "LBP": lambda: translate("Currency", "Lebanese pounds"),
    "AZN": lambda: translate("Currency", "Azerbaijani manats"),
    "AMD": lambda: translate("Currency", "Armenian drams"),
    "GEL": lambda: translate("Currency", "Georgian laris"),
    "TMT": lambda: translate("Currency", "Turkmen manats"),
    "TJS": lambda: translate("Currency", "Tajik somonis"),
    "UZS": lambda: translate("Currency", "Uzbek soms"),
    "KZT": lambda: translate("Currency", "Kazakh tenges"),
    "PKR": lambda: translate("Currency", "Pakistani rupees"),
    "INR": lambda: translate("Currency", "Indian rupees"),
    "CNY": lambda: translate("Currency", "Chinese yuan"),
    "JPY": lambda: translate("Currency", "Japanese yen"),
    "KRW": lambda: translate("Currency", "South Korean won"),
    "MYR": lambda: translate("Currency", "Malaysian ringgits"),
    "RUB": lambda: translate("Currency", "Russian rubles"),
    "CHF": lambda: translate("Currency", "Swiss francs"),
    "SEK": lambda: translate("Currency", "Swedish kronor"),
    "NOK": lambda: translate("Currency", "Norwegian kroner"),
    "DKK": lambda: translate("Currency", "Danish kroner"),
    "CAD": lambda: translate("Currency", "Canadian dollars"),
    "AUD": lambda: translate("Currency", "Australian dollars"),
}
_NO_DECIMALS = frozenset({"IRR", "JPY", "KRW"})
_THREE_DECIMALS = frozenset({"IQD", "OMR", "KWD", "BHD", "JOD"})


def _exponent(code: str) -> int:
    if code in _NO_DECIMALS:
        return 0
    return 3 if code in _THREE_DECIMALS else 2


CURRENCIES: Final[Mapping[str, Currency]] = {
    code: Currency(code, _exponent(code)) for code in _NAMES
}


def currency(code: str) -> Currency:
    """Return the currency of an ISO 4217 code; raises InvalidInput CURRENCY_UNKNOWN (code)."""
    try:
        return CURRENCIES[code.strip().upper()]
    except KeyError:
        raise InvalidInput(Problem.CURRENCY_UNKNOWN, code=code) from None


def decimal_places(currency: Currency, unit: MoneyUnit) -> int:
    """Return how many decimals an amount has in this unit: 1 toman is 10 rials, so 1."""
    return 1 if unit is MoneyUnit.TOMAN else currency.exponent


def unit_name(currency: Currency, unit: MoneyUnit) -> str:
    """Return the unit's name in the user's language, as it stands beside an amount."""
    return translate("Currency", "toman") if unit is MoneyUnit.TOMAN else currency.name


def parse_amount(text: str, currency: Currency, unit: MoneyUnit) -> int:
    """Read an amount typed in `unit` as minor units, 0 to `LIMIT`.

    Raises InvalidInput TEXT_EMPTY, NUMBER_WRONG, NUMBER_NEGATIVE, NUMBER_TOO_LARGE (limit, in
    `unit`); too many decimals: AMOUNT_NOT_WHOLE in rials and toman, else NUMBER_DECIMALS (places).
    """
    try:
        return parse_scaled(text, decimal_places(currency, unit), limit=LIMIT)
    except InvalidInput as error:
        if error.problem is Problem.NUMBER_DECIMALS and not currency.exponent:
            raise InvalidInput(Problem.AMOUNT_NOT_WHOLE) from None
        raise


def amount_in_words(amount: int, currency: Currency, unit: MoneyUnit, language: str) -> str:
    """Return an amount of minor units in words with its unit, as on a cheque."""
    places = decimal_places(currency, unit)
    whole, part = divmod(abs(amount), 10**places)
    sign = -1 if amount < 0 else 1
    if not part:
        return translate(
            "Currency",
            "{amount} {unit}",
            amount=in_words(sign * whole, language),
            unit=unit_name(currency, unit),
        )
    if unit is MoneyUnit.TOMAN:
        if not whole:
            return translate("Currency", "{rials} rials", rials=in_words(sign * part, language))
        return translate(
            "Currency",
            "{tomans} toman and {rials} rials",
            tomans=in_words(sign * whole, language),
            rials=in_words(part, language),
        )
    values = {
        "whole": in_words(sign * whole, language),
        "part": in_words(part, language),
        "unit": unit_name(currency, unit),
    }
    if places == 2:  # noqa: PLR2004 - cents
        return translate("Currency", "{whole} and {part} hundredths {unit}", **values)
    return translate("Currency", "{whole} and {part} thousandths {unit}", **values)
