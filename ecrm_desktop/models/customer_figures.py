"""What is known of each living customer and of what they bought, as whole numbers.

Local to this PC and made from the other tables by `models.figure_lines`. A line counts as long as
nothing says that it is stale. Customers go by `CustomerIndex.number`, days are
`date.toordinal()`, amounts minor units, choices `values.figure_numbers`, words those of
`FigureWord`; 0 stands for none.
"""

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.insight_answers import InsightAnswer


class StaleFigure(Base):
    """A customer whose lines are to be made anew before anybody relies on them."""

    __tablename__ = "stale_figures"

    number: Mapped[int] = mapped_column(primary_key=True)


class StaleProduct(Base):
    """A product of `ProductFigure` whose brand changed: the lines of its buyers are stale."""

    __tablename__ = "stale_products"

    number: Mapped[int] = mapped_column(primary_key=True)


class FigureWord(Base):
    """A province, city, brand or category, as `values.text.sort_key` has it."""

    __tablename__ = "figure_words"

    number: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(unique=True)


class ProductFigure(Base):
    """A product, in the bin or not; `brand` and `category` are words."""

    __tablename__ = "product_figures"

    number: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(unique=True)
    brand: Mapped[int]
    category: Mapped[int]


class CustomerFigure(Base):
    """One line a customer; it has no index on purpose, since the planner takes longer with one.

    `birth_year` is Jalali, and `birthday` month * 100 + day. `consents` has two bits a channel,
    `created`, `first`, `last` and `last_contact` are days, `referrer` is another customer.

    `visits` counts days with purchases, `discounted` purchases with any discount. `total` is net
    of returns, `gross` is not. `lines_money` is what was paid for all goods, without shipping and
    net of returns; of it `brand_money` for those with a brand, and `top_brand_money` for the one
    brand they spent most on. `spring` to `winter` are the net money of purchases by Jalali season.
    `referred_buyers` counts the customers they brought who bought, `referred_money` what these
    bought, net.
    """

    __tablename__ = "customer_figures"

    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[int]
    gender: Mapped[int]
    birth_year: Mapped[int]
    birthday: Mapped[int]
    province: Mapped[int]
    city: Mapped[int]
    income: Mapped[int]
    acquisition: Mapped[int]
    preferred_channel: Mapped[int]
    consents: Mapped[int]
    created: Mapped[int]
    referrer: Mapped[int]
    purchases: Mapped[int]
    visits: Mapped[int]
    total: Mapped[int]
    gross: Mapped[int]
    first: Mapped[int]
    last: Mapped[int]
    discounted: Mapped[int]
    top_brand: Mapped[int]
    top_brand_money: Mapped[int]
    brand_money: Mapped[int]
    lines_money: Mapped[int]
    spring: Mapped[int]
    summer: Mapped[int]
    autumn: Mapped[int]
    winter: Mapped[int]
    returns: Mapped[int]
    open_complaints: Mapped[int]
    last_contact: Mapped[int]
    referred_buyers: Mapped[int]
    referred_money: Mapped[int]


class PurchaseFigure(Base):
    """A purchase; `sequence` counts those of a customer on one day from 1.

    `net` is `total` less what was given back for it.
    """

    __tablename__ = "purchase_figures"
    __table_args__ = (
        Index(
            "ix_purchase_figures_day", "day", "customer", "sequence", "total", "net", "channel",
            "flags",
        ),
        {"sqlite_with_rowid": False},
    )  # fmt: skip

    customer: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    total: Mapped[int]
    net: Mapped[int]
    channel: Mapped[int]
    flags: Mapped[int]


class SaleFigure(Base):
    """What of one product a purchase had; `product` is of `ProductFigure`, 0 for other lines.

    `quantity` (thousandths) and `money` are net of returns. `money` is the lines' share of what
    was paid (`values.totals.paid_shares`).
    """

    __tablename__ = "sale_figures"
    __table_args__ = (
        Index(
            "ix_sale_figures_product", "product", "day", "customer", "money", "quantity", "flags"
        ),
        {"sqlite_with_rowid": False},
    )

    customer: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    product: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    quantity: Mapped[int]
    money: Mapped[int]
    flags: Mapped[int]


class CustomerScore(Base):
    """What is expected of a customer, reckoned on the day `scored_on`.

    `r`, `f` and `m` are 1 to 5 and `cell` is their cell; `gap` is the median of days between
    visits and `gap_spread` how far it varies. `alive` is in thousandths, `expected` are thousandths
    of purchases in the next year, `value`, `value_low` and `value_high` the money of it and `loss`
    what is lost of it if they stay away. `state` is a `CustomerState`.
    """

    __tablename__ = "customer_scores"

    number: Mapped[int] = mapped_column(primary_key=True)
    scored_on: Mapped[int]
    r: Mapped[int]
    f: Mapped[int]
    m: Mapped[int]
    cell: Mapped[int]
    gap: Mapped[int]
    gap_spread: Mapped[int]
    alive: Mapped[int]
    expected: Mapped[int]
    value: Mapped[int]
    value_low: Mapped[int]
    value_high: Mapped[int]
    loss: Mapped[int]
    state: Mapped[int]


FIGURE_TABLES = frozenset(
    one.__tablename__
    for one in (
        StaleFigure,
        StaleProduct,
        FigureWord,
        ProductFigure,
        CustomerFigure,
        PurchaseFigure,
        SaleFigure,
        CustomerScore,
        InsightAnswer,
    )
)
"""All of these tables: derived, so that nothing captures, packs, syncs or salvages them."""
