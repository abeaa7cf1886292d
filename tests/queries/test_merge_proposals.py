"""Who may be one person, and who is not asked about."""

from uuid import UUID

import pytest
from sqlalchemy import select, update

from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.models.changes import FORGETTING
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer, DistinctCustomers
from ecrm_desktop.queries.merge_proposals import SHARED_BY_MOST, are_alike, merge_proposals
from ecrm_desktop.queries.similar_customers import Similarity
from ecrm_desktop.services.customer_merges import merge_customers
from ecrm_desktop.services.customers import create_customer, delete_customers
from ecrm_desktop.services.distinct_customers import keep_customers_apart, propose_customers_again
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.phone import Phone

NUMBER = "09123456789"
OTHER = "09350000000"


def add(session: Session, first: str, last: str, phone: str = "", email: str = "") -> UUID:
    phones = (PhoneDraft(phone=Phone.parse(phone)),) if phone else ()
    address = Email.parse(email) if email else None
    draft = CustomerDraft(first_name=first, last_name=last, phones=phones, email=address)
    return create_customer(session, draft)


def pairs(session: Session) -> list[tuple[set[UUID], Similarity, bool]]:
    return [
        ({one.kept.id, one.merged.id}, one.similarity, one.is_sure)
        for one in merge_proposals(session, 100)
    ]


def test_one_phone_and_names_alike_may_be_one_person(database: Database) -> None:
    with database.transaction() as session:
        maryam = add(session, "مریم", "احمدی", NUMBER)
        again = add(session, "مريم", "احمدي", NUMBER)
        typed = add(session, "", "مریم احمدی", NUMBER)
        # A family, and somebody of the same name: two people as long as nobody says otherwise.
        add(session, "رضا", "کریمی", NUMBER)
        add(session, "مریم", "احمدی", OTHER)
        assert pairs(session) == [
            ({maryam, again}, Similarity.PHONE, True),
            ({maryam, typed}, Similarity.PHONE, False),
            ({again, typed}, Similarity.PHONE, False),
        ]


def test_one_national_id_is_one_person_whatever_the_name(database: Database) -> None:
    with database.transaction() as session:
        one, other = add(session, "زهرا", "موسوی"), add(session, "نرگس", "کاظمی")
        # Two people cannot have it, unless two PCs gave it.
        session.execute(update(Customer).values(national_id="0084575948"))
        assert pairs(session) == [({one, other}, Similarity.NATIONAL_ID, False)]


def test_one_address_is_a_sign_as_well(database: Database) -> None:
    with database.transaction() as session:
        one = add(session, "علی", "راد", email="ali@example.com")
        other = add(session, "علی", "راد", email="ali@example.com")
        assert pairs(session) == [({one, other}, Similarity.EMAIL, True)]


def test_who_was_said_to_be_two_is_asked_about_no_more(database: Database) -> None:
    with database.transaction() as session:
        one, other = (add(session, "مریم", "احمدی", NUMBER) for _ in range(2))
        note = keep_customers_apart(session, other, one)
        assert keep_customers_apart(session, one, other) == note
        assert pairs(session) == []
        propose_customers_again(session, [note])
        assert len(pairs(session)) == 1


def test_a_note_about_somebody_who_is_forgotten_goes_with_them(database: Database) -> None:
    with database.transaction(FORGETTING) as session:
        one, other = (add(session, "مریم", "احمدی", NUMBER) for _ in range(2))
        keep_customers_apart(session, one, other)
        forget_customer(session, one, None)
        assert session.scalars(select(DistinctCustomers)).all() == []


def test_who_is_gone_or_merged_is_not_proposed(database: Database) -> None:
    with database.transaction() as session:
        one, other, third = (add(session, "مریم", "احمدی", NUMBER) for _ in range(3))
        merge_customers(session, one, other, {})
        delete_customers(session, [third])
        assert pairs(session) == []
        with pytest.raises(InvalidInput):
            keep_customers_apart(session, one, third)


def test_a_number_that_everybody_has_says_nothing(database: Database) -> None:
    with database.transaction() as session:
        for _ in range(SHARED_BY_MOST + 1):
            add(session, "مریم", "احمدی", NUMBER)
        assert pairs(session) == []


def test_who_bought_more_is_kept(database: Database) -> None:
    with database.transaction() as session:
        add(session, "مریم", "احمدی", NUMBER)
        buyer = add(session, "مریم", "احمدی", NUMBER)
        this = CustomerIndex.customer_id == buyer
        session.execute(update(CustomerIndex).where(this).values(purchase_count=3))
        (proposal,) = merge_proposals(session, 10)
        assert proposal.kept.id == buyer


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("مریم", "احمدی"), ("احمدی", "مریم"), True),
        (("مریم", "احمدی"), ("", ""), True),
        (("م", "احمدی"), ("مریم", "احمدی"), True),
        (("", "احمدی"), ("مریم", "احمدی"), True),
        (("", "مریماحمدی"), ("مریم", "احمدی"), True),
        (("مریم", "احمدیی"), ("مریم", "احمدی"), True),
        (("رضا", "احمدی"), ("مریم", "احمدی"), False),
        (("مریم", "کریمی"), ("مریم", "احمدی"), False),
    ],
)
def test_names_alike(one: tuple[str, str], other: tuple[str, str], *, alike: bool) -> None:
    assert are_alike(one, other) is alike
    assert are_alike(other, one) is alike
