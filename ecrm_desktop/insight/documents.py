"""Answers as JSON documents and back: frozen dataclasses of plain values."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

Answer = TypeVar("Answer")


def to_json(answer: object) -> str:
    """Return the document of a dataclass; ValueError if a number in it is none."""
    return json.dumps(_plain(answer), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def from_json(kind: type[Answer], document: str) -> Answer:
    """Return the dataclass that a document is of; ValueError if it is of another shape."""
    try:
        answer: Answer = _made(kind, json.loads(document))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(kind) from error
    return answer


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, date | UUID):
        return str(value)
    return value


def _made(kind: Any, value: Any) -> Any:  # noqa: PLR0911 - one of each kind
    if get_origin(kind) in {Union, UnionType}:
        [only] = (one for one in get_args(kind) if one is not NoneType)
        return None if value is None else _made(only, value)
    if get_origin(kind) is tuple:
        return tuple(_made(get_args(kind)[0], one) for one in value)
    if get_origin(kind) is dict:
        keys, values = get_args(kind)
        return {_made(keys, key): _made(values, one) for key, one in value.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        if set(value) != set(hints):
            raise KeyError(kind)
        return kind(**{name: _made(hint, value[name]) for name, hint in hints.items()})
    if kind is date:
        return date.fromisoformat(value)
    if issubclass(kind, UUID | StrEnum):
        return kind(value)
    return value


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
