"""Fields that only a customer has: codes, consents, social networks and the shop's own."""

from datetime import date
from decimal import Decimal
from typing import Any

from ecrm_desktop.drafts.customers import ConsentDraft
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import FieldRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.field import Field, LineField
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.ui.widgets.joined_field import JoinedField
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.numerals import parse_scaled
from ecrm_desktop.values.statuses import ConsentChannel, FieldKind, SocialNetwork

_PLACES = 6
_LARGEST = 10 ** (15 + _PLACES) - 1


class DigitsEdit(TextEdit):
    """A code in the digits of the language; its value has Latin ones."""

    def __init__(self, display: Display, *, limit: int) -> None:
        super().__init__(left_to_right=True, limit=limit)
        self._display = display

    def value(self) -> str:
        """Return the code; InvalidInput as `clean` raises it."""
        return to_latin_digits(super().value())

    def set_value(self, value: str) -> None:
        """Show a code."""
        super().set_value(self._display.digits(value))

    def tidy(self) -> None:
        """Write the digits as the language does."""
        self.set_value(self.line.text())


class ConsentEdit(JoinedField[ConsentDraft | None]):
    """Whether a customer agreed to one channel, since when, and how we know."""

    def __init__(self, ui: UiContext, channel: ConsentChannel) -> None:
        self._ui = ui
        self.channel = channel
        self.granted: Choice[bool | None] = Choice(
            [
                (None, translate("CustomerForm", "not asked")),
                (True, translate("CustomerForm", "agreed")),
                (False, translate("CustomerForm", "refused")),
            ]
        )
        self.given_on = JalaliEdit(ui.display, today=ui.today)
        self.source = TextEdit(placeholder=translate("CustomerForm", "how we know"))
        super().__init__(
            {
                "granted": (self.granted, 3),
                "given_on": (self.given_on, 3),
                "source": (self.source, 4),
            },
            main="granted",
        )
        for part in (self.given_on, self.source):
            # The answers of all channels stand below each other.
            keeps_place = part.sizePolicy()
            keeps_place.setRetainSizeWhenHidden(True)
            part.setSizePolicy(keeps_place)
        self.granted.edited.connect(self._on_granted)
        self._show_rest()

    def value(self) -> ConsentDraft | None:
        """Return what was agreed, None if nobody asked."""
        granted = self.granted.value()
        if granted is None:
            return None
        return ConsentDraft(
            channel=self.channel,
            granted=granted,
            given_on=self.given_on.value(),
            source=self.source.value(),
        )

    def set_value(self, value: ConsentDraft | None) -> None:
        """Show what was agreed."""
        self.granted.set_value(value.granted if value else None)
        self.given_on.set_value(value.given_on if value else None)
        self.source.set_value(value.source if value else "")
        self._show_rest()

    def restore(self, contents: Any) -> None:
        """Show what was typed again."""
        super().restore(contents)
        self._show_rest()

    def hint(self) -> str:
        """Say nothing below: the day of the week matters to nobody here."""
        return ""

    def _on_granted(self) -> None:
        if self.granted.value() is not None and self.given_on.is_empty():
            self.given_on.set_value(self._ui.today())
        self._show_rest()

    def _show_rest(self) -> None:
        asked = self.granted.value() is not None
        self.given_on.setVisible(asked)
        self.source.setVisible(asked)


class SocialRow(JoinedField[tuple[SocialNetwork, str]]):
    """A network and the name there."""

    def __init__(self) -> None:
        self.network: Choice[SocialNetwork] = Choice([(one, label(one)) for one in SocialNetwork])
        self.handle = TextEdit(left_to_right=True)
        super().__init__({"network": (self.network, 2), "handle": (self.handle, 3)}, main="handle")

    def value(self) -> tuple[SocialNetwork, str]:
        """Return both."""
        return self.network.value(), self.handle.value()

    def set_value(self, value: tuple[SocialNetwork, str]) -> None:
        """Show both."""
        self.network.set_value(value[0])
        self.handle.set_value(value[1])


class OwnNumber(LineField[str]):
    """A number as the database keeps it: Latin digits and a point."""

    def __init__(self, display: Display) -> None:
        super().__init__(left_to_right=True)
        self._display = display

    def value(self) -> str:
        """Return the number; InvalidInput as `parse_scaled` raises it."""
        if self.is_empty():
            return ""
        scaled = Decimal(parse_scaled(self.line.text(), _PLACES, limit=_LARGEST))
        text = f"{scaled.scaleb(-_PLACES):f}"
        return text.rstrip("0").rstrip(".")

    def set_value(self, value: str) -> None:
        """Show a stored number."""
        self.line.setText(self._display.digits(value))


class OwnDate(JoinedField[str]):
    """A date as the database keeps it: ISO, Gregorian."""

    def __init__(self, ui: UiContext) -> None:
        self.day = JalaliEdit(ui.display, today=ui.today)
        super().__init__({"day": (self.day, 1)}, main="day")

    def value(self) -> str:
        """Return the date; InvalidInput as `parse_date` raises it."""
        day = self.day.value()
        return day.isoformat() if day is not None else ""

    def set_value(self, value: str) -> None:
        """Show a stored date."""
        self.day.set_value(date.fromisoformat(value) if value else None)


class OwnChoice(Choice[str | None]):
    """One of the choices the shop defined, or nothing."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        super().__init__([(None, "—"), *((one, one) for one in choices)])
        self._choices = choices

    def set_value(self, value: str | None) -> None:
        """Show a stored choice, even one that is no longer offered."""
        if value and value not in self._choices:
            self.set_options([(None, "—"), *((one, one) for one in (*self._choices, value))])
        super().set_value(value or None)


def own_field_edit(field: FieldRow, ui: UiContext) -> Field[Any]:
    """Return the field for what the shop defined; its value is the stored text."""
    match field.kind:
        case FieldKind.NUMBER:
            return OwnNumber(ui.display)
        case FieldKind.DATE:
            return OwnDate(ui)
        case FieldKind.CHOICE:
            return OwnChoice(field.choices)
        case _:
            return TextEdit()
