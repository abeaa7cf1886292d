"""Writes the rule of a segment as JSON, in one form."""

import json
from typing import Any as AnyValue
from typing import Final

from ecrm_desktop.values.segment_rule import (
    Ago,
    All,
    Any,
    Best,
    Bought,
    FieldIs,
    Filled,
    Found,
    Goods,
    InMonth,
    InSegment,
    Not,
    NumberRange,
    OneOf,
    OwnFieldIs,
    Range,
    Rule,
    Tagged,
    Test,
    Unknown,
    Upcoming,
    Within,
    simplified,
)
from ecrm_desktop.values.time_windows import (
    Between,
    Current,
    Ever,
    Last,
    Named,
    Previous,
    Window,
)

VERSION: Final = 1
"""The newest form of rules that this version knows."""


def rule_to_json(rule: Rule, version: int = VERSION) -> str:
    """Return a rule as JSON; `version` is that of the program that wrote it, if it is newer."""
    return compact({"version": max(version, VERSION), "rule": _write(simplified(rule))})


def _write(rule: Rule) -> AnyValue:  # noqa: C901, PLR0911 - one of each kind
    match rule:
        case All(parts):
            return {"all": [_write(one) for one in parts]}
        case Any(parts):
            return {"any": [_write(one) for one in parts]}
        case Not(part):
            return {"not": _write(part)}
        case FieldIs(field, test):
            return {"field": field.value, **_write_test(test)}
        case Bought(measure, range_, goods, window):
            return {
                "bought": _write_goods(goods),
                "measure": measure.value,
                **_write_test(range_),
                **({} if isinstance(window, Ever) else {"in": _write_window(window)}),
            }
        case OwnFieldIs(field_id, test):
            return {"own_field": field_id.hex, **_write_test(test)}
        case Tagged(tag):
            return {"tag": tag}
        case InSegment(segment_id):
            return {"segment": segment_id.hex}
        case Found(text):
            return {"search": text}
        case Best(by, percent):
            return {"best": by.value, "percent": percent}
        case Unknown(text):
            return json.loads(text)


def _write_test(test: Test | NumberRange) -> dict[str, AnyValue]:  # noqa: PLR0911 - one of each kind
    match test:
        case OneOf(values):
            return {"is": list(values)}
        case Filled():
            return {"filled": True}
        case Range(low, high):
            return _without_none({"from": low, "to": high})
        case NumberRange(number, most):
            ends = {"from": number, "to": most}
            return {name: str(end) for name, end in ends.items() if end is not None}
        case Ago(days):
            return {"ago": _without_none({"from": days.low, "to": days.high})}
        case Within(window):
            return {"in": _write_window(window)}
        case Upcoming(count):
            return {"next_days": count}
        case InMonth(month):
            return {"month": month}


def _write_goods(goods: Goods) -> dict[str, AnyValue]:
    written = {
        "products": [one.hex for one in goods.products],
        "brands": list(goods.brands),
        "categories": list(goods.categories),
        "channels": [one.value for one in goods.channels],
        "discounted": goods.discounted,
        "season": goods.season and goods.season.value,
    }
    return {name: value for name, value in written.items() if value}


def _write_window(window: Window) -> dict[str, AnyValue]:
    match window:
        case Ever():
            return {"ever": True}
        case Last(count, unit):
            return {"last": count, "unit": unit.value}
        case Current(span):
            return {"this": span.value}
        case Previous(span):
            return {"previous": span.value}
        case Named(season, before):
            return {"season": season.value, **({"before": True} if before else {})}
        case Between(first, last):
            return _without_none(
                {"from": first and first.isoformat(), "to": last and last.isoformat()}
            )


def _without_none(values: dict[str, AnyValue]) -> dict[str, AnyValue]:
    return {name: value for name, value in values.items() if value is not None}


def compact(value: AnyValue) -> str:
    """Return JSON without needless spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
