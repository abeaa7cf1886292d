"""The first start: the shop's name, its money unit, the user's name, and no other question."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.welcome.start_window import StartWindow
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.progress import ProgressLine
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.money import MoneyUnit

ChoosePackage = Callable[[QWidget], Path | None]


class Welcome(StartWindow):
    """`begun(ShopDraft, owner's name)` to make the shop, `sample_asked` to look around.

    `restore_asked` by who has a shop already, on a stick; `package_chosen(Path)` by who took all of
    it along; `join_asked` where other computers have the shop.
    """

    begun = Signal(object, str)
    sample_asked = Signal()
    restore_asked = Signal()
    join_asked = Signal()
    package_chosen = Signal(object)

    def __init__(self, *, choose_package: ChoosePackage | None = None) -> None:
        """By default the system's dialog asks for the package."""
        super().__init__(
            translate("Welcome", "Welcome to ECRM"),
            translate(
                "Welcome",
                "Your customers, calls, complaints and purchases stay on this computer."
                " Three answers and you are ready.",
            ),
        )
        self._form = Form(label_width=96)
        self._name = self._form.add(
            "name", translate("Welcome", "Shop's name"), TextEdit(), required=Problem.NAME_MISSING
        )
        units = (MoneyUnit.TOMAN, MoneyUnit.RIAL)
        self._unit = self._form.add(
            "money_unit",
            translate("Welcome", "Money unit"),
            Segments([(unit, label(unit)) for unit in units]),
        )
        self._owner = self._form.add(
            "owner_name",
            translate("Welcome", "Your name"),
            TextEdit(),
            required=Problem.NAME_MISSING,
        )
        self.card.addWidget(self._form)
        self._start = QPushButton(translate("Welcome", "Start"))
        self._start.setProperty("kind", "primary")
        self._start.setAutoDefault(True)
        self._start.clicked.connect(self._begin)
        self._sample = QPushButton(translate("Welcome", "Look around in a sample shop"))
        self._sample.setProperty("kind", "quiet")
        self._sample.setAutoDefault(True)
        self._sample.clicked.connect(self._ask_sample)
        row = QHBoxLayout()
        row.addWidget(self._start)
        row.addStretch()
        row.addWidget(self._sample)
        self.card.addLayout(row)
        self._restore = QPushButton(translate("Welcome", "I have a backup of my shop…"))
        self._restore.setProperty("kind", "quiet")
        self._restore.setAutoDefault(True)
        self._restore.clicked.connect(lambda _checked: self.restore_asked.emit())
        self._package = QPushButton(translate("Welcome", "Bring in a package…"))
        self._package.setProperty("kind", "quiet")
        self._package.setAutoDefault(True)
        self._package.clicked.connect(lambda _checked: self._ask_package())
        self._choose_package = choose_package or _ask_for_package
        row = QHBoxLayout()
        row.addWidget(self._restore)
        row.addStretch()
        row.addWidget(self._package)
        self.card.addLayout(row)
        self._joining = QPushButton(translate("Welcome", "Other computers have my shop…"))
        self._joining.setProperty("kind", "quiet")
        self._joining.setAutoDefault(True)
        self._joining.clicked.connect(lambda _checked: self.join_asked.emit())
        row = QHBoxLayout()
        row.addWidget(self._joining)
        row.addStretch()
        self.card.addLayout(row)
        self._bar = ProgressLine(self._package.text())
        self._bar.hide()
        self.card.addWidget(self._bar)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._begin)
        self._form.focus_first()

    def show_error(self, error: Exception) -> bool:
        """Say an error at its field and let the user try again; False if it is about no field."""
        self._set_busy(busy=False)
        self._bar.hide()
        return self._form.show_error(error)

    def _begin(self) -> None:
        if self._form.check():
            self._set_busy(busy=True)
            draft = ShopDraft(name=self._name.value(), money_unit=self._unit.value())
            self.begun.emit(draft, self._owner.value())

    def _ask_sample(self) -> None:
        self._set_busy(busy=True)
        self._sample.setText(translate("Welcome", "Preparing the sample shop…"))
        self.sample_asked.emit()

    def show_progress(self, done: int, total: int) -> None:
        """Show which part of a package is here."""
        self._bar.show()
        self._bar.show_progress(done, total)

    def _ask_package(self) -> None:
        package = self._choose_package(self)
        if package is not None:
            self._set_busy(busy=True)
            self.package_chosen.emit(package)

    def _set_busy(self, *, busy: bool) -> None:
        self._start.setEnabled(not busy)
        self._sample.setEnabled(not busy)
        self._restore.setEnabled(not busy)
        self._package.setEnabled(not busy)
        self._joining.setEnabled(not busy)


def _ask_for_package(parent: QWidget) -> Path | None:
    name, _kind = QFileDialog.getOpenFileName(
        parent,
        translate("Welcome", "Which package?"),
        str(Path.home()),
        translate("Welcome", "Packages (*.zip)"),
    )
    return Path(name) if name else None
