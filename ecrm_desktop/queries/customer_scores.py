"""What is expected of one customer, as it was reckoned last."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.customer_figures import CustomerFigure, CustomerScore
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.values.figure_numbers import choice_of
from ecrm_desktop.values.statuses import CustomerState, RfmCell


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """How a customer stood on the day `scored_on`; money in minor units.

    `gap` is the usual number of days between visits, None if there is no usual yet. In the next
    year `purchases` are expected, which bring `value`; eight of ten such customers bring something
    between `value_low` and `value_high`. `alive` is how likely they come at all.
    """

    scored_on: date
    state: CustomerState
    cell: RfmCell | None
    gap: int | None
    last_purchase_on: date | None
    alive: float
    purchases: float
    value: int
    value_low: int
    value_high: int
    loss: int


def scored_on(session: Session) -> date | None:
    """Return the day of all scores; None if nobody has been scored yet."""
    day = session.scalar(select(CustomerScore.scored_on).limit(1))
    return None if day is None else date.fromordinal(day)


def has_at_most(session: Session, count: int) -> bool:
    """Return whether the shop has so few customers with figures."""
    return session.scalar(select(CustomerFigure.number).offset(count).limit(1)) is None


def customer_score(session: Session, customer_id: UUID) -> ScoreRow | None:
    """Return the score of a customer; None if they have not been scored yet."""
    statement = (
        select(CustomerScore, CustomerIndex.last_purchase_on)
        .join(CustomerIndex, CustomerIndex.number == CustomerScore.number)
        .where(CustomerIndex.customer_id == customer_id)
    )
    row = session.execute(statement).one_or_none()
    if row is None:
        return None
    score: CustomerScore = row[0]
    state = choice_of(CustomerState, score.state)
    if state is None:
        return None
    return ScoreRow(
        scored_on=date.fromordinal(score.scored_on),
        state=state,
        cell=choice_of(RfmCell, score.cell),
        gap=score.gap or None,
        last_purchase_on=row[1],
        alive=score.alive / 1000,
        purchases=score.expected / 1000,
        value=score.value,
        value_low=score.value_low,
        value_high=score.value_high,
        loss=score.loss,
    )
