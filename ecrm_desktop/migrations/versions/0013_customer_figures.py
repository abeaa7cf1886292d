"""What groups of customers are told apart by: figures of customers, purchases and goods."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from ecrm_desktop.models.figure_lines import BEGIN_ANEW
from ecrm_desktop.models.figure_triggers import TRIGGERS

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_CUSTOMER = (
    "kind", "gender", "birth_year", "birthday", "province", "city", "income", "acquisition",
    "preferred_channel", "consents", "created", "referrer", "purchases", "visits", "total", "gross",
    "first", "last", "discounted", "top_brand", "top_brand_money", "brand_money", "lines_money",
    "spring", "summer", "autumn", "winter", "returns", "open_complaints", "last_contact",
    "referred_buyers", "referred_money",
)  # fmt: skip
_SCORES = (
    "scored_on", "r", "f", "m", "cell", "gap", "gap_spread", "alive", "expected", "value",
    "value_low", "value_high", "loss", "state",
)  # fmt: skip


def upgrade() -> None:
    """Make the tables; every customer is marked, so that opening a large file takes no minutes."""
    for table in ("stale_figures", "stale_products"):
        _make(table, ("number",))
    _make("figure_words", ("number",), sa.Column("word", sa.String(), nullable=False), key="word")
    _make(
        "product_figures",
        ("number",),
        sa.Column("product_id", sa.LargeBinary(16), nullable=False),
        *_integers("brand", "category"),
        key="product_id",
    )
    _make("customer_figures", ("number",), *_integers(*_CUSTOMER))
    _make("customer_scores", ("number",), *_integers(*_SCORES))
    _make(
        "purchase_figures",
        ("customer", "day", "sequence"),
        *_integers("total", "net", "channel", "flags"),
    )
    op.create_index(
        "ix_purchase_figures_day",
        "purchase_figures",
        ["day", "customer", "sequence", "total", "net", "channel", "flags"],
    )
    _make(
        "sale_figures",
        ("customer", "day", "sequence", "product"),
        *_integers("quantity", "money", "flags"),
    )
    op.create_index(
        "ix_sale_figures_product",
        "sale_figures",
        ["product", "day", "customer", "money", "quantity", "flags"],
    )
    for statement in (*BEGIN_ANEW, *TRIGGERS.values()):
        op.get_bind().exec_driver_sql(statement)


def _make(table: str, keys: tuple[str, ...], *columns: sa.Column[Any], key: str = "") -> None:
    op.create_table(
        table,
        *_integers(*keys),
        *columns,
        sa.PrimaryKeyConstraint(*keys, name=op.f(f"pk_{table}")),
        *([sa.UniqueConstraint(key, name=op.f(f"uq_{table}_{key}"))] if key else []),
        sqlite_with_rowid=len(keys) == 1,
    )


def _integers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]
