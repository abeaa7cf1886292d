"""What the tab of today shows, read and put into words beside the window.

Models are imported where they are used: they load numpy, for which no window waits at its start.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_scores import customer_score
from ecrm_desktop.queries.customers import customer_rows
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.text.score_texts import rhythm_sentence
from ecrm_desktop.ui.background import Progress
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.statuses import CustomerState
from ecrm_desktop.values.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """Somebody worth a call; `loss` in minor units of the next year."""

    id: UUID
    name: str
    phone: str
    why: str
    loss: int


@dataclass(frozen=True, slots=True)
class GridField:
    """A field of the grid of RFM: both marks from 1 to 5, its name, and how many are in it."""

    recency: int
    worth: int
    name: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How all customers stand; `states` are names with numbers, `people` are all who bought."""

    computed_at: datetime
    until: date
    people: int
    sentences: tuple[str, ...]
    states: tuple[tuple[str, int], ...]
    grid: tuple[GridField, ...]
    cuts: tuple[str, ...]


def reckon(database: Database, today: date, progress: Progress) -> None:
    """Reckon all pages of insight anew."""
    from ecrm_desktop.insight.refreshing import refresh_insight  # noqa: PLC0415 - as said above

    refresh_insight(database, today, progress.report)


def list_calls(session: Session, text: str, sort: Sort) -> IdList:
    """Return who is worth a call as it was reckoned last, of those whose name has the words."""
    from ecrm_desktop.insight.calls import calls_today  # noqa: PLC0415 - as said above
    from ecrm_desktop.insight.pages import TodayPage  # noqa: PLC0415
    from ecrm_desktop.insight.refreshing import stored_page  # noqa: PLC0415

    stored = stored_page(session, TodayPage)
    if stored is None:
        return IdList()
    ids = [one.customer_id for one in calls_today(session, stored.page, datetime.now(UTC))]
    if text:
        words = fold(text).split()
        rows = customer_rows(session, ids)
        ids = [row.id for row in rows if all(word in fold(row.name) for word in words)]
    return IdList(ids if sort.descending else reversed(ids))


def call_rows(
    session: Session, ids: Sequence[UUID], today: date, display: Display
) -> list[CallRow]:
    """Return the rows of some customers, in the order of `ids`."""
    rows = []
    for row in customer_rows(session, ids):
        score = customer_score(session, row.id)
        gap = score.gap if score is not None else None
        rows.append(
            CallRow(
                id=row.id,
                name=row.name,
                phone=row.phone,
                why=rhythm_sentence(gap, row.last_purchase_on, today, display),
                loss=score.loss if score is not None else 0,
            )
        )
    return rows


def read_overview(session: Session, display: Display) -> Overview | None:
    """Return how all stand as it was reckoned last; None if it never was."""
    from ecrm_desktop.insight import sentences  # noqa: PLC0415 - as said above
    from ecrm_desktop.insight.pages import TodayPage, ValuePage  # noqa: PLC0415
    from ecrm_desktop.insight.refreshing import stored_page  # noqa: PLC0415

    today, value = stored_page(session, TodayPage), stored_page(session, ValuePage)
    if today is None:
        return None
    found = today.page.dormancy
    said = sentences.dormancy_sentences(found, display)
    grid: tuple[GridField, ...] = ()
    cuts: tuple[str, ...] = ()
    if value is not None and found.people:
        rfm = value.page.rfm
        said += sentences.pareto_sentences(value.page.pareto, display)
        grid = tuple(
            GridField(one.recency, one.worth, label(one.cell), one.people) for one in rfm.grid
        )
        cuts = (
            translate(
                "Insight",
                "Last visit, steps after: {cuts}",
                cuts=dotted([display.date(day) for day in rfm.recency_cuts]),
            ),
            translate(
                "Insight",
                "Visits, steps above: {cuts}",
                cuts=dotted([display.number(cut) for cut in rfm.frequency_cuts]),
            ),
            translate(
                "Insight",
                "Money, steps above ({unit}): {cuts}",
                unit=display.unit_name,
                cuts=dotted([display.money(cut) for cut in rfm.money_cuts]),
            ),
        )
    return Overview(
        computed_at=today.computed_at,
        until=today.page.until,
        people=found.people,
        sentences=tuple(said),
        states=tuple(
            (label(state), found.states.get(state, 0))
            for state in CustomerState
            if state is not CustomerState.NEVER_BOUGHT
        )
        if found.people
        else (),
        grid=grid,
        cuts=cuts,
    )
