"""Calls, visits and messages of the sample shop, and the tasks that come of them."""

from random import Random

from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.services.demo.catalogue import ITEMS
from ecrm_desktop.services.demo.draws import endless, often
from ecrm_desktop.services.demo.people import People
from ecrm_desktop.services.demo.sales import Sale
from ecrm_desktop.services.demo.talk import (
    CHORES,
    DROPPED_CHORES,
    MESSAGES,
    MISSED,
    OFFERS,
    QUESTIONS,
    REPEATED_CHORES,
    Talk,
)
from ecrm_desktop.services.demo.timeline import Timeline
from ecrm_desktop.services.row_store import Store
from ecrm_desktop.values.statuses import (
    Channel,
    Direction,
    InteractionOutcome,
    RecordKind,
    TaskRepeat,
)

_AFTER = 12  # days within which a purchase is talked about
_BEFORE = 4
_OPEN_FOR = 9  # days after which every follow-up has been done
_LONGEST_CALL = 300
_DUE = ("09:30", "10:00", "11:00", "16:30", "18:00")


class DemoInteractions:
    """Makes interactions around purchases, unknown callers, follow-ups and chores."""

    def __init__(
        self,
        rng: Random,
        timeline: Timeline,
        people: People,
        staff: list[bytes],
        store: Store,
    ) -> None:
        self._rng = rng
        self._timeline = timeline
        self._people = people
        self._interactions = store.table(
            Interaction,
            "id customer_id channel direction answered occurred_at duration user_id phone subject"
            " text outcome",
        )
        self._tasks = store.table(
            Task,
            "id title assignee_id customer_id record_kind record_id due_on due_time repeat"
            " anchor_on occurs_on done_at done_by_id deleted_at deletion_id",
        )
        self._user = endless(rng, staff)
        self._talks = often(rng, 0.28)
        self._comes_first = often(rng, 0.3)
        self._missed = often(rng, 0.12)
        self._kind = endless(rng, ("question", "offer", "message"), (45, 25, 30))
        self._talk = {
            "question": endless(rng, QUESTIONS),
            "offer": endless(rng, OFFERS),
            "message": endless(rng, MESSAGES),
        }
        self._asks_by = endless(
            rng,
            (Channel.CALL, Channel.INSTAGRAM, Channel.WHATSAPP, Channel.VISIT, Channel.TELEGRAM),
            (60, 18, 8, 9, 5),
        )
        self._writes_by = endless(
            rng, (Channel.SMS, Channel.INSTAGRAM, Channel.WHATSAPP, Channel.EMAIL), (60, 20, 15, 5)
        )
        self._item = endless(rng, [item.name for item in ITEMS])
        self._due_time = endless(rng, (None, *_DUE), (5, 1, 1, 1, 1, 1))
        self._followed_up = often(rng, 0.5)
        self._late = often(rng, 0.3)

    def around(self, sale: Sale, buyer: int) -> None:
        """Perhaps let shop and customer talk before or after a purchase."""
        if sale.customer is None or not next(self._talks):
            return
        day = sale.day
        if next(self._comes_first):
            day = max(day - int(self._rng.random() * _BEFORE), 0)
        else:
            day = min(day + int(self._rng.random() * _AFTER), self._timeline.today)
        kind = next(self._kind)
        talk = next(self._talk[kind])
        phone = f"+{self._people.phones[buyer - 1]}"
        item = ITEMS[sale.item].name
        if kind == "message":
            self._record(day, sale.customer, next(self._writes_by), "outgoing", talk, phone, item)
        elif next(self._missed):
            direction = "outgoing" if kind == "offer" else "incoming"
            self._record(day, sale.customer, Channel.CALL, direction, MISSED, phone, item)
        elif kind == "offer":
            self._record(day, sale.customer, Channel.CALL, "outgoing", talk, phone, item)
        else:
            self._record(day, sale.customer, next(self._asks_by), "incoming", talk, phone, item)

    def ring(self, day: int, times: int) -> None:
        """Let some call whom nobody knows yet."""
        for _ in range(times):
            phone = f"+98912{2_000_000 + int(self._rng.random() * 8_000_000)}"
            talk = MISSED if next(self._missed) else next(self._talk["question"])
            self._record(day, None, Channel.CALL, "incoming", talk, phone, next(self._item))

    def plan_chores(self) -> None:
        """Write down what the shop has to do besides: late, today, later, and every week."""
        timeline = self._timeline
        for at, title in enumerate(CHORES):
            made_on = max(timeline.today - 12 + at, 0)
            due_on = timeline.today - 3 + at
            self._add_task(made_on, title, due_on, done_on=None)
            self._add_task(max(made_on - 30, 0), title, made_on, done_on=made_on)
        for at, title in enumerate(REPEATED_CHORES):
            repeat = (TaskRepeat.DAILY, TaskRepeat.WEEKLY, TaskRepeat.MONTHLY)[at]
            self._add_task(
                max(timeline.today - 2, 0), title, timeline.today + at, done_on=None, repeat=repeat
            )
        for at, title in enumerate(DROPPED_CHORES):
            self._add_task(
                timeline.today - 5, title, timeline.today + at, done_on=None, binned=True
            )

    def _record(
        self,
        day: int,
        customer: bytes | None,
        channel: Channel,
        direction: str,
        talk: Talk,
        phone: str,
        item: str,
    ) -> None:
        timeline = self._timeline
        minute = timeline.minute(day)
        now, made = timeline.instant(day, minute), timeline.new_id(day, minute)
        answered = talk is not MISSED
        has_length = answered and channel in {Channel.CALL, Channel.VISIT}
        self._interactions.append((
            made,
            customer,
            channel.value,
            Direction(direction).value,
            int(answered),
            now,
            20 + int(self._rng.random() * _LONGEST_CALL) if has_length else None,
            next(self._user),
            phone,
            talk.subject,
            talk.text.replace("{item}", item),
            talk.outcome.value,
            now,
        ))  # fmt: skip
        promised = talk.outcome in {
            InteractionOutcome.NEEDS_FOLLOW_UP,
            InteractionOutcome.PROMISED,
        }
        if promised and next(self._followed_up):
            due_on = day + 1 + int(self._rng.random() * 5)
            done = due_on < timeline.today - _OPEN_FOR or (
                due_on < timeline.today and not next(self._late)
            )
            self._add_task(
                day,
                talk.subject,
                due_on,
                done_on=due_on if done else None,
                about=made,
                customer=customer,
            )

    def _add_task(
        self,
        made_on: int,
        title: str,
        due_on: int,
        *,
        done_on: int | None,
        repeat: TaskRepeat = TaskRepeat.NONE,
        about: bytes | None = None,
        customer: bytes | None = None,
        binned: bool = False,
    ) -> None:
        timeline = self._timeline
        minute = timeline.minute(made_on)
        due_time = next(self._due_time)
        user = next(self._user)
        done_at = None if done_on is None else timeline.instant(done_on, timeline.minute(done_on))
        rhythm = None if repeat is TaskRepeat.NONE else timeline.date(due_on)
        self._tasks.append((
            timeline.new_id(made_on, minute),
            title,
            user,
            customer,
            RecordKind.INTERACTION.value if about else None,
            about,
            timeline.date(due_on),
            f"{due_time}:00.000000" if due_time else None,
            repeat.value,
            rhythm,
            rhythm,
            done_at,
            user if done_at else None,
            timeline.instant(made_on + 1, minute) if binned else None,
            timeline.new_id(made_on + 1, minute) if binned else None,
            timeline.instant(made_on, minute),
        ))  # fmt: skip
