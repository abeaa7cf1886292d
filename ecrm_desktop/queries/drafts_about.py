"""Which unfinished forms tell something about a person."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.shop import Autosave
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.text import fold

_DIGITS_THAT_TELL: Final = 7


def words_of(first_name: str, last_name: str, company_name: str) -> list[list[str]]:
    """Return the folded words of each name that a customer has, as `drafts_about` takes them."""
    person = [word for word in (fold(first_name), fold(last_name)) if word]
    company = [fold(company_name)] if company_name else []
    return [words for words in (person, company) if words]


def drafts_about(
    session: Session,
    ids: Iterable[UUID],
    names: Sequence[Sequence[str]],
    numbers: Iterable[str],
) -> list[str]:
    """Return the keys of drafts with any of the ids, the phone numbers, or all words of a name."""
    signs = {sign for one in ids for sign in (str(one), one.hex)}
    ends = [one[-_DIGITS_THAT_TELL:] for one in numbers if len(one) >= _DIGITS_THAT_TELL]
    found = []
    for key, content in session.execute(select(Autosave.key, Autosave.content)):
        folded = fold(f"{key} {_plain(content)}")
        digits = "".join(sign for sign in folded if sign.isdigit())
        if (
            any(one in folded for one in signs)
            or any(one in digits for one in ends)
            or has_name(folded, names)
        ):
            found.append(key)
    return found


def tells_number(folded: str, numbers: Iterable[str]) -> bool:
    """Tell whether the digits of a folded text have the end of one of the phone numbers."""
    digits = "".join(sign for sign in to_latin_digits(folded) if sign.isdigit())
    return any(one[-_DIGITS_THAT_TELL:] in digits for one in numbers)


def has_name(folded: str, names: Iterable[Sequence[str]]) -> bool:
    """Tell whether all words of one of the names stand in a folded text."""
    return any(all(_has_word(folded, word) for word in words) for words in names)


def _has_word(text: str, word: str) -> bool:
    """Tell whether a name stands in a text by itself: «رضا» is not in «رضاییه»."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _plain(content: str) -> str:
    """Return a draft's JSON with its letters as they were typed."""
    try:
        return to_latin_digits(json.dumps(json.loads(content), ensure_ascii=False))
    except ValueError:
        return content
