"""The three families of digits that people type and read."""

LATIN = "0123456789"
PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
ARABIC = "٠١٢٣٤٥٦٧٨٩"

_TO_LATIN = str.maketrans(PERSIAN + ARABIC, LATIN * 2)
_TO_PERSIAN = str.maketrans(LATIN + ARABIC, PERSIAN * 2)


def to_latin_digits(text: str) -> str:
    """Write Persian and Arabic-Indic digits as 0-9; all else stays."""
    return text if text.isascii() else text.translate(_TO_LATIN)


def to_persian_digits(text: str) -> str:
    """Write Latin and Arabic-Indic digits as ۰-۹; all else stays."""
    return text.translate(_TO_PERSIAN)
