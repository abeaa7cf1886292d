"""Reads the rule of a segment from JSON, strictly, and keeps what only a newer version knows."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any as AnyValue
from typing import Final, TypeVar
from uuid import UUID

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.segment_rule import (
    DEEPEST,
    MOST_PARTS,
    Ago,
    All,
    Any,
    Best,
    BestBy,
    Bought,
    FieldIs,
    Filled,
    Found,
    Goods,
    InMonth,
    InSegment,
    Measure,
    Not,
    NumberRange,
    OneOf,
    OwnFieldIs,
    Range,
    Rule,
    RuleField,
    Tagged,
    Unknown,
    Upcoming,
    Within,
    simplified,
)
from ecrm_desktop.values.segment_writing import VERSION, compact
from ecrm_desktop.values.statuses import PurchaseChannel
from ecrm_desktop.values.time_windows import (
    Between,
    Current,
    Ever,
    Last,
    Named,
    Previous,
    Season,
    Span,
    TimeUnit,
    Window,
)

_LARGEST: Final = 10**15

Node = Mapping[str, AnyValue]
Word = TypeVar("Word", bound=StrEnum)


def rule_from_json(text: str) -> Rule:
    """Return the rule that a JSON text says, in its simplest form.

    What a newer version wrote and this one does not know becomes an `Unknown`. Raises InvalidInput
    RULE_NO_JSON, RULE_WORD_UNKNOWN (place, word), RULE_PART_MISSING (place, word),
    RULE_VALUE_WRONG, RULE_TEST_WRONG, RULE_RANGE_WRONG, RULE_WINDOW_WRONG (place), RULE_TOO_LARGE.
    """
    whole = _loaded(text)
    if "rule" not in whole:
        raise InvalidInput(Problem.RULE_PART_MISSING, place="", word="rule")
    reader = _Reader(is_newer=version_of(text) > VERSION)
    _only(whole, {"version", "rule"} | (set(whole) if reader.is_newer else set()), "")
    return simplified(reader.rule(whole["rule"], "rule", 1))


def version_of(text: str) -> int:
    """Return which form of rules a text says it has; raises as `rule_from_json`."""
    whole = _loaded(text)
    if "version" not in whole:
        raise InvalidInput(Problem.RULE_PART_MISSING, place="", word="version")
    return _integer(whole["version"], "version")


def _loaded(text: str) -> Node:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        raise InvalidInput(Problem.RULE_NO_JSON) from None
    if not isinstance(whole, dict):
        raise InvalidInput(Problem.RULE_NO_JSON)
    return whole


class _Reader:
    """Reads one rule; counts its parts, and knows whether a newer version wrote it."""

    def __init__(self, *, is_newer: bool) -> None:
        self.is_newer = is_newer
        self._parts = 0

    def rule(self, node: AnyValue, place: str, depth: int) -> Rule:
        self._parts += 1
        if depth > DEEPEST or self._parts > MOST_PARTS:
            raise InvalidInput(Problem.RULE_TOO_LARGE)
        try:
            return self._known(node, place, depth)
        except InvalidInput as error:
            if not self.is_newer or error.problem is Problem.RULE_TOO_LARGE:
                raise
            return Unknown(compact(node))

    def _known(self, node: AnyValue, place: str, depth: int) -> Rule:
        node = _object(node, place)
        for word, join in (("all", All), ("any", Any)):
            if word in node:
                _only(node, {word}, place)
                at = f"{place}.{word}"
                parts = _list(node[word], at)
                if word == "any" and not parts:
                    raise InvalidInput(Problem.RULE_VALUE_WRONG, place=at)
                found = (
                    self.rule(one, f"{at}[{index}]", depth + 1) for index, one in enumerate(parts)
                )
                return join(tuple(found))
        if "not" in node:
            _only(node, {"not"}, place)
            return Not(self.rule(node["not"], f"{place}.not", depth + 1))
        for word, read in _LEAVES.items():
            if word in node:
                try:
                    return read(node, place)
                except InvalidInput as error:
                    raise _placed(error, place) from None
        word = next(iter(node), "")
        raise InvalidInput(Problem.RULE_WORD_UNKNOWN, place=place, word=word)


def _placed(error: InvalidInput, place: str) -> InvalidInput:
    if "place" in error.details:
        return error
    known = Problem.RULE_VALUE_WRONG if error.problem not in _OF_RULES else error.problem
    details: dict[str, AnyValue] = {"place": place, **error.details}
    return InvalidInput(known, **details)


_OF_RULES: Final = frozenset(
    {Problem.RULE_TEST_WRONG, Problem.RULE_RANGE_WRONG, Problem.RULE_WINDOW_WRONG}
)


def _field(node: Node, place: str) -> FieldIs:
    field = _word(RuleField, node["field"], f"{place}.field")
    rest = {name: value for name, value in node.items() if name != "field"}
    if "month" in rest:
        _only(rest, {"month"}, place)
        return FieldIs(field, InMonth(_integer(rest["month"], f"{place}.month")))
    if "next_days" in rest:
        _only(rest, {"next_days"}, place)
        return FieldIs(field, Upcoming(_integer(rest["next_days"], f"{place}.next_days")))
    if "ago" in rest:
        _only(rest, {"ago"}, place)
        ago = _object(rest["ago"], f"{place}.ago")
        return FieldIs(field, Ago(_range(ago, f"{place}.ago")))
    if rest and rest.keys() <= {"from", "to"}:
        return FieldIs(field, _range(rest, place))
    return FieldIs(field, _test(rest, place))


def _test(node: Node, place: str) -> OneOf | Filled | Within:
    for word in ("is", "filled", "in"):
        if word in node:
            _only(node, {word}, place)
            at, value = f"{place}.{word}", node[word]
            if word == "is":
                return OneOf(tuple(_texts(value, at)))
            if word == "in":
                return Within(_window(value, at))
            _true(value, at)
            return Filled()
    word = next(iter(node), "is")
    problem = Problem.RULE_WORD_UNKNOWN if node else Problem.RULE_PART_MISSING
    raise InvalidInput(problem, place=place, word=word)


def _bought(node: Node, place: str) -> Bought:
    _only(node, {"bought", "measure", "from", "to", "in"}, place)
    if "measure" not in node:
        raise InvalidInput(Problem.RULE_PART_MISSING, place=place, word="measure")
    at = f"{place}.bought"
    goods = _object(node["bought"], at)
    _only(goods, {"products", "brands", "categories", "channels", "discounted", "season"}, at)

    def texts(name: str) -> tuple[str, ...]:
        return tuple(_texts(goods[name], f"{at}.{name}")) if name in goods else ()

    if "discounted" in goods:
        _true(goods["discounted"], f"{at}.discounted")
    return Bought(
        measure=_word(Measure, node["measure"], f"{place}.measure"),
        range=_range(
            {name: value for name, value in node.items() if name in {"from", "to"}}, place
        ),
        goods=Goods(
            products=tuple(_id(one, f"{at}.products") for one in texts("products")),
            brands=texts("brands"),
            categories=texts("categories"),
            channels=tuple(
                _word(PurchaseChannel, one, f"{at}.channels") for one in texts("channels")
            ),
            discounted="discounted" in goods,
            season=_word(Season, goods["season"], f"{at}.season") if "season" in goods else None,
        ),
        window=_window(node["in"], f"{place}.in") if "in" in node else Ever(),
    )


def _own_field(node: Node, place: str) -> OwnFieldIs:
    field_id = _id(node["own_field"], f"{place}.own_field")
    rest = {name: value for name, value in node.items() if name != "own_field"}
    if rest and rest.keys() <= {"from", "to"}:
        low, high = (
            _decimal(rest[name], f"{place}.{name}") if name in rest else None
            for name in ("from", "to")
        )
        return OwnFieldIs(field_id, NumberRange(low, high))
    return OwnFieldIs(field_id, _test(rest, place))


def _tag(node: Node, place: str) -> Tagged:
    _only(node, {"tag"}, place)
    tag = node["tag"]
    return Tagged(None if tag is None else _text(tag, f"{place}.tag"))


def _segment(node: Node, place: str) -> InSegment:
    _only(node, {"segment"}, place)
    return InSegment(_id(node["segment"], f"{place}.segment"))


def _search(node: Node, place: str) -> Found:
    _only(node, {"search"}, place)
    return Found(_text(node["search"], f"{place}.search"))


def _best(node: Node, place: str) -> Best:
    _only(node, {"best", "percent"}, place)
    if "percent" not in node:
        raise InvalidInput(Problem.RULE_PART_MISSING, place=place, word="percent")
    by = _word(BestBy, node["best"], f"{place}.best")
    return Best(by, _integer(node["percent"], f"{place}.percent"))


_LEAVES: Final[Mapping[str, Callable[[Node, str], Rule]]] = {
    "field": _field,
    "bought": _bought,
    "own_field": _own_field,
    "tag": _tag,
    "segment": _segment,
    "search": _search,
    "best": _best,
}


def _window(value: AnyValue, place: str) -> Window:
    node = _object(value, place)
    try:
        if "last" in node:
            _only(node, {"last", "unit"}, place)
            unit = _word(TimeUnit, node.get("unit"), f"{place}.unit")
            return Last(_integer(node["last"], f"{place}.last"), unit)
        if "this" in node:
            _only(node, {"this"}, place)
            return Current(_word(Span, node["this"], f"{place}.this"))
        if "previous" in node:
            _only(node, {"previous"}, place)
            return Previous(_word(Span, node["previous"], f"{place}.previous"))
        if "season" in node:
            _only(node, {"season", "before"}, place)
            if "before" in node:
                _true(node["before"], f"{place}.before")
            return Named(_word(Season, node["season"], f"{place}.season"), "before" in node)
        if "from" in node or "to" in node:
            _only(node, {"from", "to"}, place)
            first, last = (
                _day(node[name], f"{place}.{name}") if name in node else None
                for name in ("from", "to")
            )
            return Between(first, last)
    except InvalidInput as error:
        if "place" in error.details:
            raise
        raise InvalidInput(Problem.RULE_WINDOW_WRONG, place=place) from None
    _only(node, {"ever"}, place)
    _true(node.get("ever"), f"{place}.ever")
    return Ever()


def _range(node: Node, place: str) -> Range:
    _only(node, {"from", "to"}, place)
    if not node:
        raise InvalidInput(Problem.RULE_PART_MISSING, place=place, word="from")
    low, high = (
        _integer(node[name], f"{place}.{name}") if name in node else None for name in ("from", "to")
    )
    return Range(low, high)


def _object(value: AnyValue, place: str) -> Node:
    if not isinstance(value, dict):
        raise InvalidInput(Problem.RULE_VALUE_WRONG, place=place)
    return value


def _list(value: AnyValue, place: str) -> Sequence[AnyValue]:
    if not isinstance(value, list):
        raise InvalidInput(Problem.RULE_VALUE_WRONG, place=place)
    return value


def _only(node: Node, known: set[str], place: str) -> None:
    for name in node:
        if name not in known:
            raise InvalidInput(Problem.RULE_WORD_UNKNOWN, place=place, word=name)


def _texts(value: AnyValue, place: str) -> list[str]:
    texts = [_text(one, place) for one in _list(value, place)]
    if not texts or len(texts) > MOST_PARTS:
        raise InvalidInput(Problem.RULE_VALUE_WRONG, place=place)
    return texts


def _text(value: AnyValue, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InvalidInput(Problem.RULE_VALUE_WRONG, place=place)
    return value


def _word(kind: type[Word], value: AnyValue, place: str) -> Word:
    try:
        return kind(value)
    except ValueError:
        raise InvalidInput(Problem.RULE_WORD_UNKNOWN, place=place, word=str(value)) from None


def _integer(value: AnyValue, place: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _LARGEST:
        raise InvalidInput(Problem.RULE_VALUE_WRONG, place=place)
    return value


def _decimal(value: AnyValue, place: str) -> Decimal:
    try:
        number = Decimal(_text(value, place))
    except InvalidOperation:
        raise InvalidInput(Problem.RULE_VALUE_WRONG, place=place) from None
    if not number.is_finite() or abs(number) > _LARGEST:
        raise InvalidInput(Problem.RULE_VALUE_WRONG, place=place)
    return number


def _day(value: AnyValue, place: str) -> date:
    try:
        return date.fromisoformat(_text(value, place))
    except ValueError:
        raise InvalidInput(Problem.RULE_VALUE_WRONG, place=place) from None


def _id(value: AnyValue, place: str) -> UUID:
    try:
        return UUID(_text(value, place))
    except ValueError:
        raise InvalidInput(Problem.RULE_VALUE_WRONG, place=place) from None


def _true(value: AnyValue, place: str) -> None:
    if value is not True:
        raise InvalidInput(Problem.RULE_VALUE_WRONG, place=place)
