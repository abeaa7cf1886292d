"""Several words or parts in one line."""

from collections.abc import Iterable
from typing import Final

from ecrm_desktop.i18n import RIGHT_TO_LEFT, language
from ecrm_desktop.values.text import isolate_words

_LEFT_TO_RIGHT: Final = "\u200e"
_RIGHT_TO_LEFT: Final = "\u200f"


def listed(words: Iterable[str]) -> str:
    """Return the words that are not empty, with the commas of the language between them."""
    return ("، " if language() == "fa" else ", ").join(word for word in words if word)


def dotted(parts: Iterable[str]) -> str:
    """Return the parts that are not empty, with dots between them.

    Each is isolated, so that a Persian name in an English line does not draw the next part over.
    """
    shown = [part for part in parts if part]
    if len(shown) <= 1:
        return "".join(shown)
    return led(" · ".join(map(isolate_words, shown)))


def led(text: str) -> str:
    """Return a text, such as one that begins with a name, that goes the way of the language.

    What is isolated does not tell which way a line goes, so a mark before it does.
    """
    mark = _RIGHT_TO_LEFT if language() in RIGHT_TO_LEFT else _LEFT_TO_RIGHT
    return mark + text if text else ""
