"""Sentences of rules: another one for every rule, in both languages, and why one customer fits."""

from datetime import UTC, date
from random import Random
from uuid import UUID

import pytest

from ecrm_desktop.i18n import set_language
from ecrm_desktop.queries.shop import display_before_opening
from ecrm_desktop.text.segment_presets import PRESETS, place_presets
from ecrm_desktop.text.segment_texts import Reason, explain_customer, explain_pin, explain_rule
from ecrm_desktop.text.segment_words import Names
from ecrm_desktop.values.segment_rule import (
    EVERYBODY,
    All,
    Any,
    Best,
    BestBy,
    Bought,
    FieldIs,
    Found,
    Goods,
    InSegment,
    Leaf,
    Measure,
    Not,
    OneOf,
    OwnFieldIs,
    Range,
    Rule,
    RuleField,
    Tagged,
    Unknown,
    allowed_tests,
    simplified,
)
from ecrm_desktop.values.segment_writing import rule_to_json
from ecrm_desktop.values.statuses import CustomerState, RfmCell
from ecrm_desktop.values.time_windows import Last, Season, TimeUnit
from tests.helpers.random_rules import RuleMaker, Words

WORDS = Words(
    date(2026, 11, 21),
    cities=("تهران", "شیراز", "ری", "یزد و ری", "x» یا «y"),
    cells=tuple(RfmCell),
    states=tuple(CustomerState),
)
NAMES = Names(
    products={UUID(int=1): "کفش", UUID(int=2): "کفش (12)"},
    own_fields={UUID(int=3): "سایز", UUID(int=4): "قد", UUID(int=5): "عضویت"},
    segments={UUID(int=6): "خوب‌ها", UUID(int=7): "دورها"},
)
YEAR = Last(12, TimeUnit.MONTHS)
ISOLATES = dict.fromkeys(range(0x2066, 0x206A))


def said(rule: Rule) -> str:
    language = "fa"
    sentence = explain_rule(rule, NAMES, display_before_opening(language, UTC))
    return sentence.translate(ISOLATES)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_other_rules_are_explained_otherwise(language: str) -> None:
    set_language(language)
    display = display_before_opening(language, UTC)
    maker = RuleMaker(Random(13), WORDS)
    sentences: dict[str, Rule] = {}
    for _ in range(1_500):
        rule = simplified(maker.rule(3))
        sentence = explain_rule(rule, NAMES, display)
        assert sentences.setdefault(sentence, rule) == rule, sentence
    assert len(sentences) > 1_000


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_condition_has_a_sentence_in_both_languages(language: str) -> None:
    set_language(language)
    display = display_before_opening(language, UTC)
    maker = RuleMaker(Random(14), WORDS)
    rules: list[Rule] = [EVERYBODY, Unknown('{"weather":1}'), Best(BestBy.MONEY, 80)]
    rules += [Best(BestBy.PEOPLE, 80), Tagged(), Tagged("vip"), Found("x"), InSegment(UUID(int=6))]
    rules += [maker.field(field, kind) for field in RuleField for kind in allowed_tests(field)]
    for measure in Measure:
        goods = Goods(brands=("x",), discounted=True, season=Season.YALDA)
        rules.append(Bought(measure, Range(low=3), goods, YEAR))
    for _ in range(300):
        leaf = maker.rule(1)
        rules += [leaf] if isinstance(leaf, OwnFieldIs) else []
    rules += [Not(one) for one in rules]
    rules = list(dict.fromkeys(map(simplified, rules)))
    sentences = {explain_rule(one, NAMES, display) for one in rules}
    assert len(sentences) == len(rules)
    for sentence in sentences:
        assert sentence.endswith(".")
        assert "{" not in sentence.replace('{"weather"', "")
        is_persian = any("\u0600" <= letter <= "\u06ff" for letter in sentence[:9])
        assert is_persian == (language == "fa")


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_preset_has_its_name_its_use_and_its_sentence(language: str) -> None:
    set_language(language)
    display = display_before_opening(language, UTC)
    every = (*PRESETS, *place_presets(["تهران", "شیراز"]))
    for shown in (
        {one.name for one in every},
        {explain_rule(one.rule, NAMES, display) for one in every},
        {rule_to_json(one.rule) for one in every},
        {one.id for one in every},
    ):
        assert len(shown) == len(every)
    assert all(one.purpose.endswith(".") for one in every)
    assert place_presets(["تهران"])[0].id == place_presets(["تهران "])[0].id


def test_rules_are_read_as_they_are_meant() -> None:
    thrice = Bought(Measure.COUNT, Range(low=3), window=YEAR)
    cheap = Bought(Measure.COUNT_SHARE, Range(low=80), Goods(discounted=True), YEAR)
    tehran = FieldIs(RuleField.CITY, OneOf(("تهران", "ری")))
    assert said(All((thrice, cheap))) == (
        "هر مشتری که در ۱۲ ماه گذشته دست‌کم ۳ بار خریده است"
        " و در ۱۲ ماه گذشته دست‌کم ۸۰٪ خریدهایش با تخفیف بوده است."
    )
    assert said(All((tehran, Any((thrice, Not(Tagged("vip"))))))) == (
        "هر مشتری که شهر او «تهران» یا «ری» است و"
        " (در ۱۲ ماه گذشته دست‌کم ۳ بار خریده است یا برچسب «vip» ندارد)."
    )
    assert said(Not(tehran)) == "هر مشتری که شهر او «تهران» یا «ری» نیست."


def test_a_customer_is_told_what_is_so_of_them() -> None:
    display = display_before_opening("fa", UTC)
    thrice = Bought(Measure.COUNT, Range(low=3), window=YEAR)
    cheap = Bought(Measure.COUNT_SHARE, Range(low=80), Goods(discounted=True), YEAR)
    tehran = FieldIs(RuleField.CITY, OneOf(("تهران",)))
    reasons: dict[Leaf, Reason] = {
        thrice: Reason(True, 5),
        cheap: Reason(True, 90),
        tehran: Reason(False),
    }

    def told(rule: Rule) -> str:
        return explain_customer("مریم کریمی", rule, reasons, NAMES, display).translate(ISOLATES)

    assert told(All((thrice, cheap))) == (
        "مریم کریمی در این گروه است، چون در ۱۲ ماه گذشته ۵ بار خریده است (دست‌کم ۳)"
        " و در ۱۲ ماه گذشته ۹۰٪ خریدهایش با تخفیف بوده است (دست‌کم ۸۰٪)."
    )
    assert told(Any((tehran, thrice))) == (
        "مریم کریمی در این گروه است، چون در ۱۲ ماه گذشته ۵ بار خریده است (دست‌کم ۳)."
    )
    assert told(All((thrice, tehran))) == (
        "مریم کریمی در این گروه نیست؛ کسی در آن است که شهر او «تهران» است."
    )
    assert told(Not(thrice)) == (
        "مریم کریمی در این گروه نیست؛ کسی در آن است که از کسانی نیست که"
        " در ۱۲ ماه گذشته دست‌کم ۳ بار خریده است."
    )
    assert told(EVERYBODY) == "مریم کریمی در این گروه است، چون همهٔ مشتریان هستند."
    assert "دستی" in explain_pin("مریم", "", is_in=True)
    assert "قول داد" in explain_pin("مریم", "قول داد", is_in=False)
