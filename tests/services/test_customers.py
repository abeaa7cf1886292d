from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from ecrm_desktop.drafts.customers import (
    ConsentDraft,
    CustomerDraft,
    CustomerFieldDraft,
    PhoneDraft,
)
from ecrm_desktop.drafts.unchanged import UNCHANGED
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.customers import Customer, CustomerFieldValue, CustomerTag
from ecrm_desktop.queries.customer_detail import customer_detail, customer_fields
from ecrm_desktop.queries.customers import find_customer
from ecrm_desktop.queries.record_drafts import customer_draft
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.customer_fields import (
    define_customer_field,
    delete_customer_field,
    update_customer_field,
)
from ecrm_desktop.services.customers import create_customer, delete_customers, update_customer
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.jalali import PartialDate, to_jalali
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.postal_code import PostalCode
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    ConsentChannel,
    CustomerKind,
    FavoriteKind,
    FieldKind,
    Gender,
    IncomeBand,
    PhoneLabel,
    SocialNetwork,
)
from tests.helpers.factories import make_customer


def phone(text: str, **over: Any) -> PhoneDraft:
    return PhoneDraft(phone=Phone.parse(text), **over)


def create(session: Session, **values: Any) -> UUID:
    return create_customer(session, CustomerDraft(**{"last_name": "احمدی"} | values))


def refused(error: pytest.ExceptionInfo[InvalidInput]) -> tuple[Problem, str | None]:
    return error.value.problem, error.value.field


def test_everything_a_form_holds_comes_back(database: Database) -> None:
    with database.transaction() as session:
        friend = create(session, first_name="سارا")
        field = define_customer_field(session, CustomerFieldDraft(title="سایز کفش"))
        draft = CustomerDraft(
            code="۱۲۳",
            kind=CustomerKind.PERSON,
            first_name="  علي‌رضا ",
            last_name="لازم   پور",
            phones=(phone("09123456789", is_primary=True), phone("02188776655")),
            email=Email.parse("ali@mail.com"),
            national_id=NationalId.parse("0499370899"),
            birth_date=PartialDate(None, 8, 30),
            gender=Gender.MALE,
            job="معلم",
            marriage_date=PartialDate(1395, 2, 1),
            spouse_name="مینا",
            income_band=IncomeBand.MIDDLE,
            province="اصفهان",
            city="كاشان",
            address="خیابان یک\nپلاک ۲",
            postal_code=PostalCode.parse("8713456789"),
            acquisition_channel=AcquisitionChannel.REFERRAL,
            referred_by_id=friend,
            preferred_channel=Channel.WHATSAPP,
            consents=(ConsentDraft(channel=ConsentChannel.SMS, granted=True, source="تلفنی"),),
            socials=((SocialNetwork.INSTAGRAM, "@ali"),),
            favorites=((FavoriteKind.BRAND, "نایک"),),
            tags=("وفادار", "همکار"),
            notes="صبح‌ها زنگ بزنید",
            field_values=((field, "42"),),
        )
        customer = create_customer(session, draft)
    with database.reading() as session:
        kept = customer_detail(session, customer)
    assert (kept.code, kept.first_name, kept.last_name) == ("123", "علی‌رضا", "لازم پور")
    assert kept.name == "علی‌رضا لازم پور"
    assert [one.number for one in kept.phones] == ["+989123456789", "+982188776655"]
    assert kept.phone == "+989123456789"
    assert (kept.city, kept.address) == ("کاشان", "خیابان یک\nپلاک ۲")
    assert (kept.referred_by_id, kept.referred_by_name) == (friend, "سارا احمدی")
    assert [(one.channel, one.granted, one.source) for one in kept.consents] == [
        (ConsentChannel.SMS, True, "تلفنی")
    ]
    assert kept.field_values == {field: "42"}
    same = (
        "birth_date gender job marriage_date spouse_name income_band province"
        " acquisition_channel preferred_channel socials favorites tags notes"
    )
    for name in ("email", "national_id", "postal_code"):
        assert getattr(kept, name) == getattr(draft, name).text, name
    for name in same.split():
        assert getattr(kept, name) == getattr(draft, name), name


def test_codes_count_on_and_are_never_given_twice(database: Database) -> None:
    with database.transaction() as session:
        create(session)
        create(session, code="0004")
        create(session, code="A-6")
        create(session, code="09123456789")
        create(session, code="6")
        third = create(session)
        create(session, code="8")
        fourth = create(session)
        codes = [session.get_one(Customer, one).code for one in (third, fourth)]
    assert codes == ["7", "9"]


def test_a_code_belongs_to_one_living_customer(database: Database) -> None:
    with database.transaction() as session:
        first = create(session, code="7", first_name="مریم")
        with pytest.raises(InvalidInput) as error:
            create(session, code="۷")
        assert refused(error) == (Problem.CODE_TAKEN, "code")
        assert error.value.details == {"code": "7", "name": "مریم احمدی"}
        update_customer(session, first, CustomerDraft(code="7", last_name="نوری"))
        update_customer(session, first, CustomerDraft(last_name="نوری"))
        assert find_customer(session, "7") == first
        delete_customers(session, [first])
        assert create(session, code="7") != first


def test_a_national_id_belongs_to_one_living_customer(database: Database) -> None:
    with database.transaction() as session:
        first = create(session, national_id=NationalId.parse("0499370899"), first_name="مریم")
        with pytest.raises(InvalidInput) as error:
            create(session, national_id=NationalId.parse("0499370899"))
        assert refused(error) == (Problem.NATIONAL_ID_TAKEN, "national_id")
        assert error.value.details == {"name": "مریم احمدی"}
        same = CustomerDraft(last_name="نوری", national_id=NationalId.parse("0499370899"))
        update_customer(session, first, same)
        delete_customers(session, [first])
        assert create(session, national_id=NationalId.parse("0499370899")) != first


def test_a_code_given_by_hand_never_sets_the_counting_back(database: Database) -> None:
    with database.transaction() as session:
        create(session, code="50")
        create(session, code="20")
        assert session.get_one(Customer, create(session)).code == "51"


def test_a_child_born_where_tomorrow_has_begun_has_a_birthday(database: Database) -> None:
    today = datetime.now(UTC).date()
    tomorrow, later = (PartialDate(*to_jalali(today + timedelta(days=days))) for days in (1, 3))
    with database.transaction() as session:
        customer = create(session, birth_date=tomorrow)
        assert customer_detail(session, customer).birth_date == tomorrow
        with pytest.raises(InvalidInput) as error:
            create(session, birth_date=later)
    assert refused(error) == (Problem.DATE_IN_FUTURE, "birth_date")


@pytest.mark.parametrize(
    ("values", "problem", "field"),
    [
        ({"last_name": " \u200c "}, Problem.NAME_MISSING, "last_name"),
        (
            {"last_name": "", "kind": CustomerKind.COMPANY},
            Problem.NAME_MISSING,
            "company_name",
        ),
        ({"last_name": "ا" * 10_000}, Problem.TEXT_TOO_LONG, "last_name"),
        ({"city": "\ud800"}, Problem.TEXT_UNREADABLE, "city"),
        ({"code": "1" * 31}, Problem.TEXT_TOO_LONG, "code"),
        (
            {"national_id": NationalId.parse("0499370899")},
            Problem.NATIONAL_ID_TAKEN,
            "national_id",
        ),
        ({"birth_date": PartialDate(1500, 1, 1)}, Problem.DATE_IN_FUTURE, "birth_date"),
        ({"referred_by_id": new_id()}, Problem.RECORD_MISSING, "referred_by_id"),
        ({"field_values": ((new_id(), "x"),)}, Problem.RECORD_MISSING, None),
        ({"tags": ("ا" * 500,)}, Problem.TEXT_TOO_LONG, "tags"),
    ],
)
def test_what_cannot_be_stored_is_refused_at_its_field(
    database: Database, values: dict[str, Any], problem: Problem, field: str | None
) -> None:
    with database.transaction() as session:
        create(session, national_id=NationalId.parse("0499370899"))
        with pytest.raises(InvalidInput) as error:
            create(session, **values)
    assert error.value.problem == problem
    if field:
        assert error.value.field == field


def test_what_no_value_type_has_checked_is_not_stored(database: Database) -> None:
    # mypy refuses each of these too, or it would call the comments needless.
    drafts = (
        CustomerDraft(last_name="نوری", email="not one"),  # type: ignore[arg-type]
        CustomerDraft(last_name="نوری", national_id="not one"),  # type: ignore[arg-type]
        CustomerDraft(last_name="نوری", postal_code="not one"),  # type: ignore[arg-type]
    )
    with database.transaction() as session:
        customer = create(session)
        for draft in drafts:
            with pytest.raises(TypeError):
                create_customer(session, draft)
            with pytest.raises(TypeError):
                update_customer(session, customer, draft)


def test_a_text_that_no_value_type_takes_any_more_is_left_alone(database: Database) -> None:
    stored = {"email": "ندارد", "national_id": "12", "postal_code": "SW1A 1AA"}
    unchanged = CustomerDraft(
        last_name="راد", job="معلم", email=UNCHANGED, national_id=UNCHANGED, postal_code=UNCHANGED
    )
    with database.transaction() as session:
        customer = make_customer(session, "مریم احمدی", **stored)
        make_customer(session, "سارا نوری", code="2", national_id="12")
        update_customer(session, customer, unchanged)
        kept = customer_detail(session, customer)
        assert {name: getattr(kept, name) for name in stored} == stored
        assert (kept.last_name, kept.job) == ("راد", "معلم")
        update_customer(session, customer, CustomerDraft(last_name="راد"))
        kept = customer_detail(session, customer)
        assert not any(getattr(kept, name) for name in stored)


def test_names_with_nul_and_emoji_are_cleaned_and_kept(database: Database) -> None:
    with database.transaction() as session:
        customer = create(session, first_name="م\x00ریم", last_name="احمدی 🌷")
        assert customer_detail(session, customer).name == "مریم احمدی 🌷"


def test_a_customer_known_by_code_only_needs_no_name(database: Database) -> None:
    with database.transaction() as session:
        customer = create_customer(session, CustomerDraft(code="10023"))
        assert customer_detail(session, customer).name == "10023"


def test_nobody_is_referred_by_themselves(database: Database) -> None:
    with database.transaction() as session:
        customer = create(session)
        with pytest.raises(InvalidInput) as error:
            update_customer(
                session, customer, CustomerDraft(last_name="ا", referred_by_id=customer)
            )
    assert refused(error) == (Problem.REFERS_TO_ITSELF, "referred_by_id")


@pytest.mark.parametrize("length", [2, 3, 5])
def test_nobody_is_referred_by_somebody_they_brought(database: Database, length: int) -> None:
    with database.transaction() as session:
        chain = [create(session, last_name="سر")]
        for _ in range(length - 1):
            chain.append(create(session, last_name="بعدی", referred_by_id=chain[-1]))
        delete_customers(session, chain[1:2])  # the bin hides nobody
        base = customer_draft(session, chain[0])
        with pytest.raises(InvalidInput) as error:
            update_customer(session, chain[0], replace(base, referred_by_id=chain[-1]), base=base)
        assert refused(error) == (Problem.REFERRER_CYCLE, "referred_by_id")
        # A chain that another PC closed neither hangs nor keeps others out.
        session.get_one(Customer, chain[0]).referred_by_id = chain[-1]
        session.flush()
        outside = create(session, last_name="بیرون", referred_by_id=chain[0])
        assert customer_draft(session, outside).referred_by_id == chain[0]


def test_what_a_change_keeps_stays_the_same_record(database: Database) -> None:
    with database.transaction() as session:
        customer = create(
            session,
            phones=(phone("09121111111"), phone("09122222222")),
            tags=("الف", "ب"),
            socials=((SocialNetwork.BALE, "x"),),
        )
        kept = session.get_one(Customer, customer)
        second, tag, social = kept.phones[1].id, kept.tags[1].id, kept.socials[0].id
    with database.transaction() as session:
        update_customer(
            session,
            customer,
            CustomerDraft(
                last_name="نوری",
                phones=(
                    phone("09123333333"),
                    phone("09122222222", is_primary=True, label=PhoneLabel.WORK),
                    phone("09122222222"),
                ),
                tags=("ب", "پ", ""),
                socials=((SocialNetwork.BALE, "x"), (SocialNetwork.BALE, " ")),
            ),
        )
    with database.reading() as session:
        kept = session.get_one(Customer, customer)
        assert [(one.number, one.is_primary, one.label) for one in kept.phones] == [
            ("+989123333333", False, PhoneLabel.MOBILE),
            ("+989122222222", True, PhoneLabel.WORK),
        ]
        assert kept.phones[1].id == second
        assert {one.tag: one.id for one in kept.tags}["ب"] == tag
        assert {one.tag for one in kept.tags} == {"ب", "پ"}
        assert [one.id for one in kept.socials] == [social]


def test_the_first_phone_is_the_main_one_unless_another_is_marked(database: Database) -> None:
    with database.transaction() as session:
        customer = create(session, phones=(phone("09121111111"), phone("09122222222")))
        assert customer_detail(session, customer).phone == "+989121111111"


def test_deleted_customers_are_gone_until_they_are_restored(database: Database) -> None:
    with database.transaction() as session:
        ids = [create(session), create(session)]
        deletion = delete_customers(session, ids)
        with pytest.raises(InvalidInput):
            customer_detail(session, ids[0])
        with pytest.raises(InvalidInput):
            delete_customers(session, ids)
        with pytest.raises(InvalidInput):
            update_customer(session, ids[0], CustomerDraft(last_name="ا"))
        restore_deletion(session, deletion)
        session.expire_all()
        assert customer_detail(session, ids[0]).id == ids[0]


def test_own_fields_check_what_they_are_given(database: Database) -> None:
    with database.transaction() as session:
        number = define_customer_field(
            session, CustomerFieldDraft(title="سایز", kind=FieldKind.NUMBER)
        )
        day = define_customer_field(
            session, CustomerFieldDraft(title="تولد فرزند", kind=FieldKind.DATE)
        )
        choice = define_customer_field(
            session,
            CustomerFieldDraft(
                title="سطح", kind=FieldKind.CHOICE, choices=("طلایی", " ", "نقره‌ای")
            ),
        )
        good = ((number, "42.5"), (day, "2026-11-21"), (choice, "طلایی"))
        customer = create(session, field_values=good)
        assert customer_detail(session, customer).field_values == dict(good)
        for field, text, problem in (
            (number, "چهل", Problem.NUMBER_WRONG),
            (day, "1405/08/30", Problem.DATE_WRONG),
            (choice, "برنزی", Problem.CHOICE_WRONG),
        ):
            with pytest.raises(InvalidInput) as error:
                create(session, field_values=((field, text),))
            assert refused(error) == (problem, f"field_values.{field}")


def test_a_value_outlives_its_choice_and_its_field(database: Database) -> None:
    with database.transaction() as session:
        choice = define_customer_field(
            session, CustomerFieldDraft(title="سطح", kind=FieldKind.CHOICE, choices=("طلایی",))
        )
        customer = create(session, field_values=((choice, "طلایی"),))
        session.flush()
        update_customer_field(
            session,
            choice,
            CustomerFieldDraft(title="رتبه", kind=FieldKind.CHOICE, choices=("الماس",)),
        )
        same = CustomerDraft(last_name="نوری", field_values=((choice, "طلایی"),))
        update_customer(session, customer, same)
        deletion = delete_customer_field(session, choice)
        session.expire_all()
        assert customer_fields(session) == []
        assert customer_detail(session, customer).field_values == {}
        update_customer(session, customer, CustomerDraft(last_name="نوری"))
        session.flush()
        restore_deletion(session, deletion)
        session.expire_all()
        assert customer_detail(session, customer).field_values == {choice: "طلایی"}
        assert session.query(CustomerFieldValue).count() == 1


def test_fields_are_defined_and_refused(database: Database) -> None:
    with database.transaction() as session:
        first = define_customer_field(session, CustomerFieldDraft(title="یک"))
        define_customer_field(session, CustomerFieldDraft(title="دو"))
        session.flush()
        assert [one.title for one in customer_fields(session)] == ["یک", "دو"]
        update_customer_field(session, first, CustomerFieldDraft(title="یک", kind=FieldKind.DATE))
        create(session, field_values=((first, date(2026, 1, 1).isoformat()),))
        session.flush()
        for draft, problem, field in (
            (CustomerFieldDraft(title=" "), Problem.NAME_MISSING, "title"),
            (CustomerFieldDraft(title="س", kind=FieldKind.CHOICE), Problem.CHOICE_WRONG, "choices"),
        ):
            with pytest.raises(InvalidInput) as error:
                define_customer_field(session, draft)
            assert refused(error) == (problem, field)
        with pytest.raises(InvalidInput) as error:
            update_customer_field(session, first, CustomerFieldDraft(title="یک"))
        assert refused(error) == (Problem.CHOICE_WRONG, "kind")


@pytest.mark.parametrize("tags", [(), ("وفادار",)])
def test_what_two_pcs_added_alike_is_one_thing_to_change(
    database: Database, tags: tuple[str, ...]
) -> None:
    with database.transaction() as session:
        customer = create(session, tags=("وفادار",))
        session.flush()
        session.add(CustomerTag(customer_id=customer, tag="وفادار"))
        session.flush()
        update_customer(session, customer, CustomerDraft(last_name="نوری", tags=tags))
        assert customer_detail(session, customer).tags == tags
