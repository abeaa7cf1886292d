"""The segments that every shop has from the start: their names, what for, and their rules."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from uuid import UUID

from ecrm_desktop.i18n import translate
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.ids import derived_id
from ecrm_desktop.values.segment_rule import (
    All,
    Best,
    BestBy,
    FieldIs,
    OneOf,
    Range,
    Rule,
    RuleField,
    Upcoming,
)
from ecrm_desktop.values.statuses import CustomerKind, CustomerState, Gender, RfmCell
from ecrm_desktop.values.text import sort_key

_OWNER: Final = UUID("6f1c62e4-9f1b-4c53-9a55-3a0c7d0b8f4e")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A segment that is no record yet; `id` is the one it gets on every PC once it is changed."""

    key: str
    say: Callable[[], str]
    say_purpose: Callable[[], str]
    rule: Rule

    @property
    def id(self) -> UUID:
        """The id, which other rules may name too."""
        return preset_id(self.key)

    @property
    def name(self) -> str:
        """The name in the user's language."""
        return self.say()

    @property
    def purpose(self) -> str:
        """What it is good for, in the user's language."""
        return self.say_purpose()


def preset_id(key: str) -> UUID:
    """Return the id of a preset by its key."""
    return derived_id(_OWNER, key)


def place_presets(cities: Iterable[str]) -> tuple[Preset, ...]:
    """Return a preset for each city, as the shop writes them."""
    return tuple(_place(city) for city in cities)


def _place(city: str) -> Preset:
    return Preset(
        key=f"city\x1f{sort_key(city)}",
        say=lambda: translate("SegmentPresets", "From {city}", city=city),
        say_purpose=lambda: translate(
            "SegmentPresets", "What happens in one city: an event there, a delivery, a branch."
        ),
        rule=FieldIs(RuleField.CITY, OneOf((city,))),
    )


def _aged(key: str, low: int | None, high: int | None, say: Callable[[], str]) -> Preset:
    return Preset(
        key=key, say=say, say_purpose=_for_people, rule=FieldIs(RuleField.AGE, Range(low, high))
    )


def _for_people() -> str:
    return translate("SegmentPresets", "Goods and words for people of one kind.")


def _cell(cell: RfmCell) -> Preset:
    return Preset(
        key=f"rfm_{cell.value}",
        say=lambda: translate("SegmentPresets", "By buying: {cell}", cell=label(cell)),
        say_purpose=_CELLS[cell],
        rule=FieldIs(RuleField.RFM_CELL, OneOf((cell.value,))),
    )


def _state(
    key: str, state: CustomerState, say: Callable[[], str], why: Callable[[], str]
) -> Preset:
    rule = FieldIs(RuleField.STATE, OneOf((state.value,)))
    return Preset(key=key, say=say, say_purpose=why, rule=rule)


_CELLS: Final[Mapping[RfmCell, Callable[[], str]]] = MappingProxyType(
    {
        RfmCell.CHAMPIONS: lambda: translate(
            "SegmentPresets", "They bought lately, often and for much: thank them first."
        ),
        RfmCell.LOYAL: lambda: translate(
            "SegmentPresets", "They come again and again: ask them to bring others."
        ),
        RfmCell.POTENTIAL_LOYAL: lambda: translate(
            "SegmentPresets", "They came lately and not for the first time: keep them coming."
        ),
        RfmCell.RECENT: lambda: translate(
            "SegmentPresets", "They have just bought for the first time: win the second purchase."
        ),
        RfmCell.PROMISING: lambda: translate(
            "SegmentPresets", "They came not long ago and spent little: show them more."
        ),
        RfmCell.NEED_ATTENTION: lambda: translate(
            "SegmentPresets",
            "They are in the middle of everything: a word at the right time helps.",
        ),
        RfmCell.ABOUT_TO_SLEEP: lambda: translate(
            "SegmentPresets", "They came seldom, and that is a while ago: remind them."
        ),
        RfmCell.AT_RISK: lambda: translate(
            "SegmentPresets", "They bought often and have stayed away: call them."
        ),
        RfmCell.CANNOT_LOSE: lambda: translate(
            "SegmentPresets", "They were the best and have stayed away: the owner calls them."
        ),
        RfmCell.HIBERNATING: lambda: translate(
            "SegmentPresets", "They bought little, long ago: a cheap message at most."
        ),
        RfmCell.LOST: lambda: translate(
            "SegmentPresets", "They bought least and longest ago: spend nothing on them."
        ),
    }
)

PRESETS: Final[tuple[Preset, ...]] = (
    Preset(
        key="best_money",
        say=lambda: translate("SegmentPresets", "Those who bring 80% of the money"),
        say_purpose=lambda: translate(
            "SegmentPresets", "The fewest customers the shop lives on: lose none of them."
        ),
        rule=Best(BestBy.MONEY, 80),
    ),
    Preset(
        key="best_people",
        say=lambda: translate("SegmentPresets", "The best fifth of all buyers"),
        say_purpose=lambda: translate(
            "SegmentPresets", "Every fifth buyer, those with the most money: a club or a thank-you."
        ),
        rule=Best(BestBy.PEOPLE, 20),
    ),
    _state(
        "new",
        CustomerState.NEW,
        lambda: translate("SegmentPresets", "New customers"),
        lambda: translate("SegmentPresets", "The second purchase makes a customer: welcome them."),
    ),
    _state(
        "at_risk",
        CustomerState.AT_RISK,
        lambda: translate("SegmentPresets", "Slipping away"),
        lambda: translate("SegmentPresets", "Later than they used to come: call while it helps."),
    ),
    _state(
        "dormant",
        CustomerState.DORMANT,
        lambda: translate("SegmentPresets", "Dormant customers"),
        lambda: translate("SegmentPresets", "Win them back with an offer, or tidy them away."),
    ),
    Preset(
        key="never_bought",
        say=lambda: translate("SegmentPresets", "Never bought"),
        say_purpose=lambda: translate(
            "SegmentPresets", "The shop knows them and has sold them nothing yet: make them try."
        ),
        rule=FieldIs(RuleField.PURCHASES, Range(high=0)),
    ),
    Preset(
        key="brand_loyal",
        say=lambda: translate("SegmentPresets", "Loyal to one brand"),
        say_purpose=lambda: translate(
            "SegmentPresets", "Tell them first when something new of their brand arrives."
        ),
        rule=All(
            (
                FieldIs(RuleField.PURCHASES, Range(low=3)),
                FieldIs(RuleField.BRAND_SHARE, Range(low=70)),
            )
        ),
    ),
    Preset(
        key="discount_only",
        say=lambda: translate("SegmentPresets", "Only on discount"),
        say_purpose=lambda: translate(
            "SegmentPresets", "They wait for sales: tell them of sales, and of nothing else."
        ),
        rule=All(
            (
                FieldIs(RuleField.PURCHASES, Range(low=3)),
                FieldIs(RuleField.DISCOUNT_SHARE, Range(low=80)),
            )
        ),
    ),
    Preset(
        key="seasonal",
        say=lambda: translate("SegmentPresets", "Once a year, in their season"),
        say_purpose=lambda: translate(
            "SegmentPresets", "Write to them before their season, and leave them alone after it."
        ),
        rule=All(
            (
                FieldIs(RuleField.PURCHASES, Range(low=2)),
                FieldIs(RuleField.YEARS, Range(low=2)),
                FieldIs(RuleField.SEASON_SHARE, Range(low=60)),
            )
        ),
    ),
    Preset(
        key="influencers",
        say=lambda: translate("SegmentPresets", "Who bring others"),
        say_purpose=lambda: translate(
            "SegmentPresets", "What those they brought have bought is their worth: thank them."
        ),
        rule=FieldIs(RuleField.REFERRED_BUYERS, Range(low=2)),
    ),
    Preset(
        key="women",
        say=lambda: translate("SegmentPresets", "Women"),
        say_purpose=_for_people,
        rule=FieldIs(RuleField.GENDER, OneOf((Gender.FEMALE.value,))),
    ),
    Preset(
        key="men",
        say=lambda: translate("SegmentPresets", "Men"),
        say_purpose=_for_people,
        rule=FieldIs(RuleField.GENDER, OneOf((Gender.MALE.value,))),
    ),
    Preset(
        key="companies",
        say=lambda: translate("SegmentPresets", "Companies"),
        say_purpose=lambda: translate("SegmentPresets", "They buy otherwise: offers and invoices."),
        rule=FieldIs(RuleField.KIND, OneOf((CustomerKind.COMPANY.value,))),
    ),
    _aged("under_25", None, 24, lambda: translate("SegmentPresets", "Under 25")),
    _aged("from_25", 25, 39, lambda: translate("SegmentPresets", "From 25 to 39")),
    _aged("from_40", 40, 59, lambda: translate("SegmentPresets", "From 40 to 59")),
    _aged("from_60", 60, None, lambda: translate("SegmentPresets", "60 and older")),
    Preset(
        key="birthday",
        say=lambda: translate("SegmentPresets", "Birthday within a week"),
        say_purpose=lambda: translate("SegmentPresets", "A wish on the day is remembered."),
        rule=FieldIs(RuleField.BIRTHDAY, Upcoming(7)),
    ),
    *map(_cell, RfmCell),
)
"""The presets that need no words of the shop, in the order in which they are shown."""
