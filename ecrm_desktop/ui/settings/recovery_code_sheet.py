"""The recovery code of an owner who has a new password, to be put on paper."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.reports.layout import Report
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.settings.phrase_view import PhraseView
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.sheet import Sheet


class RecoveryCodeSheet(Sheet):
    """Shows it, once."""

    def __init__(self, asker: QWidget, ui: UiContext, name: str, code: str) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        about = translate(
            "RecoveryCode",
            "Whoever forgets the password of {name} gets in with this code. Print it or write it "
            "down now: it is not shown again.",
            name=name,
        )
        column.addWidget(Label(about, wrap=True))

        def build() -> Report:
            from ecrm_desktop.reports.recovery import (  # noqa: PLC0415 - only if asked
                recovery_code_report,
            )

            return recovery_code_report(code, name, ui.display, shop_name=ui.shop.name)

        title = translate("RecoveryCode", "Recovery code")
        column.addWidget(PhraseView(ui, code.split(), title, build))
        super().__init__(asker, ui.messenger, title=title, body=body)
        self.show_closing_only()
