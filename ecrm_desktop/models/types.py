"""Columns that hold values of the shop: ids, instants and enums."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Dialect, LargeBinary, String
from sqlalchemy.types import TypeDecorator


class RecordId(TypeDecorator[UUID]):
    """A UUID kept as its 16 bytes."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | None:
        """Give the 16 bytes."""
        return None if value is None else value.bytes

    def process_result_value(self, value: Any | None, dialect: Dialect) -> UUID | None:
        """Give the UUID."""
        return None if value is None else UUID(bytes=value)


class UtcInstant(TypeDecorator[datetime]):
    """An aware instant, kept as naive UTC; a naive datetime is refused with ValueError."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the naive UTC time."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Give the aware UTC time."""
        return None if value is None else value.replace(tzinfo=UTC)


def stored_instant(instant: datetime) -> str:
    """Return an aware instant as a column keeps it, for statements of the bare driver."""
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


class EnumText(TypeDecorator[StrEnum]):
    """A member of one StrEnum, kept as its word."""

    impl = String(30)
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """Give the word; a plain string must be a member's word, else ValueError."""
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> StrEnum | None:
        """Give the member; for a word of a newer version, one that stands for it."""
        if value is None:
            return None
        try:
            return self.kind(value)
        except ValueError:
            return unknown_member(self.kind, value)


def unknown_member(kind: type[StrEnum], word: str) -> StrEnum:
    """Return what stands for a word that this version does not know.

    It is written again as it was read, and is no member of the enum when its members are asked.
    """
    member = str.__new__(kind, word)
    member._name_ = word
    member._value_ = word
    return member
