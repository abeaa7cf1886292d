"""The small numbers that stand for the choices in figures, and the bits of what is yes or no."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    ConsentChannel,
    CustomerKind,
    CustomerState,
    Gender,
    IncomeBand,
    PurchaseChannel,
    RfmCell,
)

Choice = TypeVar("Choice", bound=StrEnum)

NUMBERED: Final[Mapping[type[StrEnum], tuple[StrEnum, ...]]] = MappingProxyType(
    {
        CustomerKind: (CustomerKind.PERSON, CustomerKind.COMPANY),
        Gender: (Gender.FEMALE, Gender.MALE, Gender.OTHER),
        IncomeBand: (
            IncomeBand.LOW,
            IncomeBand.LOWER_MIDDLE,
            IncomeBand.MIDDLE,
            IncomeBand.UPPER_MIDDLE,
            IncomeBand.HIGH,
        ),
        AcquisitionChannel: (
            AcquisitionChannel.WALK_IN,
            AcquisitionChannel.INSTAGRAM,
            AcquisitionChannel.WEBSITE,
            AcquisitionChannel.REFERRAL,
            AcquisitionChannel.ADVERTISEMENT,
            AcquisitionChannel.SHOP_LIST,
            AcquisitionChannel.TELEGRAM,
            AcquisitionChannel.OTHER,
        ),
        Channel: (
            Channel.CALL,
            Channel.VISIT,
            Channel.SMS,
            Channel.EMAIL,
            Channel.TELEGRAM,
            Channel.WHATSAPP,
            Channel.INSTAGRAM,
            Channel.WEBSITE,
            Channel.FAX,
            Channel.LETTER,
        ),
        ConsentChannel: (ConsentChannel.SMS, ConsentChannel.EMAIL, ConsentChannel.CALL),
        PurchaseChannel: (
            PurchaseChannel.IN_STORE,
            PurchaseChannel.PHONE,
            PurchaseChannel.INSTAGRAM,
            PurchaseChannel.WEBSITE,
            PurchaseChannel.TELEGRAM,
            PurchaseChannel.OTHER,
        ),
        CustomerState: (
            CustomerState.NEW,
            CustomerState.ACTIVE,
            CustomerState.AT_RISK,
            CustomerState.DORMANT,
            CustomerState.NEVER_BOUGHT,
        ),
        RfmCell: (
            RfmCell.CHAMPIONS,
            RfmCell.LOYAL,
            RfmCell.POTENTIAL_LOYAL,
            RfmCell.RECENT,
            RfmCell.PROMISING,
            RfmCell.NEED_ATTENTION,
            RfmCell.ABOUT_TO_SLEEP,
            RfmCell.AT_RISK,
            RfmCell.CANNOT_LOSE,
            RfmCell.HIBERNATING,
            RfmCell.LOST,
        ),
    }
)
"""The choices in the order of their numbers, which begin at 1; only ever added to at the end."""

WITH_DISCOUNT: Final = 1
"""Flag of a purchase, or of what was bought in it, that had any discount."""

CONSENT_BITS: Final = 2
"""How many bits each `ConsentChannel` has in `consents`, the first one the lowest."""
GRANTED: Final = 1
"""What these bits say of a channel; 0 where nobody asked."""
REFUSED: Final = 2


def number_of(choice: StrEnum | None) -> int:
    """Return the number of a choice, 0 for none and for one of a newer version."""
    if choice is None or choice not in NUMBERED[type(choice)]:
        return 0
    return NUMBERED[type(choice)].index(choice) + 1


def choice_of(kind: type[Choice], number: int) -> Choice | None:
    """Return the choice that a number stands for, None for 0; IndexError for one nobody has."""
    return None if number == 0 else kind(NUMBERED[kind][number - 1])


def consent_of(consents: int, channel: ConsentChannel) -> bool | None:
    """Return whether a channel is granted by the bits of `consents`, None where nobody asked."""
    place = CONSENT_BITS * (number_of(channel) - 1)
    said = consents >> place & (GRANTED | REFUSED)
    return None if said == 0 else said == GRANTED
