"""The report of complaints: how many, how fast they were resolved, how many are overdue."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.complaints import (
    ComplaintFilter,
    ComplaintRow,
    complaint_rows,
    list_complaints,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.reports.layout import (
    Chart,
    ChartKind,
    Column,
    ColumnKind,
    Fact,
    Facts,
    Section,
    Table,
)
from ecrm_desktop.reports.records import Field, in_blocks, record_table
from ecrm_desktop.reports.request import Request
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import is_open

_DAY = 86_400
_USUAL = (
    "number",
    "received_at",
    "customer_name",
    "subject",
    "category",
    "severity",
    "status",
    "due_on",
    "resolved_at",
    "time_to_resolution",
    "days_late",
)


def complaints_report(session: Session, request: Request) -> list[Section]:
    """Return the complaints received in the period, earliest first, and how they went."""
    filter_ = ComplaintFilter(today=request.today, since=request.since, until=request.until)
    ids = list_complaints(session, filter_, Sort("received_at"))

    def rows() -> Iterator[ComplaintRow]:
        return in_blocks(lambda block: complaint_rows(session, block), ids)

    fields = complaint_fields(request.display, request.today)
    return [
        *_summary(_by_category(rows(), request)),
        record_table(translate("Reports", "Complaints"), fields, _USUAL, rows()),
    ]


def complaint_fields(display: Display, today: date) -> Mapping[str, Field[ComplaintRow]]:
    """Return the columns a list of complaints may have, by key."""
    return {
        "number": Field(translate("Reports", "Number"), lambda row: row.number, ColumnKind.CODE),
        "received_at": Field(
            translate("Reports", "Received"),
            lambda row: display.local_date(row.received_at),
            ColumnKind.DATE,
        ),
        "customer_name": Field(
            translate("Reports", "Customer"), lambda row: row.customer_name, weight=1.5
        ),
        "phone": Field(
            translate("Reports", "Phone"), lambda row: row.phone or None, ColumnKind.PHONE
        ),
        "subject": Field(translate("Reports", "Subject"), lambda row: row.subject, weight=2),
        "category": Field(translate("Reports", "Category"), lambda row: row.category),
        "severity": Field(translate("Reports", "Severity"), lambda row: label(row.severity)),
        "status": Field(translate("Reports", "Status"), lambda row: label(row.status)),
        "assignee_name": Field(translate("Reports", "Responsible"), lambda row: row.assignee_name),
        "due_on": Field(translate("Reports", "Promised"), lambda row: row.due_on, ColumnKind.DATE),
        "resolved_at": Field(
            translate("Reports", "Resolved"),
            lambda row: display.local_date(row.resolved_at) if row.resolved_at else None,
            ColumnKind.DATE,
        ),
        "time_to_resolution": Field(
            translate("Reports", "Days to resolution"), _days_to_resolution, ColumnKind.NUMBER
        ),
        "days_late": Field(
            translate("Reports", "Days late"),
            lambda row: _days_late(row, today, display),
            ColumnKind.NUMBER,
        ),
        "compensation": Field(
            translate("Reports", "Compensation"),
            lambda row: row.compensation or None,
            ColumnKind.MONEY,
            total=True,
        ),
        "satisfaction": Field(
            translate("Reports", "Satisfaction"), lambda row: row.satisfaction, ColumnKind.NUMBER
        ),
    }


def _days_to_resolution(row: ComplaintRow) -> float | None:
    taken = row.time_to_resolution
    return None if taken is None else round(taken.total_seconds() / _DAY, 1)


def _days_late(row: ComplaintRow, today: date, display: Display) -> int | None:
    """Return by how many days the promise was missed, so far or in the end."""
    if is_open(row.status):
        end = today
    elif row.resolved_at is not None:
        end = display.local_date(row.resolved_at)
    else:
        return None
    return max((end - row.due_on).days, 0) or None


@dataclass(slots=True)
class _Figures:
    """Sums over complaints; averages are None where nothing is known."""

    received: int = 0
    open: int = 0
    overdue: int = 0
    late: int = 0
    resolved: int = 0
    seconds: float = 0
    compensation: int = 0
    marks: list[int] = field(default_factory=list)

    def add(self, row: ComplaintRow, request: Request) -> None:
        self.received += 1
        self.open += is_open(row.status)
        self.overdue += row.is_overdue(request.today)
        self.late += _days_late(row, request.today, request.display) is not None
        self.compensation += row.compensation
        if row.time_to_resolution is not None:
            self.resolved += 1
            self.seconds += row.time_to_resolution.total_seconds()
        if row.satisfaction is not None:
            self.marks.append(row.satisfaction)

    @property
    def days(self) -> float | None:
        return round(self.seconds / self.resolved / _DAY, 1) if self.resolved else None

    @property
    def satisfaction(self) -> float | None:
        return round(sum(self.marks) / len(self.marks), 1) if self.marks else None

    @property
    def kept(self) -> float | None:
        return 1 - self.late / self.received if self.received else None


def _by_category(rows: Iterable[ComplaintRow], request: Request) -> dict[str | None, _Figures]:
    """Return the figures by category, the commonest first; None is all of them together."""
    found: dict[str | None, _Figures] = {None: _Figures()}
    for row in rows:
        for key in (None, row.category):
            found.setdefault(key, _Figures()).add(row, request)
    return dict(sorted(found.items(), key=lambda one: -one[1].received))


def _summary(figures: dict[str | None, _Figures]) -> Iterator[Section]:
    whole = figures.pop(None)
    number, money = ColumnKind.NUMBER, ColumnKind.MONEY
    yield Facts(
        translate("Reports", "Figures"),
        [
            Fact(translate("Reports", "Complaints"), whole.received, number),
            Fact(translate("Reports", "Open"), whole.open, number),
            Fact(translate("Reports", "Overdue"), whole.overdue, number),
            Fact(translate("Reports", "Promise kept"), whole.kept, ColumnKind.PERCENT),
            Fact(translate("Reports", "Average days"), whole.days, number),
            Fact(translate("Reports", "Satisfaction"), whole.satisfaction, number),
            Fact(translate("Reports", "Compensation"), whole.compensation or None, money),
        ],
    )
    if not figures:
        return
    named = [
        (name or translate("Reports", "Without a category"), one) for name, one in figures.items()
    ]
    yield Chart(
        translate("Reports", "Complaints by category"),
        ChartKind.BAR,
        [name for name, _one in named],
        [one.received for _name, one in named],
    )
    yield Table(
        title=translate("Reports", "Complaints by category"),
        columns=[
            Column(translate("Reports", "Category"), weight=2),
            Column(translate("Reports", "Complaints"), number, total=True),
            Column(translate("Reports", "Open"), number, total=True),
            Column(translate("Reports", "Overdue"), number, total=True),
            Column(translate("Reports", "Promise kept"), ColumnKind.PERCENT),
            Column(translate("Reports", "Average days to resolution"), number),
            Column(translate("Reports", "Average satisfaction"), number),
            Column(translate("Reports", "Compensation"), money, total=True),
        ],
        rows=[
            [
                name,
                one.received,
                one.open,
                one.overdue,
                one.kept,
                one.days,
                one.satisfaction,
                one.compensation or None,
            ]
            for name, one in named
        ],
    )
