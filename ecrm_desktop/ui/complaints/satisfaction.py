"""How content a customer is, 1 to 5."""

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.widgets.segments import Segments


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
    """One of five, or not asked yet."""

    def __init__(self) -> None:
        scores = [(score, satisfaction_text(score)) for score in range(1, 6)]
        super().__init__([(None, translate("Satisfaction", "Not asked")), *scores])
