"""The columns of a list with everything about the customers, which is read back as it was."""

from collections.abc import Sequence
from typing import Final

from ecrm_desktop.drafts.imports import MatchBy
from ecrm_desktop.exchange.fields import FIELDS, OWN, column_title
from ecrm_desktop.exchange.mapping import Mapping
from ecrm_desktop.i18n import translate
from ecrm_desktop.values.statuses import ImportKind

_LEFT_OUT: Final = frozenset(
    ("name", "phone", "phone2", "phone3", "fax", "phone_label", "phone_country", "more_emails")
)
FULL_COLUMNS: Final = tuple(name for name in FIELDS[ImportKind.CUSTOMERS] if name not in _LEFT_OUT)
"""The fields of a customer that such a list has, each once; the shop's own ones come behind."""


def full_titles(own: Sequence[str]) -> list[str]:
    """Return the titles of the columns, with those of the shop's own fields."""
    titles = [column_title(ImportKind.CUSTOMERS, name) for name in FULL_COLUMNS]
    return [*titles, *(_own_title(one) for one in own)]


def full_mapping(titles: Sequence[str]) -> Mapping | None:
    """Return the mapping of such a list by its titles, None if it is none."""
    count = len(FULL_COLUMNS)
    if list(titles[:count]) != full_titles(()):
        return None
    sign = _own_title("")
    own = [title.removeprefix(sign).strip() for title in titles[count:]]
    if not all(title.startswith(sign.strip()) for title in titles[count:]):
        return None
    return Mapping(
        kind=ImportKind.CUSTOMERS,
        columns=(*FULL_COLUMNS, *(f"{OWN}{title}" for title in own)),
        calendar="jalali",
        # Whoever shares a phone here has a code of their own.
        match=(MatchBy.CODE,),
    )


def _own_title(title: str) -> str:
    return translate("ImportField", "Own field: {title}", title=title)
