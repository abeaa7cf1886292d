"""Chooses who is called: a customer, or a number that belongs to nobody yet."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.customer_picker import CustomerPicker
from ecrm_desktop.ui.widgets.hit_popup import Hit
from ecrm_desktop.values.phone import Phone

_PHONE = "phone"


class CallerPicker(CustomerPicker):
    """A customer, an unknown number, or nobody.

    `stranger(Phone)` when a number was typed that nobody has; `new_name(str)` when Enter is
    pressed on a name that nobody has.
    """

    stranger = Signal(object)
    new_name = Signal(str)

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background, ui.display, nothing=self._nothing)
        self._area_code = ui.shop.area_code
        self.unknown.connect(self._on_unknown)

    def whom(self) -> UUID | Phone | None:
        """Return the customer or the unknown number that is chosen now."""
        hit = self._hit
        return hit.id if hit is not None and isinstance(hit.id, UUID | Phone) else None

    def phone(self) -> Phone | None:
        """Return the unknown number; InvalidInput CHOICE_WRONG if something else is typed."""
        hit = self.value()
        return hit.id if hit is not None and isinstance(hit.id, Phone) else None

    def show_phone(self, phone: Phone) -> None:
        """Show an unknown number as chosen; not an edit."""
        self.set_value(
            Hit(
                kind=_PHONE,
                id=phone,
                title=self._display.phone(phone.number),
                text=translate("CallSheet", "unknown number"),
                icon="phone",
            )
        )

    def tidy(self) -> None:
        """Take a whole number that was typed for what it is, when the field is left."""
        phone = self._typed()
        if phone is not None:
            self._take_phone(phone)

    def snapshot(self) -> dict[str, str]:
        """Return what was chosen or typed."""
        whom = self.whom()
        return {_PHONE: whom.number} if isinstance(whom, Phone) else super().snapshot()

    def restore(self, contents: Any) -> None:
        """Show again what was chosen or typed."""
        match contents:
            case {"phone": str(number)}:
                with suppress(InvalidInput):
                    self.show_phone(Phone.parse(number))
            case _:
                super().restore(contents)

    def _typed(self) -> Phone | None:
        if self._hit is not None or not self.line.wanted:
            return None
        return self._parsed(self.line.wanted)

    def _parsed(self, text: str) -> Phone | None:
        try:
            return Phone.parse(text, area_code=self._area_code)
        except InvalidInput:
            return None

    def _nothing(self, text: str) -> str:
        if self._parsed(text) is not None:
            return translate("CallSheet", "An unknown number: Enter goes on with it.")
        return translate(
            "CallSheet", "Nobody found: Enter makes a customer of “{text}”.", text=text
        )

    def _on_unknown(self, text: str) -> None:
        phone = self._parsed(text)
        if phone is None:
            self.new_name.emit(text)
        else:
            self._take_phone(phone)

    def _take_phone(self, phone: Phone) -> None:
        self.show_phone(phone)
        self.edited.emit()
        self.stranger.emit(phone)
