"""The sentence that says who is in a segment, and why one customer is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ecrm_desktop.i18n import translate
from ecrm_desktop.text.segment_fields import Fact, field_clause
from ecrm_desktop.text.segment_words import (
    Names,
    amount,
    either,
    goods_words,
    named,
    percent,
    quoted,
    window_words,
)
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.segment_rule import (
    All,
    Any,
    Best,
    BestBy,
    Bought,
    FieldIs,
    Filled,
    Found,
    InSegment,
    Leaf,
    Measure,
    Not,
    NumberRange,
    OneOf,
    OwnFieldIs,
    Rule,
    Tagged,
    Unknown,
    Within,
    simplified,
)
from ecrm_desktop.values.text import isolate, isolate_words


@dataclass(frozen=True, slots=True)
class Reason:
    """Whether a condition holds for one customer, and what is so of them: a number or a word."""

    holds: bool
    fact: Fact = None


Reasons = Mapping[Leaf, Reason]
"""What is so of one customer, for every condition of a rule."""


def explain_rule(rule: Rule, names: Names, display: Display) -> str:
    """Return who is meant: one sentence, another one for every other rule."""
    rule = simplified(rule)
    if rule == All():
        return translate("Segments", "All customers.")
    clause = _Clauses(names, display).of(rule)
    return translate("Segments", "Everyone who {clause}.", clause=clause)


def explain_customer(
    name: str, rule: Rule, reasons: Reasons, names: Names, display: Display
) -> str:
    """Return why a customer is in a segment, or is not, with what is so of them."""
    rule = simplified(rule)
    name = isolate_words(name)
    if rule == All():
        return translate("Segments", "{name} is in this group, as all customers are.", name=name)
    clauses = _Clauses(names, display, reasons)
    if clauses.holds(rule):
        return translate(
            "Segments", "{name} is in this group: {clause}.",
            name=name, clause=clauses.why(rule),
        )  # fmt: skip
    return translate(
        "Segments", "{name} is not in this group, for that would be somebody who {clause}.",
        name=name, clause=clauses.why_not(rule),
    )  # fmt: skip


def explain_pin(name: str, reason: str, *, is_in: bool) -> str:
    """Return that somebody put a customer into a segment, or left them out, by hand."""
    name = isolate_words(name)
    if reason and is_in:
        return translate(
            "Segments", "{name} was put into this group by hand: {reason}",
            name=name, reason=quoted(reason),
        )  # fmt: skip
    if reason:
        return translate(
            "Segments", "{name} was left out of this group by hand: {reason}",
            name=name, reason=quoted(reason),
        )  # fmt: skip
    if is_in:
        return translate("Segments", "{name} was put into this group by hand.", name=name)
    return translate("Segments", "{name} was left out of this group by hand.", name=name)


class _Clauses:
    """Writes what parts of a rule say, of everybody or of one customer."""

    def __init__(self, names: Names, display: Display, reasons: Reasons | None = None) -> None:
        self._names = names
        self._display = display
        self._reasons: Reasons = reasons or {}

    def of(self, rule: Rule, *, within: bool = False) -> str:
        """Return what a rule says; `within` another one it stands in brackets where it is long."""
        match rule:
            case All(parts) if not parts:
                return translate("Segments", "is anybody")
            case All(parts):
                return _bracketed(_and(self.of(one, within=True) for one in parts), within)
            case Any(parts):
                return _bracketed(_or(self.of(one, within=True) for one in parts), within)
            case Not(part):
                return self._denied(part)
        return self._leaf(rule, None)

    def holds(self, rule: Rule) -> bool:
        """Tell whether a rule holds for the customer, by the reasons."""
        match rule:
            case All(parts):
                return all(map(self.holds, parts))
            case Any(parts):
                return any(map(self.holds, parts))
            case Not(part):
                return not self.holds(part)
        return self._reasons[rule].holds

    def why(self, rule: Rule) -> str:
        """Return what of a rule that holds is so: of several ways, those that are."""
        match rule:
            case All(parts) if parts:
                return _and(map(self.why, parts))
            case Any(parts):
                return _and(self.why(one) for one in parts if self.holds(one))
            case All() | Not():
                return self.of(rule)
        return self._leaf(rule, self._reasons[rule].fact)

    def why_not(self, rule: Rule) -> str:
        """Return what of a rule that does not hold is lacking."""
        if isinstance(rule, All):
            return _and(self.why_not(one) for one in rule.parts if not self.holds(one))
        if isinstance(rule, Any):
            return _or(map(self.why_not, rule.parts))
        text = self.of(rule)
        fact = None if isinstance(rule, Not) else self._reasons[rule].fact
        if isinstance(rule, FieldIs | Bought) and fact is not None:
            now = self._leaf(rule, fact)
            return translate("Segments", "{wanted} (and not {now})", wanted=text, now=now)
        return text

    def _denied(self, part: Rule) -> str:
        match part:
            case FieldIs(_, OneOf() | Filled()):
                return field_clause(part, self._display, denied=True)
            case Tagged(None):
                return translate("Segments", "has no tag")
            case Tagged(tag) if tag is not None:
                return translate("Segments", "does not have the tag {tag}", tag=quoted(tag))
            case InSegment(segment_id):
                return translate(
                    "Segments", "is not in the group {segment}",
                    segment=named(self._names.segments, segment_id),
                )  # fmt: skip
        return translate(
            "Segments", "is none of those who {clause}", clause=self.of(part, within=True)
        )

    def _leaf(self, leaf: Leaf, fact: Fact) -> str:
        if isinstance(leaf, FieldIs):
            return field_clause(leaf, self._display, fact=fact)
        if isinstance(leaf, Bought):
            return self._bought(leaf, fact)
        return self._other(leaf)

    def _bought(self, leaf: Bought, fact: Fact) -> str:
        shares = {Measure.SHARE, Measure.COUNT_SHARE}
        show: Callable[[int], str] = self._display.number
        if leaf.measure is Measure.SUM:
            show = self._display.money_with_unit
        elif leaf.measure in shares:
            show = percent(self._display)
        wanted, limit = amount(leaf.range, show), ""
        if isinstance(fact, int):
            wanted, limit = show(fact), translate("Segments", " ({wanted})", wanted=wanted)
        return _MEASURES[leaf.measure](
            wanted,
            limit,
            goods_words(leaf.goods, self._names),
            window_words(leaf.window, self._display),
        )

    def _other(self, leaf: Leaf) -> str:  # noqa: PLR0911 - one of each kind
        match leaf:
            case Tagged(tag):
                if tag is None:
                    return translate("Segments", "has a tag")
                return translate("Segments", "has the tag {tag}", tag=quoted(tag))
            case OwnFieldIs():
                return self._own_field(leaf)
            case InSegment(segment_id):
                return translate(
                    "Segments", "is in the group {segment}",
                    segment=named(self._names.segments, segment_id),
                )  # fmt: skip
            case Found(text):
                return translate("Segments", "is found by {text}", text=quoted(text))
            case Best(BestBy.MONEY, share):
                return translate(
                    "Segments", "is one of the fewest who bring {share} of the money",
                    share=percent(self._display)(share),
                )  # fmt: skip
            case Best(_, share):
                return translate(
                    "Segments", "is one of the best {share} of all buyers",
                    share=percent(self._display)(share),
                )  # fmt: skip
        assert isinstance(leaf, Unknown)  # noqa: S101 - all others are named above
        return translate(
            "Segments", "fits a condition that only a newer version knows: {condition}",
            condition=isolate(leaf.json),
        )  # fmt: skip

    def _own_field(self, leaf: OwnFieldIs) -> str:
        field = named(self._names.own_fields, leaf.field_id)
        match leaf.test:
            case Filled():
                return translate("Segments", "has a value in the field {field}", field=field)
            case OneOf(values):
                return translate(
                    "Segments", "has in the field {field} {values}",
                    field=field, values=either(map(quoted, values)),
                )  # fmt: skip
            case NumberRange():
                return translate(
                    "Segments", "has in the field {field} a number of {amount}",
                    field=field, amount=amount(leaf.test, self._display.number),
                )  # fmt: skip
            case Within(window):
                return translate(
                    "Segments", "has in the field {field} a day {when}",
                    field=field, when=window_words(window, self._display),
                )  # fmt: skip


def _and(parts: Iterable[str]) -> str:
    return translate("Segments", ", and ").join(parts)


def _or(parts: Iterable[str]) -> str:
    return translate("Segments", ", or ").join(parts)


def _bracketed(text: str, is_within: bool) -> str:  # noqa: FBT001 - its whole meaning
    return f"({text})" if is_within else text


_MEASURES: Final[Mapping[Measure, Callable[[str, str, str, str], str]]] = MappingProxyType(
    {
        Measure.COUNT: lambda amount, limit, goods, when: translate(
            "Segments", "bought {amount} times{goods} {when}{limit}",
            amount=amount, limit=limit, goods=goods, when=when,
        ),
        Measure.DAYS: lambda amount, limit, goods, when: translate(
            "Segments", "bought on {amount} days{goods} {when}{limit}",
            amount=amount, limit=limit, goods=goods, when=when,
        ),
        Measure.SUM: lambda amount, limit, goods, when: translate(
            "Segments", "bought for {amount}{goods} {when}{limit}",
            amount=amount, limit=limit, goods=goods, when=when,
        ),
        Measure.SHARE: lambda amount, limit, goods, when: translate(
            "Segments", "spent {amount} of the money{goods} {when}{limit}",
            amount=amount, limit=limit, goods=goods, when=when,
        ),
        Measure.COUNT_SHARE: lambda amount, limit, goods, when: translate(
            "Segments", "made {amount} of the purchases{goods} {when}{limit}",
            amount=amount, limit=limit, goods=goods, when=when,
        ),
        Measure.RECENCY: lambda amount, limit, goods, when: translate(
            "Segments", "bought {amount} days ago for the last time{goods} {when}{limit}",
            amount=amount, limit=limit, goods=goods, when=when,
        ),
    }
)  # fmt: skip
