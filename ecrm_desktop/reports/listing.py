"""A list as it stands on the screen, as a report."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, islice
from typing import Any, Protocol
from uuid import UUID

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.changes import ChangeRow
from ecrm_desktop.queries.complaints import ComplaintRow
from ecrm_desktop.queries.customers import CustomerRow
from ecrm_desktop.queries.interactions import InteractionRow
from ecrm_desktop.queries.products import ProductRow
from ecrm_desktop.queries.purchases import PurchaseRow
from ecrm_desktop.queries.tasks import TaskRow
from ecrm_desktop.reports.audit import audit_fields
from ecrm_desktop.reports.complaints import complaint_fields
from ecrm_desktop.reports.customers import customer_fields
from ecrm_desktop.reports.interactions import interaction_fields
from ecrm_desktop.reports.layout import ColumnKind, Paragraph, Report, Section
from ecrm_desktop.reports.products import product_fields
from ecrm_desktop.reports.purchases import purchase_fields
from ecrm_desktop.reports.records import Field, in_blocks, table_of
from ecrm_desktop.reports.tasks import task_fields
from ecrm_desktop.values.display import Display

_FIELDS: Mapping[type, Callable[..., Mapping[str, Field[Any]]]] = {
    ChangeRow: audit_fields,
    ComplaintRow: complaint_fields,
    CustomerRow: customer_fields,
    InteractionRow: interaction_fields,
    ProductRow: product_fields,
    PurchaseRow: purchase_fields,
    TaskRow: task_fields,
}


class SeenColumn(Protocol):
    """A column as the screen has it; `format` gives a row's text."""

    @property
    def key(self) -> str:
        """Which column it is."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def format(self) -> Callable[[Any], str]:
        """What it shows of a row."""


def build_list_report(
    title: str,
    columns: Sequence[SeenColumn],
    ids: Sequence[UUID],
    read_rows: Callable[[Sequence[UUID]], Sequence[Any]],
    display: Display,
    *,
    shop_name: str,
    now: datetime | None = None,
    filter_text: str = "",
) -> Report:
    """Return a report of these records in this order with these columns.

    Text is given as it is seen; amounts, numbers and dates as such, so that they can be added up
    and sorted. `filter_text` says in words what was filtered.
    """
    now = now or datetime.now(UTC)
    rows = in_blocks(read_rows, ids)
    first = list(islice(rows, 1))
    fields = _FIELDS[type(first[0])](display, display.local_date(now)) if _known(first) else {}
    sections: list[Section] = [
        table_of(title, [_field(column, fields) for column in columns], chain(first, rows))
    ]
    if filter_text:
        note = translate("Reports", "Filtered by: {filter}", filter=filter_text)
        sections.insert(0, Paragraph(note))
    return Report(
        title=title,
        shop_name=shop_name,
        period_text="",
        generated_at=now,
        sections=sections,
        display=display,
    )


def _known(first: list[Any]) -> bool:
    return bool(first) and type(first[0]) in _FIELDS


def _field(column: SeenColumn, fields: Mapping[str, Field[Any]]) -> Field[Any]:
    known = fields.get(column.key)
    if known is None or known.kind is ColumnKind.TEXT:
        return Field(column.title, column.format, weight=known.weight if known else 1.0)
    # The screen may say the unit in the title, as reports do by themselves.
    title = known.title if known.kind is ColumnKind.MONEY else column.title
    return replace(known, title=title)
