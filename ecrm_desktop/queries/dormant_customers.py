"""Dormant customers as lists: whom to win back, and whom to let go."""

from datetime import date
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.customer_figures import CustomerFigure, CustomerScore
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.queries.lists import collect_ids
from ecrm_desktop.values.figure_numbers import number_of
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.statuses import CustomerState

_FORGOTTEN_DAYS: Final = 2 * 365


class DormantGroup(StrEnum):
    """What may be done about them: those for winning back and cleaning up have nobody in common."""

    ALL = "all"
    WIN_BACK = "win_back"
    CLEAN_UP = "clean_up"


def dormant_customers(session: Session, group: DormantGroup, today: date) -> IdList:
    """Return the customers of a group as they were last scored, those with the most to lose first.

    To win back is who came again before they stayed away. To clean up is who never bought, or came
    once, brought nobody, has no open complaint, and has not been heard of for two years: neither
    bought, nor talked to, nor entered since.
    """
    statement = (
        select(CustomerIndex.customer_id)
        .join(CustomerScore, CustomerScore.number == CustomerIndex.number)
        .join(CustomerFigure, CustomerFigure.number == CustomerIndex.number)
        .where(_is_of(group, today.toordinal() - _FORGOTTEN_DAYS))
        .order_by(CustomerScore.loss.desc(), CustomerFigure.last, CustomerIndex.number)
    )
    return collect_ids(session, statement, CustomerIndex.customer_id)


def _is_of(group: DormantGroup, forgotten: int) -> ColumnElement[bool]:
    is_dormant = CustomerScore.state == number_of(CustomerState.DORMANT)
    match group:
        case DormantGroup.ALL:
            return is_dormant
        case DormantGroup.WIN_BACK:
            return and_(is_dormant, CustomerFigure.visits > 1)
        case DormantGroup.CLEAN_UP:
            heard_of = func.max(
                CustomerFigure.last, CustomerFigure.last_contact, CustomerFigure.created
            )
            return and_(
                or_(is_dormant, CustomerScore.state == number_of(CustomerState.NEVER_BOUGHT)),
                CustomerFigure.visits <= 1,
                CustomerFigure.referred_buyers == 0,
                CustomerFigure.open_complaints == 0,
                heard_of < forgotten,
            )
