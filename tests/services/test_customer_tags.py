"""Many customers get a tag at once, and lose it again."""

import pytest
from sqlalchemy import select

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.customers import CustomerTag
from ecrm_desktop.services.customer_tags import tag_customers, untag_customers
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.storage.database import Database
from tests.helpers.factories import make_customer


def test_whoever_had_the_tag_keeps_it_when_it_is_taken_back(database: Database) -> None:
    with database.transaction() as session:
        had = make_customer(session, "مریم احمدی")
        new = make_customer(session, "علی رضایی", code="2")
        binned = make_customer(session, "حسن نوری", code="3")
        session.add(CustomerTag(customer_id=had, tag="وفا دار"))
    with database.transaction() as session:
        delete_customers(session, [binned])
    with database.transaction() as session:
        made = tag_customers(session, [had, new, binned], "وفادار")
        assert made == [new]
    with database.transaction() as session:
        assert tag_customers(session, [new], " وفادار ") == []
        untag_customers(session, made, "وفادار")
    with database.reading() as session:
        assert list(session.scalars(select(CustomerTag.tag))) == ["وفا دار"]


def test_an_empty_tag_is_refused(database: Database) -> None:
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        tag_customers(session, [], "  ")
    assert refused.value.problem is Problem.TEXT_EMPTY
    assert refused.value.field == "tag"
