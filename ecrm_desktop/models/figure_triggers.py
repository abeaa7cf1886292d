"""The triggers that say whose figures are stale, and keep the products of figures.

They only mark, so that a save costs a small row; whoever needs the lines makes those of the
marked customers anew, many at once (`services.customer_figures`).
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection

from ecrm_desktop.models.figure_lines import ADD_WORDS, word_number

_MARK = "INSERT INTO stale_figures (number) {numbers} ON CONFLICT DO NOTHING;"


def _mark(numbers: str) -> str:
    return _MARK.format(numbers=numbers)


def _customer(key: str) -> str:
    return _mark(f"SELECT number FROM customer_index WHERE customer_id = {key}")


def _buyer(purchase: str) -> str:
    return _mark(
        "SELECT i.number FROM purchases p JOIN customer_index i ON i.customer_id = p.customer_id"
        f" WHERE p.id = {purchase}"
    )


def _buyer_of_line(line: str) -> str:
    return _mark(
        "SELECT i.number FROM purchase_lines l JOIN purchases p ON p.id = l.purchase_id"
        f" JOIN customer_index i ON i.customer_id = p.customer_id WHERE l.id = {line}"
    )


def _buyers_of_product(product: str) -> str:
    return _mark(
        "SELECT i.number FROM purchase_lines l JOIN purchases p ON p.id = l.purchase_id"
        f" JOIN customer_index i ON i.customer_id = p.customer_id WHERE l.product_id = {product}"
    )


def _referrer(customer: str) -> str:
    return _mark(
        "SELECT i.number FROM customers c JOIN customer_index i ON i.customer_id = c.referred_by_id"
        f" WHERE c.id = {customer}"
    )


def _referred(customer: str) -> str:
    return _mark(
        "SELECT i.number FROM customers c JOIN customer_index i ON i.customer_id = c.id"
        f" WHERE c.referred_by_id = {customer}"
    )


def _words_of_product(product: str) -> str:
    words = f"SELECT ecrm_sort_key({product}.brand) AS word"
    words += f" UNION ALL SELECT ecrm_sort_key({product}.category)"
    return ADD_WORDS.format(words=words) + ";"


def _trigger(name: str, event: str, body: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {event} BEGIN {body} END"


def _child(table: str, key: str, columns: str, mark: Callable[[str], str]) -> dict[str, str]:
    names = {event: f"{table}_figures_{event}" for event in ("insert", "update", "delete")}
    return {
        names["insert"]: _trigger(names["insert"], f"INSERT ON {table}", mark(f"new.{key}")),
        names["update"]: _trigger(
            names["update"],
            f"UPDATE OF {key}, {columns} ON {table}",
            mark(f"new.{key}") + mark(f"old.{key}"),
        ),
        names["delete"]: _trigger(names["delete"], f"DELETE ON {table}", mark(f"old.{key}")),
    }


def _named(name: str, event: str, body: str) -> dict[str, str]:
    return {name: _trigger(name, event, body)}


_PRODUCT_WORDS = f"brand = {word_number('new.brand')}, category = {word_number('new.category')}"

# What the index sees comes from it, also where its own triggers are held back for a while.
TRIGGERS: Mapping[str, str] = MappingProxyType(
    {
        **_named(
            "customer_index_figures_insert",
            "INSERT ON customer_index",
            "INSERT INTO stale_figures (number) VALUES (new.number) ON CONFLICT DO NOTHING;"
            + _referrer("new.customer_id")
            + _referred("new.customer_id"),
        ),
        **_named(
            "customer_index_figures_update",
            "UPDATE OF purchase_count, purchase_total, first_purchase_on, last_purchase_on"
            " ON customer_index",
            "INSERT INTO stale_figures (number) VALUES (new.number) ON CONFLICT DO NOTHING;"
            + _referrer("new.customer_id"),
        ),
        **_named(
            "customer_index_figures_delete",
            "DELETE ON customer_index",
            "DELETE FROM customer_figures WHERE number = old.number;"
            "DELETE FROM purchase_figures WHERE customer = old.number;"
            "DELETE FROM sale_figures WHERE customer = old.number;"
            "DELETE FROM customer_scores WHERE number = old.number;"
            "DELETE FROM stale_figures WHERE number = old.number;"
            + _referrer("old.customer_id")
            + _referred("old.customer_id"),
        ),
        **_named(
            "customers_figures_update",
            "UPDATE OF gender, income_band, province, acquisition_channel, referred_by_id,"
            " preferred_channel, created_at ON customers",
            _customer("new.id"),
        ),
        **_named(
            "customers_figures_referrer",
            "UPDATE OF referred_by_id ON customers"
            " WHEN old.referred_by_id IS NOT new.referred_by_id",
            _customer("old.referred_by_id") + _customer("new.referred_by_id"),
        ),
        **_named(
            "customers_figures_delete",
            "DELETE ON customers WHEN old.referred_by_id IS NOT NULL",
            _customer("old.referred_by_id"),
        ),
        **_named(
            "purchases_figures_update",
            "UPDATE OF purchased_at, channel, discount, shipping, tax ON purchases",
            _customer("new.customer_id"),
        ),
        **_child(
            "purchase_lines",
            "purchase_id",
            "position, product_id, quantity, discount, total",
            _buyer,
        ),
        **_child("returns", "purchase_id", "total, deleted_at", _buyer),
        **_child("return_lines", "purchase_line_id", "return_id, quantity, amount", _buyer_of_line),
        **_child(
            "customer_consents", "customer_id", "channel, granted, given_on, source", _customer
        ),
        **_child("interactions", "customer_id", "occurred_at, deleted_at", _customer),
        **_child("complaints", "customer_id", "status, deleted_at", _customer),
        **_named(
            "products_figures_insert",
            "INSERT ON products",
            _words_of_product("new") + "INSERT INTO product_figures (product_id, brand, category)"
            f" VALUES (new.id, {word_number('new.brand')}, {word_number('new.category')});"
            # Lines may be here before their product, if both come from another PC.
             + _buyers_of_product("new.id"),
        ),
        **_named(
            "products_figures_update",
            "UPDATE OF brand, category ON products",
            _words_of_product("new")
            + f"UPDATE product_figures SET {_PRODUCT_WORDS} WHERE product_id = new.id;",
        ),
        **_named(
            "product_figures_brand",
            "UPDATE OF brand ON product_figures WHEN old.brand <> new.brand",
            "INSERT INTO stale_products (number) VALUES (new.number) ON CONFLICT DO NOTHING;",
        ),
        **_named(
            "products_figures_delete",
            "DELETE ON products",
            _buyers_of_product("old.id") + "DELETE FROM stale_products WHERE number = ("
            "SELECT number FROM product_figures WHERE product_id = old.id);"
            "DELETE FROM product_figures WHERE product_id = old.id;",
        ),
    }
)
"""Every one of these triggers, by name."""

ROW_BY_ROW: Final = tuple(
    name for name in TRIGGERS if name.startswith(("purchase_lines_", "returns_", "return_lines_"))
)
"""The triggers that may be held back by whoever has the buyers' lines of the index made anew."""


@contextmanager
def without_figure_marks(connection: Connection) -> Iterator[None]:
    """Spare the triggers of `ROW_BY_ROW`, within the caller's transaction.

    If that ends half way, they never were away.
    """
    for name in ROW_BY_ROW:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for name in ROW_BY_ROW:
        connection.exec_driver_sql(TRIGGERS[name])
