"""Who is worth a call today, of those who were when that was reckoned last."""

from datetime import datetime, timedelta

from ecrm_desktop.insight.pages import TodayPage
from ecrm_desktop.insight.standing import Missed
from ecrm_desktop.queries.customer_news import customer_news
from ecrm_desktop.storage.database import Session

_LEFT_ALONE = timedelta(days=14)


def calls_today(session: Session, page: TodayPage, now: datetime) -> tuple[Missed, ...]:
    """Return the customers of a page who have not been heard of since, most to lose first.

    Whoever bought meanwhile, was talked to in the last 14 days or was deleted is not among them.
    """
    missed = page.dormancy.missed
    news = customer_news(session, (one.customer_id for one in missed))
    found = []
    for one in missed:
        told = news.get(one.customer_id)
        if told is None:
            continue
        came = told.last_purchase_on is not None and told.last_purchase_on > one.last
        talked = told.last_contact_at is not None and told.last_contact_at > now - _LEFT_ALONE
        if not came and not talked:
            found.append(one)
    return tuple(found)
