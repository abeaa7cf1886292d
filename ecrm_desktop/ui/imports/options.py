"""How the author of a file wrote, and what is done with what is here already."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.drafts.imports import MatchBy, OnMatch
from ecrm_desktop.errors import Problem
from ecrm_desktop.exchange.fields import Holds
from ecrm_desktop.exchange.mapping import DateOrder, Mapping
from ecrm_desktop.exchange.recognition import About
from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.imports.plan import ImportPlan
from ecrm_desktop.ui.imports.texts import match_text, on_match_text, order_text
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.field import Field
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.tick import Tick
from ecrm_desktop.values.jalali import Calendar
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import ImportKind

_NEEDED = {
    MatchBy.CODE: ({"code"},),
    MatchBy.PHONE: ({"phone", "phone2", "phone3", "phones"},),
    MatchBy.NATIONAL_ID: ({"national_id"},),
    MatchBy.EMAIL: ({"email"},),
    MatchBy.NAME_AND_PHONE: (
        {"phone", "phone2", "phone3", "phones"},
        {"name", "first_name", "last_name", "company"},
    ),
}


class Options(QWidget):
    """Shows the choices that matter for the columns there are.

    `changed` when a person changed one, `header_changed(bool)` for that of the first row.
    """

    changed = Signal()
    header_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.header = Tick(translate("ImportWizard", "The first row has the titles"), ticked=True)
        self.unit = Choice[MoneyUnit | None](
            [
                (None, translate("ImportWizard", "Choose…")),
                (MoneyUnit.TOMAN, translate("ImportWizard", "Toman")),
                (MoneyUnit.RIAL, translate("ImportWizard", "Rial")),
            ]
        )
        self.scale = Choice[int | None](
            [
                (1, translate("ImportWizard", "written in full")),
                (1_000, translate("ImportWizard", "in thousands")),
                (1_000_000, translate("ImportWizard", "in millions")),
                (None, translate("ImportWizard", "as each title says")),
            ]
        )
        self.calendar = Choice[Calendar | None](
            [
                (None, translate("ImportWizard", "As its year says")),
                ("jalali", translate("ImportWizard", "Jalali")),
                ("gregorian", translate("ImportWizard", "Gregorian")),
            ]
        )
        self.order = Choice[DateOrder]([(one, order_text(one)) for one in DateOrder])
        self.comma = Tick(translate("ImportWizard", "The comma is the decimal sign"))
        self.returns = Tick(translate("ImportWizard", "All rows are about what came back"))
        self.on_match = Choice[OnMatch](
            [
                (one, on_match_text(one))
                for one in (OnMatch.FILL_EMPTY, OnMatch.UPDATE_ALL, OnMatch.ADD_ONLY)
            ]
        )
        self._form = Form(label_width=92)
        self._form.add(
            "unit",
            translate("ImportWizard", "Amounts in"),
            self.unit,
            required=Problem.UNIT_MISSING,
        )
        self._form.add("scale", translate("ImportWizard", "Amounts are"), self.scale)
        self._form.add("calendar", translate("ImportWizard", "Calendar"), self.calendar)
        self._form.add("order", translate("ImportWizard", "Dates are"), self.order)
        self._doubt = Note(
            translate(
                "ImportWizard",
                "The dates can be read in several ways: please check calendar and order below.",
            )
        )
        self._title = Label(role="heading")
        self._about = Label(role="muted", wrap=True)
        self._ways = {way: Tick("") for way in MatchBy}
        self._then = Form(label_width=92)
        self._then.add("on_match", translate("ImportWizard", "Then"), self.on_match)
        edits: tuple[Field[Any], ...] = (
            self.unit,
            self.scale,
            self.calendar,
            self.order,
            self.comma,
            self.returns,
        )
        for field in (*edits, self.on_match, *self._ways.values()):
            field.edited.connect(self.changed)
        self.header.edited.connect(lambda: self.header_changed.emit(self.header.value()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._doubt)
        column.addSpacing(theme.XS)
        column.addWidget(self._form)
        column.addWidget(self.comma)
        column.addWidget(self.returns)
        column.addSpacing(theme.M)
        column.addWidget(self._title)
        column.addWidget(self._about)
        for tick in self._ways.values():
            column.addWidget(tick)
        column.addWidget(self._then)
        column.addStretch()

    def event(self, event: QEvent) -> bool:
        """Take the height that sentences need which appear later."""
        handled = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self.setMinimumHeight(self.heightForWidth(self.width()))
        return handled

    def show_plan(self, plan: ImportPlan, *, asks_unit: bool) -> None:
        """Show a plan's choices; `asks_unit` if the shop counts in rials."""
        mapping = plan.mapping
        held = {mapping.kind_of(name) for name in mapping.columns}
        dates = bool(held & {Holds.DATE, Holds.BIRTHDAY})
        self.header.set_value(bool(plan.sheet.header))
        self.unit.set_value(mapping.unit if mapping.unit is not MoneyUnit.MAJOR else None)
        self.scale.set_value(mapping.scale)
        self.calendar.set_value(mapping.calendar)
        self.order.set_value(mapping.date_order)
        self.comma.set_value(mapping.decimal_comma)
        self.returns.set_value(mapping.returns)
        self.on_match.set_value(mapping.on_match)
        self.header.setVisible(plan.may_change_header)
        self._form.show_field("unit", visible=asks_unit and mapping.has_amounts)
        self._form.show_field("scale", visible=mapping.has_amounts and asks_unit)
        self._form.show_field("calendar", visible=dates)
        self._form.show_field("order", visible=dates)
        self.comma.setVisible(bool(held & {Holds.AMOUNT, Holds.QUANTITY}))
        self.returns.setVisible(mapping.kind is ImportKind.PURCHASES)
        self._doubt.setVisible(dates and plan.doubts_about(About.CALENDAR, About.DATE_ORDER))
        self._show_matches(mapping)

    def apply(self, mapping: Mapping) -> Mapping:
        """Return a mapping with what is chosen here."""
        ways = tuple(
            way for way in offered_ways(mapping.kind, mapping.columns) if self._ways[way].value()
        )
        scale = self.scale.value()
        if scale is not None and scale != mapping.scale:
            mapping = mapping.with_scale(scale)
        return replace(
            mapping,
            unit=self.unit.value() or mapping.unit,
            calendar=self.calendar.value(),
            date_order=self.order.value(),
            decimal_comma=self.comma.value(),
            returns=self.returns.value() and mapping.kind is ImportKind.PURCHASES,
            match=ways,
            on_match=self.on_match.value(),
        )

    def check(self) -> bool:
        """Whether nothing is missing; says what is, and goes there."""
        return self._form.check()

    def _show_matches(self, mapping: Mapping) -> None:
        kind = mapping.kind
        offered = offered_ways(kind, mapping.columns)
        self._title.setText(
            translate("ImportWizard", "Which are here already?")
            if kind is not ImportKind.CUSTOMERS
            else translate("ImportWizard", "Who is here already?")
        )
        for way, tick in self._ways.items():
            tick.box.setText(match_text(way, kind))
            tick.set_value(way in mapping.match)
            tick.setVisible(way in offered)
        self._then.setVisible(bool(offered))
        self._about.setText(_about(kind, offered))


def offered_ways(kind: ImportKind, columns: Sequence[str]) -> tuple[MatchBy, ...]:
    """Return what can tell records apart by these columns."""
    there = set(columns)
    if kind is ImportKind.PRODUCTS:
        return (MatchBy.CODE,) if there & {"code", "barcode"} else ()
    if kind is not ImportKind.CUSTOMERS:
        return ()
    return tuple(way for way, groups in _NEEDED.items() if all(there & group for group in groups))


def _about(kind: ImportKind, offered: Sequence[MatchBy]) -> str:
    if kind is ImportKind.PURCHASES:
        return translate(
            "ImportWizard",
            "Purchases that came from this file before are not recorded again. Their customer is "
            "found by code, phone or name, and made if unknown.",
        )
    if kind is ImportKind.INTERACTIONS:
        return translate(
            "ImportWizard",
            "What came from this file before is not recorded again. The customer is found by "
            "code, phone or name.",
        )
    if not offered:
        return translate("ImportWizard", "Nothing in the file can tell; every row is added as new.")
    return translate("ImportWizard", "A row is about somebody known if the same is their:")
