"""What a page can ask to have written to a file or printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias
from uuid import UUID

from ecrm_desktop.queries.sales import SalesBy
from ecrm_desktop.reports.layout import Report
from ecrm_desktop.reports.request import ReportName
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.period import Period

Build = Callable[[Session], Report]


class FileKind(Enum):
    """The kinds of file that are written, by their suffix."""

    PDF = "pdf"
    EXCEL = "xlsx"
    CSV = "csv"
    CONTACT = "vcf"
    PACKAGE = "zip"


@dataclass(frozen=True, slots=True)
class ListExport:
    """A list exactly as it is seen: these columns, these records in this order.

    `read_rows(session, ids)` gives the rows of a block; `filter_text` says what was filtered.
    Of customers all that is known can be written too, and contacts for phones.
    """

    title: str
    columns: Sequence[Column[Any]]
    ids: Sequence[UUID]
    read_rows: Callable[[Session, Sequence[UUID]], Sequence[Any]]
    filter_text: str = ""
    are_customers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportExport:
    """A report to be written, or to be printed if `kind` is None; see `build_report`."""

    name: ReportName
    kind: FileKind | None = None
    period: Period | None = None
    customer_id: UUID | None = None
    sales_by: SalesBy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetExport:
    """One sheet that somebody asked for, to be written, or printed if `kind` is None."""

    title: str
    build: Build
    kind: FileKind | None = None


Export: TypeAlias = ListExport | ReportExport | SheetExport
