from datetime import timedelta

from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.queries.dashboard import dashboard
from ecrm_desktop.services.tasks import create_task
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.jalali import from_jalali
from ecrm_desktop.values.period import Period, PeriodChoice, chosen_period, months_of
from tests.helpers.factories import make_customer, make_purchase

TODAY = from_jalali(1405, 8, 30)


def test_lists_are_cut_and_counts_are_whole(database: Database) -> None:
    year = chosen_period(PeriodChoice.LAST_12_MONTHS, TODAY, "jalali")
    month = Period(from_jalali(1405, 8, 1), TODAY)
    with database.transaction() as session:
        for days in (-2, -1, 0, 0, 1):
            due = TODAY + timedelta(days=days)
            create_task(session, TaskDraft(title=f"کار {days}", due_on=due))
            make_customer(session, birth_date="1370-08-30")
        make_purchase(session, None, TODAY, "کفش")
        make_purchase(session, None, from_jalali(1404, 9, 1), "کیف")
    with database.reading() as session:
        found = dashboard(
            session, TODAY, month, month.before(), list(months_of(year, "jalali")), shown=3
        )
    assert [task.title for task in found.tasks] == ["کار -2", "کار -1", "کار 0"]
    assert (found.task_counts.overdue, found.task_counts.today) == (2, 2)
    assert (len(found.birthdays), found.birthday_count) == (3, 5)
    assert (found.sales.net, found.before.net) == (1000, 0)
    assert [one.net for one in found.months] == [1000, *[0] * 10, 1000]
