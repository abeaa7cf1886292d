"""The words by which a note keeps what a phone has no field for."""

from ecrm_desktop.i18n import translate
from ecrm_desktop.values.phone import Phone


def extension_text(phone: Phone) -> str:
    """Return a line about a phone's extension, or about the end of a range of numbers."""
    if phone.extension.startswith("-"):
        end = phone.extension.removeprefix("-")
        return translate("Imports", "{phone} to {end}", phone=phone.national, end=end)
    return translate(
        "Imports", "Extension of {phone}: {said}", phone=phone.national, said=phone.extension
    )


def shared_phone_text(phone: str) -> str:
    """Return a line about a phone, as dialled, that stays somebody else's."""
    return translate("Imports", "Phone that another customer has: {phone}", phone=phone)
