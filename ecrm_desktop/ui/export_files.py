"""Where a file that is made is saved, and how it is opened then."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.export_requests import FileKind
from ecrm_desktop.values.statuses import ExportFormat

ChooseFile = Callable[[QWidget, Path, FileKind], Path | None]


def ask_for_file(window: QWidget, suggested: Path, kind: FileKind) -> Path | None:
    """Ask in the system's dialog where a file is to be written; None if nowhere."""
    chosen, _filter = QFileDialog.getSaveFileName(
        window,
        translate("Exporting", "Where shall it be saved?"),
        str(suggested),
        f"{label(ExportFormat(kind.value))} (*.{kind.value})",
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(f".{kind.value}")


def open_file(path: Path) -> None:
    """Open a file with the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
