"""What people are told of the reset of a password that takes some days."""

from ecrm_desktop.i18n import language, translate
from ecrm_desktop.values.digits import to_persian_digits
from ecrm_desktop.values.passwords import RESET_DAYS
from ecrm_desktop.values.text import isolate_words


def reset_offer_text() -> str:
    """Say what asking for a reset does."""
    return translate(
        "PasswordReset",
        "Then ask for a reset: after {days} more days on which the program is started, your"
        " password is removed. Until then every start says so to everybody, and whoever has a"
        " password can stop it.",
        days=_number(RESET_DAYS),
    )


def reset_asked_text(name: str, days: int = 0) -> str:
    """Say that somebody's password is to be removed, `days` of work after it was asked for."""
    return translate(
        "PasswordReset",
        "Somebody asked to reset the password of {name}. It takes effect after {days} more days on"
        " which the program is started. Whoever has a password can stop it, in the settings under"
        " “People”.",
        name=isolate_words(name),
        days=_number(max(RESET_DAYS - days, 1)),
    )


def _number(number: int) -> str:
    return to_persian_digits(str(number)) if language() == "fa" else str(number)
