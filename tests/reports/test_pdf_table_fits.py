"""Whatever a table holds, nothing runs out of its cell and no label is broken."""

import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecrm_desktop.i18n import set_language
from ecrm_desktop.reports.layout import Column, ColumnKind, Table
from ecrm_desktop.reports.pdf import write_pdf
from ecrm_desktop.reports.pdf_flow import MARGIN
from ecrm_desktop.reports.pdf_page import Page
from ecrm_desktop.reports.persian import Line
from tests.helpers.reports import ENGLISH, PERSIAN, a_report, as_seen, texts

_VALUES: dict[ColumnKind, Any] = {
    ColumnKind.TEXT: st.sampled_from(
        [
            "علی",
            "شرکت بازرگانی و مهندسی پارس‌گستر خاورمیانه (سهامی خاص)، شعبهٔ مرکزی",
            "نابپ" * 40,
            "International Business Machines & Electronics Trading Co. (Middle East), Ltd.",
            "x" * 90,
            "😀" * 30,
            "",
        ]
    ),
    ColumnKind.MONEY: st.integers(-(10**16), 10**16),
    ColumnKind.NUMBER: st.integers(0, 10**12),
    ColumnKind.PHONE: st.just("+989123456789"),
    ColumnKind.PERCENT: st.just(0.25),
}


@st.composite
def tables(draw: st.DrawFn) -> Table:
    titles = st.sampled_from(["کد", "جمع خرید در این دوره", "Purchases", "ن"])
    kinds = draw(st.lists(st.sampled_from(list(_VALUES)), min_size=2, max_size=16))
    columns = [
        Column(draw(titles), kind, weight=draw(st.sampled_from([1.0, 3.0])), total=place > 0)
        if kind in {ColumnKind.MONEY, ColumnKind.NUMBER}
        else Column(draw(titles), kind)
        for place, kind in enumerate([*kinds, ColumnKind.MONEY])
    ]
    row = st.tuples(*(_VALUES[column.kind] for column in columns))
    return Table("", columns, draw(st.lists(row, min_size=1, max_size=3)))


def boxes(spied: Sequence[Any]) -> Iterator[list[tuple[float, float]]]:
    """Yield left and right ends of all texts of one height on one page, from left to right."""
    rows = defaultdict(list)
    line: Line
    for page, line, x, baseline, size, _ in spied:
        if line.width:
            rows[page, baseline].append((x, x + line.width * size / 1000))
    for row in rows.values():
        yield sorted(row)


@pytest.mark.parametrize(("display", "total"), [(PERSIAN, "جمع"), (ENGLISH, "Total")])
@settings(max_examples=25, deadline=None)
@given(table=tables())
def test_nothing_runs_out_of_its_cell(display: Any, total: str, table: Table) -> None:
    set_language(display.language)
    file = io.BytesIO()
    spied: list[Any] = []
    original = Page.text

    def spy(page: Page, *args: Any) -> None:
        spied.append((page, *args))
        original(page, *args)

    with patch.object(Page, "text", spy):
        write_pdf(a_report(table, display=display), file)
    assert as_seen(total) in texts(file.getvalue())
    for row in boxes(spied):
        ends = [MARGIN, *(end for box in row for end in box), spied[0][0].width - MARGIN]
        assert all(end - start > -0.01 for start, end in pairwise(ends)), row
