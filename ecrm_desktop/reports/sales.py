"""The report of sales: by month, product, brand, category, seller and city, all of one sum."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.kept_purchases import KeptPurchases, kept_in
from ecrm_desktop.queries.sales import (
    OF_LINES,
    Breakdown,
    SalesBy,
    SalesTotal,
    days_of_sales,
    grouped_lines,
    sales_by,
    sales_by_month,
    sales_total,
    sold_lines,
)
from ecrm_desktop.reports.averages import average_fact
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
from ecrm_desktop.reports.months import month_labels, month_name
from ecrm_desktop.reports.request import Request
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.period import Period, months_of

_IN_CHART = 10
# In the report of everything; each kind alone is listed to its end.
_PRODUCTS_OF_ALL = 50
_MONTHS_OF_YEAR = 12


def sales_report(session: Session, request: Request) -> list[Section]:
    """Return the figures of the period, and sales by `request.sales_by` or else by everything."""
    period = request.period or days_of_sales(session) or Period(request.today, request.today)
    total = sales_total(session, period)
    before = sales_total(session, period.before())
    sections: list[Section] = [_figures(total, before, kept_in(session, period), request.display)]
    if request.sales_by in {None, SalesBy.MONTH}:
        sections += _by_month(session, request, period, total)
    wanted = [by for by in SalesBy if by is not SalesBy.MONTH and request.sales_by in {None, by}]
    lines = sold_lines(session, period) if OF_LINES.intersection(wanted) else None
    for by in wanted:
        if lines is not None and by in OF_LINES:
            breakdown = grouped_lines(session, lines, by)
        else:
            breakdown = sales_by(session, by, period)
        shortened = request.sales_by is None and by is SalesBy.PRODUCT
        sections += _by(by, breakdown, request, limit=_PRODUCTS_OF_ALL if shortened else None)
    return sections


def sales_by_title(by: SalesBy) -> str:
    """Return what a way of telling sales apart is called."""
    titles: Mapping[SalesBy, Callable[[], str]] = {
        SalesBy.MONTH: lambda: translate("Reports", "Sales by month"),
        SalesBy.PRODUCT: lambda: translate("Reports", "Sales by product"),
        SalesBy.BRAND: lambda: translate("Reports", "Sales by brand"),
        SalesBy.CATEGORY: lambda: translate("Reports", "Sales by category"),
        SalesBy.SELLER: lambda: translate("Reports", "Sales by seller"),
        SalesBy.CITY: lambda: translate("Reports", "Sales by city"),
    }
    return titles[by]()


def _figures(total: SalesTotal, before: SalesTotal, kept: KeptPurchases, display: Display) -> Facts:
    facts = [
        Fact(translate("Reports", "Net sales"), total.net, ColumnKind.MONEY),
        Fact(translate("Reports", "Purchases"), total.purchases, ColumnKind.NUMBER),
        Fact(translate("Reports", "Sold"), total.sold, ColumnKind.MONEY),
        Fact(translate("Reports", "Returned"), total.refunded, ColumnKind.MONEY),
    ]
    facts += average_fact(kept, display)
    if before.net > 0:
        change = total.net / before.net - 1
        facts.append(Fact(translate("Reports", "Growth"), change, ColumnKind.PERCENT))
    return Facts(translate("Reports", "Figures"), facts)


def _by_month(
    session: Session, request: Request, period: Period, total: SalesTotal
) -> Iterator[Section]:
    months = list(months_of(period, request.display.calendar))
    sales = sales_by_month(session, months)
    title = sales_by_title(SalesBy.MONTH)
    if len(months) > 1:
        yield Chart(
            title,
            ChartKind.BAR if len(months) <= _MONTHS_OF_YEAR else ChartKind.LINE,
            month_labels(months, request.display),
            [one.net for one in sales],
            ColumnKind.MONEY,
        )
    yield Table(
        title=title,
        columns=[Column(translate("Reports", "Month")), *_whole_columns()],
        rows=[
            [month_name(month, request.display), *_whole_cells(one, total)]
            for month, one in zip(months, sales, strict=True)
        ],
    )


def _by(
    by: SalesBy, breakdown: Breakdown, request: Request, *, limit: int | None
) -> Iterator[Section]:
    title = sales_by_title(by)
    best = [row for row in breakdown.rows if row.net > 0][:_IN_CHART]
    if len(best) > 1:
        yield Chart(
            translate("Reports", "Best of {title}", title=title),
            ChartKind.BAR,
            [row.name or _nameless(by) for row in best],
            [row.net for row in best],
            ColumnKind.MONEY,
        )
    names = {
        SalesBy.PRODUCT: translate("Reports", "Product"),
        SalesBy.BRAND: translate("Reports", "Brand"),
        SalesBy.CATEGORY: translate("Reports", "Category"),
        SalesBy.SELLER: translate("Reports", "Seller"),
        SalesBy.CITY: translate("Reports", "City"),
    }
    total = breakdown.total
    if by in OF_LINES:
        lines = _lines(by, breakdown, request, limit)
        yield _table_of_lines(title, names[by], lines, total, with_code=by is SalesBy.PRODUCT)
    else:
        yield Table(
            title=title,
            columns=[Column(names[by], weight=2), *_whole_columns()],
            rows=[[row.name or _nameless(by), *_whole_cells(row, total)] for row in breakdown.rows],
        )


def _table_of_lines(
    title: str, name: str, lines: Iterable["_Line"], total: SalesTotal, *, with_code: bool
) -> Table:
    code = Column(translate("Reports", "Code"), ColumnKind.CODE)
    return Table(
        title=title,
        columns=[
            Column(name, weight=3),
            *([code] if with_code else []),
            Column(translate("Reports", "Quantity"), ColumnKind.QUANTITY),
            Column(translate("Reports", "Sold"), ColumnKind.MONEY, total=True),
            Column(translate("Reports", "Returned"), ColumnKind.MONEY, total=True),
            Column(translate("Reports", "Net"), ColumnKind.MONEY, total=True),
            Column(translate("Reports", "Share"), ColumnKind.PERCENT, total=True),
        ],
        rows=[
            [
                line.name,
                *([line.code or None] if with_code else []),
                line.quantity,
                line.sold,
                line.refunded or None,
                line.sold - line.refunded,
                _share(line.sold - line.refunded, total),
            ]
            for line in lines
        ],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One row of a table whose rows are sums of lines, or what shipping adds to them."""

    name: str
    code: str = ""
    quantity: int | None = None
    sold: int
    refunded: int = 0


def _lines(
    by: SalesBy, breakdown: Breakdown, request: Request, limit: int | None
) -> Iterator[_Line]:
    """Yield the rows, the rest of them in one, and shipping: together they are the total."""
    for row in breakdown.rows[:limit]:
        yield _Line(
            name=row.name or _nameless(by),
            code=row.code,
            quantity=row.quantity,
            sold=row.sold,
            refunded=row.refunded,
        )
    rest = [] if limit is None else breakdown.rows[limit:]
    if rest:
        count = request.display.number(len(rest))
        yield _Line(
            name=translate("Reports", "{count} other products", count=count),
            quantity=sum(row.quantity for row in rest),
            sold=sum(row.sold for row in rest),
            refunded=sum(row.refunded for row in rest),
        )
    if breakdown.shipping:
        yield _Line(name=translate("Reports", "Shipping"), sold=breakdown.shipping)


def _whole_columns() -> list[Column]:
    return [
        Column(translate("Reports", "Purchases"), ColumnKind.NUMBER, total=True),
        Column(translate("Reports", "Sold"), ColumnKind.MONEY, total=True),
        Column(translate("Reports", "Returns"), ColumnKind.NUMBER, total=True),
        Column(translate("Reports", "Returned"), ColumnKind.MONEY, total=True),
        Column(translate("Reports", "Net"), ColumnKind.MONEY, total=True),
        Column(translate("Reports", "Share"), ColumnKind.PERCENT, total=True),
    ]


def _whole_cells(row: SalesTotal, total: SalesTotal) -> list[object]:
    return [
        row.purchases,
        row.sold,
        row.returns or None,
        row.refunded or None,
        row.net,
        _share(row.net, total),
    ]


def _share(net: int, total: SalesTotal) -> float | None:
    return net / total.net if total.net > 0 else None


def _nameless(by: SalesBy) -> str:
    return {
        SalesBy.PRODUCT: lambda: translate("Reports", "Without a title"),
        SalesBy.BRAND: lambda: translate("Reports", "Without a brand"),
        SalesBy.CATEGORY: lambda: translate("Reports", "Without a category"),
        SalesBy.SELLER: lambda: translate("Reports", "Without a seller"),
        SalesBy.CITY: lambda: translate("Reports", "City unknown"),
    }[by]()
