"""The rule of a segment as SQL over the derived tables, `models.customer_figures`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.queries.search_terms import match_long, readings
from ecrm_desktop.queries.segment_fields import Figures, condition
from ecrm_desktop.queries.segment_purchases import Purchases
from ecrm_desktop.queries.segment_rules import stored_rule
from ecrm_desktop.values.segment_rule import (
    PERCENT,
    All,
    Any,
    Best,
    BestBy,
    Bought,
    FieldIs,
    Filled,
    Found,
    InSegment,
    Not,
    NumberRange,
    OneOf,
    OwnFieldIs,
    Rule,
    Tagged,
    Unknown,
    Within,
)
from ecrm_desktop.values.text import fold_compact
from ecrm_desktop.values.time_windows import resolve

Values = dict[str, str | bytes | float]


@dataclass(frozen=True, slots=True)
class Query:
    """A SELECT of the numbers (`CustomerIndex.number`) of all who are in, with its values."""

    sql: str
    values: Values

    def count(self, worth: str = "total") -> str:
        """Return the SELECT of how many they are and the sum of a column of theirs."""
        columns = f"SELECT count(*), coalesce(sum(f.{worth}), 0) FROM"
        return self.sql.replace("SELECT f.number FROM", columns, 1)


def rule_query(session: Session, rule: Rule, today: date) -> Query:
    """Return who a rule means on the shop's day.

    The derived tables have to be fresh (`services.customer_figures`). Raises InvalidInput
    RULE_TOO_NEW, SEGMENT_MISSING, SEGMENT_CYCLE (name).
    """
    compiler = _Compiler(session, today)
    return Query(_selected(compiler.expression(rule)), compiler.values)


def rule_condition(session: Session, rule: Rule, today: date, *, of_one: bool = False) -> Query:
    """Return the condition on a line `f` of `customer_figures` alone; raises as above.

    `of_one`: it will be asked of few lines, and looks at the purchases of each.
    """
    compiler = _Compiler(session, today, of_one=of_one)
    return Query(compiler.expression(rule), compiler.values)


def segment_query(session: Session, segment_id: UUID, today: date) -> Query:
    """Return who is in a stored segment or a preset, pins and all; raises as `rule_query`."""
    return rule_query(session, InSegment(segment_id), today)


def _selected(expression: str) -> str:
    # Indexes make the planner look for customers one by one, where one walk takes less.
    return f"SELECT f.number FROM customer_figures f NOT INDEXED WHERE {expression}"


class _Compiler:
    """Writes conditions on a line `f` of `customer_figures`, and gathers their values."""

    def __init__(self, session: Session, today: date, *, of_one: bool = False) -> None:
        self._session = session
        self._figures = Figures(session, today)
        self._purchases = Purchases(session, today, of_one=of_one)
        self._today = today
        self._within: list[UUID] = []
        self.values: Values = {}

    def expression(self, rule: Rule) -> str:
        """Return the condition that a customer is meant."""
        match rule:
            case All(parts):
                return _joined("AND", map(self.expression, parts), "1")
            case Any(parts):
                return _joined("OR", map(self.expression, parts), "0")
            case Not(part):
                return f"NOT {self.expression(part)}"
        return f"({_LEAVES[type(rule)](self, rule)})"

    def field(self, leaf: FieldIs) -> str:
        return condition(self._figures, leaf)

    def bought(self, leaf: Bought) -> str:
        return self._purchases.condition(leaf)

    def tagged(self, leaf: Tagged) -> str:
        only = "" if leaf.tag is None else f" WHERE t.tag = {self._value(leaf.tag)}"
        return _customers(f"customer_tags t{{join}}{only}", "t")

    def own_field(self, leaf: OwnFieldIs) -> str:
        field = f"v.field_id = {self._value(leaf.field_id.bytes)}"
        match leaf.test:
            case Filled():
                test = "1"
            case OneOf(values):
                marks = ", ".join(self._value(fold_compact(one)) for one in values)
                test = f"ecrm_fold_compact(v.value) IN ({marks})"
            case NumberRange(low, high):
                number = "CAST(v.value AS REAL)"
                ends = [
                    ("'number' = d.kind", None),
                    (f"{number} >= ", low),
                    (f"{number} <= ", high),
                ]
                test = " AND ".join(
                    f"{begin}{'' if end is None else self._value(float(end))}"
                    for begin, end in ends
                    if end is not None or begin.startswith("'")
                )
            case Within(window):
                days = resolve(window, self._today)
                test = "'date' = d.kind"
                if days is not None:
                    first, last = (self._value(day.isoformat()) for day in (days.first, days.last))
                    test += f" AND v.value BETWEEN {first} AND {last}"
        return _customers(
            "customer_field_values v JOIN customer_fields d ON d.id = v.field_id"
            f" AND d.deleted_at IS NULL{{join}} WHERE {field} AND {test}",
            "v",
        )

    def segment(self, leaf: InSegment) -> str:
        found = stored_rule(self._session, leaf.segment_id)
        if leaf.segment_id in self._within:
            raise InvalidInput(Problem.SEGMENT_CYCLE, name=found.name)
        self._within.append(leaf.segment_id)
        inside = self.expression(found.rule)
        self._within.pop()
        if not found.has_pins:
            return inside
        segment = self._value(leaf.segment_id.bytes)
        put_in, left_out = (
            _customers(
                f"segment_pins n{{join}} WHERE n.segment_id = {segment} AND n.is_in = {is_in}", "n"
            )
            for is_in in (1, 0)
        )
        return f"({inside} OR {put_in}) AND NOT ({left_out})"

    def found(self, leaf: Found) -> str:
        ways = []
        for terms in readings(leaf.text):
            parts = []
            if long := match_long(terms):
                parts.append(
                    "f.number IN (SELECT rowid FROM customer_fts"
                    f" WHERE customer_fts MATCH {self._value(long)})"
                )
            for term in terms:
                if term.is_short:
                    inside = " OR ".join(
                        f"instr(words, {mark}) OR instr(digits, {mark})"
                        for mark in map(self._value, term.spellings)
                    )
                    parts.append(f"f.number IN (SELECT number FROM customer_index WHERE {inside})")
            ways.append(_joined("AND", parts, "1"))
        return _joined("OR", ways, "0")

    def best(self, leaf: Best) -> str:
        least = best_least(self._session, leaf)
        return "0" if least is None else f"f.total >= {least} AND f.total > 0"

    def unknown(self, leaf: Unknown) -> str:
        raise InvalidInput(Problem.RULE_TOO_NEW)

    def _value(self, value: str | bytes | float) -> str:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"


_LEAVES: Final[Mapping[type, Callable[..., str]]] = MappingProxyType(
    {
        FieldIs: _Compiler.field,
        Bought: _Compiler.bought,
        Tagged: _Compiler.tagged,
        OwnFieldIs: _Compiler.own_field,
        InSegment: _Compiler.segment,
        Found: _Compiler.found,
        Best: _Compiler.best,
        Unknown: _Compiler.unknown,
    }
)


def best_least(session: Session, leaf: Best) -> int | None:
    """Return what the least of the best spent, net, in minor units; None if nobody bought."""
    # The index has them in order, so that only the best are read.
    connection = session.connection()
    bought = "FROM customer_index WHERE purchase_total > 0"
    buyers, money = connection.exec_driver_sql(
        f"SELECT count(*), coalesce(sum(purchase_total), 0) {bought}"
    ).one()
    if not buyers:
        return None
    if leaf.by is BestBy.PEOPLE:
        place = -(-buyers * leaf.percent // PERCENT) - 1
        best = f"{bought} ORDER BY purchase_total DESC LIMIT 1 OFFSET {place}"
        return int(connection.exec_driver_sql(f"SELECT purchase_total {best}").scalar_one())
    so_far = 0
    rows = connection.exec_driver_sql(
        f"SELECT purchase_total {bought} ORDER BY purchase_total DESC"
    )
    for (total,) in rows:
        so_far += total
        if so_far * PERCENT >= money * leaf.percent:
            rows.close()
            return int(total)
    return None


def _customers(rest: str, alias: str) -> str:
    join = f" JOIN customer_index i ON i.customer_id = {alias}.customer_id"
    return f"f.number IN (SELECT i.number FROM {rest.format(join=join)})"


def _joined(word: str, parts: Iterable[str], empty: str) -> str:
    found = list(parts)
    return f"({f' {word} '.join(found)})" if found else f"({empty})"
