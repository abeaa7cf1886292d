"""What every action needs: the record it is about, and text fit for storing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.models.base import SoftDeleted
from ecrm_desktop.values.text import clean, clean_multiline

Record = TypeVar("Record", bound=SoftDeleted)


def get_active(session: Session, table: type[Record], record_id: UUID) -> Record:
    """Return the record; RECORD_MISSING if there is none or it lies in the bin."""
    record = session.get(table, record_id)
    if record is None or record.deleted_at is not None:
        raise InvalidInput(Problem.RECORD_MISSING)
    return record


def require(session: Session, table: type[SoftDeleted], record_id: UUID | None, field: str) -> None:
    """Refuse a reference to nothing: RECORD_MISSING at `field`, unless the id is empty."""
    if record_id is not None and session.get(table, record_id) is None:
        raise InvalidInput(Problem.RECORD_MISSING, field)


@contextmanager
def at_field(field: str) -> Iterator[None]:
    """Place the problems raised inside at `field` of the draft."""
    try:
        yield
    except EcrmError as error:
        raise error.at(field) from None


def line_of(text: str, field: str, *, required: bool = False) -> str:
    """Return one cleaned line; problems name `field`, TEXT_EMPTY among them if it is required."""
    try:
        line = clean(text)
    except EcrmError as error:
        raise error.at(field) from None
    if required and not line:
        raise InvalidInput(Problem.TEXT_EMPTY, field)
    return line


def lines_of(text: str, field: str) -> str:
    """Return cleaned text of several lines; problems name `field`."""
    try:
        return clean_multiline(text)
    except EcrmError as error:
        raise error.at(field) from None
