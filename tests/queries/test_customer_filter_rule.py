"""The filters of the customers' list, saved as a group, mean the same people."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product
from random import Random

from sqlalchemy.orm import Session

from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import CustomerTag
from ecrm_desktop.queries.customer_filter_rule import rule_of_filter
from ecrm_desktop.queries.customers import CustomerFilter, InSegmentOn, list_customers
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.segments import rule_members
from ecrm_desktop.services.customer_figures import refresh_figures
from ecrm_desktop.storage.database import Database
from ecrm_desktop.text.segment_presets import preset_id
from ecrm_desktop.values.segment_reading import rule_from_json
from ecrm_desktop.values.segment_writing import rule_to_json
from ecrm_desktop.values.statuses import AcquisitionChannel, CustomerKind
from tests.helpers.factories import make_customer, make_purchase

TODAY = date(2026, 11, 21)
CITIES = ("", "قم", "شيراز")
TAGS = ("", "وفادار", "نسیه")
SINCE = TODAY - timedelta(days=60)
GROUPS = [InSegmentOn(preset_id(one), TODAY) for one in ("best_money", "companies", "never_bought")]


def fill(session: Session) -> None:
    days = (None, TODAY, SINCE, SINCE - timedelta(days=1), TODAY + timedelta(days=3))
    for at, (city, tag, day) in enumerate(product(CITIES, TAGS, days)):
        one = make_customer(
            session,
            f"مریم نوری{at % 7}",
            code=str(at + 1),
            city=city,
            acquisition_channel=AcquisitionChannel.INSTAGRAM if at % 3 else None,
            birth_date=("1370-08-02", "0000-08-30", "")[at % 3],
            **({"kind": CustomerKind.COMPANY, "company_name": "چاپ"} if at % 5 == 0 else {}),
        )
        if tag:
            session.add(CustomerTag(customer_id=one, tag=tag))
        if day is not None:
            make_purchase(session, one, day, "کفش")
        if at % 4 == 0:
            session.add(
                Complaint(
                    customer_id=one,
                    subject="دیر",
                    received_at=datetime.now(UTC),
                    number=at,
                    due_on=TODAY,
                )
            )


def filters(random: Random) -> Iterator[CustomerFilter]:
    for _at in range(200):
        # Most are about two things, as those that people choose.
        yield CustomerFilter(
            text=random.choice(("", "", "", "نوری3", "۱۲", "qn", "نوري 4")),
            city=random.choice((None, None, None, *CITIES, "قم ")),
            tag=random.choice((None, None, None, *TAGS)),
            kind=random.choice((None, None, None, *CustomerKind)),
            acquisition_channel=random.choice((None, None, None, AcquisitionChannel.INSTAGRAM)),
            has_open_complaint=random.random() < 0.2,
            birthday_month=random.choice((None, None, None, 8, 1)),
            no_purchase_since=random.choice((None, None, SINCE, TODAY, SINCE + timedelta(days=1))),
            segment=random.choice((None, None, *GROUPS)),
        )


def test_a_filter_and_its_rule_mean_the_same_people(database: Database) -> None:
    with database.transaction() as session:
        fill(session)
    refresh_figures(database)
    seen = set()
    with database.reading() as session:
        for one in filters(Random(7)):
            listed = list_customers(session, one, Sort("code"))
            rule = rule_of_filter(one, TODAY)
            assert rule_members(session, rule, TODAY, Sort("code")) == listed, one
            # It is kept as JSON, and read again.
            assert rule_from_json(rule_to_json(rule)) == rule
            seen.add(len(listed))
    assert len(seen) > 9
