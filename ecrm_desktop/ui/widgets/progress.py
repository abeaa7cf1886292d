"""How far long work is, alone or with a count, a time and a way to stop it."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from ecrm_desktop.i18n import language, translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.values.digits import to_persian_digits

_FIRST_GUESS_AFTER = 1.5
_STEPS = 1000


class ProgressLine(QProgressBar):
    """A bar and nothing else; it moves to and fro while nobody knows how far the work is."""

    def __init__(self, name: str) -> None:
        """Build it with its name for screen readers."""
        super().__init__()
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.show_progress(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show a part of the whole, in numbers of any size; once all is done it is checked."""
        self.setRange(0, _STEPS if done < total else 0)
        self.setValue(_STEPS * done // max(total, 1))


class ProgressRow(QFrame):
    """A bar, `done of total`, the time left, and a cancel button if it can be stopped."""

    def __init__(
        self, text: str, cancel: Callable[[], None] | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._began = monotonic()
        self._text = Label(text)
        self._count = Label(role="muted")
        self._bar = ProgressLine(text)
        row = QHBoxLayout(self)
        row.setSpacing(theme.M)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self._count)
        if cancel is not None:
            stop = QPushButton(translate("Progress", "Cancel"))
            stop.clicked.connect(lambda _checked: cancel())
            row.addWidget(stop)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of how many are done; `total` 0 when nobody knows."""
        self._bar.show_progress(done, total)
        passed = monotonic() - self._began
        if not total:
            self._count.setText(self._localized(f"{done:,}"))
            return
        left = passed / done * (total - done) if done else 0.0
        if passed < _FIRST_GUESS_AFTER:
            text = translate("Progress", "{done} of {total}", done=f"{done:,}", total=f"{total:,}")
        else:
            text = translate(
                "Progress",
                "{done} of {total}; about {seconds} s left",
                done=f"{done:,}",
                total=f"{total:,}",
                seconds=round(left),
            )
        self._count.setText(self._localized(text))

    @staticmethod
    def _localized(text: str) -> str:
        return to_persian_digits(text.replace(",", "٬")) if language() == "fa" else text
