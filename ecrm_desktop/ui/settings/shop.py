"""The shop's name and numbers, and what it promises about complaints."""

from PySide6.QtGui import QHideEvent

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.services.edits import base_after
from ecrm_desktop.services.shop import update_shop
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.autosave import KeepTimer
from ecrm_desktop.ui.settings.part import SettingsPart
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.phone_edit import PhoneEdit
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import Severity

_AUTOSAVE_KEY = "shop-settings"
_DAYS = (0, 1, 2, 3, 4, 5, 7, 10, 14, 21, 30)


class ShopSettings(SettingsPart):
    """A form that is saved by its button; what is typed until then is kept like in any form."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        shop = ui.shop
        self._form = form = Form(label_width=170)
        self._name = form.add(
            "name", translate("Settings", "Shop's name"), TextEdit(), required=Problem.NAME_MISSING
        )
        self._name.set_value(shop.name)
        self._unit: Segments[MoneyUnit] | None = None
        if shop.money_unit is not MoneyUnit.MAJOR:
            units = (MoneyUnit.TOMAN, MoneyUnit.RIAL)
            self._unit = Segments([(unit, label(unit)) for unit in units])
            self._unit.set_value(shop.money_unit)
            form.add("money_unit", translate("Settings", "Money unit"), self._unit)
        self._phone = form.add(
            "phone",
            translate("Settings", "Shop's phone"),
            PhoneEdit(ui.display, area_code=shop.area_code),
        )
        self._phone.set_value(Phone.parse(shop.phone) if shop.phone else None)
        self._area = form.add(
            "area_code",
            translate("Settings", "Area code"),
            TextEdit(left_to_right=True),
            hint=translate("Settings", "Added to landlines that are typed without it."),
        )
        self._area.set_value(ui.display.digits(shop.area_code))
        self._address = form.add("address", translate("Settings", "Address"), MultilineEdit())
        self._address.set_value(shop.address)
        form.section(translate("Settings", "Answering complaints: at most"))
        self._promises: dict[Severity, Choice[int]] = {}
        for severity in reversed(Severity):
            days = getattr(shop, f"promise_{severity.value}")
            field = Choice([(count, self._days_text(count)) for count in sorted({*_DAYS, days})])
            field.set_value(days)
            form.add(
                f"promise_{severity.value}",
                translate("Settings", "Severity: {severity}", severity=label(severity)),
                field,
            )
            self._promises[severity] = field
        form.mark_clean()
        self._shown = self._draft()
        self._base = dict(form.clean_contents)
        self._keep = KeepTimer(self, self._keep_typed)
        form.changed.connect(self._keep.start)
        self._type_again()
        self.column.addWidget(form)
        save = Button(translate("Settings", "Save"), kind="primary", keys="Ctrl+Enter")
        save.setShortcut("Ctrl+Return")
        save.clicked.connect(lambda _checked: self.save())
        self.column.addWidget(save)
        self.column.addStretch(1)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when another page is opened or the window closes."""
        super().hideEvent(event)
        self.keep_now()

    def keep_now(self) -> None:
        """Keep what was typed until now, as happens by itself a moment after each key."""
        self._keep.keep_now()

    def save(self) -> None:
        """Save the form, or say what is wrong at its field."""
        if not self._ui.require_permission(Permission.CHANGE_SETTINGS) or not self._form.check():
            return
        draft, base = self._draft(), self._shown
        self._ui.background.write(
            lambda session: update_shop(session, draft, base=base),
            lambda _nothing: self._after_save(),
            owner=self,
            failed=self._show_error,
        )

    def _draft(self) -> ShopDraft:
        phone = self._phone.value()
        days = {severity: field.value() for severity, field in self._promises.items()}
        return ShopDraft(
            name=self._name.value(),
            money_unit=self._unit.value() if self._unit else MoneyUnit.MAJOR,
            area_code=self._area.value(),
            phone=phone.number if phone is not None else "",
            address=self._address.value(),
            promise_low=days[Severity.LOW],
            promise_normal=days[Severity.NORMAL],
            promise_high=days[Severity.HIGH],
            promise_critical=days[Severity.CRITICAL],
        )

    def _keep_typed(self) -> None:
        edits = self._form.edits()
        if edits:
            base = {name: self._base[name] for name in edits}
            self._ui.autosaves.keep(_AUTOSAVE_KEY, {"typed": edits, "base": base})
        else:
            self._ui.autosaves.drop(_AUTOSAVE_KEY)

    def _type_again(self) -> None:
        """Type only what was edited onto the settings as they are now; the base stays as it was."""
        kept = self._ui.autosaves.load(_AUTOSAVE_KEY) or {}
        typed, base = kept.get("typed"), kept.get("base")
        if isinstance(typed, dict) and isinstance(base, dict):
            self._base |= base
            self._form.type_over(base)
            self._shown = self._draft()
            self._form.type_over(typed)

    def _after_save(self) -> None:
        self._keep.stop()
        self._ui.autosaves.drop(_AUTOSAVE_KEY)
        self._form.mark_clean()
        self._ui.messenger.inform(translate("Settings", "Saved."))
        self._ui.navigator.rebuild()

    def _show_error(self, error: Exception) -> None:
        self._shown = base_after(self._shown, error)
        if not self._form.show_error(error):
            self._ui.messenger.show_error(error)

    def _days_text(self, days: int) -> str:
        if not days:
            return translate("Settings", "the same day")
        if days == 1:
            return translate("Settings", "1 day")
        return translate("Settings", "{days} days", days=self._ui.display.number(days))
