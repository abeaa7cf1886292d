"""The phones of a customer, of which one is the main one."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from ecrm_desktop.drafts.customers import PhoneDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.joined_field import JoinedField
from ecrm_desktop.ui.widgets.list_edit import ListEdit
from ecrm_desktop.ui.widgets.phone_edit import PhoneEdit
from ecrm_desktop.ui.widgets.tick import Tick
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.phone import PhoneKind
from ecrm_desktop.values.statuses import PhoneLabel


class PhonesEdit(ListEdit[PhoneDraft]):
    """A row a phone; without a tick the first one is the main one."""

    def __init__(self, display: Display, *, area_code: str) -> None:
        super().__init__(
            lambda: PhoneRow(display, area_code=area_code, on_main=self._take_main),
            add_text=translate("CustomerForm", "Another phone"),
        )
        self.edited.connect(self._show_ticks)
        self._show_ticks()

    def set_value(self, value: Sequence[PhoneDraft]) -> None:
        """Show a row for each phone."""
        super().set_value(value)
        self._show_ticks()

    def restore(self, contents: object) -> None:
        """Show the rows again."""
        super().restore(contents)
        self._show_ticks()

    def numbers(self) -> tuple[str, ...]:
        """Return those numbers that are whole already, E.164."""
        found = []
        for row in self.fields:
            with suppress(InvalidInput):
                if not row.is_empty():
                    found.append(row.value().phone.number)
        return tuple(found)

    def _take_main(self, chosen: "PhoneRow") -> None:
        for row in self.fields:
            if isinstance(row, PhoneRow) and row is not chosen:
                row.main.set_value(value=False)

    def _show_ticks(self) -> None:
        several = sum(not row.is_empty() for row in self.fields) > 1
        for row in self.fields:
            if isinstance(row, PhoneRow):
                row.main.setVisible(several)


class PhoneRow(JoinedField[PhoneDraft]):
    """A number, where it rings, and whether it is the main one."""

    def __init__(
        self, display: Display, *, area_code: str, on_main: Callable[["PhoneRow"], None]
    ) -> None:
        self.phone = PhoneEdit(display, area_code=area_code)
        self.label: Choice[PhoneLabel] = Choice([(one, label(one)) for one in PhoneLabel])
        self.main = Tick(translate("CustomerForm", "main"))
        super().__init__(
            {"phone": (self.phone, 3), "label": (self.label, 2), "main": (self.main, 0)},
            main="phone",
        )
        self.main.edited.connect(lambda: on_main(self))
        self.phone.edited.connect(self._follow_kind)

    def value(self) -> PhoneDraft:
        """Return the phone; InvalidInput as `Phone.parse` raises it."""
        phone = self.phone.value()
        if phone is None:
            raise InvalidInput(Problem.TEXT_EMPTY)
        return PhoneDraft(phone=phone, label=self.label.value(), is_primary=self.main.value())

    def set_value(self, value: PhoneDraft) -> None:
        """Show a phone."""
        self.phone.set_value(value.phone)
        self.label.set_value(value.label)
        self.main.set_value(value=value.is_primary)

    def _follow_kind(self) -> None:
        """Call a landline one, and a mobile, unless somebody chose another label."""
        with suppress(InvalidInput):
            phone = self.phone.value()
            kind = phone.kind if phone is not None else None
            present = self.label.value()
            if kind == PhoneKind.LANDLINE and present == PhoneLabel.MOBILE:
                self.label.set_value(PhoneLabel.HOME)
            elif kind == PhoneKind.MOBILE and present == PhoneLabel.HOME:
                self.label.set_value(PhoneLabel.MOBILE)
