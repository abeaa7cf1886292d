"""The sentence for each error: what happened, what it means for the data, what to do."""

from enum import StrEnum

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.i18n import RIGHT_TO_LEFT, language, translate
from ecrm_desktop.text.error_texts import databases, entries, files, segments, sync
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.digits import to_persian_digits
from ecrm_desktop.values.quantity import ONE
from ecrm_desktop.values.text import isolate

_SENTENCES = {
    **entries.SENTENCES,
    **databases.SENTENCES,
    **files.SENTENCES,
    **segments.SENTENCES,
    **sync.SENTENCES,
}

_LONGEST_SHOWN = 80
_THOUSANDTHS = frozenset({"left", "returned"})
_TECHNICAL = frozenset(
    {"path", "code", "digits", "known", "key_id", "host", "here", "there", "place", "word"}
)
_SIGNS = str.maketrans(",.", "٬٫")


def explain(error: EcrmError) -> str:
    """Return one or two plain sentences in the user's language."""
    shown = {name: _shown(name, value) for name, value in error.details.items()}
    return _SENTENCES[error.problem](shown)


def explain_bug() -> str:
    """Return the sentences for an error nobody foresaw."""
    return translate(
        "Errors",
        "Something went wrong that should not have. What was saved before is safe; please check "
        "whether your last change is there and try again. If it happens again, restart the "
        "program and tell the support.",
    )


def _shown(name: str, value: object) -> str:
    if isinstance(value, StrEnum):
        return label(value)
    if isinstance(value, int):
        number = (
            f"{value / ONE:,.3f}".rstrip("0").rstrip(".") if name in _THOUSANDTHS else f"{value:,}"
        )
        return to_persian_digits(number.translate(_SIGNS)) if language() == "fa" else number
    if isinstance(value, (list, tuple, set, frozenset)):
        comma = "، " if language() == "fa" else ", "
        return comma.join(_text(name, str(part)) for part in value)
    return _text(name, str(value))


def _text(name: str, text: str) -> str:
    if name in {"code", "digits"} and language() == "fa":
        text = to_persian_digits(text)
    if name not in _TECHNICAL and len(text) > _LONGEST_SHOWN:
        text = text[:_LONGEST_SHOWN] + "…"
    if language() not in RIGHT_TO_LEFT:
        return text
    # People's own words may run either way: their first letter decides (FSI … PDI).
    return isolate(text) if name in _TECHNICAL else f"\u2068{text}\u2069"
