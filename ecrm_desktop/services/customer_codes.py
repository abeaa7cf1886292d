"""Subscription codes: short, given out in turn, one living customer each."""

import json
from collections.abc import Container, Iterable
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.services.counters import is_shared, last_number, next_number, reach_number
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.text import clean

_COUNTER: Final = "customer"
_LIMIT: Final = 30
# A longer number that somebody gives as a code, such as a phone, is no place to count on from.
_COUNTED_DIGITS: Final = 7


def next_code(session: Session) -> str:
    """Return the next code that no living customer has."""
    while code_owner(session, code := str(next_number(session, _COUNTER))):
        pass
    return code


def next_codes(session: Session, count: int, apart_from: Container[str]) -> list[str]:
    """Return the next codes that no living customer has and that are not among `apart_from`."""
    codes: list[str] = []
    if is_shared(session):
        while len(codes) < count:
            code = next_code(session)
            if code not in apart_from:
                codes.append(code)
        return codes
    last = last_number(session, _COUNTER)
    while len(codes) < count:
        numbers = range(last + 1, last + 1 + count - len(codes))
        last = numbers[-1]
        taken = session.connection().exec_driver_sql(_TAKEN, (json.dumps([*map(str, numbers)]),))
        there = set(taken.scalars())
        codes += [
            code for code in map(str, numbers) if code not in there and code not in apart_from
        ]
    if count:
        reach_number(session, _COUNTER, last)
    return codes


def reach_codes(session: Session, codes: Iterable[str]) -> None:
    """Go on counting behind codes that were given by hand."""
    counted = [int(code) for code in codes if _is_counted(code)]
    if counted:
        reach_number(session, _COUNTER, max(counted))


def clean_code(text: str) -> str:
    """Return a code as it is stored; problems as in `clean`, at `code`."""
    try:
        return to_latin_digits(clean(text, limit=_LIMIT))
    except EcrmError as error:
        raise error.at("code") from None


def take_code(session: Session, text: str, customer_id: UUID, present: str) -> str:
    """Return the code a customer is to have: the one given, else the present one, else the next.

    Raises InvalidInput at `code`: CODE_TAKEN (code, name), and those of `clean`.
    """
    code = clean_code(text)
    if not code:
        return present or next_code(session)
    owner = code_owner(session, code, customer_id)
    if owner is not None:
        name = session.get_one(Customer, owner).name
        raise InvalidInput(Problem.CODE_TAKEN, "code", code=code, name=name)
    reach_codes(session, [code])
    return code


def _is_counted(code: str) -> bool:
    return code.isdecimal() and len(code) <= _COUNTED_DIGITS


_TAKEN: Final = (
    "SELECT code FROM customers WHERE deleted_at IS NULL"
    " AND code IN (SELECT value FROM json_each(?))"
)


def code_owner(session: Session, code: str, apart_from: UUID | None = None) -> UUID | None:
    """Return the living customer with this code, other than `apart_from`."""
    session.flush()
    apart = None if apart_from is None else apart_from.bytes
    found: bytes | None = session.connection().exec_driver_sql(_OWNER, (code, apart)).scalar()
    return None if found is None else UUID(bytes=found)


_OWNER: Final = (
    "SELECT id FROM customers WHERE code = ? AND id IS NOT ? AND deleted_at IS NULL LIMIT 1"
)
