"""How content a customer is, 1 to 5."""

from typing import Any

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.values.display import Display

_BEST = 5


def satisfaction_text(score: int) -> str:
    """Return a score in words."""
    return {
        1: translate("Satisfaction", "Very unhappy"),
        2: translate("Satisfaction", "Unhappy"),
        3: translate("Satisfaction", "So-so"),
        4: translate("Satisfaction", "Content"),
        5: translate("Satisfaction", "Very content"),
    }[score]


class SatisfactionEdit(Segments[int | None]):
    """One of five, or not asked yet; the hint says the score in words."""

    def __init__(self, display: Display) -> None:
        self._display = display
        scores = [(score, display.number(score)) for score in range(1, _BEST + 1)]
        super().__init__([(None, translate("Satisfaction", "Not asked")), *scores])
        self.edited.connect(self._notify)

    def set_value(self, value: int | None) -> None:
        """Show a score."""
        super().set_value(value)
        self._notify()

    def restore(self, contents: Any) -> None:
        """Choose again what was chosen."""
        super().restore(contents)
        self._notify()

    def hint(self) -> str:
        """Return the score in words."""
        score = self.value()
        if score is None:
            return ""
        return translate(
            "Satisfaction",
            "{score} of {best}: {words}",
            score=self._display.number(score),
            best=self._display.number(_BEST),
            words=satisfaction_text(score),
        )

    def _notify(self) -> None:
        self.hinted.emit(self.hint())
