"""The customer fields that the shop defines itself."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.customers import CustomerFieldDraft
from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import FieldRow, customer_fields
from ecrm_desktop.services.customer_fields import (
    define_customer_field,
    delete_customer_field,
    update_customer_field,
)
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.deleting import delete_with_undo
from ecrm_desktop.ui.settings.part import SettingsPart, line_card
from ecrm_desktop.ui.settings.seen_base import SeenBase
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import FieldKind


class OwnFieldsSettings(SettingsPart):
    """A row a field, with editing in a sheet."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        about = Label(
            translate(
                "Settings",
                "Anything else you want to keep of a customer: shoe size, favourite team,"
                " name of a child. These fields appear in the customer's form.",
            ),
            "muted",
            wrap=True,
        )
        self.column.addWidget(about)
        self.column.addLayout(self.lines)
        add = Button(translate("Settings", "Add a field"), icon="plus")
        add.clicked.connect(lambda _checked: self._edit(None))
        self.column.addWidget(add)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Read the fields again."""
        self._ui.background.read(customer_fields, self._show, owner=self, key="fields")

    def _show(self, rows: list[FieldRow]) -> None:
        self.show_lines(map(self._line, rows))

    def _line(self, row: FieldRow) -> QWidget:
        edit = Button(translate("Settings", "Edit"), kind="quiet", icon="pencil")
        edit.clicked.connect(lambda _checked: self._edit(row))
        delete = Button(translate("Settings", "Delete"), kind="quiet", icon="trash-2")
        delete.clicked.connect(lambda _checked: self._delete(row))
        return line_card(row.title, [Badge(label(row.kind), BadgeKind.GREY)], [edit, delete])

    def _edit(self, row: FieldRow | None) -> None:
        if not self._ui.require_permission(Permission.CHANGE_SETTINGS):
            return
        form = Form(label_width=90)
        title = form.add(
            "title", translate("Settings", "Name"), TextEdit(), required=Problem.NAME_MISSING
        )
        kind = form.add(
            "kind",
            translate("Settings", "Kind"),
            Segments([(one, label(one)) for one in FieldKind]),
        )
        choices = form.add(
            "choices",
            translate("Settings", "Choices"),
            MultilineEdit(),
            hint=translate("Settings", "One choice a line."),
        )
        if row is not None:
            title.set_value(row.title)
            kind.set_value(row.kind)
            choices.set_value("\n".join(row.choices))

        def show_choices() -> None:
            form.show_field("choices", visible=kind.value() is FieldKind.CHOICE)

        kind.edited.connect(show_choices)
        show_choices()

        seen = SeenBase(
            CustomerFieldDraft(
                title="" if row is None else row.title,
                kind=FieldKind.TEXT if row is None else row.kind,
                choices=() if row is None else row.choices,
            )
        )

        def action() -> Callable[[Session], object]:
            draft = CustomerFieldDraft(
                title=title.value(),
                kind=kind.value(),
                choices=tuple(choices.value().splitlines()),
            )
            if row is None:
                return partial(define_customer_field, draft=draft)
            return partial(update_customer_field, field_id=row.id, draft=draft, base=seen.base)

        sheet = FormSheet(
            self,
            self._ui.messenger,
            self._ui.background,
            title=translate("Settings", "Add a field") if row is None else row.title,
            form=form,
            action=action,
            width=460,
        )
        sheet.refused.connect(seen.learn)
        sheet.open()

    def _delete(self, row: FieldRow) -> None:
        if not self._ui.require_permission(Permission.CHANGE_SETTINGS):
            return
        delete_with_undo(
            self._ui,
            partial(delete_customer_field, field_id=row.id),
            translate("Settings", "The field “{name}” was deleted.", name=row.title),
            owner=self,
        )
