"""Sentences of the program in the user's language, read from Qt Linguist files."""

from functools import cache
from xml.etree import ElementTree as ET

from ecrm_desktop.locations import bundled

LANGUAGES = {"fa": "فارسی", "en": "English"}
RIGHT_TO_LEFT = frozenset({"fa"})

_chosen = "fa"


def set_language(language: str) -> None:
    """Choose the language of every later `translate`: a key of `LANGUAGES`."""
    global _chosen  # noqa: PLW0603 - one program speaks one language at a time
    if language not in LANGUAGES:
        raise ValueError(language)
    _chosen = language


def language() -> str:
    """Return the language chosen with `set_language`; Persian until then."""
    return _chosen


def translate(context: str, text: str, /, **values: object) -> str:
    """Return `text` in the chosen language, with `{name}` placeholders filled from `values`.

    Both arguments must be string literals, because the translations are collected from the code.
    Whole sentences with placeholders only: Persian word order is not English word order.
    """
    translated = text if _chosen == "en" else _catalogue(_chosen).get((context, text), text)
    return translated.format_map(values) if values else translated


@cache
def _catalogue(language: str) -> dict[tuple[str, str], str]:
    messages: dict[tuple[str, str], str] = {}
    root = ET.parse(bundled("translations", f"ecrm_{language}.ts")).getroot()  # noqa: S314 - ours
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.findtext("translation")
            if translation:
                messages[name, message.findtext("source", "")] = translation
    return messages
