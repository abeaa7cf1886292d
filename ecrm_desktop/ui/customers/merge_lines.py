"""Where two customers differ, line by line, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ecrm_desktop.fields.customers import CUSTOMER, CUSTOMER_PHONE
from ecrm_desktop.fields.field import MergeRule, ValueKind
from ecrm_desktop.fields.texts import field_text
from ecrm_desktop.queries.customer_detail import CustomerDetail, FieldRow
from ecrm_desktop.services.customer_merges import MergeSide
from ecrm_desktop.ui.customers.texts import own_field_text
from ecrm_desktop.values.display import Display

_TOGETHER: Final = frozenset(
    field.name for field in CUSTOMER.fields if field.merge is MergeRule.BOTH
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeLine:
    """One difference; `key` is that of `merge_customers`' choices, an empty text means nothing."""

    key: str
    title: str
    kept: str
    merged: str

    @property
    def sides(self) -> tuple[MergeSide, ...]:
        """What can be chosen, the usual choice first."""
        if self.key in _TOGETHER and self.kept and self.merged:
            return (MergeSide.BOTH, MergeSide.KEPT, MergeSide.MERGED)
        if not self.kept:
            return (MergeSide.MERGED, MergeSide.KEPT)
        return (MergeSide.KEPT, MergeSide.MERGED)


def merge_lines(
    kept: CustomerDetail, merged: CustomerDetail, fields: Sequence[FieldRow], display: Display
) -> list[MergeLine]:
    """Return the lines in which the two differ."""
    lines = [
        MergeLine(key=key, title=title, kept=mine, merged=other)
        for (key, title, mine), (_key, _title, other) in zip(
            _values(kept, fields, display), _values(merged, fields, display), strict=True
        )
    ]
    return [line for line in lines if line.kept != line.merged]


def _values(
    one: CustomerDetail, fields: Sequence[FieldRow], display: Display
) -> Iterator[tuple[str, str, str]]:
    """Yield key, title and text of everything that has one value a customer."""
    for field in CUSTOMER.fields:
        if field.kind is ValueKind.PARTS:
            yield from _parts(one, field.name, fields, display)
        elif field.merge is not MergeRule.NONE:
            yield field.name, field.title, field_text(one, field, display)


def _parts(
    one: CustomerDetail, name: str, fields: Sequence[FieldRow], display: Display
) -> Iterator[tuple[str, str, str]]:
    """Yield lines for the parts of which a customer has at most one."""
    match name:
        case "phones":
            yield "phone", CUSTOMER_PHONE["is_primary"].title, display.phone(one.phone)
        case "field_values":
            for field in fields:
                value = one.field_values.get(field.id, "")
                text = own_field_text(field, value, display) if value else ""
                yield f"field_values.{field.id}", field.title, text
