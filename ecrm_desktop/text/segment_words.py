"""The words that sentences about segments are made of: amounts, windows and what was bought."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final
from uuid import UUID

from ecrm_desktop.i18n import language, translate
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.segment_rule import Goods, NumberRange, Range
from ecrm_desktop.values.text import isolate_words
from ecrm_desktop.values.time_windows import (
    Between,
    Current,
    Ever,
    Last,
    Named,
    Previous,
    Season,
    Span,
    TimeUnit,
    Window,
)

_QUOTES: Final = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Names:
    """What the records are called that a rule names by their ids."""

    products: Mapping[UUID, str] = field(default_factory=dict)
    own_fields: Mapping[UUID, str] = field(default_factory=dict)
    segments: Mapping[UUID, str] = field(default_factory=dict)


def quoted(words: str) -> str:
    """Return somebody's own words as they stand in a sentence."""
    return translate("Segments", "“{words}”", words=isolate_words(words.translate(_QUOTES)))


def named(names: Mapping[UUID, str], record: UUID) -> str:
    """Return what a record is called, in quotes; one that is gone is told by its id."""
    if record in names:
        return quoted(names[record])
    return translate("Segments", "one that is gone ({id})", id=isolate_words(record.hex))


def either(texts: Iterable[str]) -> str:
    """Return texts of which one is enough."""
    return translate("Segments", " or ").join(texts)


def amount(wanted: Range | NumberRange, show: Callable[..., str]) -> str:
    """Return a range in words."""
    low, high = wanted.low, wanted.high
    if low is None:
        return translate("Segments", "at most {high}", high=show(high))
    if high is None:
        return translate("Segments", "at least {low}", low=show(low))
    if low == high:
        return translate("Segments", "exactly {number}", number=show(low))
    return translate("Segments", "from {low} to {high}", low=show(low), high=show(high))


def percent(display: Display) -> Callable[[int], str]:
    """Return what writes per cents."""
    return lambda number: display.percent(number / 100)


_SEASONS: Final[Mapping[Season, Callable[[], str]]] = MappingProxyType(
    {
        Season.SPRING: lambda: translate("Segments", "spring"),
        Season.SUMMER: lambda: translate("Segments", "summer"),
        Season.AUTUMN: lambda: translate("Segments", "autumn"),
        Season.WINTER: lambda: translate("Segments", "winter"),
        Season.NOWRUZ: lambda: translate("Segments", "the days of Nowruz"),
        Season.YALDA: lambda: translate("Segments", "the days of Yalda"),
        Season.RAMADAN: lambda: translate("Segments", "Ramadan"),
    }
)
_LAST: Final[Mapping[TimeUnit, Callable[[str], str]]] = MappingProxyType(
    {
        TimeUnit.DAYS: lambda count: translate("Segments", "in the last {count} days", count=count),
        TimeUnit.WEEKS: lambda count: translate(
            "Segments", "in the last {count} weeks", count=count
        ),
        TimeUnit.MONTHS: lambda count: translate(
            "Segments", "in the last {count} months", count=count
        ),
    }
)
_CURRENT: Final[Mapping[Span, Callable[[], str]]] = MappingProxyType(
    {
        Span.MONTH: lambda: translate("Segments", "this month"),
        Span.SEASON: lambda: translate("Segments", "this season"),
        Span.YEAR: lambda: translate("Segments", "this year"),
    }
)
_PREVIOUS: Final[Mapping[Span, Callable[[], str]]] = MappingProxyType(
    {
        Span.MONTH: lambda: translate("Segments", "in the month before this one"),
        Span.SEASON: lambda: translate("Segments", "in the season before this one"),
        Span.YEAR: lambda: translate("Segments", "in the year before this one"),
    }
)


def season_name(season: Season) -> str:
    """Return the name of a part of the year."""
    return _SEASONS[season]()


def window_words(window: Window, display: Display) -> str:  # noqa: PLR0911 - one of each kind
    """Return when, as it stands in a sentence."""
    match window:
        case Ever():
            return translate("Segments", "up to today")
        case Last(count, unit):
            return _LAST[unit](display.number(count))
        case Current(span):
            return _CURRENT[span]()
        case Previous(span):
            return _PREVIOUS[span]()
        case Named(season, before):
            if before:
                return translate(
                    "Segments", "in {season} once before the last", season=season_name(season)
                )
            return translate("Segments", "in the latest {season}", season=season_name(season))
        case Between(None, last) if last is not None:
            return translate("Segments", "until {day}", day=display.date(last))
        case Between(first, None) if first is not None:
            return translate("Segments", "since {day}", day=display.date(first))
        case Between(first, last) if first is not None and last is not None:
            return translate(
                "Segments",
                "from {first} until {last}",
                first=display.date(first),
                last=display.date(last),
            )
    raise AssertionError(window)


def goods_words(goods: Goods, names: Names) -> str:
    """Return what was bought, and how, with a space before it; "" where it is anything."""
    found = []
    if goods.products:
        products = either(named(names.products, one) for one in goods.products)
        found.append(translate("Segments", "of {products}", products=products))
    if goods.brands:
        brands = either(map(quoted, goods.brands))
        found.append(translate("Segments", "of the brand {brands}", brands=brands))
    if goods.categories:
        categories = either(map(quoted, goods.categories))
        found.append(translate("Segments", "of the category {categories}", categories=categories))
    if goods.channels:
        channels = either(label(one) for one in goods.channels)
        found.append(translate("Segments", "by the channel {channels}", channels=channels))
    if goods.discounted:
        found.append(translate("Segments", "with discount"))
    if goods.season is not None:
        found.append(translate("Segments", "during {season}", season=season_name(goods.season)))
    comma = "، " if language() == "fa" else ", "
    return f" {comma.join(found)}" if found else ""
