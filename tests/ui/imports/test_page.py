"""The list of imports."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.imports.page import ImportsPage
from ecrm_desktop.ui.imports.wizard import ImportWizard
from ecrm_desktop.ui.workplace import Workplace
from tests.helpers.workplace import Window


@pytest.fixture
def page(window: Window, work: Workplace) -> ImportsPage:
    page = ImportsPage(work)
    window.show_page(page)
    return page


def words(page: ImportsPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def test_an_empty_list_leads_into_the_wizard(
    qtbot: QtBot, page: ImportsPage, window: Window
) -> None:
    qtbot.waitUntil(lambda: "هرچه دارید همراه بیاورید" in words(page))
    buttons = [one for one in page.findChildren(QPushButton) if one.text() == "وارد کردن فایل…"]
    buttons[-1].click()
    (wizard,) = window.findChildren(ImportWizard)
    assert wizard.is_open
    wizard.request_close()
    assert not wizard.is_open


def test_only_one_wizard_is_open(page: ImportsPage, window: Window) -> None:
    page.start()
    page.start()
    assert len(window.findChildren(ImportWizard)) == 1
