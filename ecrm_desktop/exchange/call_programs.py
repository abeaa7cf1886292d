"""The lists of calls that apps for phones write."""

from typing import Final

from ecrm_desktop.exchange.program import program
from ecrm_desktop.values.statuses import ImportKind

_COLUMNS: Final = """
Name=customer_name
Contact=customer_name
Contact Name=customer_name
Number=customer_phone
Phone Number=customer_phone
Call Type=direction
Type=direction
Date=date
Call Date=date
Date & Time=date
Date/Time=date
Time=time
Call Time=time
Duration=duration
Duration (s)=duration
Duration (seconds)=duration
Note=note
Notes=note
نام=customer_name
نام مخاطب=customer_name
شماره=customer_phone
شماره تلفن=customer_phone
شماره تماس=customer_phone
نوع تماس=direction
تاریخ=date
تاریخ تماس=date
ساعت=time
زمان=time
مدت=duration
مدت تماس=duration
"""
CALLS: Final = tuple(
    program(ImportKind.INTERACTIONS, signs, _COLUMNS)
    for signs in (
        "Number|Call Type|Duration",
        "Phone Number|Call Type|Duration",
        "Phone Number|Type|Duration|Date",
        "Number|Type|Duration|Date",
        "شماره|نوع تماس|مدت",
        "شماره تلفن|نوع تماس|مدت تماس",
        "شماره تماس|نوع تماس|مدت تماس",
    )
)
"""The titles by which such lists are known; each app chooses among the same few words."""
