"""The words for what an import decides: who shares a phone, and what the note keeps."""

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


def kept_text(row: int, line: str, display: Display) -> str:
    """Return in one line what the note of a row keeps."""
    return translate(
        "Imports", "Row {row}: {text}", row=display.number(row), text=isolate_words(line)
    )
