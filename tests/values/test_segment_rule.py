"""Rules of segments: one form for what is one rule, JSON there and back, what is wrong where."""

import json
from datetime import date
from random import Random

import pytest

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.segment_reading import rule_from_json, version_of
from ecrm_desktop.values.segment_rule import (
    DEEPEST,
    EVERYBODY,
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
    Measure,
    Not,
    OneOf,
    Range,
    Rule,
    RuleField,
    Tagged,
    Unknown,
    Upcoming,
    allowed_tests,
    is_too_new,
    simplified,
)
from ecrm_desktop.values.segment_writing import VERSION, rule_to_json
from tests.helpers.random_rules import RuleMaker, Words

WORDS = Words(date(2026, 11, 21), cells=("champions", "lost"), states=("new", "dormant"))
CITY = FieldIs(RuleField.CITY, OneOf(("تهران",)))
VIP = Tagged("vip")


def from_tree(tree: object, version: int = VERSION) -> Rule:
    return rule_from_json(json.dumps({"version": version, "rule": tree}))


def test_a_rule_comes_back_from_its_json_as_it_was() -> None:
    maker = RuleMaker(Random(11), WORDS)
    for _ in range(1_000):
        rule = simplified(maker.rule(4))
        text = rule_to_json(rule)
        assert rule_from_json(text) == rule, text
        assert rule_to_json(rule_from_json(text)) == text


def test_every_field_and_measure_has_a_form_in_json() -> None:
    maker = RuleMaker(Random(12), WORDS)
    rules: list[Rule] = [
        maker.field(field, kind) for field in RuleField for kind in allowed_tests(field)
    ]
    rules += [maker.bought(measure) for measure in Measure]
    for rule in rules:
        assert rule_from_json(rule_to_json(rule)) == rule


def test_one_rule_has_one_form() -> None:
    assert simplified(All((CITY,))) == CITY
    assert simplified(All((CITY, All((VIP, CITY))))) == All((CITY, VIP))
    assert simplified(Any((Any((CITY, VIP)), VIP))) == Any((CITY, VIP))
    assert simplified(Not(Not(All((VIP,))))) == VIP
    assert simplified(All((All(), All()))) == EVERYBODY
    assert simplified(Any((CITY, All((VIP, CITY))))) == Any((CITY, All((VIP, CITY))))


@pytest.mark.parametrize(
    ("tree", "problem", "place", "word"),
    [
        ({"all": [{"field": "colour", "is": ["x"]}]}, Problem.RULE_WORD_UNKNOWN,
         "rule.all[0].field", "colour"),
        ({"any": []}, Problem.RULE_VALUE_WRONG, "rule.any", None),
        ({"all": [{"tag": "vip"}], "extra": 1}, Problem.RULE_WORD_UNKNOWN, "rule", "extra"),
        ({"not": {"nobody": 1}}, Problem.RULE_WORD_UNKNOWN, "rule.not", "nobody"),
        ({}, Problem.RULE_WORD_UNKNOWN, "rule", ""),
        ([], Problem.RULE_VALUE_WRONG, "rule", None),
        ({"field": "city"}, Problem.RULE_PART_MISSING, "rule", "is"),
        ({"field": "city", "is": "تهران"}, Problem.RULE_VALUE_WRONG, "rule.is", None),
        ({"field": "city", "is": []}, Problem.RULE_VALUE_WRONG, "rule.is", None),
        ({"field": "city", "from": 1}, Problem.RULE_TEST_WRONG, "rule", "city"),
        ({"field": "total", "from": 5, "to": 4}, Problem.RULE_RANGE_WRONG, "rule", None),
        ({"field": "total", "from": True}, Problem.RULE_VALUE_WRONG, "rule.from", None),
        ({"field": "total", "from": 1.5}, Problem.RULE_VALUE_WRONG, "rule.from", None),
        ({"field": "birthday", "month": 13}, Problem.RULE_RANGE_WRONG, "rule", None),
        ({"field": "birthday", "next_days": 400}, Problem.RULE_WINDOW_WRONG, "rule", None),
        ({"field": "created", "in": {"last": 0, "unit": "days"}}, Problem.RULE_WINDOW_WRONG,
         "rule.in", None),
        ({"field": "created", "in": {"last": 3}}, Problem.RULE_WORD_UNKNOWN, "rule.in.unit",
         "None"),
        ({"field": "created", "in": {"from": "1405-13-01"}}, Problem.RULE_VALUE_WRONG,
         "rule.in.from", None),
        ({"bought": {}, "from": 3}, Problem.RULE_PART_MISSING, "rule", "measure"),
        ({"bought": {}, "measure": "count"}, Problem.RULE_PART_MISSING, "rule", "from"),
        ({"bought": {}, "measure": "share", "from": 3}, Problem.RULE_TEST_WRONG, "rule", "share"),
        ({"bought": {"discounted": False}, "measure": "count", "from": 1},
         Problem.RULE_VALUE_WRONG, "rule.bought.discounted", None),
        ({"bought": {"products": ["x"]}, "measure": "count", "from": 1},
         Problem.RULE_VALUE_WRONG, "rule.bought.products", None),
        ({"best": "money", "percent": 0}, Problem.RULE_RANGE_WRONG, "rule", None),
        ({"segment": "x"}, Problem.RULE_VALUE_WRONG, "rule.segment", None),
        ({"search": " "}, Problem.RULE_VALUE_WRONG, "rule.search", None),
        ({"own_field": "0" * 32, "from": "NaN"}, Problem.RULE_VALUE_WRONG, "rule.from", None),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(
    tree: object, problem: Problem, place: str, word: str | None
) -> None:
    with pytest.raises(InvalidInput) as error:
        from_tree(tree)
    assert error.value.problem is problem
    assert error.value.details.get("place") == place
    assert error.value.details.get("word") == word


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 100_000])
def test_what_is_no_json_is_told(text: str) -> None:
    with pytest.raises(InvalidInput) as error:
        rule_from_json(text)
    assert error.value.problem is Problem.RULE_NO_JSON


def test_a_rule_has_an_end() -> None:
    deep: object = {"tag": "vip"}
    for _ in range(DEEPEST):
        deep = {"not": deep}
    wide = {"all": [{"tag": str(number)} for number in range(201)]}
    for tree in (deep, wide):
        for version in (VERSION, VERSION + 1):
            with pytest.raises(InvalidInput) as error:
                from_tree(tree, version)
            assert error.value.problem is Problem.RULE_TOO_LARGE


def test_what_only_a_newer_version_knows_survives_and_says_so() -> None:
    newer = {"all": [{"weather": {"is": "rain"}}, {"tag": "vip"}, {"field": "city", "near": 5}]}
    rule = from_tree(newer, VERSION + 1)
    assert rule == All(
        (Unknown('{"weather":{"is":"rain"}}'), VIP, Unknown('{"field":"city","near":5}'))
    )
    assert is_too_new(rule)
    text = rule_to_json(rule, VERSION + 1)
    assert json.loads(text) == {"version": VERSION + 1, "rule": newer}
    assert version_of(text) == VERSION + 1
    with pytest.raises(InvalidInput):
        from_tree(newer)


def test_conditions_that_cannot_be_meant_are_not_made() -> None:
    for make in (
        lambda: OneOf(()),
        Range,
        lambda: Range(3, 2),
        lambda: InMonth(0),
        lambda: Upcoming(-1),
        lambda: Found(" "),
        lambda: Best(BestBy.MONEY, 101),
        lambda: FieldIs(RuleField.KIND, Filled()),
        lambda: Bought(Measure.COUNT_SHARE, Range(80), Goods()),
    ):
        with pytest.raises(InvalidInput):
            make()
