"""How the lines of `models.customer_figures` are made, for many customers at once."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.customer_figures import CustomerFigure, PurchaseFigure, SaleFigure
from ecrm_desktop.values.figure_numbers import (
    CONSENT_BITS,
    GRANTED,
    NUMBERED,
    REFUSED,
    WITH_DISCOUNT,
)
from ecrm_desktop.values.statuses import (
    OPEN_STATUSES,
    AcquisitionChannel,
    Channel,
    ConsentChannel,
    CustomerKind,
    Gender,
    IncomeBand,
    PurchaseChannel,
)


def _choice(column: str, kind: type[StrEnum]) -> str:
    numbers = " ".join(f"WHEN '{one}' THEN {n}" for n, one in enumerate(NUMBERED[kind], 1))
    return f"CASE {column} {numbers} ELSE 0 END"


def _day(column: str) -> str:
    return f"CAST(julianday({column}) - 1721424.5 AS INTEGER)"


def word_number(column: str) -> str:
    """Return the SQL of the number of a text's word, 0 where it is not known."""
    return f"coalesce((SELECT number FROM figure_words WHERE word = ecrm_sort_key({column})), 0)"


# Every 33 Jalali years have 8 leap days, evenly strewn: right for 1210 to 1500.
_NEW_YEAR: Final = 226530


def day_of_jalali_year(day: str) -> str:
    """Return the SQL of how many days of its Jalali year are before a day, given as an ordinal."""
    year = f"(33 * ({day} - {_NEW_YEAR}) + 11) / 12053"
    return f"({day} - {_NEW_YEAR} - 365 * ({year}) - (8 * ({year}) + 21) / 33)"


_SEASONS: Final = {
    "spring": (0, 92),
    "summer": (93, 185),
    "autumn": (186, 275),
    "winter": (276, 366),
}

GIVEN: Final = "(SELECT value FROM json_each(?1))"
"""The customers whose lines are made: ?1 is a JSON array of numbers."""

_PEOPLE = "json_each(?1) k CROSS JOIN customer_index i ON i.number = k.value"
_BOUGHT = f"""{_PEOPLE}
    CROSS JOIN purchases p ON p.customer_id = i.customer_id AND p.deleted_at IS NULL"""
_SEQUENCE = """row_number() OVER (
        PARTITION BY i.number, p.purchased_on ORDER BY p.purchased_at, p.id)"""

PURCHASE_LINES: Final = f"""
SELECT i.number AS customer, {_day("p.purchased_on")} AS day, {_SEQUENCE} AS sequence, p.total,
    p.total - coalesce((
        SELECT sum(total) FROM returns WHERE purchase_id = p.id AND deleted_at IS NULL), 0) AS net,
    {_choice("p.channel", PurchaseChannel)} AS channel,
    CASE WHEN p.discount > 0 OR EXISTS (
        SELECT 1 FROM purchase_lines WHERE purchase_id = p.id AND discount > 0)
    THEN {WITH_DISCOUNT} ELSE 0 END AS flags
FROM {_BOUGHT}
"""
"""SELECT of the lines of `PurchaseFigure` of the given customers."""

_CAME_BACK = """iif(came_back, coalesce((
        SELECT sum(rl.{what}) FROM return_lines rl JOIN returns r ON r.id = rl.return_id
        WHERE rl.purchase_line_id = s.id AND r.deleted_at IS NULL), 0), 0)"""
_FLAGS = f"iif(b.is_discounted OR l.discount > 0, {WITH_DISCOUNT}, 0) AS flags"

# Shares need windows, which take long, and most purchases have no discount or tax of their own.
SALE_LINES: Final = f"""
WITH bought AS MATERIALIZED (
    SELECT i.number AS customer, {_day("p.purchased_on")} AS day, {_SEQUENCE} AS sequence,
        p.id, p.discount > 0 AS is_discounted, p.discount <> 0 OR p.tax <> 0 AS is_shared,
        p.total - p.shipping AS paid, p.total - p.shipping - p.tax + p.discount AS whole,
        EXISTS (SELECT 1 FROM returns WHERE purchase_id = p.id) AS came_back
    FROM {_BOUGHT}
), sold AS (
    SELECT b.customer, b.day, b.sequence, l.id, l.product_id, l.quantity, l.total AS money,
        {_FLAGS}, b.came_back
    FROM bought b CROSS JOIN purchase_lines l ON l.purchase_id = b.id WHERE NOT b.is_shared
    UNION ALL
    SELECT b.customer, b.day, b.sequence, l.id, l.product_id, l.quantity,
        CASE WHEN b.whole = 0 THEN ecrm_line_share(b.paid, row_number() OVER own, 1, (
                SELECT count(*) FROM purchase_lines WHERE purchase_id = b.id))
            ELSE ecrm_line_share(b.paid, sum(l.total) OVER own, l.total, b.whole) END,
        {_FLAGS}, b.came_back
    FROM bought b CROSS JOIN purchase_lines l ON l.purchase_id = b.id WHERE b.is_shared
    WINDOW own AS (
        PARTITION BY b.customer, b.day, b.sequence ORDER BY l.position, l.id
        ROWS UNBOUNDED PRECEDING)
)
SELECT s.customer, s.day, s.sequence, coalesce(f.number, 0) AS product,
    sum(s.quantity - {_CAME_BACK.format(what="quantity")}) AS quantity,
    sum(s.money - {_CAME_BACK.format(what="amount")}) AS money, max(s.flags) AS flags
FROM sold s LEFT JOIN product_figures f ON f.product_id = s.product_id
GROUP BY s.customer, s.day, s.sequence, coalesce(f.number, 0)
"""
"""SELECT of the lines of `SaleFigure` of the given customers."""

# As `values.consents.strictest` ranks answers; what was granted is the last sign.
_RANK = """
    CASE WHEN a.granted THEN a.given_on IS NOT NULL AND trim(a.source) <> ''
        ELSE 2 - (a.given_on IS NOT NULL) END
    || coalesce(a.given_on, '0001-01-01') || (NOT a.granted)"""
_OPEN = ", ".join(f"'{one}'" for one in OPEN_STATUSES)

CUSTOMER_LINES: Final = f"""
WITH bought AS (
    SELECT customer, count(*) AS purchases, count(DISTINCT day) AS visits, sum(total) AS gross,
        min(day) AS first, max(day) AS last, sum(flags & {WITH_DISCOUNT} <> 0) AS discounted,
        {
    ", ".join(
        f"sum(iif({day_of_jalali_year('day')} BETWEEN {first} AND {last}, net, 0)) AS {name}"
        for name, (first, last) in _SEASONS.items()
    )
}
    FROM purchase_figures WHERE customer IN {GIVEN} GROUP BY customer
), brands AS MATERIALIZED (
    SELECT s.customer, coalesce(f.brand, 0) AS brand, sum(s.money) AS money
    FROM sale_figures s LEFT JOIN product_figures f ON f.number = s.product
    WHERE s.customer IN {GIVEN} GROUP BY s.customer, coalesce(f.brand, 0)
), top AS (
    SELECT customer, brand, money, row_number() OVER (
        PARTITION BY customer ORDER BY money DESC, word) AS place
    FROM brands JOIN figure_words w ON w.number = brand
), branded AS (
    SELECT customer, sum(money) AS money, sum(iif(brand <> 0, money, 0)) AS brand_money
    FROM brands GROUP BY customer
), answers AS (
    SELECT i.number AS customer, a.channel, substr(max({_RANK}), -1) = '0' AS granted
    FROM {_PEOPLE} CROSS JOIN customer_consents a ON a.customer_id = i.customer_id
    GROUP BY i.number, a.channel
), consents AS (
    SELECT customer, sum(iif(granted, {GRANTED}, {REFUSED})
        << ({CONSENT_BITS} * ({_choice("channel", ConsentChannel)} - 1))) AS bits
    FROM answers WHERE {_choice("channel", ConsentChannel)} > 0 GROUP BY customer
)
SELECT i.number,
    {_choice("c.kind", CustomerKind)} AS kind,
    {_choice("c.gender", Gender)} AS gender,
    CAST(substr(c.birth_date, 1, length(c.birth_date) - 6) AS INTEGER) AS birth_year,
    CAST(substr(c.birth_date, -5, 2) AS INTEGER) * 100
        + CAST(substr(c.birth_date, -2) AS INTEGER) AS birthday,
    {word_number("c.province")} AS province,
    {word_number("c.city")} AS city,
    {_choice("c.income_band", IncomeBand)} AS income,
    {_choice("c.acquisition_channel", AcquisitionChannel)} AS acquisition,
    {_choice("c.preferred_channel", Channel)} AS preferred_channel,
    coalesce(a.bits, 0) AS consents,
    {_day("date(c.created_at, 'localtime')")} AS created,
    coalesce((SELECT number FROM customer_index WHERE customer_id = c.referred_by_id), 0)
        AS referrer,
    coalesce(b.purchases, 0) AS purchases,
    coalesce(b.visits, 0) AS visits,
    i.purchase_total AS total,
    coalesce(b.gross, 0) AS gross,
    coalesce(b.first, 0) AS first,
    coalesce(b.last, 0) AS last,
    coalesce(b.discounted, 0) AS discounted,
    coalesce(t.brand, 0) AS top_brand,
    coalesce(t.money, 0) AS top_brand_money,
    coalesce(m.brand_money, 0) AS brand_money,
    coalesce(m.money, 0) AS lines_money,
    {", ".join(f"coalesce(b.{name}, 0) AS {name}" for name in _SEASONS)},
    (SELECT count(*) FROM returns WHERE customer_id = c.id AND deleted_at IS NULL) AS returns,
    (SELECT count(*) FROM complaints
        WHERE customer_id = c.id AND deleted_at IS NULL AND status IN ({_OPEN})) AS open_complaints,
    coalesce({
    _day('''(
        SELECT date(occurred_at, 'localtime') FROM interactions
        WHERE customer_id = c.id AND deleted_at IS NULL ORDER BY occurred_at DESC LIMIT 1)''')
}, 0)
        AS last_contact,
    (SELECT count(*) FROM customers o JOIN customer_index oi ON oi.customer_id = o.id
        WHERE o.referred_by_id = c.id AND oi.purchase_count > 0) AS referred_buyers,
    coalesce((
        SELECT sum(oi.purchase_total)
        FROM customers o JOIN customer_index oi ON oi.customer_id = o.id
        WHERE o.referred_by_id = c.id AND oi.purchase_count > 0), 0) AS referred_money
FROM {_PEOPLE} CROSS JOIN customers c ON c.id = i.customer_id
LEFT JOIN bought b ON b.customer = i.number
LEFT JOIN branded m ON m.customer = i.number
LEFT JOIN top t ON t.customer = i.number AND t.place = 1 AND t.money > 0
LEFT JOIN consents a ON a.customer = i.number
"""
"""SELECT of the lines of `CustomerFigure` of the given customers, made after the other two."""

LINES: Final[Mapping[type[Base], tuple[str, str]]] = MappingProxyType(
    {
        PurchaseFigure: ("customer", PURCHASE_LINES),
        SaleFigure: ("customer", SALE_LINES),
        CustomerFigure: ("number", CUSTOMER_LINES),
    }
)
"""Of each table of lines, in the order in which they are made: whose they are, and the SELECT."""

ADD_WORDS: Final = """
INSERT INTO figure_words (word)
SELECT DISTINCT word FROM ({words}) WHERE word <> '' ON CONFLICT DO NOTHING
"""
"""Statement that knows the column `word` of a SELECT from now on."""


def _refresh() -> Iterator[str]:
    words = " UNION ALL ".join(
        f"SELECT ecrm_sort_key(c.{column}) AS word"
        f" FROM {_PEOPLE} CROSS JOIN customers c ON c.id = i.customer_id WHERE c.{column} <> ''"
        for column in ("province", "city")
    )
    yield ADD_WORDS.format(words=words)
    for table, (customer, lines) in LINES.items():
        yield f"DELETE FROM {table.__tablename__} WHERE {customer} IN {GIVEN}"
        columns = ", ".join(table.__table__.columns.keys())
        yield f"INSERT INTO {table.__tablename__} ({columns}) {lines}"
    yield f"DELETE FROM stale_figures WHERE number IN {GIVEN}"


REFRESH: Final = tuple(_refresh())
"""Statements that make the lines of the given customers anew, and take away their marks."""

SPREAD: Final = (
    """INSERT INTO stale_figures (number)
    SELECT customer FROM sale_figures WHERE product IN (SELECT number FROM stale_products)
    ON CONFLICT DO NOTHING""",
    "DELETE FROM stale_products",
)
"""Statements that mark the buyers of products whose brand changed, instead of the products."""

_PRODUCT_WORDS = ADD_WORDS.format(
    words="SELECT ecrm_sort_key(brand) AS word FROM products"
    " UNION ALL SELECT ecrm_sort_key(category) FROM products"
)
BEGIN_ANEW: Final = (
    *(
        f"DELETE FROM {table}"
        for table in (
            "customer_figures",
            "purchase_figures",
            "sale_figures",
            "customer_scores",
            "product_figures",
            "figure_words",
            "stale_products",
            "stale_figures",
        )
    ),
    _PRODUCT_WORDS,
    f"""INSERT INTO product_figures (product_id, brand, category)
    SELECT id, {word_number("brand")}, {word_number("category")} FROM products""",
    "INSERT INTO stale_figures (number) SELECT number FROM customer_index",
)
"""Statements that leave no line and mark every customer; the next refresh makes all lines."""
