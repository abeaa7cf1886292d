"""Taking out what came in of a file before the program ended in the middle."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.importing import TakenOut, take_out_unfinished
from ecrm_desktop.queries.imports import UnfinishedRow, unfinished_imports
from ecrm_desktop.ui.background import Lane
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.work_tray import work_tray


def take_out_broken_imports(ui: UiContext, window: QWidget, owner: QObject) -> None:
    """Do it if there is any, beside everything else, and say so."""
    background = ui.background

    def take_out(unfinished: list[UnfinishedRow]) -> None:
        if not unfinished:
            return
        tray = work_tray(window)
        row = tray.add(translate("Imports", "Taking out a file that did not come in whole…"), None)

        def done(taken_out: list[TakenOut]) -> None:
            tray.remove(row)
            for one in taken_out:
                ui.messenger.inform(one.text)

        def failed(error: Exception) -> None:
            tray.remove(row)
            ui.messenger.show_error(error)

        background.run(
            lambda progress: take_out_unfinished(
                background.database, report_progress=progress.report
            ),
            done,
            owner=owner,
            lane=Lane.IMPORT,
            failed=failed,
            progress=row.show_progress,
            writes=True,
        )

    background.read(unfinished_imports, take_out, owner=owner)
