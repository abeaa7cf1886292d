"""How backups and what is in them are told."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QGridLayout, QWidget

from ecrm_desktop.backup.contents import Contents
from ecrm_desktop.i18n import RIGHT_TO_LEFT, language, translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.text import isolate_words

_MEGABYTE: Final = 1_000_000
_COUNTED: Final[dict[str, Callable[[], str]]] = {
    "customers": lambda: translate("Backup", "Customers"),
    "purchases": lambda: translate("Backup", "Purchases"),
    "interactions": lambda: translate("Backup", "Calls"),
    "complaints": lambda: translate("Backup", "Complaints"),
    "tasks": lambda: translate("Backup", "Tasks"),
    "products": lambda: translate("Backup", "Products"),
}


def moment(instant: datetime, display: Display) -> str:
    """Return day and time of a backup, such as «امروز ۱۰:۳۰»."""
    today = datetime.now(display.timezone).date()
    local = instant.astimezone(display.timezone)
    # Isolated, since a date and a time of nothing but digits would change places.
    day = isolate_words(display.day(local.date(), today=today))
    time = isolate_words(display.time(local.time()))
    # What is isolated does not tell which way the line goes.
    mark = "\u200f" if language() in RIGHT_TO_LEFT else ""
    return mark + translate("Backup", "{day} {time}", day=day, time=time)


def size_text(size: int, display: Display) -> str:
    """Return a size in whole megabytes, one at least."""
    megabytes = display.number(max(1, round(size / _MEGABYTE)))
    return translate("Backup", "{size} megabytes", size=megabytes)


def changed_text(contents: Contents, display: Display) -> str:
    """Return when something in a file was changed last."""
    if contents.changed_at is None:
        return translate("Backup", "nothing yet")
    return moment(contents.changed_at, display)


class ContentsTable(QWidget):
    """What is in one file or several side by side, each under its title."""

    def __init__(self, files: list[tuple[str, Contents]], display: Display) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.L)
        grid.setVerticalSpacing(theme.XS)
        rows = [("", [title for title, _file in files])]
        rows.append(
            (
                translate("Backup", "Shop"),
                [isolate_words(file.shop_name) for _title, file in files],
            )
        )
        rows.append(
            (
                translate("Backup", "Last change"),
                [changed_text(file, display) for _title, file in files],
            )
        )
        rows += [
            (name(), [display.number(file.counts[key]) for _title, file in files])
            for key, name in _COUNTED.items()
        ]
        for row, (name, texts) in enumerate(rows):
            if not any((name, *texts)):
                continue
            grid.addWidget(Label(name, "muted"), row, 0)
            for column, text in enumerate(texts, start=1):
                grid.addWidget(Label(text, "muted" if row == 0 else "", wrap=True), row, column)
        for column in range(1, len(files) + 1):
            grid.setColumnStretch(column, 1)
