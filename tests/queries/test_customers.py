from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import CustomerFavorite, CustomerTag
from ecrm_desktop.queries.customer_suggestions import SuggestedField, customer_suggestions
from ecrm_desktop.queries.customers import (
    CustomerFilter,
    CustomerRow,
    customer_rows,
    find_customer,
    list_customers,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.similar_customers import Similarity, is_nearly, similar_customers
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    ComplaintStatus,
    CustomerKind,
    FavoriteKind,
)
from tests.helpers.factories import NOON, make_customer, make_purchase


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.transaction() as session:
        yield session


def people(session: Session) -> dict[str, UUID]:
    made = {
        "پریسا": make_customer(
            session,
            "پریسا نوری",
            code="10",
            city="یزد",
            phone="+989130000001",
            birth_date="1370-08-30",
            acquisition_channel=AcquisitionChannel.INSTAGRAM,
        ),
        "بهرام": make_customer(
            session,
            "بهرام کریمی",
            code="9",
            city="پاوه",
            phone="+989120000002",
            birth_date="--08-01",
            tags=[CustomerTag(tag="همکار"), CustomerTag(tag="نسیه")],
        ),
        "شرکت": make_customer(
            session,
            "",
            code="100",
            kind=CustomerKind.COMPANY,
            company_name="آریا صنعت",
            city="تهران",
            tags=[CustomerTag(tag="همکار")],
        ),
    }
    make_purchase(session, made["پریسا"], date(2026, 1, 5), "کفش")
    make_purchase(session, made["پریسا"], date(2026, 2, 5), "کفش", "جوراب")
    make_purchase(session, made["بهرام"], date(2026, 10, 5), "کفش")
    for status in (ComplaintStatus.NEW, ComplaintStatus.CLOSED):
        session.add(
            Complaint(
                customer_id=made["بهرام"],
                number="1",
                subject="ش",
                received_at=NOON,
                due_on=date(2026, 11, 22),
                status=status,
            )
        )
    session.flush()
    return made


def listed(
    session: Session, filter_: CustomerFilter | None = None, sort: Sort | None = None
) -> list[str]:
    ids = list_customers(session, filter_ or CustomerFilter(), sort or Sort("name"))
    return [row.name for row in customer_rows(session, ids)]


ALL = {"پریسا نوری", "بهرام کریمی", "آریا صنعت"}


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        (CustomerFilter(), ALL),
        (CustomerFilter(text="نوری پر"), {"پریسا نوری"}),
        (CustomerFilter(text="ر"), ALL),
        (CustomerFilter(text="0912"), {"بهرام کریمی"}),
        (CustomerFilter(text="ری 13"), {"پریسا نوری"}),
        (CustomerFilter(text="fivhl"), {"بهرام کریمی"}),
        (CustomerFilter(text="***"), set()),
        (CustomerFilter(city="يزد"), {"پریسا نوری"}),
        (CustomerFilter(city=""), set()),
        (CustomerFilter(kind=CustomerKind.COMPANY), {"آریا صنعت"}),
        (CustomerFilter(tag="همکار"), {"بهرام کریمی", "آریا صنعت"}),
        (CustomerFilter(tag=""), {"پریسا نوری"}),
        (CustomerFilter(tag="همکار", city="تهران"), {"آریا صنعت"}),
        (CustomerFilter(acquisition_channel=AcquisitionChannel.INSTAGRAM), {"پریسا نوری"}),
        (CustomerFilter(has_open_complaint=True), {"بهرام کریمی"}),
        (CustomerFilter(birthday_month=8), {"پریسا نوری", "بهرام کریمی"}),
        (CustomerFilter(birthday_month=7), set()),
        (CustomerFilter(no_purchase_since=date(2026, 10, 5)), {"پریسا نوری"}),
        (CustomerFilter(no_purchase_since=date(2026, 10, 6)), {"پریسا نوری", "بهرام کریمی"}),
    ],
)
def test_filters(session: Session, filter_: CustomerFilter, expected: set[str]) -> None:
    people(session)
    assert set(listed(session, filter_)) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("name", ["آریا صنعت", "بهرام کریمی", "پریسا نوری"]),
        ("code", ["بهرام کریمی", "پریسا نوری", "آریا صنعت"]),
        ("phone", ["آریا صنعت", "بهرام کریمی", "پریسا نوری"]),
        ("city", ["بهرام کریمی", "آریا صنعت", "پریسا نوری"]),
        ("purchase_total", ["آریا صنعت", "بهرام کریمی", "پریسا نوری"]),
        ("purchase_count", ["آریا صنعت", "بهرام کریمی", "پریسا نوری"]),
        ("last_purchase_on", ["آریا صنعت", "پریسا نوری", "بهرام کریمی"]),
        ("open_complaints", ["پریسا نوری", "آریا صنعت", "بهرام کریمی"]),
        ("created_at", ["پریسا نوری", "بهرام کریمی", "آریا صنعت"]),
        ("birth_date", ["آریا صنعت", "بهرام کریمی", "پریسا نوری"]),
    ],
)
def test_sorting(session: Session, key: str, expected: list[str]) -> None:
    people(session)
    assert listed(session, sort=Sort(key)) == expected
    assert listed(session, sort=Sort(key, descending=True)) == expected[::-1]


@pytest.mark.parametrize("key", ["kind", "email", "province", "acquisition_channel"])
def test_every_other_column_sorts_too(session: Session, key: str) -> None:
    people(session)
    assert set(listed(session, sort=Sort(key))) == ALL


def test_a_row_has_what_the_list_shows(session: Session) -> None:
    made = people(session)
    rows = customer_rows(session, [made["بهرام"], made["پریسا"]])
    assert [row.name for row in rows] == ["بهرام کریمی", "پریسا نوری"]
    first, second = rows
    assert first.tags == ("همکار", "نسیه")
    assert first.open_complaints == 1
    assert (second.purchase_count, second.purchase_total, second.average_purchase) == (
        2,
        3000,
        1500,
    )
    assert second.last_purchase_on == date(2026, 2, 5)
    assert second.birth_date == PartialDate(1370, 8, 30)
    assert isinstance(second, CustomerRow)


def test_a_code_finds_one_living_customer(session: Session) -> None:
    made = people(session)
    make_customer(session, "رفته", code="77", deleted_at=datetime.now(UTC))
    assert find_customer(session, "9") == made["بهرام"]
    assert find_customer(session, "77") is find_customer(session, "x") is None


def test_suggestions_are_the_words_in_use(session: Session) -> None:
    made = people(session)
    session.add(CustomerFavorite(customer_id=made["شرکت"], kind=FavoriteKind.BRAND, name="نایک"))
    make_customer(session, "ژاله پارسا", job="معلم", province="گیلان")
    expected: dict[SuggestedField, list[str]] = {
        "city": ["پاوه", "تهران", "یزد"],
        "tag": ["نسیه", "همکار"],
        "job": ["معلم"],
        "province": ["گیلان"],
        "favorite": ["نایک"],
    }
    for field, texts in expected.items():
        assert customer_suggestions(session, field) == texts, field


def test_the_same_phone_or_national_id_is_told(session: Session) -> None:
    made = people(session)
    twin = make_customer(session, "دوقلو ندارد", national_id="0499370899", code="5")
    assert similar_customers(session) == []
    (found,) = similar_customers(session, phones=["+989130000001", "+989139999999"])
    assert (found.id, found.similarity, found.matched) == (
        made["پریسا"],
        Similarity.PHONE,
        "+989130000001",
    )
    (found,) = similar_customers(session, national_id="0499370899")
    assert (found.id, found.similarity) == (twin, Similarity.NATIONAL_ID)
    assert similar_customers(session, national_id="0499370899", apart_from=twin) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"first_name": "بهرام", "last_name": "كريمي"}, True),
        ({"first_name": "بهرام", "last_name": "کریمیی"}, True),
        ({"first_name": "بهارم", "last_name": "کریمی"}, True),
        ({"first_name": "کریمی", "last_name": "بهرام"}, True),
        ({"first_name": "بهرام", "last_name": "رحیمی"}, False),
        ({"first_name": "بهرا", "last_name": "کریم"}, False),
        ({"first_name": "", "last_name": "کریمی"}, False),
        ({"company_name": "آریاصنعت"}, True),
        ({"company_name": "آریا"}, False),
    ],
)
def test_a_very_similar_name_is_told(session: Session, typed: dict[str, str], found: bool) -> None:  # noqa: FBT001 - a parameter of the test
    people(session)
    names = [one.name for one in similar_customers(session, **typed)]  # type: ignore[arg-type]
    assert bool(names) == found


def test_deleted_twins_are_no_twins(session: Session) -> None:
    make_customer(
        session,
        "مینا راد",
        phone="+989121111111",
        national_id="0499370899",
        deleted_at=datetime.now(UTC),
    )
    assert (
        similar_customers(
            session,
            phones=["+989121111111"],
            national_id="0499370899",
            first_name="مینا",
            last_name="راد",
        )
        == []
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("احمد", "محمد", False),
        ("علی", "ولی", False),
        ("حسین", "حسن", False),
        ("فاطمه", "فاطمهه", True),
        ("فاطمه", "فاتمه", True),
        ("فاطمه", "فامطه", True),
        ("فاطمه", "فاممه‌", True),
        ("فاطمه", "فهیمه", False),
        ("سمیرا", "سمیر", True),
        ("سمیرا", "سیمرآ", False),
    ],
)
def test_what_counts_as_one_letter(one: str, other: str, *, same: bool) -> None:
    other = other.replace("\u200c", "")
    assert is_nearly(one, other) == is_nearly(other, one) == same
