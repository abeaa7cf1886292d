"""Language and colours of the program on this PC."""

from ecrm_desktop.i18n import LANGUAGES, translate
from ecrm_desktop.settings import COLOR_SCHEME, LANGUAGE
from ecrm_desktop.ui.settings.part import SettingsPart
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.segments import Segments


class ProgramSettings(SettingsPart):
    """Choices that take effect at once."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        settings = ui.settings
        form = Form(label_width=170)
        self.language = Segments(list(LANGUAGES.items()))
        self.language.set_value(settings.get(LANGUAGE))
        self.language.edited.connect(self._choose_language)
        form.add("language", translate("Settings", "Language"), self.language)
        self.scheme = Segments(
            [
                ("system", translate("Settings", "As Windows has it")),
                ("light", translate("Settings", "Light")),
                ("dark", translate("Settings", "Dark")),
            ]
        )
        self.scheme.set_value(settings.get(COLOR_SCHEME))
        self.scheme.edited.connect(self._choose_scheme)
        form.add("scheme", translate("Settings", "Colours"), self.scheme)
        self.column.addWidget(form)
        self.column.addStretch(1)

    def _choose_language(self) -> None:
        self._ui.settings.set(LANGUAGE, self.language.value())
        self._ui.navigator.rebuild()

    def _choose_scheme(self) -> None:
        self._ui.settings.set(COLOR_SCHEME, self.scheme.value())
        self._ui.navigator.change_look()
