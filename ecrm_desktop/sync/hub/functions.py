"""What can be called through a hub: each function, what it takes, and what is made of that.

One table says it for all: calls are checked against it, and the OpenAPI document is made of it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

LARGEST_BODY: Final = 1_048_576
"""Bytes of what is sent, packed and unpacked: a batch of 256 KiB as text within JSON."""

_MOST: Final = 2**53 - 1
"""Larger numbers are not the same in every program that reads JSON."""

Schema = Mapping[str, Any]


class MalformedError(Exception):
    """What was sent is not as the table says."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One member of the object that is sent: its JSON schema, and the value for the database."""

    name: str
    schema: Schema
    convert: Callable[[Any], Any] = lambda value: value


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the server; `device` comes before its own parameters.

    `is_open`: called by who has no token yet.
    """

    name: str
    summary: str
    parameters: tuple[Parameter, ...]
    answer: Mapping[str, Schema]
    is_open: bool = False
    is_list: bool = False

    @property
    def all_parameters(self) -> tuple[Parameter, ...]:
        """What the object that is sent consists of."""
        return (_id("device"), *self.parameters)

    @property
    def statement(self) -> bytes:
        """What is asked of the database.

        Its values are the shop, the device and the digest of the token; then the shop and all
        parameters. Where nobody has a token yet, the shop, all parameters, and the address.
        """
        marks = ", ".join(["%s"] * (len(self.all_parameters) + 1 + self.is_open))
        call = f"ecrm_sync.{self.name}_v1({marks})::text"
        if self.is_open:
            return f"SELECT {call}".encode()
        known = "ecrm_sync.sign_in_v1(%s, %s, %s)"
        return f"SELECT CASE WHEN {known} THEN {call} ELSE '{UNKNOWN}' END".encode()

    def parse(self, sent: Any) -> dict[str, Any]:
        """Return the values for the database by name; MalformedError."""
        if not isinstance(sent, dict) or sent.keys() - {one.name for one in self.all_parameters}:
            raise MalformedError
        found = {}
        for one in self.all_parameters:
            if one.name not in sent:
                raise MalformedError
            value = sent[one.name]
            if not fits(one.schema, value):
                raise MalformedError
            found[one.name] = None if value is None else one.convert(value)
        return found


UNKNOWN: Final = '{"refused": "unknown_device"}'
"""What everybody hears whose token is not right for that shop and device."""


def fits(schema: Schema, value: Any) -> bool:
    """Return whether a value is as a schema of the table says."""
    kinds = schema["type"]
    if value is None:
        return "null" in kinds
    if "integer" in kinds:
        # 3.0 is a whole number, too.
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        is_whole = is_number and value == value // 1
        return is_whole and schema["minimum"] <= value <= schema["maximum"]
    if not isinstance(value, str) or (not value.isascii() and not _is_text(value)):
        return False
    has_length = schema["minLength"] <= len(value) <= schema["maxLength"]
    return has_length and re.fullmatch(schema["pattern"], value) is not None


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:  # half of a pair of surrogates
        return False
    return True


def _text(name: str, longest: int, *, shortest: int = 0) -> Parameter:
    # PostgreSQL has no such sign as the first one.
    return Parameter(name, _string(r"[^\u0000]*", longest, shortest))


def _string(pattern: str, longest: int, shortest: int) -> Schema:
    return {
        "type": ["string"],
        "pattern": f"^{pattern}$",
        "minLength": shortest,
        "maxLength": longest,
    }


def _hex(name: str, digits: int, convert: Callable[[str], Any], *, may_miss: bool) -> Parameter:
    schema = _string("[0-9a-f]*", digits, digits)
    if may_miss:
        schema = {**schema, "type": ["string", "null"]}
    return Parameter(name, schema, convert)


def _id(name: str, *, may_miss: bool = False) -> Parameter:
    return _hex(name, 32, UUID, may_miss=may_miss)


def _digest(name: str) -> Parameter:
    return _hex(name, 64, bytes.fromhex, may_miss=False)


def _secret(name: str) -> Parameter:
    """Return a text of which the database gets the SHA-256 alone."""
    schema = _string("[A-Za-z0-9_-]*", 100, 16)
    return Parameter(name, schema, lambda value: sha256(value.encode()).digest())


def _number(name: str, least: int, most: int) -> Parameter:
    return Parameter(name, {"type": ["integer"], "minimum": least, "maximum": most}, int)


_ID_ANSWER: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{32}$"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_FLAG: Final[Schema] = {"type": "boolean"}
_LIST: Final[Schema] = {"type": "array"}
_EPOCH: Final[Mapping[str, Schema]] = {"epoch": _ID_ANSWER, "restored_to": _COUNT}

FUNCTIONS: Final[Mapping[str, Function]] = {
    one.name: one
    for one in (
        Function(
            "join",
            "Come in with the code of an invitation, and with the token from now on",
            (_secret("code"), _secret("token")),
            {"number": _COUNT, "founds": _FLAG},
            is_open=True,
        ),
        Function(
            "enter",
            "Come in as with join, or wait until somebody who is in the shop has agreed",
            (_secret("code"), _secret("token")),
            {"number": _COUNT, "founds": _FLAG, "waiting": _FLAG},
            is_open=True,
        ),
        Function(
            "hello",
            "Say who this PC is",
            (
                _id("previous", may_miss=True),
                _id("epoch", may_miss=True),
                _text("name", 200),
                _text("schema", 40),
            ),
            {**_EPOCH, "head": _COUNT, "number": _COUNT, "batch": _COUNT, "cursor": _COUNT},
        ),
        Function(
            "push",
            "Give a batch",
            (
                _id("epoch"),
                _number("batch", 1, _MOST),
                _digest("digest"),
                _text("payload", 262_144),
            ),
            {**_EPOCH, "head": _COUNT, "groups": _LIST, "fork": _FLAG, "expected": _COUNT},
        ),
        Function(
            "pull",
            "Ask for what came about after a revision",
            (
                _id("epoch"),
                _number("batch", 0, _MOST),
                _number("cursor", 0, _MOST),
                _number("limit", 1, 5_000),
            ),
            {
                **_EPOCH,
                "to": _COUNT,
                "head": _COUNT,
                "groups": _LIST,
                "fork": _FLAG,
                "asking": _FLAG,
                "thinned_to": _COUNT,
            },
        ),
        Function(
            "fill",
            "Ask for the records of a table as they are; of none, for what there is",
            (_text("table", 63), _id("after", may_miss=True), _number("limit", 1, 5_000)),
            {
                "epoch": _ID_ANSWER,
                "head": _COUNT,
                "records": _LIST,
                "tables": {"type": "object"},
                "forgotten": _LIST,
                "unfinished": _LIST,
            },
        ),
        Function(
            "lease",
            "Ask for numbers that nobody else gets: the first and the last",
            (
                Parameter("name", _string("[a-z0-9_-]*", 60, 1)),
                _number("count", 1, 10_000),
                _number("at_least", 0, 10**15),
            ),
            {},
            is_list=True,
        ),
        Function(
            "digest",
            "Ask what the tables hold",
            (),
            {"epoch": _ID_ANSWER, "head": _COUNT, "tables": {"type": "object"}},
        ),
        Function(
            "ranges",
            "Ask what a table holds, so many records at once",
            (_text("table", 63), _number("size", 1, 5_000)),
            {"epoch": _ID_ANSWER, "head": _COUNT, "ranges": _LIST},
        ),
        Function(
            "thin",
            "Let the next part of the log go that no PC needs",
            (),
            {"epoch": _ID_ANSWER, "head": _COUNT, "thinned_to": _COUNT, "more": _FLAG},
        ),
        Function(
            "devices",
            "Ask which PCs the shop has",
            (),
            {"epoch": _ID_ANSWER, "head": _COUNT, "devices": _LIST},
        ),
        Function(
            "keys",
            "Say whether this PC has keys of the shop, and ask for them",
            (
                Parameter("holds", {"type": ["integer", "null"], "minimum": 0, "maximum": 1}, bool),
                _hex("box", 64, bytes.fromhex, may_miss=True),
            ),
            {"makes": _FLAG, "given": {"type": ["string", "null"]}, "asking": _LIST},
        ),
        Function(
            "give_keys",
            "Put keys of the shop into another PC's box",
            (
                _id("other"),
                _digest("box"),
                Parameter("given", _string("([0-9a-f]{2})*", 2_000, 66), bytes.fromhex),
            ),
            {"given": _FLAG},
        ),
        Function(
            "found",
            "Say of a shop that was on another server along which histories it went there",
            (_text("epochs", 100_000), _number("revision", 0, _MOST)),
            {"founded": _FLAG},
        ),
        Function("revoke", "Shut another PC out", (_id("other"),), {"revoked": _FLAG}),
        Function(
            "invite",
            "Let another PC in, with a code of which this is the SHA-256",
            (_text("name", 200, shortest=1), _digest("code")),
            {"device": _ID_ANSWER},
        ),
        Function(
            "expect",
            "Let another PC in as with invite, once it came and somebody agreed",
            (_text("name", 200, shortest=1), _digest("code")),
            {"device": _ID_ANSWER},
        ),
        Function(
            "arrived",
            "Ask whether somebody came with an invitation, and with which token",
            (_id("account"),),
            {"token": {"type": ["string", "null"]}, "confirmed": _FLAG},
        ),
        Function(
            "admit",
            "Let in, or turn away, whoever came with an invitation and this token",
            (
                _id("account"),
                _digest("token"),
                Parameter("agreed", {"type": ["integer"], "minimum": 0, "maximum": 1}, bool),
            ),
            {"admitted": _FLAG},
        ),
    )
}
