from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, text, update

from ecrm_desktop.drafts.customers import (
    ConsentDraft,
    CustomerDraft,
    CustomerFieldDraft,
    PhoneDraft,
)
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models import Base
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customer_figures import FIGURE_TABLES
from ecrm_desktop.models.customers import (
    Customer,
    CustomerConsent,
    CustomerField,
    CustomerFieldValue,
    CustomerMerge,
)
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.queries.checks import Finding, check_database
from ecrm_desktop.queries.customer_detail import CustomerDetail, customer_detail
from ecrm_desktop.queries.record_drafts import customer_draft
from ecrm_desktop.queries.search import search_customers
from ecrm_desktop.services.bin import empty_bin, put_in_bin, restore_deletion
from ecrm_desktop.services.clashes import Clash, ClashKind, clashes_in
from ecrm_desktop.services.customer_fields import define_customer_field, delete_customer_field
from ecrm_desktop.services.customer_merges import MergeSide, merge_customers, undo_merge
from ecrm_desktop.services.customers import create_customer, delete_customers, update_customer
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import (
    ConsentChannel,
    FavoriteKind,
    Gender,
    RecordKind,
    SocialNetwork,
)
from tests.helpers.factories import NOON, expired, make_purchase

DAY = date(2026, 11, 1)


def phone(text: str, *, primary: bool = False) -> PhoneDraft:
    return PhoneDraft(phone=Phone.parse(text), is_primary=primary)


class Pair:
    """Maryam twice: once by name and mobile, once as a guest with a landline and a history."""

    def __init__(self, session: Session) -> None:
        self.field = define_customer_field(session, CustomerFieldDraft(title="سایز"))
        self.kept = create_customer(
            session,
            CustomerDraft(
                code="10",
                first_name="مریم",
                last_name="احمدی",
                phones=(phone("09121111111", primary=True), phone("09122222222")),
                city="یزد",
                notes="صبح زنگ بزنید",
                consents=(ConsentDraft(channel=ConsentChannel.SMS, granted=True),),
                tags=("وفادار",),
                field_values=((self.field, "۳۸"),),
            ),
        )
        session.flush()
        self.merged = create_customer(
            session,
            CustomerDraft(
                code="20",
                first_name="مريم",
                last_name="احمدی‌پور",
                phones=(phone("09122222222"), phone("02188776655", primary=True)),
                city="تهران",
                gender=Gender.FEMALE,
                birth_date=PartialDate(None, 8, 30),
                notes="پیک فقط عصرها",
                referred_by_id=self.kept,
                consents=(
                    ConsentDraft(channel=ConsentChannel.SMS, granted=False, given_on=DAY),
                    ConsentDraft(channel=ConsentChannel.EMAIL, granted=True),
                ),
                socials=((SocialNetwork.BALE, "maryam"),),
                favorites=((FavoriteKind.BRAND, "نایک"),),
                tags=("وفادار", "همکار"),
                field_values=((self.field, "۴۰"),),
            ),
        )
        session.flush()
        self.purchase = make_purchase(session, self.merged, DAY, "کفش", "جوراب")
        session.add_all(
            [
                Return(
                    purchase_id=self.purchase,
                    customer_id=self.merged,
                    returned_on=DAY,
                    returned_at=NOON,
                    total=500,
                ),
                Interaction(customer_id=self.merged, occurred_at=NOON, subject="سلام"),
                Complaint(
                    customer_id=self.merged,
                    number="1405-1",
                    subject="دیر رسید",
                    received_at=NOON,
                    due_on=DAY,
                ),
                Task(
                    customer_id=self.merged,
                    record_kind=RecordKind.CUSTOMER,
                    record_id=self.merged,
                    title="تماس",
                    due_on=DAY,
                ),
                Customer(code="30", first_name="دوست", referred_by_id=self.merged),
            ]
        )
        session.flush()


NOT_COMPARED = {"customer_merges", "customer_index", "changes", "change_groups"} | FIGURE_TABLES


def everything(session: Session) -> dict[str, list[Any]]:
    """All rows of all tables, but for the merges and the time of the last change."""
    session.flush()
    tables = {}
    for table in Base.metadata.tables.values():
        if table.name in NOT_COMPARED:
            continue
        columns = [one for one in table.columns if one.name != "updated_at"]
        rows = session.execute(select(*columns).order_by(*table.primary_key.columns))
        tables[table.name] = [tuple(row) for row in rows]
    index = session.execute(text("SELECT * FROM customer_index ORDER BY customer_id")).all()
    tables["customer_index"] = [tuple(row)[1:] for row in index]
    return tables


def detail(session: Session, customer: UUID) -> CustomerDetail:
    session.expire_all()
    return customer_detail(session, customer)


def test_a_merge_keeps_every_record_of_both(database: Database) -> None:
    with database.transaction() as session:
        pair = Pair(session)
        merge_customers(session, pair.kept, pair.merged, {})
        kept = detail(session, pair.kept)
        for table in (Interaction, Complaint, Purchase, Return, Task):
            assert set(session.scalars(select(table.customer_id))) == {pair.kept}, table
        assert session.scalars(select(Task.record_id)).one() == pair.kept
        friend = session.scalars(select(Customer).where(Customer.code == "30")).one()
        assert friend.referred_by_id == pair.kept
        assert [hit.id for hit in search_customers(session, "8877")] == [pair.kept]
    assert (kept.code, kept.last_name, kept.city) == ("10", "احمدی", "یزد")
    assert (kept.gender, kept.birth_date) == (Gender.FEMALE, PartialDate(None, 8, 30))
    assert kept.notes == "صبح زنگ بزنید\nپیک فقط عصرها"
    assert kept.referred_by_id is None
    assert [one.number for one in kept.phones] == [
        "+989121111111",
        "+989122222222",
        "+982188776655",
    ]
    assert [one.is_primary for one in kept.phones] == [True, False, False]
    assert {one.channel: one.granted for one in kept.consents} == {
        ConsentChannel.SMS: False,  # who refused has refused, whoever stays
        ConsentChannel.EMAIL: True,
    }
    assert kept.tags == ("وفادار", "همکار")
    assert kept.socials == ((SocialNetwork.BALE, "maryam"),)
    assert kept.favorites == ((FavoriteKind.BRAND, "نایک"),)
    assert kept.field_values == {pair.field: "۳۸"}


def test_each_field_is_whose_it_was_chosen_to_be(database: Database) -> None:
    with database.transaction() as session:
        pair = Pair(session)
        choices = {
            "code": MergeSide.MERGED,
            "last_name": MergeSide.MERGED,
            "gender": MergeSide.KEPT,
            "notes": MergeSide.MERGED,
            "phone": MergeSide.MERGED,
            f"field_values.{pair.field}": MergeSide.MERGED,
        }
        merge_customers(session, pair.kept, pair.merged, choices)
        kept = detail(session, pair.kept)
    assert (kept.code, kept.first_name, kept.last_name) == ("20", "مریم", "احمدی‌پور")
    assert kept.gender is None
    assert kept.notes == "پیک فقط عصرها"
    assert kept.phone == "+982188776655"
    assert [one.is_primary for one in kept.phones] == [True, False, False]
    assert {one.channel: (one.granted, one.given_on) for one in kept.consents} == {
        ConsentChannel.SMS: (False, DAY),
        ConsentChannel.EMAIL: (True, None),
    }
    assert kept.field_values == {pair.field: "۴۰"}


@pytest.mark.parametrize("side", list(MergeSide))
def test_undoing_a_merge_restores_both_exactly(database: Database, side: MergeSide) -> None:
    with database.transaction() as session:
        pair = Pair(session)
        before = everything(session)
        names = ["code", "last_name", "gender", "notes", "phone", "city"]
        choices = dict.fromkeys([*names, f"field_values.{pair.field}"], side)
        merge = merge_customers(session, pair.kept, pair.merged, choices)
        assert everything(session) != before
    with database.transaction() as session:
        undo_merge(session, merge)
    with database.transaction() as session:
        assert everything(session) == before


def test_undoing_keeps_what_was_changed_since(database: Database) -> None:
    with database.transaction() as session:
        pair = Pair(session)
        merge = merge_customers(session, pair.kept, pair.merged, {"city": MergeSide.MERGED})
        update_customer(
            session,
            pair.kept,
            CustomerDraft(first_name="مریم", last_name="کریمی", city="قم", job="پزشک"),
        )
        session.add(Interaction(customer_id=pair.kept, occurred_at=NOON, subject="تازه"))
        session.flush()
        undo_merge(session, merge)
        kept, merged = detail(session, pair.kept), detail(session, pair.merged)
        talks = {one.subject: one.customer_id for one in session.scalars(select(Interaction))}
    assert (kept.last_name, kept.city, kept.job, kept.tags) == ("کریمی", "قم", "پزشک", ())
    # What was taken off the joined customer is still the other one's.
    assert [one.number for one in merged.phones] == ["+982188776655", "+989122222222"]
    assert merged.tags == ("وفادار", "همکار")
    assert (merged.code, merged.city) == ("20", "تهران")
    assert talks == {"سلام": pair.merged, "تازه": pair.kept}


def part(database: Database, merge: UUID) -> tuple[Clash, ...]:
    """Undo a merge, whatever is asked; return that."""
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        undo_merge(session, merge)
    asked = clashes_in(caught.value)
    with database.transaction() as session:
        assert session.get_one(CustomerMerge, merge).deleted_at is None
        undo_merge(session, merge, accepted=asked)
    return asked


@pytest.mark.parametrize("whose", ["another", "the one who stayed"])
def test_what_somebody_has_by_now_is_asked_before_two_are_parted(
    database: Database, whose: str
) -> None:
    same = CustomerDraft(code="20", national_id=NationalId.parse("0499370899"))
    with database.transaction() as session:
        kept = create_customer(session, CustomerDraft(code="10", last_name="کریمی"))
        merged = create_customer(session, replace(same, last_name="احمدی"))
        choices = {"national_id": MergeSide.KEPT}
        merge = merge_customers(session, kept, merged, choices)
        if whose == "another":
            create_customer(session, replace(same, last_name="راد"))
        else:
            base = customer_draft(session, kept)
            typed = replace(base, code=same.code, national_id=same.national_id)
            update_customer(session, kept, typed, base=base)
    asked = part(database, merge)
    other = "راد" if whose == "another" else "کریمی"
    assert [(one.kind, one.name, one.other) for one in asked] == [
        (ClashKind.CODE, "احمدی", other),
        (ClashKind.NATIONAL_ID, "احمدی", other),
    ]
    with database.reading() as session:
        codes = [session.get_one(Customer, one).code for one in (kept, merged)]
        assert codes == (["10", "21"] if whose == "another" else ["20", "21"])
        assert session.get_one(Customer, merged).national_id == "0499370899"


def test_parting_two_closes_no_chain_of_referrers(database: Database) -> None:
    with database.transaction() as session:
        first = create_customer(session, CustomerDraft(last_name="الف"))
        second = create_customer(session, CustomerDraft(last_name="ب"))
        kept = create_customer(session, CustomerDraft(last_name="ک", referred_by_id=first))
        merged = create_customer(session, CustomerDraft(last_name="م", referred_by_id=second))
        merge = merge_customers(session, kept, merged, {"referred_by_id": MergeSide.MERGED})
        base = customer_draft(session, first)
        update_customer(session, first, replace(base, referred_by_id=kept), base=base)
    asked = part(database, merge)
    assert [(one.kind, one.name, one.other) for one in asked] == [(ClashKind.REFERRER, "ک", "الف")]
    with database.reading() as session:
        referrers = [detail(session, one).referred_by_id for one in (first, kept, merged)]
    assert referrers == [kept, None, second]


def test_merges_are_undone_in_reverse_order_only(database: Database) -> None:
    with database.transaction() as session:
        pair = Pair(session)
        third = create_customer(session, CustomerDraft(first_name="سوم"))
        before = everything(session)
        first_merge = merge_customers(session, pair.kept, pair.merged, {})
        second_merge = merge_customers(session, third, pair.kept, {})
        with pytest.raises(InvalidInput) as error:
            undo_merge(session, first_merge)
        assert error.value.problem == Problem.MERGE_MOVED_ON
        undo_merge(session, second_merge)
        undo_merge(session, first_merge)
        assert everything(session) == before


def test_what_is_gone_cannot_be_parted(database: Database) -> None:
    with database.transaction() as session:
        pair = Pair(session)
        merge = merge_customers(session, pair.kept, pair.merged, {})
        deletion = delete_customers(session, [pair.kept])
        session.expire_all()
        with pytest.raises(InvalidInput) as error:
            undo_merge(session, merge)
        assert error.value.problem == Problem.MERGE_MOVED_ON
        restore_deletion(session, deletion)
        session.expire_all()
        undo_merge(session, merge)
        with pytest.raises(InvalidInput) as error:
            undo_merge(session, merge)
        assert error.value.problem == Problem.RECORD_MISSING


def test_the_bin_takes_a_merge_back_too(database: Database) -> None:
    with database.transaction() as session:
        pair = Pair(session)
        before = everything(session)
        merge = merge_customers(session, pair.kept, pair.merged, {})
        assert restore_deletion(session, merge) == 1
        assert everything(session) == before


def test_an_emptied_bin_ends_the_undo_but_not_the_customer(database: Database) -> None:
    with database.transaction() as session:
        pair = Pair(session)
        merge = merge_customers(session, pair.kept, pair.merged, {})
        empty_bin(session)
        session.expire_all()
        assert session.scalars(select(CustomerMerge)).all() == []
        with pytest.raises(InvalidInput):
            undo_merge(session, merge)
        assert len(detail(session, pair.kept).phones) == 3


def test_records_in_the_bin_move_as_well(database: Database) -> None:
    with database.transaction() as session:
        pair = Pair(session)
        deletion = put_in_bin(session, session.scalars(select(Complaint)).all())
        merge_customers(session, pair.kept, pair.merged, {})
        restore_deletion(session, deletion)
        session.expire_all()
        assert session.scalars(select(Complaint)).one().customer_id == pair.kept


def test_who_cannot_be_merged(database: Database) -> None:
    with database.transaction() as session:
        pair = Pair(session)
        with pytest.raises(InvalidInput) as error:
            merge_customers(session, pair.kept, pair.kept, {})
        assert error.value.problem == Problem.MERGE_WITH_ITSELF
        merge_customers(session, pair.kept, pair.merged, {})
        with pytest.raises(InvalidInput) as error:
            merge_customers(session, pair.kept, pair.merged, {})
        assert error.value.problem == Problem.RECORD_MISSING


def test_many_records_move_at_once(database: Database) -> None:
    with database.transaction() as session:
        pair = Pair(session)
        session.add_all(
            Interaction(customer_id=pair.merged, occurred_at=datetime(2026, 1, 1, tzinfo=UTC))
            for _ in range(1200)
        )
        before = everything(session)
        merge = merge_customers(session, pair.kept, pair.merged, {})
        assert set(session.scalars(select(Interaction.customer_id))) == {pair.kept}
        undo_merge(session, merge)
        assert everything(session) == before


def test_what_left_the_bin_since_is_not_pointed_at_again(database: Database) -> None:
    with database.transaction() as session:
        pair = Pair(session)
        friend = create_customer(session, CustomerDraft(code="40", first_name="دوست"))
        size = define_customer_field(session, CustomerFieldDraft(title="رنگ"))
        kept, merged = (session.get_one(Customer, one) for one in (pair.kept, pair.merged))
        kept.referred_by_id = friend
        merged.field_values.append(CustomerFieldValue(field_id=size, value="آبی"))
        session.flush()
        choices = {"referred_by_id": MergeSide.MERGED}
        merge = merge_customers(session, pair.kept, pair.merged, choices)
        delete_customers(session, [friend])
        delete_customer_field(session, size)
        for table in (Customer, CustomerField):
            gone = update(table).where(table.id.in_([friend, size]))
            session.execute(gone.values(deleted_at=NOON - timedelta(days=400)))
        assert expired(session) == 2
    with database.transaction() as session:
        undo_merge(session, merge)
    with database.transaction() as session:
        assert session.get_one(Customer, pair.kept).referred_by_id is None
        assert check_database(session).findings.get(Finding.REFERENCES_BROKEN, 0) == 0


def test_an_undone_merge_is_forgotten_with_the_bin(database: Database) -> None:
    with database.transaction() as session:
        pair = Pair(session)
        merge = merge_customers(session, pair.kept, pair.merged, {})
        undo_merge(session, merge)
        session.get_one(CustomerMerge, merge).deleted_at = NOON - timedelta(days=400)
        session.flush()
        assert expired(session) == 1
        assert session.scalars(select(CustomerMerge)).all() == []


def test_a_refusal_survives_a_merge_whoever_stays_and_parting_brings_both_back(
    database: Database,
) -> None:
    agreed = ConsentDraft(
        channel=ConsentChannel.SMS, granted=True, given_on=date(2020, 1, 1), source="فرم"
    )
    refused = ConsentDraft(channel=ConsentChannel.SMS, granted=False, given_on=date(2026, 1, 1))
    for first, second in ((agreed, refused), (refused, agreed)):
        with database.transaction() as session:
            kept = create_customer(session, CustomerDraft(last_name="الف", consents=(first,)))
            other = create_customer(session, CustomerDraft(last_name="ب", consents=(second,)))
            merge = merge_customers(session, kept, other, {})
            assert [one.granted for one in detail(session, kept).consents] == [False]
        with database.transaction() as session:
            undo_merge(session, merge)
            answers = [detail(session, one).consents[0].granted for one in (kept, other)]
        assert answers == [first.granted, second.granted]


def test_two_answers_of_two_pcs_become_the_strictest(database: Database) -> None:
    with database.transaction() as session:
        customer = create_customer(session, CustomerDraft(last_name="الف"))
        for granted in (True, False):
            session.add(
                CustomerConsent(
                    customer_id=customer, channel=ConsentChannel.SMS, granted=granted, given_on=None
                )
            )
    with database.transaction() as session:
        base = customer_draft(session, customer)
        assert [one.granted for one in base.consents] == [False]
        update_customer(session, customer, replace(base, job="معلم"), base=base)
    with database.reading() as session:
        rows = session.scalars(select(CustomerConsent.granted)).all()
    assert rows == [False]


def test_a_merge_closes_no_chain_of_referrers(database: Database) -> None:
    with database.transaction() as session:
        merged = create_customer(session, CustomerDraft(last_name="ب"))
        middle = create_customer(session, CustomerDraft(last_name="م", referred_by_id=merged))
        kept = create_customer(session, CustomerDraft(last_name="الف", referred_by_id=middle))
        merge = merge_customers(session, kept, merged, {})
        assert detail(session, kept).referred_by_id is None
        assert detail(session, middle).referred_by_id == kept
    with database.transaction() as session:
        undo_merge(session, merge)
        referrers = [detail(session, one).referred_by_id for one in (merged, middle, kept)]
    assert referrers == [None, merged, middle]
