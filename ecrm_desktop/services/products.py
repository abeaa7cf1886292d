"""What people do with the products the shop sells."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.products import Product
from ecrm_desktop.queries.record_drafts import product_draft
from ecrm_desktop.services.amounts import check_amount
from ecrm_desktop.services.bin import put_ids_in_bin
from ecrm_desktop.services.edits import Conflict, rebase, told
from ecrm_desktop.services.records import at_field, get_active, line_of
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.text import clean, fold

_CODE_LIMIT: Final = 60
_AT_ONCE: Final = 500


def create_product(session: Session, draft: ProductDraft) -> UUID:
    """Store a new product.

    Raises InvalidInput NAME_MISSING, CODE_TAKEN (code, name) when another product would answer to
    the same scan, NUMBER_NEGATIVE, NUMBER_TOO_LARGE and those of `clean`, each at its field.
    """
    product = Product()
    _fill(session, product, draft)
    session.add(product)
    return product.id


def update_product(
    session: Session, product_id: UUID, draft: ProductDraft, *, base: ProductDraft | None = None
) -> tuple[Conflict, ...]:
    """Change what differs from `base`, without it all, as `rebase` says; return the conflicts.

    What was sold keeps its title and price. Raises as above.
    """
    product = get_active(session, Product, product_id)
    edit = rebase(draft, base, product_draft(session, product_id))
    _fill(session, product, edit.draft)
    return told(session, "products", product_id, edit.conflicts)


def set_products_active(session: Session, product_ids: Sequence[UUID], *, active: bool) -> None:
    """Offer products for sale, or no longer; their history stays.

    RECORD_MISSING if all of them lie in the bin.
    """
    living = 0
    for some in batched(product_ids, _AT_ONCE):
        these = Product.id.in_(some), Product.deleted_at.is_(None)
        living += session.scalar(select(func.count()).where(*these)) or 0
        # Those that are so already stay as they are: nobody else would hear of another hour.
        session.execute(
            update(Product)
            .where(*these, Product.active.is_not(active))
            .values(active=active, updated_at=utc_now())
        )
    if not living:
        raise InvalidInput(Problem.RECORD_MISSING)


def delete_products(session: Session, product_ids: Sequence[UUID]) -> UUID:
    """Put products into the bin; return the deletion's id. Purchases of them stay as they are."""
    return put_ids_in_bin(session, Product, product_ids)


def _fill(session: Session, product: Product, draft: ProductDraft) -> None:
    product.name = line_of(draft.name, "name")
    if not product.name:
        raise InvalidInput(Problem.NAME_MISSING, "name")
    product.name_folded = fold(product.name)
    product.code = _code(session, product, draft.code, "code")
    product.barcode = _code(session, product, draft.barcode, "barcode")
    product.brand = line_of(draft.brand, "brand")
    product.category = line_of(draft.category, "category")
    product.unit = line_of(draft.unit, "unit")
    check_amount(draft.price, "price")
    product.price = draft.price
    product.active = draft.active


def _code(session: Session, product: Product, text: str, field: str) -> str:
    with at_field(field):
        code = to_latin_digits(clean(text, limit=_CODE_LIMIT))
    if not code:
        return ""
    # A scanner reads either, so a code may not be another product's barcode.
    with session.no_autoflush:
        other = session.scalar(
            select(Product.name)
            .where(
                or_(Product.code == code, Product.barcode == code),
                Product.id != product.id,
                Product.deleted_at.is_(None),
            )
            .limit(1)
        )
    if other is not None:
        raise InvalidInput(Problem.CODE_TAKEN, field, code=code, name=other)
    return code
