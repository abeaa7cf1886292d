"""Values as people read them: digits, calendar, money unit and time zone of one shop."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from ecrm_desktop.i18n import translate
from ecrm_desktop.values.digits import to_persian_digits
from ecrm_desktop.values.jalali import (
    GREGORIAN_MONTH_NAMES,
    MONTH_NAMES,
    WEEKDAY_NAMES,
    Calendar,
    PartialDate,
    from_jalali,
    to_jalali,
)
from ecrm_desktop.values.money import Currency, MoneyUnit, decimal_places, unit_name
from ecrm_desktop.values.phone import grouped
from ecrm_desktop.values.quantity import PLACES
from ecrm_desktop.values.text import isolate

_PERSIAN_NUMBER = str.maketrans("0123456789,.", "۰۱۲۳۴۵۶۷۸۹٬٫")
_MINUTE = 60
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Display:
    """Formats every value for the screen and for paper; `language` is "fa" or "en".

    Whatever right-to-left text would reorder (a phone, a code, a negative number) comes isolated.
    """

    language: str
    currency: Currency
    unit: MoneyUnit
    calendar: Calendar
    timezone: dt.tzinfo

    def number(self, number: float | Decimal) -> str:
        """Return a number with groups of three and at most three decimals."""
        if isinstance(number, int):
            return self._localized(f"{number:,}")
        return self._localized(_trimmed(f"{number:,.3f}"))

    def digits(self, text: str) -> str:
        """Return text with the digits of the language; nothing else changes."""
        return to_persian_digits(text) if self.language == "fa" else text

    def percent(self, fraction: float | Decimal) -> str:
        """Return a fraction as percent, at most one decimal: 0.256 is `۲۵٫۶٪`."""
        sign = "٪" if self.language == "fa" else "%"
        return self._localized(_trimmed(f"{fraction * 100:,.1f}") + sign)

    def date(self, day: dt.date) -> str:
        """Return `۱۴۰۵/۰۸/۳۰`, year first in either calendar."""
        return self.digits("{:04}/{:02}/{:02}".format(*self.parts(day)))

    def partial_date(self, partial: PartialDate) -> str:
        """Return a date as `date` does, or day and Jalali month if the year is unknown."""
        if partial.year is not None:
            return self.date(from_jalali(partial.year, partial.month, partial.day))
        return translate(
            "Display",
            "{day} {month}",
            day=self.digits(str(partial.day)),
            month=MONTH_NAMES[self.language][partial.month - 1],
        )

    def time(self, time: dt.time | dt.datetime) -> str:
        """Return `۱۴:۳۰`; a `datetime` is an instant and is shown in the shop's zone."""
        if isinstance(time, dt.datetime):
            time = time.astimezone(self.timezone)
        return self.digits(f"{time:%H:%M}")

    def datetime(self, instant: dt.datetime) -> str:
        """Return date and time of an instant in the shop's zone."""
        local = instant.astimezone(self.timezone)
        return f"{self.date(local)} {self.time(local)}"

    def day(self, moment: dt.date, *, today: dt.date | None = None) -> str:
        """Return yesterday, today or tomorrow in words, any other day as a date.

        `moment` is a date or an instant; `today` is the shop's, by default.
        """
        day = self.local_date(moment)
        today = today or dt.datetime.now(self.timezone).date()
        match (day - today).days:
            case -1:
                return translate("Display", "yesterday")
            case 0:
                return translate("Display", "today")
            case 1:
                return translate("Display", "tomorrow")
            case _:
                return self.date(day)

    def local_date(self, moment: dt.date) -> dt.date:
        """Return the day of an instant in the shop's zone; a date is returned as it is."""
        if isinstance(moment, dt.datetime):
            return moment.astimezone(self.timezone).date()
        return moment

    def money(self, amount: int) -> str:
        """Return an amount of minor units as a number in the shop's unit, without its name."""
        places = decimal_places(self.currency, self.unit)
        text = f"{Decimal(amount).scaleb(-places):,.{places}f}"
        # A tenth of a toman is rare, cents are not.
        return self._localized(_trimmed(text) if self.unit is MoneyUnit.TOMAN else text)

    def money_with_unit(self, amount: int) -> str:
        """Return an amount of minor units with the unit's name."""
        return translate(
            "Display", "{amount} {unit}", amount=self.money(amount), unit=self.unit_name
        )

    @property
    def unit_name(self) -> str:
        """The name of the unit in which amounts are shown."""
        return unit_name(self.currency, self.unit)

    def quantity(self, quantity: int) -> str:
        """Return thousandths as a number without needless zeros: 1500 is `۱٫۵`."""
        text = f"{Decimal(quantity).scaleb(-PLACES):,.{PLACES}f}"
        return self._localized(_trimmed(text))

    def phone(self, number: str) -> str:
        """Return an E.164 number in groups, isolated; "" stays empty."""
        return isolate(self.digits(grouped(number))) if number else ""

    def code(self, text: str) -> str:
        """Return a code, barcode, national ID or address of the net, isolated; "" stays empty.

        Digits among Latin letters stay Latin: `a134@example.com` is typed again as it is read.
        """
        latin = any(letter.isascii() and letter.isalpha() for letter in text)
        return isolate(text if latin else self.digits(text))

    def duration(self, seconds: float) -> str:
        """Return a length of time in its two largest units."""
        whole = round(seconds)
        days, hours = divmod(whole // _HOUR, 24)
        minutes, rest = divmod(whole % _HOUR, _MINUTE)
        values = {
            "days": self.number(days),
            "hours": self.number(hours),
            "minutes": self.number(minutes),
            "seconds": self.number(rest),
        }
        if days and hours:
            text = translate("Display", "{days} d {hours} h", **values)
        elif days:
            text = translate("Display", "{days} d", **values)
        elif hours and minutes:
            text = translate("Display", "{hours} h {minutes} min", **values)
        elif hours:
            text = translate("Display", "{hours} h", **values)
        elif minutes and rest:
            text = translate("Display", "{minutes} min {seconds} s", **values)
        elif minutes:
            text = translate("Display", "{minutes} min", **values)
        else:
            text = translate("Display", "{seconds} s", **values)
        return text

    def month_name(self, month: int) -> str:
        """Return the name of month 1 to 12 of the shop's calendar."""
        names = MONTH_NAMES if self.calendar == "jalali" else GREGORIAN_MONTH_NAMES
        return names[self.language][month - 1]

    def weekday(self, day: dt.date) -> str:
        """Return the name of the day of the week."""
        return WEEKDAY_NAMES[self.language][day.weekday()]

    def text_date_long(self, day: dt.date) -> str:
        """Return `شنبه ۳۰ آبان ۱۴۰۵`."""
        year, month, day_of_month = self.parts(day)
        return translate(
            "Display",
            "{weekday}, {day} {month} {year}",
            weekday=self.weekday(day),
            day=self.digits(str(day_of_month)),
            month=self.month_name(month),
            year=self.digits(str(year)),
        )

    def parts(self, day: dt.date) -> tuple[int, int, int]:
        """Return year, month and day in the calendar of the shop."""
        return to_jalali(day) if self.calendar == "jalali" else (day.year, day.month, day.day)

    def _localized(self, number: str) -> str:
        text = number.translate(_PERSIAN_NUMBER) if self.language == "fa" else number
        return isolate(text) if text.startswith("-") else text


def _trimmed(number: str) -> str:
    trimmed = number.rstrip("0").rstrip(".") if "." in number else number
    return "0" if trimmed == "-0" else trimmed
