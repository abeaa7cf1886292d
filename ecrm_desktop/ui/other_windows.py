"""Hides all windows of the program but one, whatever kind they are."""

from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget


def hide_other_windows(stays: QWidget) -> None:
    """Hide menus, calendars, tool tips and windows; dialogs of the system are answered with no."""
    QToolTip.hideText()
    for window in QApplication.topLevelWidgets():
        if window is stays or not window.isVisible():
            continue
        if isinstance(window, QDialog):
            window.reject()
        window.hide()
