"""Bringing in the rows of a file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from time import monotonic
from typing import Any, Final, Protocol

from sqlalchemy.orm import Session

from ecrm_desktop.drafts.imports import ImportedReturn, ImportedRow, ImportedSale, LeftOutRow
from ecrm_desktop.models.changes import CaptureContext
from ecrm_desktop.services.customer_index import PostponedIndex, postponed_index
from ecrm_desktop.services.imports.customers import CustomerRows
from ecrm_desktop.services.imports.import_context import ImportContext, ImportSettings, SkippedRow
from ecrm_desktop.services.imports.interactions import InteractionRows
from ecrm_desktop.services.imports.log import counters_now
from ecrm_desktop.services.imports.products import ProductRows
from ecrm_desktop.services.imports.purchases import PurchaseRows
from ecrm_desktop.services.imports.returns import ReturnRows
from ecrm_desktop.services.permissions import needs, require_permission
from ecrm_desktop.storage.portions import Portions
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ImportKind

_BLOCK: Final = 4_000
_FIRST_BLOCK: Final = 1_000
_SMALLEST_BLOCK: Final = 100
_READ_AHEAD: Final = 2
_SHORT_SECONDS: Final = 0.15
_LONG_SECONDS: Final = 0.4

Block = list[ImportedRow | SkippedRow]
Records = Iterable[ImportedRow | SkippedRow]


class _Rows(Protocol):
    def take(self, rows: Sequence[Any]) -> None:
        """Bring in a block of rows."""

    def forget(self) -> None:
        """Forget what was found before others wrote."""

    def finish(self, rest: Callable[[], None]) -> None:
        """Do what can only be done after the last row; `rest` lets others have their turn."""


@needs(Permission.IMPORT)
def import_rows(
    session: Session,
    records: Records,
    settings: ImportSettings,
    report_progress: Callable[[int], None],
    left_out: Iterable[str] = (),
) -> ImportContext:
    """Bring in records in one transaction; return the counts and the rows that were refused.

    `report_progress` hears how many records are done. Customers and products in the bin are made
    anew; purchases and interactions in the bin count as there, because nobody wants them back.

    No purchase is made with a number of `left_out`. Raises LinesApart (numbers) when one was made
    before it showed that a line of it is wrong: undo the transaction and begin again without them.
    """
    run = _Run(session, settings, report_progress, left_out)
    with run.writing():
        for block in batched(records, _BLOCK):
            run.take(block)
    return run.finish(lambda: None)


def import_in_portions(
    portions: Portions,
    records: Records,
    settings: ImportSettings,
    report_progress: Callable[[int], None],
    left_out: Iterable[str] = (),
    *,
    before_others: Callable[[Session, str], None],
) -> ImportContext:
    """Do as `import_rows` in as many transactions as it takes, the last of which is still open.

    `before_others` ends the first one if there will be others, and is told the numbers given out
    before it. The file is read between the transactions. Raises InvalidInput NOT_ALLOWED.
    """
    blocks = _Blocks(records)
    blocks.read_ahead()
    portions.begin()
    require_permission(portions.session, Permission.IMPORT)
    counters = counters_now(portions.session)
    run = _Run(portions.session, settings, report_progress, left_out, portions.capture)
    with run.writing():
        blocks.write_one(run.take)
    if blocks.are_over():
        return run.finish(lambda: None)
    before_others(portions.session, counters)

    def begin() -> None:
        others_wrote = portions.begin()
        run.go_on(portions.session, others_wrote=others_wrote)

    def rest() -> None:
        portions.commit()
        begin()

    while not blocks.are_over():
        portions.commit()
        blocks.read_ahead()
        begin()
        with run.writing():
            blocks.write_one(run.take)
            while portions.may_go_on and not blocks.are_over():
                blocks.read_ahead()
                # Reading took a while.
                if portions.may_go_on:
                    blocks.write_one(run.take)
    rest()
    return run.finish(rest)


class _Blocks:
    """The records in blocks, as many at a time as are written in a fraction of a second."""

    def __init__(self, records: Records) -> None:
        self._records = iter(records)
        self._size = _FIRST_BLOCK
        self._ahead: list[Block] = []

    def read_ahead(self) -> None:
        """Read the next block, and one more to know whether there is one."""
        while len(self._ahead) < _READ_AHEAD:
            self._ahead.append(list(islice(self._records, self._size)))

    def are_over(self) -> bool:
        """Return whether the last block is written."""
        return not self._ahead[0]

    def write_one(self, write: Callable[[Block], None]) -> None:
        """Write the next block; how long that takes says how large later ones are."""
        began = monotonic()
        write(self._ahead.pop(0))
        seconds = monotonic() - began
        if seconds > _LONG_SECONDS:
            self._size = max(_SMALLEST_BLOCK, self._size // 2)
        elif seconds < _SHORT_SECONDS:
            self._size = min(_BLOCK, self._size * 2)


class _Run:
    """One import on its way through one or several transactions."""

    def __init__(
        self,
        session: Session,
        settings: ImportSettings,
        report_progress: Callable[[int], None],
        left_out: Iterable[str],
        capture: CaptureContext | None = None,
    ) -> None:
        connection = session.connection()
        self._context = ImportContext(
            session=session,
            connection=connection,
            settings=settings,
            index=PostponedIndex(connection),
            capture=capture,
        )
        self._importer = _importer(self._context, left_out)
        self._returns = ReturnRows(self._context)
        self._report_progress = report_progress
        self._done = 0

    def go_on(self, session: Session, *, others_wrote: bool) -> None:
        """Go on in a later transaction."""
        context = self._context
        context.session, context.connection = session, session.connection()
        context.index.move(context.connection)
        if others_wrote:
            self._importer.forget()
            self._returns.forget()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Let blocks be taken in the present transaction."""
        with postponed_index(self._context.connection, self._context.index):
            yield

    def take(self, block: Block) -> None:
        """Bring in a block of records, while `writing`."""
        importer = self._importer
        if isinstance(importer, PurchaseRows):
            rows = self._sales(block, importer)
        else:
            rows = [one for one in block if not isinstance(one, SkippedRow)]
        if rows:
            importer.take(rows)
        self._returns.take_if_many()
        self._done += len(block)
        self._report_progress(self._done)

    def _sales(self, block: Block, importer: PurchaseRows) -> list[ImportedRow | SkippedRow]:
        """Return the sales of a block; returns wait until all sales are there."""
        sales: list[ImportedRow | SkippedRow] = []
        for one in block:
            match one:
                case ImportedSale():
                    sales.append(one)
                    if one.refunded:
                        self._returns.hold_refund(one)
                case ImportedReturn():
                    self._returns.hold(one)
                case SkippedRow():
                    importer.skip(one.number)
                case LeftOutRow():
                    self._context.counts.left_out[one.why] += 1
                    if one.currency:
                        self._context.counts.currencies[one.currency] += 1
        return sales

    def finish(self, rest: Callable[[], None]) -> ImportContext:
        """Do what can only be done after the last record; `rest` lets others have their turn."""

        def rest_and_report() -> None:
            rest()
            self._report_progress(self._done)

        context = self._context
        self._importer.finish(rest)
        self._returns.take_held(rest_and_report)
        context.index.refresh_figures(rest_and_report)
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
