"""Bringing in the rows of a file."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Protocol

from sqlalchemy.orm import Session

from ecrm_desktop.drafts.imports import ImportedRow
from ecrm_desktop.services.customer_index import postponed_index
from ecrm_desktop.services.imports.customers import CustomerRows
from ecrm_desktop.services.imports.import_context import ImportContext, ImportSettings, SkippedRow
from ecrm_desktop.services.imports.interactions import InteractionRows
from ecrm_desktop.services.imports.products import ProductRows
from ecrm_desktop.services.imports.purchases import PurchaseRows
from ecrm_desktop.services.permissions import needs
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ImportKind

_BLOCK: Final = 4_000

Records = Iterable[ImportedRow | SkippedRow]


class _Rows(Protocol):
    def take(self, rows: Sequence[Any]) -> None:
        """Bring in a block of rows."""

    def finish(self) -> None:
        """Do what can only be done after the last row."""


@needs(Permission.IMPORT)
def import_rows(
    session: Session,
    records: Records,
    settings: ImportSettings,
    report_progress: Callable[[int], None],
    left_out: Iterable[str] = (),
) -> ImportContext:
    """Bring in records; return the counts and the rows that were refused.

    `report_progress` hears how many records are done. Customers and products in the bin are made
    anew; purchases and interactions in the bin count as there, because nobody wants them back.

    No purchase is made with a number of `left_out`. Raises LinesApart (numbers) when one was made
    before it showed that a line of it is wrong: undo the transaction and begin again without them.
    """
    connection = session.connection()
    with postponed_index(connection) as index:
        context = ImportContext(
            session=session, connection=connection, settings=settings, index=index
        )
        importer = _importer(context, left_out)
        done = 0
        for block in batched(records, _BLOCK):
            rows = [one for one in block if not isinstance(one, SkippedRow)]
            if isinstance(importer, PurchaseRows):
                for one in block:
                    if isinstance(one, SkippedRow):
                        importer.skip(one.number)
            if rows:
                importer.take(rows)
            done += len(block)
            report_progress(done)
        importer.finish()
        index.refresh_figures(lambda: report_progress(done))
    context.counts.problems += len(context.problems)
    return context


def _importer(context: ImportContext, left_out: Iterable[str]) -> _Rows:
    match context.settings.kind:
        case ImportKind.CUSTOMERS:
            return CustomerRows(context)
        case ImportKind.PRODUCTS:
            return ProductRows(context)
        case ImportKind.PURCHASES:
            return PurchaseRows(context, set(left_out))
        case ImportKind.INTERACTIONS:
            return InteractionRows(context)
