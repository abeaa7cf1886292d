"""Finding records by words of their text, their number and their customer."""

import re

from sqlalchemy import ColumnElement, and_, func, or_
from sqlalchemy.sql.elements import SQLCoreOperations

from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.values.text import fold, other_keyboard

_LATIN = re.compile("[A-Za-z]")


def holds_words(
    text: str, content: SQLCoreOperations[str], number: SQLCoreOperations[str] | None = None
) -> ColumnElement[bool] | None:
    """Return the condition that every word is in `content`, in `number` or in the customer.

    The statement has to outer-join CustomerIndex. Latin letters may have been meant as Persian ones
    on the wrong keyboard layout. None if `text` has no words.
    """
    # The other way round is rare, and each reading costs as much as the search itself.
    meant = (other_keyboard(text) or "") if _LATIN.search(text) else ""
    readings = [fold(one).split() for one in (text, meant)]
    found = [
        and_(*(_holds(word, content, number) for word in words)) for words in readings if words
    ]
    return or_(*found) if found else None


def _holds(
    word: str, content: SQLCoreOperations[str], number: SQLCoreOperations[str] | None
) -> ColumnElement[bool]:
    # The customer's line is folded already, so it is asked before the text is.
    parts = [func.instr(CustomerIndex.words, word) > 0]
    digits = word.lstrip("+0")
    if any(sign.isdigit() for sign in digits):
        # A phone is kept as +98912…, yet typed as 0912…; any part of it will do.
        parts.append(func.instr(CustomerIndex.digits, digits) > 0)
        if number is not None:
            parts.append(func.instr(number, digits) > 0)
    parts.append(func.instr(func.ecrm_fold(content), word) > 0)
    return or_(*parts)
