"""Rules as SQL: the same people as a plain reading of what rules are meant to say."""

import os
import time
from collections.abc import Iterator
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import select

from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.segments import Segment, SegmentPin
from ecrm_desktop.queries.segment_sql import rule_query
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.segment_rule import Not, Rule
from ecrm_desktop.values.segment_writing import rule_to_json
from tests.helpers.naive_rules import NaiveEvaluator
from tests.helpers.naive_shop import TODAY, NaiveShop, ShopMaker
from tests.helpers.random_rules import RuleMaker
from tests.helpers.undone import undone


@pytest.fixture(autouse=True)
def noon_everywhere() -> Iterator[None]:
    """Let days be the same in every zone: instants of these tests are noons of UTC."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


def found(session: Session, rule: Rule) -> set[UUID]:
    query = rule_query(session, rule, TODAY)
    numbers = session.connection().exec_driver_sql(query.sql, query.values).scalars().all()
    assert len(numbers) == len(set(numbers))
    ids = select(CustomerIndex.customer_id).where(CustomerIndex.number.in_(numbers))
    return set(session.scalars(ids))


def store_segments(
    session: Session, shop: NaiveShop, random: Random
) -> dict[UUID, tuple[Rule, dict[UUID, bool]]]:
    """Store two segments without others in them, with people put in and left out."""
    made: dict[UUID, tuple[Rule, dict[UUID, bool]]] = {}
    maker = RuleMaker(random, shop.words(()))
    for name in ("یکی", "دیگری"):
        rule: Rule = maker.leaf_without_segments()
        record = Segment(name=name, rule=rule_to_json(rule))
        session.add(record)
        pins = {one.id: random.random() < 0.5 for one in random.sample(shop.people, 3)}
        session.flush()
        for customer, is_in in pins.items():
            session.add(SegmentPin(segment_id=record.id, customer_id=customer, is_in=is_in))
        made[record.id] = (rule, pins)
    session.flush()
    return made


def compare(database: Database, seed: int, rules: int, people: int = 25) -> int:
    """Compare so many rules over one random shop; return of how many somebody was meant."""
    random = Random(seed)
    some = 0
    with database.transaction() as session, undone(session):
        shop = ShopMaker(random).make(session, people)
        segments = store_segments(session, shop, random)
        naive = NaiveEvaluator(shop, segments)
        maker = RuleMaker(random, shop.words(tuple(segments)))
        for _ in range(rules):
            rule = maker.rule()
            members = found(session, rule)
            assert members == naive.members(rule), (seed, rule)
            some += 0 < len(members) < len(shop.people)
            assert found(session, Not(rule)) == {one.id for one in shop.people} - members
    return some


def test_a_thousand_rules_mean_the_same_people_as_when_read_one_by_one(
    database: Database,
) -> None:
    told_apart = sum(compare(database, seed, 100) for seed in range(10))
    assert told_apart > 600


@pytest.mark.slow
def test_twenty_thousand_rules_mean_the_same_people(database: Database) -> None:
    for seed in range(100, 150):
        compare(database, seed, 400, people=60)
