from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.paged_model import BLOCK, Column
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.values.ids import IdList
from tests.helpers.examples import examples
from tests.helpers.work_done import calls_made


@dataclass(frozen=True)
class Row:
    id: UUID
    name: str


def identity(number: int) -> UUID:
    return UUID(int=number)


COLUMNS = [
    Column[Row](key="name", title="نام", format=lambda row: row.name, stretches=True, bold=True),
    Column[Row](key="number", title="شماره", format=lambda row: str(row.id.int), numeric=True),
    Column[Row](key="city", title="شهر", format=lambda _row: "تهران", sortable=False),
]


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable[Row]:
    made: RecordTable[Row] = RecordTable(COLUMNS, name="مشتریان")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def answer(table: RecordTable[Row]) -> list[int]:
    """Serve the rows the table wants; return the sizes of the blocks it asked for."""
    asked: list[int] = []

    def serve(generation: int, ids: IdList) -> None:
        asked.append(len(ids))
        table.paged.put_rows(generation, ids, [Row(one, f"مشتری {one.int}") for one in ids])

    table.paged.rows_wanted.connect(serve)
    return asked


def cell(table: RecordTable[Row], row: int, column: int = 0) -> str:
    return str(table.paged.data(table.paged.index(row, column)))


def test_a_million_rows_ask_only_for_the_blocks_that_are_seen(
    table: RecordTable[Row], qtbot: QtBot
) -> None:
    asked = answer(table)
    table.show_ids(IdList(identity(n) for n in range(1_000_000)))
    qtbot.waitUntil(lambda: bool(asked))
    assert cell(table, 0) == "مشتری 0"
    table.scrollToBottom()
    qtbot.waitUntil(lambda: cell(table, 999_999) == "مشتری 999999")
    assert len(asked) < 10
    assert set(asked) == {BLOCK}


def test_rows_of_an_older_list_are_dropped(table: RecordTable[Row]) -> None:
    wanted: list[tuple[int, IdList]] = []
    table.paged.rows_wanted.connect(lambda generation, ids: wanted.append((generation, ids)))
    table.show_ids(IdList([identity(1)]))
    assert cell(table, 0) == ""
    table.show_ids(IdList([identity(2), identity(1)]))
    generation, ids = wanted[0]
    table.paged.put_rows(generation, ids, [Row(identity(1), "کهنه")])
    assert [cell(table, 0), cell(table, 1)] == ["", ""]


def test_rows_read_before_a_change_do_not_replace_those_read_after_it(
    table: RecordTable[Row],
) -> None:
    wanted: list[tuple[int, IdList]] = []
    table.paged.rows_wanted.connect(lambda generation, ids: wanted.append((generation, ids)))
    table.show_ids(IdList([identity(1)]))
    assert cell(table, 0) == ""
    table.paged.put_rows(*wanted[0], [Row(identity(1), "پیش")])
    table.paged.refresh_rows()
    table.paged.refresh_rows()
    before, after = wanted[1:]
    table.paged.put_rows(*after, [Row(identity(1), "پس")])
    table.paged.put_rows(*before, [Row(identity(1), "پیش")])
    assert cell(table, 0) == "پس"


def test_rows_of_the_list_before_are_read_again_too(table: RecordTable[Row]) -> None:
    wanted: list[tuple[int, IdList]] = []
    table.paged.rows_wanted.connect(lambda generation, ids: wanted.append((generation, ids)))
    ids = [identity(1), identity(2)]
    table.show_ids(IdList(ids))
    assert cell(table, 0) == ""
    table.paged.put_rows(*wanted[0], [Row(one, "پیش") for one in ids])
    table.show_ids(IdList(ids[::-1]))
    assert cell(table, 0) == "پیش"
    table.paged.put_rows(*wanted[1], [Row(one, "پس") for one in ids])
    assert cell(table, 0) == "پس"


def test_the_current_record_stays_current_in_the_next_list(table: RecordTable[Row]) -> None:
    answer(table)
    table.show_ids(IdList(identity(n) for n in range(10)))
    table.make_current(identity(7))
    table.show_ids(IdList(identity(n) for n in range(9, 4, -1)))
    assert table.current() == identity(7)
    table.show_ids(IdList([identity(1)]))
    assert table.current() == identity(1)


def test_a_click_on_a_title_sorts_and_again_turns_round(
    table: RecordTable[Row], qtbot: QtBot
) -> None:
    sorts: list[tuple[str, bool]] = []
    table.sort_changed.connect(lambda key, descending: sorts.append((key, descending)))
    header = table.horizontalHeader()
    for number in (0, 0, 1, 2):
        header.sectionClicked.emit(number)
    assert sorts == [("name", False), ("name", True), ("number", True)]


def test_enter_opens_and_delete_asks(table: RecordTable[Row], qtbot: QtBot) -> None:
    answer(table)
    table.show_ids(IdList(identity(n) for n in range(3)))
    table.make_current(identity(1))
    with qtbot.waitSignal(table.activated_id) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [identity(1)]
    table.selectAll()
    with qtbot.waitSignal(table.delete_asked) as deleted:
        QTest.keyClick(table, Qt.Key.Key_Delete)
    [ids] = deleted.args
    assert list(ids) == [identity(0), identity(1), identity(2)]


def test_deleting_ten_times_as_many_rows_keeps_the_window_no_longer(
    table: RecordTable[Row],
) -> None:
    answer(table)
    told = []
    for count in (2_000, 20_000):
        table.show_ids(IdList(identity(n) for n in range(count + 1)))
        table.setCurrentIndex(table.paged.index(0, 0))
        everything = IdList(table.paged.ids[:count])
        table.select(everything)
        with calls_made() as made:
            QTest.keyClick(table, Qt.Key.Key_Delete)
            table.step_off(table.selected_ids())
            table.select(everything)
        told.append(made.calls)
        assert table.selected_count() == count
    assert told[1] < told[0] + 50


@settings(
    max_examples=examples(80),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    count=st.integers(1, 40),
    rows=st.lists(st.integers(0, 39), max_size=30),
    here=st.integers(0, 39),
)
def test_selected_rows_are_known_in_their_order_and_stepped_off(
    table: RecordTable[Row], count: int, rows: list[int], here: int
) -> None:
    ids = [identity(n) for n in range(count)]
    table.show_ids(IdList(ids))
    wanted = sorted({row % count for row in rows}) or [0]
    table.select([ids[row] for row in reversed(wanted)])
    assert list(table.selected_ids()) == [ids[row] for row in wanted]
    table.make_current(ids[here % count])
    table.step_off([ids[row] for row in reversed(wanted)])
    after = [row for row in range(here % count, count) if row not in wanted]
    before = [row for row in range(here % count) if row not in wanted]
    if after or before:
        assert table.current() == ids[[*after, *reversed(before)][0]]
    else:
        assert list(table.selected_ids()) == []


def test_hidden_moved_and_resized_columns_come_back(table: RecordTable[Row], qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    header.moveSection(2, 0)
    table.setColumnHidden(1, True)
    header.resizeSection(2, 222)
    kept = table.shape()
    other: RecordTable[Row] = RecordTable(COLUMNS, name="مشتریان")
    qtbot.addWidget(other)
    other.restore_shape(kept)
    assert [column.key for column in other.visible_columns()] == ["city", "name"]
    assert other.horizontalHeader().sectionSize(2) == 222


def test_a_shape_that_hides_everything_is_refused(table: RecordTable[Row]) -> None:
    table.restore_shape({"hidden": ["name", "number", "city"], "order": ["x"], "widths": {"y": 1}})
    assert len(table.visible_columns()) == 3


def test_the_last_visible_column_cannot_be_hidden(table: RecordTable[Row]) -> None:
    for number in (1, 2):
        table.setColumnHidden(number, True)
    enabled = {action.text(): action.isEnabled() for action in table.columns_menu().actions()}
    assert enabled["نام"] is False
    assert enabled["شهر"] is True


def test_a_letter_does_not_walk_through_all_rows(table: RecordTable[Row], qtbot: QtBot) -> None:
    asked = answer(table)
    table.show_ids(IdList(identity(n) for n in range(100 * BLOCK)))
    qtbot.waitUntil(lambda: bool(asked))
    before = len(asked)
    QTest.keyClick(table, Qt.Key.Key_A)
    assert len(asked) == before
    assert table.current() == identity(0)


@pytest.fixture
def narrow(qtbot: QtBot) -> RecordTable[Row]:
    yielding = [replace(COLUMNS[1], gives_way=1), replace(COLUMNS[2], gives_way=2)]
    made: RecordTable[Row] = RecordTable([COLUMNS[0], *yielding], name="مشتریان")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def seen_columns(table: RecordTable[Row]) -> list[str]:
    return [
        column.key for n, column in enumerate(table.paged.columns) if not table.isColumnHidden(n)
    ]


def test_in_a_narrow_window_columns_give_way_and_come_back(
    narrow: RecordTable[Row], qtbot: QtBot
) -> None:
    shape = narrow.shape()
    for width, seen in (
        (300, ["name", "number"]),
        (200, ["name"]),
        (300, ["name", "number"]),
        (600, ["name", "number", "city"]),
    ):
        narrow.resize(width, 400)
        assert seen_columns(narrow) == seen
        qtbot.waitUntil(lambda: narrow.horizontalScrollBar().maximum() == 0)
        # They are still wanted: kept, exported and ticked in the menu.
        assert narrow.shape() == shape
        assert [column.key for column in narrow.visible_columns()] == ["name", "number", "city"]
        assert all(one.isChecked() for one in narrow.columns_menu().actions() if one.isCheckable())


def test_what_gave_way_can_be_hidden_for_good(narrow: RecordTable[Row]) -> None:
    narrow.resize(300, 400)
    next(one for one in narrow.columns_menu().actions() if one.text() == "شهر").toggle()
    assert narrow.shape()["hidden"] == ["city"]
    narrow.resize(600, 400)
    assert seen_columns(narrow) == ["name", "number"]


def test_a_badge_is_seen_on_a_selected_row_of_its_own_colour(qtbot: QtBot) -> None:
    column = Column[Row](
        key="name", title="وضعیت", format=lambda row: row.name, badge=lambda _: BadgeKind.PRIMARY
    )
    table: RecordTable[Row] = RecordTable([column], name="کالاها")
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    answer(table)
    table.show_ids(IdList([identity(1)]))
    qtbot.waitUntil(lambda: table.row_of(identity(1)) is not None)
    place = table.visualRect(table.paged.index(0, 0))
    image = table.viewport().grab(place).toImage()
    ground = image.pixelColor(2, 2)
    above_the_words = range(4, place.height() // 2 - 8)
    line = [image.pixelColor(x, y) for x in range(image.width()) for y in above_the_words]
    assert sum(one != ground for one in line) > 20
