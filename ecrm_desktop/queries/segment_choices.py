"""What the conditions of a rule can be chosen from: the words in use, and the shop's own things."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.products import Product
from ecrm_desktop.queries.customer_detail import FieldRow, customer_fields
from ecrm_desktop.queries.customer_suggestions import customer_suggestions
from ecrm_desktop.queries.products import product_suggestions
from ecrm_desktop.queries.segments import SegmentRow, list_segments

_MOST_PRODUCTS: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentChoices:
    """Words as the shop writes them; `products` and `segments` by their ids, with their names."""

    cities: tuple[str, ...]
    provinces: tuple[str, ...]
    brands: tuple[str, ...]
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    own_fields: tuple[FieldRow, ...]
    products: dict[UUID, str]
    segments: tuple[SegmentRow, ...]


def segment_choices(session: Session, today: date) -> SegmentChoices:
    """Return what a rule of this shop can be about; products as far as a list can hold them."""
    products = session.execute(
        select(Product.id, Product.name, Product.code)
        .where(Product.deleted_at.is_(None))
        .order_by(Product.name_folded, Product.id)
        .limit(_MOST_PRODUCTS)
    )
    return SegmentChoices(
        cities=tuple(customer_suggestions(session, "city")),
        provinces=tuple(customer_suggestions(session, "province")),
        brands=tuple(product_suggestions(session, "brand")),
        categories=tuple(product_suggestions(session, "category")),
        tags=tuple(customer_suggestions(session, "tag")),
        own_fields=tuple(customer_fields(session)),
        products=_told_apart((one.id, one.name, one.code) for one in products),
        segments=tuple(list_segments(session, today)),
    )


def _told_apart(rows: Iterable[tuple[UUID, str, str]]) -> dict[UUID, str]:
    """Return names by ids, each another one: whoever chooses a name means one product."""
    found: dict[UUID, str] = {}
    taken: set[str] = set()
    for product_id, name, code in rows:
        for said in (name, f"{name} ({code or product_id.hex[-8:]})", f"{name} ({product_id.hex})"):
            if said not in taken:
                taken.add(said)
                found[product_id] = said
                break
    return found
