"""One derived line a living customer, kept by triggers, for searching, sorting and figures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import Connection, Index
from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Base
from ecrm_desktop.values.text import fold, fold_compact, sort_key


class CustomerIndex(Base):
    """What searching and sorting a million customers needs; local to this PC, rebuilt at will.

    `number` is explicit, because the full-text index refers to it and an implicit rowid changes
    under VACUUM. `words` and `digits` are the haystacks of `customer_fts`; `first_folded` and
    `last_folded` serve input too short for trigrams. `phone` is the primary one; `birthday`
    reads `08-30`, Jalali month and day. Purchase figures are net of returns, in minor units.
    """

    __tablename__ = "customer_index"
    __table_args__ = (
        Index("ix_customer_index_sort_name", "sort_name", "customer_id"),
        Index("ix_customer_index_first", "first_folded", "last_folded"),
        Index("ix_customer_index_last", "last_folded", "first_folded"),
        Index("ix_customer_index_total", "purchase_total", "customer_id"),
        Index("ix_customer_index_count", "purchase_count", "customer_id"),
        Index("ix_customer_index_last_purchase", "last_purchase_on", "customer_id"),
        Index("ix_customer_index_city", "sort_city", "sort_name", "customer_id"),
        Index("ix_customer_index_first_purchase", "first_purchase_on"),
        Index("ix_customer_index_birthday", "birthday"),
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(unique=True)
    sort_name: Mapped[str]
    first_folded: Mapped[str]
    last_folded: Mapped[str]
    words: Mapped[str]
    digits: Mapped[str]
    phone: Mapped[str]
    sort_city: Mapped[str]
    birthday: Mapped[str]
    purchase_count: Mapped[int] = mapped_column(default=0)
    purchase_total: Mapped[int] = mapped_column(default=0)
    first_purchase_on: Mapped[date | None]
    last_purchase_on: Mapped[date | None]


def search_words(first: str, last: str, company: str, email: str, code: str) -> str:
    """Return the folded haystack of a customer's names, two spaces before each word.

    The spaces make trigrams of a word's first one or two letters, so that input too short for a
    trigram finds the words that begin with it. A name of two words stands in it joined as well, so
    that `علیرضا` finds `علی رضا`.
    """
    names = [part for part in (first, last, company) if part]
    # Names come again and again, addresses and codes do not.
    words = [word for part in names for word in _words(part)]
    words += fold(f"{email} {code}").split()
    words += [fold_compact(part) for part in names if " " in part.strip()]
    return "  " + "  ".join(words) if words else ""


@lru_cache(maxsize=1 << 12)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


SQL_FUNCTIONS: Mapping[str, tuple[int, Callable[..., str]]] = MappingProxyType(
    {
        "ecrm_words": (5, search_words),
        "ecrm_fold": (1, fold),
        "ecrm_fold_compact": (1, fold_compact),
        "ecrm_sort_key": (1, sort_key),
    }
)
"""Functions that every connection must know before it writes, by name: arguments, function."""

FULL_TEXT = """
CREATE VIRTUAL TABLE customer_fts USING fts5(
    words, digits, content='customer_index', content_rowid='number',
    tokenize='trigram', columnsize=0
)
"""

_DIGITS = "CASE WHEN number LIKE '+98%' THEN '0' || substr(number, 4) ELSE ltrim(number, '+') END"
_HAYSTACK = f"""'  ' || c.code || '  ' || c.national_id || '  ' || coalesce((
        SELECT group_concat({_DIGITS}, '  ') FROM customer_phones WHERE customer_id = c.id), '')"""
_PRIMARY = """coalesce((
        SELECT number FROM customer_phones WHERE customer_id = c.id
        ORDER BY is_primary DESC, position LIMIT 1), '')"""
_NAME = """CASE WHEN c.kind = 'company' AND c.company_name <> '' THEN c.company_name
        WHEN c.first_name || c.last_name <> '' THEN trim(c.first_name || ' ' || c.last_name)
        ELSE c.company_name END"""

_COLUMNS = (
    "customer_id, sort_name, first_folded, last_folded, words, digits, phone, sort_city, birthday,"
    " purchase_count, purchase_total, first_purchase_on, last_purchase_on"
)


def _lines(only: str = "") -> str:
    """Return the SELECT of index lines: of all living customers, or of those whose id is `only`."""
    one = f"AND customer_id {only}" if only else ""
    return f"""
    SELECT c.id, ecrm_sort_key({_NAME}),
        ecrm_fold_compact(CASE WHEN c.kind = 'company' THEN c.company_name ELSE c.first_name END),
        ecrm_fold_compact(c.last_name),
        ecrm_words(c.first_name, c.last_name, c.company_name, c.email, c.code),
        {_HAYSTACK}, {_PRIMARY}, ecrm_sort_key(c.city), substr(c.birth_date, -5),
        coalesce(f.purchases, 0), coalesce(f.total, 0) - coalesce(r.total, 0), f.first_on, f.last_on
    FROM customers c
    LEFT JOIN (
        SELECT customer_id, count(*) AS purchases, sum(total) AS total,
            min(purchased_on) AS first_on, max(purchased_on) AS last_on
        FROM purchases WHERE deleted_at IS NULL {one} GROUP BY customer_id) f
        ON f.customer_id = c.id
    LEFT JOIN (
        SELECT customer_id, sum(total) AS total
        FROM returns WHERE deleted_at IS NULL {one} GROUP BY customer_id) r
        ON r.customer_id = c.id
    WHERE c.deleted_at IS NULL {f"AND c.id {only}" if only else ""}
    """


def _refresh(only: str) -> str:
    changes = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS.split(", ")[1:])
    return (
        f"INSERT INTO customer_index ({_COLUMNS}) {_lines(only)}"
        f" ON CONFLICT (customer_id) DO UPDATE SET {changes};"
    )


def _figures(customer: str, only: str = "") -> str:
    return f"""
UPDATE customer_index SET (purchase_count, purchase_total, first_purchase_on, last_purchase_on) = (
    SELECT count(*), coalesce(sum(total), 0) - coalesce((
        SELECT sum(total) FROM returns
        WHERE customer_id = {customer} AND deleted_at IS NULL), 0),
        min(purchased_on), max(purchased_on)
    FROM purchases WHERE customer_id = {customer} AND deleted_at IS NULL)
WHERE customer_id {only or f"= {customer}"};
"""


def _phones(customer: str) -> str:
    return f"""
UPDATE customer_index SET (digits, phone) = (
    SELECT {_HAYSTACK}, {_PRIMARY} FROM customers c WHERE c.id = {customer})
WHERE customer_id = {customer};
"""


def _trigger(name: str, event: str, body: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {event} BEGIN {body} END"


def _child(table: str, columns: str, body: Callable[[str], str]) -> dict[str, str]:
    names = {event: f"{table}_index_{event}" for event in ("insert", "update", "delete")}
    return {
        names["insert"]: _trigger(names["insert"], f"INSERT ON {table}", body("new.customer_id")),
        names["update"]: _trigger(
            names["update"],
            f"UPDATE OF customer_id, {columns} ON {table}",
            body("new.customer_id") + body("old.customer_id"),
        ),
        names["delete"]: _trigger(names["delete"], f"DELETE ON {table}", body("old.customer_id")),
    }


TRIGGERS: Mapping[str, str] = MappingProxyType(
    {
        "customers_index_insert": _trigger(
            "customers_index_insert",
            "INSERT ON customers WHEN new.deleted_at IS NULL",
            _refresh("= new.id"),
        ),
        "customers_index_update": _trigger(
            "customers_index_update",
            "UPDATE OF kind, first_name, last_name, company_name, email, code, national_id, city,"
            " birth_date, deleted_at ON customers WHEN new.deleted_at IS NULL",
            _refresh("= new.id"),
        ),
        "customers_index_bin": _trigger(
            "customers_index_bin",
            "UPDATE OF deleted_at ON customers WHEN new.deleted_at IS NOT NULL",
            "DELETE FROM customer_index WHERE customer_id = new.id;",
        ),
        "customers_index_delete": _trigger(
            "customers_index_delete",
            "DELETE ON customers",
            "DELETE FROM customer_index WHERE customer_id = old.id;",
        ),
        **_child("customer_phones", "number, is_primary, position", _phones),
        **_child("purchases", "total, purchased_on, deleted_at", _figures),
        **_child("returns", "total, deleted_at", _figures),
        "customer_fts_insert": _trigger(
            "customer_fts_insert",
            "INSERT ON customer_index",
            "INSERT INTO customer_fts (rowid, words, digits)"
            " VALUES (new.number, new.words, new.digits);",
        ),
        "customer_fts_update": _trigger(
            "customer_fts_update",
            "UPDATE OF words, digits ON customer_index"
            " WHEN old.words <> new.words OR old.digits <> new.digits",
            "INSERT INTO customer_fts (customer_fts, rowid, words, digits)"
            " VALUES ('delete', old.number, old.words, old.digits);"
            " INSERT INTO customer_fts (rowid, words, digits)"
            " VALUES (new.number, new.words, new.digits);",
        ),
        "customer_fts_delete": _trigger(
            "customer_fts_delete",
            "DELETE ON customer_index",
            "INSERT INTO customer_fts (customer_fts, rowid, words, digits)"
            " VALUES ('delete', old.number, old.words, old.digits);",
        ),
    }
)
"""Every trigger that keeps the index and the full text, by name."""

REBUILD = (
    "DELETE FROM customer_index",
    f"INSERT INTO customer_index ({_COLUMNS}) {_lines()}",
    "INSERT INTO customer_fts (customer_fts) VALUES ('rebuild')",
)
"""Statements that make the whole index anew, with the triggers dropped for the while."""

ROW_BY_ROW = tuple(
    name
    for name in TRIGGERS
    if name.startswith(("customer_phones_", "purchases_", "returns_"))
    or name in {"customers_index_insert", "customers_index_update"}
)
"""The triggers whose work `REFRESH` and `REFRESH_FIGURES` can do for many customers at once."""

FIGURES = tuple(name for name in TRIGGERS if name.startswith(("purchases_", "returns_")))
"""The triggers whose work `REFRESH_FIGURES` alone can do for many customers at once."""

INDEXED = frozenset({"customers", "customer_phones", "purchases", "returns"})
"""The tables that the index is made from."""


@contextmanager
def without_triggers(connection: Connection, names: Sequence[str]) -> Iterator[None]:
    """Spare some of the triggers, within the caller's transaction.

    If that ends half way, they never were away. Whoever spares them does their work.
    """
    for name in names:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for name in names:
        connection.exec_driver_sql(TRIGGERS[name])


_GIVEN = "IN (SELECT unhex(value) FROM json_each(?1))"
REFRESH = _refresh(_GIVEN)
"""Statement that makes the lines of customers anew; ?1 is a JSON array of their ids in hex."""
REFRESH_FIGURES = _figures("customer_index.customer_id", _GIVEN)
"""Statement that counts the purchases of customers anew; ?1 as above."""

DIFFERENCES = f"""
WITH expected ({_COLUMNS}) AS ({_lines()})
SELECT (
    SELECT count(*) FROM expected e LEFT JOIN customer_index i ON i.customer_id = e.customer_id
    WHERE ({", ".join(f"e.{name}" for name in _COLUMNS.split(", "))})
        IS NOT ({", ".join(f"i.{name}" for name in _COLUMNS.split(", "))})
) + (
    SELECT count(*) FROM customer_index
    WHERE customer_id NOT IN (SELECT id FROM customers WHERE deleted_at IS NULL)
)
"""
"""SELECT of how many lines are not as `REBUILD` would make them."""
