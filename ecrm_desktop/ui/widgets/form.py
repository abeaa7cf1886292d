"""Fields with their labels, and what is wrong with each said below it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui.widgets.field import Field, join_texts
from ecrm_desktop.ui.widgets.form_row import FormRow, MoreButton, SectionTitle
from ecrm_desktop.ui.widgets.form_section import FormSection

AnyField = TypeVar("AnyField", bound=Field[Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    field: Field[Any]
    row: FormRow
    section: FormSection
    required: Problem | None
    check: Callable[[Any], object] | None


def take_theirs() -> str:
    """Return what the button says that shows again what others have written."""
    return translate("Form", "Take theirs")


class Form(QWidget):
    """Named fields in rows; `changed` whenever a person edits one.

    A field is checked when it is left, and all of them by `check`. Enter moves on. With two
    `columns` there is one while the form is narrow.
    """

    changed = Signal()

    def __init__(self, *, columns: int = 1, label_width: int = 110) -> None:
        super().__init__()
        self._columns = columns
        self._label_width = label_width
        self._entries: dict[str, _Entry] = {}
        self._sections: list[FormSection] = []
        self._clean: dict[str, Any] = {}
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(10)
        self._stack.addStretch(1)
        self._begin_section()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def add(
        self,
        name: str,
        label: str,
        field: AnyField,
        *,
        required: Problem | None = None,
        check: Callable[[Any], object] | None = None,
        hint: str = "",
        wide: bool = False,
    ) -> AnyField:
        """Add a field under the name that `InvalidInput.field` uses, and return it.

        `required` is the problem of leaving it empty; `check` gets the value and raises
        InvalidInput. In two columns a `wide` row takes both.
        """
        self._add_row(label, {name: (field, 1)}, required, check, hint=hint, wide=wide)
        return field

    def add_beside(
        self, label: str, fields: Mapping[str, tuple[Field[Any], int]], *, wide: bool = False
    ) -> None:
        """Add several fields in one row: name → (field, its share of the width; 0: as it needs)."""
        self._add_row(label, fields, None, None, hint="", wide=wide)

    def add_widget(self, widget: QWidget) -> None:
        """Add anything that is no field over the full width."""
        self._sections[-1].add(widget, wide=True)

    def section(self, title: str) -> None:
        """Begin a group of rows with a heading."""
        self._append(SectionTitle(title))
        self._begin_section()

    def more(self, title: str) -> None:
        """Begin a group of rows that is closed until it is asked for or has contents."""
        button = MoreButton(title)
        self._append(button)
        self._begin_section(button)

    def field(self, name: str) -> Field[Any]:
        """Return the field of a name."""
        return self._entries[name].field

    def show_field(self, name: str, *, visible: bool) -> None:
        """Show or hide the row of a field; what is hidden is not checked."""
        self._entries[name].row.setVisible(visible)

    def check(self) -> bool:
        """Check all fields; if any is wrong, say so at each and take the focus to the first."""
        wrong = [
            name
            for name, entry in self._entries.items()
            if not entry.row.isHidden() and not self._check_one(entry, leaving=False)
        ]
        if wrong:
            self._go_to(self._entries[wrong[0]])
        return not wrong

    def show_error(self, error: Exception) -> bool:
        """Say an error at the field it names and go there; False if it is about none of them."""
        name = error.field if isinstance(error, EcrmError) else None
        entry = self._entries.get(name) if name is not None else None
        if entry is None or not isinstance(error, EcrmError):
            return False
        entry.row.say_wrong(entry.field, explain(error))
        self._go_to(entry)
        return True

    def show_conflict(self, names: Sequence[str], error: EcrmError) -> None:
        """Say at the first of some fields what stands there by now, and offer to take it back.

        What `mark_clean` saw is what stands there.
        """
        entry = self._entries[names[0]]

        def take() -> None:
            for name in names:
                self._entries[name].field.restore(self._clean[name])
            entry.row.say_wrong(entry.field, "")
            self.changed.emit()

        entry.row.say_wrong(entry.field, explain(error))
        entry.row.offer(take_theirs(), take)
        self._go_to(entry)

    def text_of(self, names: Sequence[str]) -> str:
        """Return what some fields show, as one text."""
        fields = (self._entries[name].field for name in names if name in self._entries)
        return join_texts(field.text() for field in fields)

    @property
    def clean_contents(self) -> dict[str, Any]:
        """What `mark_clean` saw, as `snapshot` gives it."""
        return self._clean

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what `mark_clean` saw."""
        return bool(self._clean) and bool(self.edits())

    def edits(self) -> dict[str, Any]:
        """Return of `snapshot` what differs from what `mark_clean` saw."""
        return {
            name: contents
            for name, contents in self.snapshot().items()
            if contents != self._clean.get(name)
        }

    def type_over(self, contents: Mapping[str, Any]) -> None:
        """Show what `mark_clean` saw, with other contents in some fields."""
        self.restore({**self._clean, **contents})

    def mark_clean(self) -> None:
        """Take what the fields hold now as the beginning; call it when they are filled."""
        self._clean = self.snapshot()
        self._open_filled()

    def snapshot(self) -> dict[str, Any]:
        """Return what was typed, finished or not, as JSON can hold it."""
        return {name: entry.field.snapshot() for name, entry in self._entries.items()}

    def restore(self, contents: Mapping[str, Any]) -> None:
        """Type again what `snapshot` returned; call it after `mark_clean`."""
        for name, entry in self._entries.items():
            if name in contents:
                entry.field.restore(contents[name])
        self._open_filled()

    def focus_first(self) -> None:
        """Put the cursor into the first field, or the first wrong one."""
        entries = [entry for entry in self._entries.values() if not entry.row.isHidden()]
        wrong = [entry for entry in entries if entry.row.is_wrong(entry.field)]
        if entries:
            self._go_to((wrong or entries)[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on with Enter."""
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the columns that fit."""
        super().resizeEvent(event)
        for section in self._sections:
            section.fit(event.size().width())

    def _begin_section(self, button: MoreButton | None = None) -> None:
        section = FormSection(self._columns, button)
        self._sections.append(section)
        self._append(section)

    def _append(self, widget: QWidget) -> None:
        self._stack.insertWidget(self._stack.count() - 1, widget)

    def _add_row(
        self,
        label: str,
        fields: Mapping[str, tuple[Field[Any], int]],
        required: Problem | None,
        check: Callable[[Any], object] | None,
        *,
        hint: str,
        wide: bool,
    ) -> None:
        shown = f"{label} *" if required is not None else label
        row = FormRow(shown, list(fields.values()), label_width=self._label_width, hint=hint)
        section = self._sections[-1]
        section.add(row, wide=wide)
        for name, (field, _stretch) in fields.items():
            entry = _Entry(field=field, row=row, section=section, required=required, check=check)
            self._entries[name] = entry
            field.set_name(label)
            field.edited.connect(lambda one=entry: self._on_edited(one))

    def _check_one(self, entry: _Entry, *, leaving: bool) -> bool:
        sentence = ""
        try:
            if entry.field.is_empty() and entry.required is not None:
                # Somebody who only walks through the form is not scolded yet.
                if not leaving:
                    sentence = explain(InvalidInput(entry.required))
            else:
                value = entry.field.value()
                if entry.check is not None:
                    entry.check(value)
        except EcrmError as error:
            sentence = explain(error)
        entry.row.say_wrong(entry.field, sentence)
        return not sentence

    def _on_edited(self, entry: _Entry) -> None:
        if entry.row.is_wrong(entry.field):
            self._check_one(entry, leaving=False)
        self.changed.emit()

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        # None: another program; another window: the field's own calendar.
        if old is None or new is None or new.window() is not self.window():
            return
        for entry in self._entries.values():
            if entry.field.isAncestorOf(old) and not entry.field.isAncestorOf(new):
                entry.field.tidy()
                # What others did stays to be read until it is decided.
                if not entry.row.offers:
                    self._check_one(entry, leaving=True)

    def _go_to(self, entry: _Entry) -> None:
        entry.section.open()
        entry.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_filled(self) -> None:
        for entry in self._entries.values():
            if not entry.field.is_empty():
                entry.section.open()
