"""Bringing files in, from picking one to taking it back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.imports import OnMatch, OnShared
from ecrm_desktop.queries.customer_detail import customer_detail, customer_fields
from ecrm_desktop.queries.customers import CustomerFilter, customer_rows, list_customers
from ecrm_desktop.queries.imports import list_imports
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.services.customers import update_customer
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.imports.page import ImportsPage
from ecrm_desktop.ui.imports.wizard import ImportWizard
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.figure_card import FigureCard
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.person import Person, plain
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window


class Story:
    """The page with its wizard, and somebody who waits for what is visible."""

    def __init__(self, qtbot: QtBot, window: Window, ui: UiContext) -> None:
        self.qtbot, self.window, self.ui = qtbot, window, ui
        self.chosen: Path | None = None
        self.page = ImportsPage(
            ui,
            choose_file=lambda _window, _folder: self.chosen,
            choose_sample=lambda _window, _folder: self.chosen,
        )
        window.show_page(self.page)

    @property
    def wizard(self) -> ImportWizard:
        found = self.window.findChildren(ImportWizard)
        assert found
        return found[-1]

    def open(self, path: Path, kind: ImportKind | None = None) -> ImportWizard:
        """Pick a file and wait until it is read."""
        self.chosen = path
        self.page.start(kind)
        self.wizard.file.zone.button.click()
        self.wait(lambda: self.wizard.next.isEnabled() or bool(self.errors()))
        return self.wizard

    def to_columns(self, path: Path, kind: ImportKind | None = None) -> ImportWizard:
        """Go on to the columns and wait until their rows are there."""
        wizard = self.open(path, kind)
        wizard.go_on()
        self.settle()
        return wizard

    def to_check(self) -> None:
        self.wizard.go_on()
        self.wait(lambda: self.sees("مشکل‌دار") and self.ui.background.is_idle)

    def to_result(self) -> None:
        self.wizard.go_on()
        self.wait(self.wizard.next.isVisible)

    def wait(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(until, timeout=10_000)

    def settle(self) -> None:
        """Wait until nothing is read any more."""
        self.wait(lambda: self.ui.background.is_idle)

    def sees(self, text: str) -> bool:
        return any(text in one for one in self.words())

    def wait_to_see(self, text: str) -> None:
        try:
            self.wait(lambda: self.sees(text))
        except Exception as error:
            raise AssertionError(f"{text!r} is not among {self.words()}") from error

    def words(self) -> list[str]:
        labels = self.window.findChildren(QLabel)
        return [plain(one.text()) for one in labels if one.isVisible() and one.text()]

    def errors(self) -> list[str]:
        notes = self.wizard.file.findChildren(QWidget)
        return [
            one.accessibleName()
            for one in notes
            if one.property("role") == "note" and one.property("kind") == "red" and one.isVisible()
        ]

    def meanings(self) -> list[str]:
        model = self.wizard.columns.table.columns
        return [plain(model.becomes(row)) for row in range(model.rowCount())]

    def preview(self) -> list[list[str]]:
        rows = self.wizard.columns.preview.rows
        return [
            [plain(str(rows.index(row, at).data())) for at in range(1, rows.columnCount())]
            for row in range(rows.rowCount())
        ]

    def figures(self) -> dict[str, str]:
        """Return the visible figures: title → number."""
        cards = [one for one in self.window.findChildren(FigureCard) if one.isVisible()]
        words = [one.accessibleName().rsplit(" ", 1) for one in cards]
        return {title: figure for title, figure in words}  # noqa: C416 - pairs are lists

    def press(self, text: str) -> None:
        """Press a visible button."""
        buttons = self.window.findChildren(QPushButton)
        next(one for one in buttons if one.text() == text and one.isVisible()).click()


@pytest.fixture
def story(qtbot: QtBot, window: Window, ui: UiContext) -> Story:
    return Story(qtbot, window, ui)


def names(database: Database) -> list[str]:
    with database.reading() as session:
        ids = list_customers(session, CustomerFilter(), Sort("name"))
        return [row.name for row in customer_rows(session, ids)]


def test_customers_from_excel_with_a_field_of_their_own(
    story: Story, navigator: RecordingNavigator, customers_file: Path, database: Database
) -> None:
    wizard = story.to_columns(customers_file)
    assert story.meanings()[:4] == ["نام", "نام خانوادگی", "تلفن", "شهر"]
    # The shop wants the shoe size as a field of its own.
    wizard.columns.table.chosen.emit(4, "own:سایز کفش")
    story.settle()
    assert story.meanings()[4] == "فیلد جدید بساز: سایز کفش"
    assert story.preview()[1] == ["علی‌رضا", "لازم‌پور", "۰۹۳۵ ۱۱۲ ۴۴۰۸", "اصفهان", "42"]
    assert story.preview()[2][2] == "0919770"
    story.wait_to_see("۱ ردیف مشکل دارد")
    story.to_check()
    assert story.figures()["تازه"] == "۲"
    assert story.figures()["مشکل‌دار"] == "۱"
    assert names(database) == []
    assert wizard.check.problems.rows.index(0, 0).data() == "۴"
    assert wizard.check.problems.rows.index(0, 1).data() == "موبایل"
    story.to_result()
    assert names(database) == ["علی‌رضا لازم‌پور", "مریم احمدی"]
    with database.reading() as session:
        ids = list_customers(session, CustomerFilter(), Sort("name"))
        detail = customer_detail(session, ids[0])
        own = customer_fields(session)
    assert [field.title for field in own] == ["سایز کفش"]
    assert list(detail.field_values.values()) == ["42"]
    problem_files = [one for one in customers_file.parent.glob("*.xlsx") if one != customers_file]
    assert len(problem_files) == 1
    story.wait_to_see(problem_files[0].name)
    assert wizard.result.folder.isVisible()
    wizard.next.click()
    assert navigator.take() == [call(Navigator.open_page, PageName.CUSTOMERS)]


def test_undo_takes_everything_back(story: Story, customers_file: Path, database: Database) -> None:
    wizard = story.to_columns(customers_file)
    story.to_check()
    story.to_result()
    assert len(names(database)) == 2
    wizard.result.undo.click()
    story.wait(lambda: story.sees("برگردد؟"))
    assert any("۱۴۰" in word for word in story.words() if "تا" in word)  # until when
    story.press("برگردد")
    story.wait(lambda: names(database) == [])
    story.wait(lambda: not story.page.undo.isEnabled())
    with database.reading() as session:
        assert list_imports(session)[0].undone_at is not None


def test_what_was_edited_since_stays_and_is_named(
    story: Story, navigator: RecordingNavigator, customers_file: Path, database: Database
) -> None:
    wizard = story.to_columns(customers_file)
    story.to_check()
    story.to_result()
    with database.reading() as session:
        first = list_customers(session, CustomerFilter(), Sort("name"))[0]
    with database.transaction() as session:
        update_customer(session, first, CustomerDraft(first_name="علی‌رضا", last_name="لازم‌پور"))
    wizard.result.undo.click()
    story.wait(lambda: story.sees("برگردد؟"))
    story.press("برگردد")
    story.wait_to_see("۱ مورد ماند")
    story.wait_to_see("مشتری: علی‌رضا لازم‌پور")
    assert names(database) == ["علی‌رضا لازم‌پور"]


def test_the_reason_of_a_wrong_cell_is_read_beside_the_rows(
    story: Story, customers_file: Path
) -> None:
    rows = story.to_columns(customers_file).columns.preview
    rows.setCurrentIndex(rows.rows.index(2, 3))
    story.wait_to_see("رقم کم دارد")


def test_purchases_need_a_unit_before_anything_is_guessed(
    story: Story, purchases_file: Path, database: Database
) -> None:
    wizard = story.to_columns(purchases_file)
    columns = wizard.columns
    assert "مبلغ" in "".join(story.words()) or columns.options.unit.isVisible()
    assert columns.options.unit.value() is None
    wizard.go_on()
    assert columns.isVisible()
    assert columns.options.unit.box.hasFocus()
    columns.options.unit.set_value(MoneyUnit.TOMAN)
    columns.options.changed.emit()
    story.settle()
    assert "تومان" in "".join(story.preview()[0])
    assert "۱۴۰۵/۰۸/۰۱" in story.preview()[0]
    story.to_check()
    assert story.figures()["تازه"] == "۲"
    story.to_result()
    story.wait_to_see("۳ قلم")
    story.wait_to_see("۲ مشتری تازه")
    assert names(database) == ["حسن یوسفی", "مریم احمدی"]


def test_a_tax_nobody_knows_about_is_left_out_and_marked(story: Story, tmp_path: Path) -> None:
    header = "شماره سفارش|تاریخ|نام کالا|تعداد|قیمت واحد (تومان)|هزینه ارسال|مالیات"
    rows = [header.split("|"), ["1", "1405/01/05", "کفش", "2", "1000", "50", "90"]]
    file = tmp_path / "orders.csv"
    file.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    table = story.to_columns(file).columns.table
    assert story.meanings()[5:] == ["هزینه ارسال", "نادیده بگیر"]
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    assert table.columns.index(6, 2).data(role).startswith("نگاه کنید: کنار می‌ماند: شاید")
    table.chosen.emit(6, "tax")
    assert story.meanings()[6] == "مالیات افزون بر قیمت‌ها"
    assert table.columns.index(6, 2).data(role) == "خودتان برگزیده‌اید."


def test_doubts_are_told_beside_the_columns_and_before_anything_is_written(
    story: Story, tmp_path: Path
) -> None:
    header = "تاریخ|مشتری|مبلغ (هزار تومان)|موبایل معرف|جنس"
    rows = ["1405/01/05|علی رضایی|12|09120000001|کفش", "1405/01/06|مینا راد|3|09120000001|کیف"]
    file = tmp_path / "orders.csv"
    lines = [header, *rows, "جمع کل||15||"]
    file.write_text("\n".join(line.replace("|", ",") for line in lines), encoding="utf-8")
    wizard = story.to_columns(file, ImportKind.PURCHASES)
    QTest.keyClick(wizard.columns.table, Qt.Key.Key_Down)
    story.wait_to_see("عنوانش شناخته است.")
    for _ in range(2):
        QTest.keyClick(wizard.columns.table, Qt.Key.Key_Down)
    story.wait_to_see("دربارهٔ کس یا چیز دیگری است")
    assert story.preview()[0][2] == "۱۲٬۰۰۰ تومان"
    assert wizard.columns.options.scale.value() == 1_000
    story.to_check()
    story.wait_to_see("هر عدد آن ۱٬۰۰۰ برابر است")
    story.wait_to_see("۱ ردیف جمع یا پانویس است و کنار می‌ماند: ردیف ۴")
    wizard.go_back()
    wizard.columns.options.scale.set_value(1)
    wizard.columns.options.changed.emit()
    story.settle()
    assert story.preview()[0][2] == "۱۲ تومان"
    story.to_check()
    assert not story.sees("برابر است")


def test_contacts_of_a_phone_come_in_and_again_change_nothing(
    story: Story, contacts_file: Path, database: Database
) -> None:
    wizard = story.to_columns(contacts_file)
    assert not wizard.columns.options.header.isVisible()
    assert "همهٔ تلفن‌ها" in [line.title for line in wizard.columns.table.columns.lines]
    story.to_check()
    story.to_result()
    assert names(database) == ["حسن یوسفی", "مریم احمدی"]
    wizard.request_close()
    story.to_columns(contacts_file)
    story.to_check()
    assert story.figures()["بدون تغییر"] == "۲"
    assert not story.wizard.next.isEnabled()
    story.wait_to_see("چیز تازه‌ای")


def test_a_bad_file_is_told_in_a_sentence_and_another_can_be_chosen(
    story: Story, tmp_path: Path, customers_file: Path
) -> None:
    bad = tmp_path / "old.xls"
    bad.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    wizard = story.open(bad)
    assert len(story.errors()) == 1
    assert not wizard.next.isEnabled()
    assert wizard.file.zone.button.hasFocus()
    story.chosen = customers_file
    wizard.file.zone.button.click()
    story.wait(wizard.next.isEnabled)
    assert story.errors() == []


def test_one_field_is_not_filled_by_two_columns(story: Story, customers_file: Path) -> None:
    wizard = story.to_columns(customers_file)
    wizard.columns.table.chosen.emit(4, "phone")
    story.wait_to_see("«تلفن» همین حالا از ستون «موبایل» می‌آید")
    assert story.meanings()[2] == "تلفن"
    story.press("از این ستون باشد")
    assert story.meanings()[2] == "نادیده بگیر"
    assert story.meanings()[4] == "تلفن"


def test_what_is_missing_is_said_before_the_dry_run(story: Story, customers_file: Path) -> None:
    wizard = story.to_columns(customers_file)
    for at in range(3):
        wizard.columns.table.chosen.emit(at, "")
    wizard.go_on()
    assert wizard.columns.isVisible()
    story.wait_to_see("لطفاً بگویید کدام ستون")


def test_going_back_keeps_what_was_chosen(story: Story, customers_file: Path) -> None:
    wizard = story.to_columns(customers_file)
    wizard.columns.table.chosen.emit(3, "")
    wizard.columns.options.on_match.set_value(OnMatch.ADD_ONLY)
    wizard.columns.options.changed.emit()
    story.settle()
    story.to_check()
    wizard.back.click()
    wizard.back.click()
    assert wizard.file.isVisible()
    wizard.go_on()
    assert story.meanings()[3] == "نادیده بگیر"
    assert wizard.columns.options.on_match.value() is OnMatch.ADD_ONLY


def test_the_next_file_of_this_shape_is_mapped_alike(
    story: Story, customers_file: Path, excel: Callable[..., Path]
) -> None:
    wizard = story.to_columns(customers_file)
    wizard.columns.table.chosen.emit(3, "province")
    story.to_check()
    story.to_result()
    wizard.request_close()
    header = ("نام", "نام خانوادگی", "موبایل", "شهر", "سایز کفش")
    other = excel("بعدی.xlsx", برگه=[header, ("پریسا", "نوری", "09132880547", "یزد", 37)])
    wizard = story.open(other)
    story.wait_to_see("مثل دفعه‌ی پیش")
    wizard.go_on()
    assert story.meanings()[3] == "استان"


def test_a_sheet_and_what_it_holds_can_be_chosen(story: Story, excel: Callable[..., Path]) -> None:
    path = excel(
        "همه.xlsx",
        کالا=[("نام کالا", "قیمت"), ("کفش", 1_250_000), ("جوراب", 45_000)],
        مشتری=[("نام", "موبایل"), ("مریم احمدی", "09123456789")],
    )
    wizard = story.open(path)
    assert wizard.file.sheet.isVisible()
    wizard.file.sheet.set_value(1)
    wizard.file.sheet.edited.emit()
    story.wait(lambda: wizard.file.kind.value() is ImportKind.CUSTOMERS)
    wizard.file.sheet.set_value(0)
    wizard.file.sheet.edited.emit()
    story.wait(lambda: wizard.file.kind.value() is ImportKind.PRODUCTS)


def test_a_sheet_of_the_kind_that_was_asked_for_stands_first(
    story: Story, excel: Callable[..., Path]
) -> None:
    goods = (("نام کالا", "برند", "واحد"), ("کفش", "مهر", "جفت"))
    people = (("نام", "موبایل", "شهر"), ("علی راد", "09123456789", "قم"))
    wizard = story.open(excel("all.xlsx", افراد=people, اجناس=goods), ImportKind.PRODUCTS)
    assert plain(wizard.file.sheet.box.currentText()).startswith("اجناس · ")
    assert wizard.file.kind.value() is ImportKind.PRODUCTS


def test_the_first_row_can_be_no_title(story: Story, customers_file: Path) -> None:
    wizard = story.to_columns(customers_file)
    wizard.columns.options.header.set_value(False)
    wizard.columns.options.header_changed.emit(False)
    story.wait(lambda: wizard.columns.table.columns.lines[0].title == "ستون ۱")
    story.settle()
    if not story.preview():
        wizard.columns.table.chosen.emit(0, "first_name")
        story.wait(lambda: bool(story.preview()))
    assert wizard.columns.preview.rows.rowCount() == 4
    wizard.columns.options.header_changed.emit(True)
    story.wait(lambda: wizard.columns.table.columns.lines[0].title == "نام")


def test_escape_asks_only_if_something_was_arranged(story: Story, customers_file: Path) -> None:
    wizard = story.to_columns(customers_file)
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.is_open
    wizard = story.to_columns(customers_file)
    wizard.columns.table.chosen.emit(3, "")
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.is_open
    story.wait_to_see("بدون وارد کردن فایل بسته شود؟")
    story.press("بسته شود")
    assert not wizard.is_open


def test_cancelling_leaves_everything_as_it_was(
    story: Story, excel: Callable[..., Path], database: Database
) -> None:
    rows = [("نام", "موبایل"), *((f"مشتری {n}", f"0912{n:07}") for n in range(3000))]
    wizard = story.to_columns(excel("بزرگ.xlsx", برگه=rows))
    story.to_check()
    wizard.go_on()
    next(one for one in wizard.result.findChildren(QPushButton) if one.text() == "انصراف").click()
    story.wait(lambda: story.sees("چیزی وارد نشد"))
    assert names(database) == []
    assert wizard.back.isVisible()


def test_the_import_goes_on_when_the_wizard_is_closed(
    story: Story, navigator: RecordingNavigator, customers_file: Path, database: Database
) -> None:
    wizard = story.to_columns(customers_file)
    story.to_check()
    wizard.go_on()
    wizard.request_close()
    assert not wizard.is_open
    story.wait(lambda: story.sees("فایل وارد شد: ۲ تازه"))
    assert len(names(database)) == 2


def test_an_unwatched_import_can_be_stopped_beside_everything_else(
    story: Story, excel: Callable[..., Path], database: Database
) -> None:
    rows = [("نام", "موبایل"), *((f"مشتری {n}", f"0912{n:07}") for n in range(3000))]
    wizard = story.to_columns(excel("بزرگ.xlsx", برگه=rows))
    story.to_check()
    wizard.go_on()
    wizard.request_close()
    story.wait_to_see("در حال وارد کردن بزرگ.xlsx")
    story.press("انصراف")
    story.wait_to_see("چیزی وارد نشد")
    assert names(database) == []
    assert not story.sees("در حال وارد کردن")


def test_a_file_can_be_dropped_onto_the_page(story: Story, customers_file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(customers_file))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    story.page.dropEvent(event)
    story.wait(story.wizard.next.isEnabled)


def test_the_whole_story_needs_no_mouse(
    story: Story, customers_file: Path, database: Database
) -> None:
    story.chosen = customers_file
    story.page.start()
    person = Person(story.qtbot)
    person.wait_to_be_at("انتخاب فایل…")
    person.press("Return")
    person.wait_to_be_at("ادامه")
    person.press("Return")
    person.wait_to_be_at("ستون‌های فایل")
    person.press("Down", "Down", "Down", "Delete")
    person.wait(lambda: story.meanings()[3] == "نادیده بگیر")
    person.walk_to("ردیف اول عنوان ستون‌هاست")
    person.walk_to("اولین ردیف‌ها، آن‌طور که می‌شوند")
    person.press("Ctrl+Return")
    person.wait_to_be_at("وارد کن")
    person.press("Return")
    story.wait_to_see("فایل وارد شد.")
    person.wait_to_be_at("بستن")
    person.press("Return")
    assert not story.wizard.is_open
    assert len(names(database)) == 2


def test_in_a_small_window_three_rows_are_seen_as_they_will_become(
    story: Story, window: Window, customers_file: Path
) -> None:
    window.resize(821, 512)
    preview = story.to_columns(customers_file).columns.preview
    rows = preview.verticalHeader().defaultSectionSize() * 3
    story.wait(lambda: preview.viewport().visibleRegion().boundingRect().height() >= rows)


def test_people_who_share_a_phone_are_asked_about(story: Story, tmp_path: Path) -> None:
    path = tmp_path / "family.csv"
    path.write_text(
        "نام,موبایل\nعلی رضایی,09123456701\nمینا رضایی,09123456701\nسارا رضایی,09123456701\n",
        encoding="utf-8",
    )
    story.to_columns(path)
    story.to_check()
    wizard = story.wizard
    story.wait_to_see("۲ ردیف، تلفن")
    assert story.sees("ردیف ۳: «مینا رضایی» با ۰۹۱۲ ۳۴۵ ۶۷۰۱ آمده است که از آنِ «علی رضایی» است")
    answer = wizard.check.shared.answer

    def choose(at: int) -> None:
        answer.box.setCurrentIndex(at)
        answer.box.activated.emit(at)
        story.wait(lambda: wizard.check.shared.isVisible() and story.ui.background.is_idle)

    choose(2)
    rows = wizard.check.problems.rows
    reasons = [plain(str(rows.index(row, 2).data())) for row in range(rows.rowCount())]
    assert [one.startswith("این از آنِ علی رضایی است") for one in reasons] == [True, True]
    assert wizard.check.shared.answer.value() is OnShared.LEAVE_OUT
    choose(0)
    story.to_result()
    found = story.ui.background.database
    with found.reading() as session:
        assert len(list_customers(session, CustomerFilter(), Sort("name"))) == 3


def test_in_a_small_window_the_reason_stands_above_the_rows(
    story: Story, window: Window, customers_file: Path
) -> None:
    window.resize(821, 512)
    table = story.to_columns(customers_file).columns.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    story.wait_to_see("عنوانش شناخته است.")
    seen = [one for one in window.findChildren(QLabel) if one.text() == "عنوانش شناخته است."]
    [reason] = [one for one in seen if one.isVisible()]
    below = table.mapTo(window, table.rect().bottomLeft()).y()
    assert reason.mapTo(window, reason.rect().topLeft()).y() > below


def test_what_is_no_sale_is_told_before_and_after(story: Story, tmp_path: Path) -> None:
    file = tmp_path / "دفتر فروش.csv"
    file.write_text(
        "شماره فاکتور,تاریخ,نوع,موبایل,نام کالا,تعداد,مبلغ (تومان)\n"
        "1,1404/01/05,فروش,09123456701,چای,2,200000\n"
        "2,1404/01/05,خرید,09123456702,قند,1,90000\n"
        "3,1404/01/06,پیش‌فاکتور,09123456701,چای,1,100000\n"
        "4,1404/01/06,فروش,09123456701,چای,1,$5\n"
        "9,1404/01/07,برگشت از فروش,09123456701,چای,1,100000\n",
        "utf-8",
    )
    preview = story.to_columns(file).columns.preview.rows
    # Where nothing else tells it, the row itself does.
    said = [
        [plain(preview.data(preview.index(row, column))) for column in (3, 7)] for row in range(5)
    ]
    assert [kind for kind, _ in said][:3] == [
        "فروش",
        "خرید · فروش نیست: خرید خود فروشگاه",
        "پیش‌فاکتور · فروش نیست: پیش‌فاکتور یا پیش‌نویس",
    ]
    assert (said[3][1], said[4][0]) == ("$5", "برگشت از فروش · برگشتی")
    story.to_check()
    for words in ("فروش نیستند", "۱ خرید خود فروشگاه", "USD", "۱ برگشتی"):
        story.wait_to_see(words)
    assert not story.sees("همراه دلیلش")
    story.to_result()
    for words in ("فروش نیستند", "پیش‌فاکتور", "۱ برگشتی", "پس داده شد"):
        story.wait_to_see(words)


def test_a_file_of_nothing_but_returns(story: Story, tmp_path: Path) -> None:
    file = tmp_path / "فروش.csv"
    header, sale = "شماره فاکتور,تاریخ,موبایل,مبلغ (تومان)\n", "1,1404/01/05,09123456701,200000\n"
    file.write_text(header + sale, "utf-8")
    options = story.to_columns(file).columns.options
    assert (options.returns.isVisible(), options.returns.value()) == (True, False)
    story.to_check()
    story.to_result()
    file.write_text(header + "1,1404/01/06,09123456701,50000\n", "utf-8")
    story.to_columns(file).columns.options.returns.box.click()
    story.to_check()
    story.wait_to_see("۱ برگشتی")
    story.to_result()
    story.wait_to_see("پس داده شد")


def test_a_file_to_fill_in_is_written_and_comes_back(story: Story, tmp_path: Path) -> None:
    story.chosen = tmp_path / "مشتریان ما.xlsx"
    story.page.start()
    story.wizard.file.samples[ImportKind.CUSTOMERS].click()
    story.wait_to_see("آماده است")
    story.wizard.file.zone.button.click()
    story.wait(story.wizard.next.isEnabled)
    assert story.sees("۲ ردیف")
