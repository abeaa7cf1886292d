"""The words for rows that have the phone or address of somebody with another name."""

from ecrm_desktop.drafts.imports import MatchBy, SharedKey
from ecrm_desktop.i18n import translate
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.text import isolate_words


def shared_text(shared: SharedKey, display: Display) -> str:
    """Return in one line which row has whose phone or address."""
    is_phone = shared.way in {MatchBy.PHONE, MatchBy.NAME_AND_PHONE}
    return translate(
        "Imports",
        "Row {row}: “{name}” has {value}, which is here as that of “{other}”",
        row=display.number(shared.row),
        name=isolate_words(shared.name),
        value=display.phone(shared.value) if is_phone else display.code(shared.value),
        other=isolate_words(shared.other),
    )
