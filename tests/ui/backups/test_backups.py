"""Backups in the window: made by hand and by themselves, told when late, looked into, restored."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.backup.contents import read_contents
from ecrm_desktop.backup.state import Attempt, back_up, change_of, folder_states, remember
from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.settings import BACKUP_FOLDER, BACKUP_LIMIT
from ecrm_desktop.ui.backups.keeper import BackupKeeper
from ecrm_desktop.ui.backups.restore_sheet import RestoreSheet
from ecrm_desktop.ui.dashboard.backup_note import BackupNote
from ecrm_desktop.ui.destinations import SettingsTab
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.ui.settings.backup import BackupSettings
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.ids import new_id
from tests.helpers.factories import make_customer
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window

LIMIT = 10**12


def texts(widget: QWidget) -> str:
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    return "\n".join([*labels, *(one.text() for one in widget.findChildren(QPushButton))])


def change(ui: UiContext, name: str = "تازه") -> None:
    with ui.background.database.transaction() as session:
        make_customer(session, name)


def made(ui: UiContext, at: datetime) -> None:
    path = ui.background.database.path
    states = folder_states(ui.settings, path)
    attempts = back_up(ui.background.database, states, now=at, limit=LIMIT)
    remember(ui.settings, path, attempts)


@pytest.fixture
def part(qtbot: QtBot, window: Window, ui: UiContext, tmp_path: Path) -> BackupSettings:
    stick = tmp_path / "stick"
    stick.mkdir()
    part = BackupSettings(
        ui,
        choose_folder=lambda _window, _before: stick,
        choose_file=lambda _window, _folder: None,
    )
    window.show_page(part)
    part.refresh()
    return part


def backups(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.ecrm.db")) if folder.is_dir() else []


def test_one_press_makes_a_backup_and_shows_it(
    qtbot: QtBot, part: BackupSettings, ui: UiContext, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: "هنوز پشتیبانی نیست" in texts(part))
    part.make.click()
    assert not part.make.isEnabled()
    qtbot.waitUntil(lambda: part.make.isEnabled() and "بازگرداندن…" in texts(part))
    assert len(backups(tmp_path / "backups")) == 1
    (state,) = folder_states(ui.settings, ui.background.database.path)
    assert state.made_at is not None
    assert "اگر دیسک آن بسوزد" in texts(part)


def test_a_chosen_folder_gets_backups_at_once_and_can_be_left(
    qtbot: QtBot, part: BackupSettings, ui: UiContext, tmp_path: Path
) -> None:
    part.choose.click()
    qtbot.waitUntil(lambda: len(backups(tmp_path / "stick")) == 1 and part.make.isEnabled())
    qtbot.waitUntil(lambda: str(tmp_path / "stick") in texts(part))
    assert "اگر دیسک آن بسوزد" not in texts(part)
    leave = next(one for one in part.findChildren(QPushButton) if "دیگر استفاده" in one.text())
    leave.click()
    assert ui.settings.get(BACKUP_FOLDER) == ""
    assert len(backups(tmp_path / "stick")) == 1


def test_a_stick_that_is_gone_is_told_and_the_other_backup_made(
    qtbot: QtBot, part: BackupSettings, ui: UiContext, tmp_path: Path
) -> None:
    ui.settings.set(BACKUP_FOLDER, str(tmp_path / "unplugged"))
    part.make.click()
    qtbot.waitUntil(lambda: "در دسترس نیست" in texts(part))
    assert len(backups(tmp_path / "backups")) == 1


def test_the_limit_is_kept_when_it_is_one(part: BackupSettings, ui: UiContext) -> None:
    part.limit.set_value(25)
    part.limit.edited.emit()
    assert ui.settings.get(BACKUP_LIMIT) == 25
    part.limit.restore("زیاد")
    part.limit.edited.emit()
    assert ui.settings.get(BACKUP_LIMIT) == 25


def test_a_restore_shows_both_before_it_is_asked_for(
    qtbot: QtBot,
    part: BackupSettings,
    ui: UiContext,
    navigator: RecordingNavigator,
    window: Window,
    tmp_path: Path,
) -> None:
    change(ui)
    made(ui, datetime.now(UTC))
    change(ui)
    part.refresh()
    qtbot.waitUntil(lambda: "بازگرداندن…" in texts(part))
    restore = next(one for one in part.findChildren(QPushButton) if one.text() == "بازگرداندن…")
    restore.click()
    qtbot.waitUntil(lambda: top_overlay(window) is not None)
    sheet = top_overlay(window)
    assert sheet is not None
    shown = texts(sheet)
    assert "در پشتیبان" in shown
    assert "۱" in shown.splitlines()
    assert "۲" in shown.splitlines()
    primary = next(one for one in sheet.findChildren(QPushButton) if "بازگردان" in one.text())
    primary.click()
    assert navigator.take() == [call(Navigator.restore, backups(tmp_path / "backups")[0])]


def primary_of(sheet: RestoreSheet) -> QPushButton:
    assert sheet.primary is not None
    return sheet.primary


def test_a_backup_of_another_shop_is_asked_about(
    qtbot: QtBot, ui: UiContext, window: Window, tmp_path: Path
) -> None:
    made(ui, datetime.now(UTC))
    [backup] = backups(tmp_path / "backups")
    there = now = read_contents(backup)
    renamed = RestoreSheet(window, ui, replace(there, shop_name="نام پیشین"), now)
    assert primary_of(renamed).isEnabled()
    assert not renamed.agreed.isVisibleTo(renamed)
    other = replace(there, shop_id=new_id(), shop_name="کفش بهار")
    sheet = RestoreSheet(window, ui, other, now)
    said = texts(sheet)
    assert said.count("کفش بهار") >= 2
    assert said.count(now.shop_name) >= 2
    assert not primary_of(sheet).isEnabled()
    with qtbot.assertNotEmitted(sheet.confirmed, wait=10):
        primary_of(sheet).click()
    sheet.agreed.box.click()
    with qtbot.waitSignal(sheet.confirmed):
        primary_of(sheet).click()


@pytest.fixture
def note(qtbot: QtBot, window: Window, ui: UiContext) -> BackupNote:
    note = BackupNote(ui)
    window.show_page(note)
    return note


def begin_shop(ui: UiContext, days: int) -> None:
    since = datetime.now(UTC) - timedelta(days=days)
    with ui.background.database.transaction() as session:
        session.connection().exec_driver_sql(
            "UPDATE shop SET created_at = ?",
            (since.replace(tzinfo=None).isoformat(" ", "microseconds"),),
        )


def test_the_first_page_is_silent_while_backups_work(
    qtbot: QtBot, note: BackupNote, ui: UiContext
) -> None:
    note.refresh()
    with qtbot.waitSignal(ui.background.changed):
        ui.background.write(make_customer, owner=note)
    assert note.isHidden()


def test_a_shop_without_any_backup_is_told_after_three_days(
    qtbot: QtBot, note: BackupNote, ui: UiContext, tmp_path: Path
) -> None:
    begin_shop(ui, days=4)
    note.refresh()
    qtbot.waitUntil(lambda: "هنوز پشتیبان ندارید" in texts(note))
    button = next(one for one in note.findChildren(QPushButton))
    button.click()
    qtbot.waitUntil(note.isHidden)
    assert len(backups(tmp_path / "backups")) == 1


def test_days_without_a_backup_are_counted(qtbot: QtBot, note: BackupNote, ui: UiContext) -> None:
    made(ui, datetime.now(UTC) - timedelta(days=5))
    note.refresh()
    change(ui)
    note.refresh()
    qtbot.waitUntil(lambda: "۵ روز است" in texts(note))


def test_a_folder_that_failed_leads_to_the_settings(
    qtbot: QtBot, note: BackupNote, ui: UiContext, navigator: RecordingNavigator
) -> None:
    begin_shop(ui, days=9)
    path = ui.background.database.path
    folder = folder_states(ui.settings, path)[0].folder
    error = FileError(Problem.BACKUP_NOT_WRITTEN, path=folder)
    remember(
        ui.settings,
        path,
        [Attempt(folder=folder, at=datetime.now(UTC), change=0, error=error)],
    )
    note.refresh()
    qtbot.waitUntil(lambda: "مشکل چیست؟" in texts(note))
    next(one for one in note.findChildren(QPushButton)).click()
    assert navigator.take() == [call(Navigator.open_settings, SettingsTab.BACKUP)]


def test_the_keeper_makes_what_is_due_and_nothing_else(
    qtbot: QtBot, note: BackupNote, ui: UiContext, tmp_path: Path
) -> None:
    keeper = BackupKeeper(ui.background, ui.settings, note)
    with qtbot.waitSignal(keeper.remembered):
        keeper.look()
    assert len(backups(tmp_path / "backups")) == 1
    assert keeper.make_before_leaving(lambda _: None, lambda _: None, lambda *_: None) is None
    change(ui)
    keeper.look()  # a day has to pass
    done: list[object] = []
    job = keeper.make_before_leaving(done.append, done.append, lambda *_: None)
    assert job is not None
    qtbot.waitUntil(lambda: bool(done))
    assert len(backups(tmp_path / "backups")) == 2
    state = folder_states(ui.settings, ui.background.database.path)[0]
    assert state.change == change_of(ui.background.database)
