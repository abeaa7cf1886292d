"""Finds customers while somebody types, the best hits first."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, String, bindparam, func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.queries.names import CUSTOMER_NAME
from ecrm_desktop.queries.search_terms import (
    Term,
    match_inside,
    match_long,
    readings,
)
from ecrm_desktop.values.statuses import CustomerKind

# Up to so many lines are read one by one for what no index can find: one or two letters inside a
# word. A shop that is larger finds those where its longer words are rarer than that.
_READ_AT_MOST: Final = 4_000
# Of so many times the hits asked for, those whose words begin with the text come first. Where more
# customers match, one more letter tells them apart better than reading them all would.
_COMPARED: Final = 2
_LAST_CHARACTER: Final = "\U0010ffff"
_MOST_WORDS_OF_A_NAME: Final = 4
_SHORTEST_PHONE: Final = 7
_NATIONAL_ID: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A customer as the search shows it; `phone` is the main one, E.164."""

    id: UUID
    code: str
    name: str
    kind: CustomerKind
    phone: str
    city: str


def search_customers(session: Session, text: str, limit: int = 50) -> list[SearchHit]:
    """Return the customers whose names, phones, code or national ID contain every word of `text`.

    First those whose code, phone or national ID it is, then names that begin with it, then other
    words that begin so, then the rest. What was typed on the wrong keyboard layout comes last.
    """
    found: dict[int, None] = {}
    for terms in readings(text):
        _find(session.connection(), terms, limit, found)
        if len(found) >= limit:
            break
    return _hits(session, list(found)[:limit]) if found else []


_Values = dict[str, str | int]


def _find(
    connection: Connection, terms: Sequence[Term], limit: int, found: dict[int, None]
) -> None:
    """Add the numbers of lines to `found`, the best first, until they are enough."""

    def run(statement: str, values: _Values, *, times: int = 1) -> list[Any]:
        # As many as are there already may come again.
        values["limit"] = limit * times + len(found)
        return list(connection.exec_driver_sql(statement, values))

    if len(terms) == 1:
        found |= dict.fromkeys(number for (number,) in run(_EXACT, _exact(terms[0])))
    if not any(term.is_number for term in terms):
        found |= dict.fromkeys(_in_turn(run(*_names([term.spellings[0] for term in terms]))))
    if len(found) >= limit:
        return
    inside = run(_MATCH, {"query": match_inside(terms)}, times=_COMPARED)
    inside.sort(key=lambda row: not _starts(terms, row[1]))
    found |= dict.fromkeys(row[0] for row in inside)
    short = [term for term in terms if term.is_short]
    if short and len(found) < limit:
        rest = run(*_one_by_one(short, match_long(terms)))
        found |= dict.fromkeys(number for (number,) in rest)


def _starts(terms: Sequence[Term], line: str) -> bool:
    return all(any(" " + one in line for one in term.spellings) for term in terms)


def _exact(term: Term) -> _Values:
    numbers = term.spellings if term.is_number else ()
    phones = [
        phone
        for one in numbers
        if len(one) >= _SHORTEST_PHONE
        for phone in (one, "+" + one, "+98" + one.removeprefix("0"))
    ]
    return {
        "codes": json.dumps([*term.spellings, *(one.upper() for one in term.spellings)]),
        "phones": json.dumps(phones),
        "people": json.dumps([one for one in numbers if len(one) == _NATIONAL_ID]),
    }


def _names(words: Sequence[str]) -> tuple[str, _Values]:
    """Look for names that begin with the words: in one part, or first and last name together."""
    values: _Values = {}
    branches: list[str] = []
    cuts = range(1, len(words)) if len(words) <= _MOST_WORDS_OF_A_NAME else ()
    for cut in (0, *cuts):
        values |= {f"same{cut}": "".join(words[:cut]), f"from{cut}": "".join(words[cut:])}
        values[f"to{cut}"] = f"{values[f'from{cut}']}{_LAST_CHARACTER}"
        for begun, other in (("first_folded", "last_folded"), ("last_folded", "first_folded")):
            branches.append(
                f"SELECT * FROM (SELECT {len(branches)}, number FROM customer_index"
                f" WHERE {begun} >= :from{cut} AND {begun} < :to{cut}"
                f"{f' AND {other} = :same{cut}' if cut else ''}"
                f" ORDER BY {begun}, {other} LIMIT :limit)"
            )
    return " UNION ALL ".join(branches), values


def _one_by_one(short: Sequence[Term], long: str) -> tuple[str, _Values]:
    """Look inside words for what is too short for trigrams, in lines that have the longer terms."""
    values: _Values = {"most": _READ_AT_MOST}
    lines = "SELECT number, words, digits FROM customer_index LIMIT :most"
    if long:
        values["query"] = long
        lines = (
            "SELECT number, words, digits FROM customer_index WHERE number IN ("
            "SELECT rowid FROM customer_fts WHERE customer_fts MATCH :query LIMIT :most)"
        )
    conditions = []
    for place, term in enumerate(short):
        either = []
        for other, spelling in enumerate(term.spellings):
            name = f"short{place}_{other}"
            values[name] = spelling
            either.append(f"instr(words, :{name}) OR instr(digits, :{name})")
        conditions.append(f"({' OR '.join(either)})")
    return f"SELECT number FROM ({lines}) WHERE {' AND '.join(conditions)} LIMIT :limit", values


_MATCH: Final = """
SELECT rowid, words || digits FROM customer_fts WHERE customer_fts MATCH :query LIMIT :limit
"""
_EXACT: Final = """
SELECT number FROM customer_index WHERE customer_id IN (
    SELECT id FROM customers WHERE code IN (SELECT value FROM json_each(:codes))
    UNION ALL
    SELECT customer_id FROM customer_phones WHERE number IN (SELECT value FROM json_each(:phones))
    UNION ALL
    SELECT id FROM customers WHERE national_id IN (SELECT value FROM json_each(:people))
) LIMIT :limit
"""


def _in_turn(rows: Iterable[Any]) -> Iterator[int]:
    groups = [[number for _group, number in rows] for _key, rows in groupby(rows, itemgetter(0))]
    return (one for row in zip_longest(*groups) for one in row if one is not None)


# One list of numbers as JSON: a statement of always the same text is prepared only once.
_WANTED: Final = func.json_each(bindparam("numbers", type_=String)).table_valued("value")
_HITS: Final = (
    select(
        CustomerIndex.number,
        CustomerIndex.customer_id,
        Customer.code,
        CUSTOMER_NAME,
        Customer.kind,
        CustomerIndex.phone,
        Customer.city,
    )
    .join(Customer, Customer.id == CustomerIndex.customer_id)
    .where(CustomerIndex.number.in_(select(_WANTED.c.value)))
)


def _hits(session: Session, numbers: list[int]) -> list[SearchHit]:
    found = session.connection().execute(_HITS, {"numbers": json.dumps(numbers)})
    rows = {row[0]: row for row in found}
    return [
        SearchHit(id=row[1], code=row[2], name=row[3], kind=row[4], phone=row[5], city=row[6])
        for row in map(rows.__getitem__, numbers)
    ]
