"""Shops whose purchases leave little to reckon with."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import insert

from ecrm_desktop.models.customer_index import FIGURES, REFRESH_FIGURES, without_triggers
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.ids import new_id
from tests.helpers.factories import make_customer

TODAY = datetime.now(UTC).date()
_MONEY = 1_250_000


def sell(session: Session, customer_id: UUID | None, on: date, total: int = _MONEY) -> UUID:
    """Store a purchase without lines."""
    purchase = Purchase(
        customer_id=customer_id,
        purchased_on=on,
        purchased_at=datetime(on.year, on.month, on.day, 9, tzinfo=UTC),
        total=total,
    )
    session.add(purchase)
    session.flush()
    return purchase.id


def give_back(session: Session, purchase_id: UUID, customer_id: UUID, on: date, total: int) -> None:
    """Store that money of a purchase was given back."""
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    session.add(
        Return(
            purchase_id=purchase_id,
            customer_id=customer_id,
            returned_on=on,
            returned_at=at,
            total=total,
        )
    )
    session.flush()


def _people(session: Session, count: int) -> Iterator[UUID]:
    for number in range(count):
        yield make_customer(session, f"مشتری {number}", code=f"c{number}")


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def _nobody(session: Session) -> None:
    """No customers, no purchases."""


def _no_purchases(session: Session) -> None:
    list(_people(session, 3))


def _one_customer(session: Session) -> None:
    sell(session, make_customer(session), _ago(40))


def _everybody_once(session: Session) -> None:
    for number, customer_id in enumerate(_people(session, 40)):
        sell(session, customer_id, _ago(number * 20))


def _only_returns(session: Session) -> None:
    for number, customer_id in enumerate(_people(session, 4)):
        for days in (400, 300, 200 - number):
            bought = sell(session, customer_id, _ago(days))
            give_back(session, bought, customer_id, _ago(days - 10), _MONEY)


def _zero_amounts(session: Session) -> None:
    for customer_id in _people(session, 4):
        for days in (900, 800, 100, 5):
            sell(session, customer_id, _ago(days), 0)


def _in_the_future(session: Session) -> None:
    for customer_id in _people(session, 2):
        sell(session, customer_id, _ago(-700))
    sell(session, customer_id, _ago(3))


def _only_in_the_future(session: Session) -> None:
    sell(session, make_customer(session), _ago(-50_000))


def _ten_thousand_by_one(session: Session) -> None:
    customer_id = make_customer(session)
    days = [_ago(number // 3) for number in range(10_000)]
    with without_triggers(session.connection(), FIGURES):
        session.execute(
            insert(Purchase),
            [
                {
                    "id": new_id(),
                    "customer_id": customer_id,
                    "purchased_on": day,
                    "purchased_at": datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
                    "total": _MONEY,
                }
                for day in days
            ],
        )
    session.connection().exec_driver_sql(REFRESH_FIGURES, (f'["{customer_id.hex}"]',))


def _one_day(session: Session) -> None:
    for customer_id in _people(session, 10):
        sell(session, customer_id, TODAY)
        sell(session, customer_id, TODAY)


def _ten_years_with_gaps(session: Session) -> None:
    for number, customer_id in enumerate(_people(session, 30)):
        for days in range(number, 3_650, 11 + number * 7):
            if (days // 500) % 2 == 0:
                sell(session, customer_id, _ago(days), _MONEY * (1 + number))


def _nobody_by_name(session: Session) -> None:
    for days in range(0, 1_500, 9):
        sell(session, None, _ago(days))


ODD_SHOPS: Mapping[str, Callable[[Session], None]] = {
    one.__name__.strip("_"): one
    for one in (
        _nobody,
        _no_purchases,
        _one_customer,
        _everybody_once,
        _only_returns,
        _zero_amounts,
        _in_the_future,
        _only_in_the_future,
        _ten_thousand_by_one,
        _one_day,
        _ten_years_with_gaps,
        _nobody_by_name,
    )
}
"""What puts such a shop's records into an empty file, by name."""
