"""What kinds of people buy in the sample shop, how many of each, and how each kind behaves."""

from bisect import bisect
from dataclasses import dataclass
from enum import IntEnum, auto
from itertools import accumulate
from typing import Final

from ecrm_desktop.services.demo.timeline import Occasion
from ecrm_desktop.values.statuses import AcquisitionChannel

_EVER: Final = (0, 10_000)


class Kind(IntEnum):
    """A way of buying; the number fits into a byte for each customer."""

    REGISTERED = 0
    ONCE = auto()
    NEW = auto()
    OCCASIONAL = auto()
    REGULAR = auto()
    BEST = auto()
    LOYAL = auto()
    BARGAIN = auto()
    REFERRER = auto()
    NOWRUZ = auto()
    YALDA = auto()
    RAMADAN = auto()
    SLIPPING = auto()
    DORMANT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How a kind behaves; `gap` in days, both ends of it are rhythms that people of it have.

    `came` is how many days ago they came at the latest and at the earliest; `old` is the part of
    them that was there when the program was bought. Those with `silent` have stayed away for so
    many of their own gaps until today, those with `lasts` came for so many. `swing` is the part of
    a gap by which the next one may differ, `spends` is against a usual customer.
    """

    share: float
    channels: tuple[int, ...]
    gap: tuple[int, int] | None = None
    swing: float = 0.2
    came: tuple[int, int] = _EVER
    old: float = 0.12
    silent: tuple[float, float] | None = None
    lasts: tuple[float, float] | None = None
    occasion: Occasion | None = None
    spends: float = 1.0
    tag: str = ""
    buys: bool = True


def _found(table: str) -> tuple[int, ...]:
    return tuple(map(int, table.split()))


# Shares are those of a small fashion shop with a list of members: half of the people come once, one
# in twelve never, and a sixth has a rhythm. Each kind is just large enough to be found among 300
# people (2.8 % are eight of them) and no larger, since those with a rhythm make the purchases, and
# more than two or three a customer would make a million of them slow to fill in. Together they have
# to let the shop grow: whoever stays away must be made up for by who comes.
# Channels are weighed in the order of `AcquisitionChannel`: walk-in, Instagram, website, referral,
# advertisement, list of shops, Telegram, other. They differ, since who was brought by friends or
# passes by stays longer than who clicked on an advertisement.
HABITS: Final = {
    Kind.REGISTERED: Habit(share=0.08, channels=_found("10 34 12 4 20 8 9 3"), buys=False),
    Kind.ONCE: Habit(share=0.5085, channels=_found("40 24 5 7 16 2 4 2")),
    # Came within the last two months; some of them have come again.
    Kind.NEW: Habit(share=0.04, channels=_found("36 34 6 12 8 1 2 1"), gap=(18, 70), came=(0, 55)),
    Kind.OCCASIONAL: Habit(
        share=0.15, channels=_found("46 19 5 14 7 3 4 2"), gap=(140, 460), came=(300, 10_000),
        swing=0.6, lasts=(0.9, 3.4),
    ),
    Kind.REGULAR: Habit(
        share=0.026, channels=_found("58 10 2 24 2 2 1 1"), gap=(42, 110), came=(120, 10_000),
        old=0.55, spends=1.25, tag="وفادار",
    ),
    # Hardly anybody, but one of 300.
    Kind.BEST: Habit(
        share=0.0035, channels=_found("66 6 0 28 0 0 0 0"), gap=(14, 28), came=(150, 10_000),
        old=0.5, spends=2.0, tag="مهمان ویژه",
    ),
    Kind.LOYAL: Habit(
        share=0.028, channels=_found("48 24 4 18 2 2 1 1"), gap=(95, 200), came=(240, 10_000),
        old=0.5, spends=1.2,
    ),
    # Buys only what is reduced.
    Kind.BARGAIN: Habit(
        share=0.028, channels=_found("14 34 6 4 34 2 5 1"), gap=(110, 230), came=(260, 10_000),
        swing=0.4, spends=0.8, tag="حساس به قیمت",
    ),
    Kind.REFERRER: Habit(
        share=0.018, channels=_found("60 12 2 22 1 2 0 1"), gap=(100, 200), came=(300, 10_000),
        old=0.55, spends=1.2, tag="معرف خوب",
    ),
    # Occasions follow each other by years: who is to be seen twice came before the last one.
    Kind.NOWRUZ: Habit(
        share=0.04, channels=_found("62 12 2 16 3 2 2 1"), occasion=Occasion.NOWRUZ, spends=1.3
    ),
    Kind.YALDA: Habit(
        share=0.018, channels=_found("48 28 4 12 4 1 2 1"), occasion=Occasion.YALDA
    ),
    Kind.RAMADAN: Habit(
        share=0.013, channels=_found("64 8 2 18 2 4 1 1"), occasion=Occasion.RAMADAN
    ),
    # Had a rhythm and missed it by now: worth a call today.
    Kind.SLIPPING: Habit(
        share=0.02, channels=_found("50 18 3 18 6 2 2 1"), gap=(32, 68), came=(420, 700),
        silent=(1.8, 3.6), spends=1.3,
    ),
    # Had a rhythm and is gone.
    Kind.DORMANT: Habit(
        share=0.027, channels=_found("34 26 6 10 16 2 4 2"), gap=(25, 60), came=(620, 10_000),
        old=0.3, lasts=(5, 8),
    ),
}  # fmt: skip

ENDURING: Final = frozenset({Kind.REGULAR, Kind.BEST, Kind.LOYAL, Kind.REFERRER})
"""Whoever of them comes today surprises nobody."""

_KINDS: Final = tuple(HABITS)
CHANNELS: Final = tuple(AcquisitionChannel)
_BOUNDS: Final = tuple(accumulate(habit.share for habit in HABITS.values()))
_GOLDEN: Final = (5**0.5 - 1) / 2  # leaves the most even gaps when it is added again and again


def kind_of(at: int, start: float) -> Kind:
    """Return the kind of the customer planned as number `at`; `start` is anywhere from 0 to 1.

    Not drawn: among 300 people chance would leave some kinds out.
    """
    return _KINDS[min(bisect(_BOUNDS, (start + at * _GOLDEN) % 1), len(_KINDS) - 1)]
