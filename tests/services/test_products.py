import pytest

from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.products import Product
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.products import (
    create_product,
    delete_products,
    set_products_active,
    update_product,
)
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.money import LIMIT
from tests.helpers.factories import make_product


def test_a_product_is_stored_as_typed_with_latin_digits_in_its_codes(database: Database) -> None:
    draft = ProductDraft(
        name="  كفش  پیاده‌روی ",
        code="آ-۱۲",
        barcode="۶۲۶۰۱۰۰۱",
        brand="نایک",
        category="كفش",
        unit="جفت",
        price=12_500_000,
    )
    with database.transaction() as session:
        product_id = create_product(session, draft)
    with database.reading() as session:
        product = session.get_one(Product, product_id)
        assert (product.name, product.code, product.barcode, product.category) == (
            "کفش پیاده‌روی",
            "آ-12",
            "62601001",
            "کفش",
        )
        assert product.name_folded == "کفش پیادهروی"
        assert product.active


@pytest.mark.parametrize(
    ("draft", "problem", "field"),
    [
        (ProductDraft(name="  "), Problem.NAME_MISSING, "name"),
        (ProductDraft(name="x" * 10_000), Problem.TEXT_TOO_LONG, "name"),
        (ProductDraft(name="کیف \ud800"), Problem.TEXT_UNREADABLE, "name"),
        (ProductDraft(name="کیف", price=-1), Problem.NUMBER_NEGATIVE, "price"),
        (ProductDraft(name="کیف", price=LIMIT + 1), Problem.NUMBER_TOO_LARGE, "price"),
        (ProductDraft(name="کیف", code="7" * 61), Problem.TEXT_TOO_LONG, "code"),
        (ProductDraft(name="کیف", code="100"), Problem.CODE_TAKEN, "code"),
        (ProductDraft(name="کیف", code="۶۲۶۰"), Problem.CODE_TAKEN, "code"),
        (ProductDraft(name="کیف", barcode="100"), Problem.CODE_TAKEN, "barcode"),
    ],
)
def test_what_cannot_be_a_product_is_told_at_its_field(
    database: Database, draft: ProductDraft, problem: Problem, field: str
) -> None:
    with database.transaction() as session:
        make_product(session, "کفش", code="100", barcode="6260")
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        create_product(session, draft)
    assert (caught.value.problem, caught.value.field) == (problem, field)
    if problem is Problem.CODE_TAKEN:
        assert caught.value.details["name"] == "کفش"


def test_the_largest_amount_is_a_price(database: Database) -> None:
    with database.transaction() as session:
        product = create_product(session, ProductDraft(name="کیف", price=LIMIT))
        assert session.get_one(Product, product).price == LIMIT


def test_a_product_may_keep_its_own_code_and_take_one_from_the_bin(database: Database) -> None:
    with database.transaction() as session:
        kept = make_product(session, "کفش", code="100")
        gone = make_product(session, "کیف", code="200")
        delete_products(session, [gone])
    with database.transaction() as session:
        update_product(session, kept, ProductDraft(name="کفش", code="100", barcode="200"))
    with database.reading() as session:
        assert session.get_one(Product, kept).barcode == "200"


def test_products_leave_the_offer_and_come_back(database: Database) -> None:
    with database.transaction() as session:
        ids = [make_product(session, name) for name in ("کفش", "کیف")]
        set_products_active(session, ids, active=False)
    with database.transaction() as session:
        assert [session.get_one(Product, one).active for one in ids] == [False, False]
        set_products_active(session, ids[:1], active=True)
    with database.reading() as session:
        assert [session.get_one(Product, one).active for one in ids] == [True, False]


def test_a_deleted_product_can_be_restored_and_not_changed_meanwhile(database: Database) -> None:
    with database.transaction() as session:
        product = make_product(session)
        deletion = delete_products(session, [product])
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        update_product(session, product, ProductDraft(name="کفش"))
    assert caught.value.problem == Problem.RECORD_MISSING
    with database.transaction() as session:
        assert restore_deletion(session, deletion) == 1
        update_product(session, product, ProductDraft(name="چکمه"))
        assert session.get_one(Product, product).name == "چکمه"
