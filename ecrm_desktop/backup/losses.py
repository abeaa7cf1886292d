"""What a salvage could not bring over, as people call it."""

from collections import Counter
from collections.abc import Mapping

from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.i18n import translate


def lost_kinds(lost: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return what one lost record is called and how many there are, the most first.

    `lost` are numbers by table, as in `Salvaged`.
    """
    kinds: Counter[str] = Counter()
    for table, number in lost.items():
        kinds[kind_of(table)] += number
    return kinds.most_common()


def kind_of(table: str) -> str:
    """Return what one record of a table is called."""
    return RECORDS[table].title if table in RECORDS else translate("Rescue", "Other records")
