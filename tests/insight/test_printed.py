"""Pages of insight and the letter of the month, on paper."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.insight.printed import LETTER, PRINTED, printed
from ecrm_desktop.insight.refreshing import refresh_insight
from ecrm_desktop.reports.excel import write_excel
from ecrm_desktop.reports.layout import Paragraph, Table
from ecrm_desktop.reports.pdf import write_pdf
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.display import Display
from tests.helpers.factories import make_customer
from tests.helpers.odd_shops import ODD_SHOPS, TODAY, sell
from tests.helpers.reports import ENGLISH, PERSIAN

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 8, tzinfo=UTC)


def regulars(session: Session) -> None:
    """Let six stay away who came every 20 days, and six come still."""
    for at in range(12):
        one = make_customer(session, f"مشتری {at}", code=f"c{at}", phone=f"+9891211122{at:02}")
        away = 100 + at if at < 6 else 3
        for visit in range(45):
            sell(session, one, TODAY - timedelta(days=away + 20 * visit), 10**6 * (at + 1))


def pages(session: Session, name: str, display: Display) -> int:
    report = printed(session, name, display, shop_name="مهر", now=NOW)
    file = BytesIO()
    write_pdf(report, file)
    return len(PdfReader(file).pages)


@pytest.mark.parametrize("display", [PERSIAN, ENGLISH], ids=["fa", "en"])
def test_the_letter_is_one_page_that_says_what_to_do(database: Database, display: Display) -> None:
    with database.transaction() as session:
        regulars(session)
    refresh_insight(database, TODAY)
    with database.reading() as session:
        assert pages(session, LETTER, display) == 1
        report = printed(session, LETTER, display, shop_name="مهر", now=NOW)
    [sold, calls, advice] = report.sections
    assert isinstance(sold, Paragraph)
    assert isinstance(calls, Table)
    assert isinstance(advice, Paragraph)
    # What was sold, who brings it, and what is to come.
    assert len(sold.text.splitlines()) == 3
    assert [row[1] for row in calls.rows] == [f"+9891211122{at:02}" for at in (5, 4, 3, 2, 1)]
    assert len(advice.text.splitlines()) >= 3


@pytest.mark.parametrize("fill", ODD_SHOPS.values(), ids=ODD_SHOPS)
def test_whatever_the_shop_is_like_everything_can_be_printed(
    database: Database, fill: Callable[[Session], None]
) -> None:
    with database.transaction() as session:
        fill(session)
    with database.reading() as session:
        assert pages(session, LETTER, PERSIAN) == 1
    refresh_insight(database, TODAY)
    with database.reading() as session:
        for name in PRINTED:
            report = printed(session, name, PERSIAN, shop_name="مهر", now=NOW)
            file = BytesIO()
            write_excel(report, file)
            assert file.getvalue()
        assert pages(session, LETTER, PERSIAN) == 1


def test_nothing_else_is_printed(database: Database) -> None:
    with database.reading() as session, pytest.raises(InvalidInput):
        printed(session, "x", PERSIAN, shop_name="مهر", now=NOW)
