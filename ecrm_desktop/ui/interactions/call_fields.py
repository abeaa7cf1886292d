"""The fields of the call sheet and what they say together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from ecrm_desktop.drafts.interactions import FollowUpDraft, InteractionDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.interactions import InteractionRow
from ecrm_desktop.queries.shop import UserRow
from ecrm_desktop.text.labels import is_unknown, label
from ecrm_desktop.ui.interactions.caller_picker import CallerPicker
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.number_edit import NumberEdit
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.ui.widgets.time_edit import TimeEdit
from ecrm_desktop.values.statuses import Channel, Direction, InteractionOutcome
from ecrm_desktop.values.text import isolate_words

_MINUTE = 60
_LONGEST = 24 * 60
_TITLE = 200


@dataclass(frozen=True, slots=True)
class Kind:
    """Who began it, and whether anybody answered."""

    direction: Direction
    answered: bool = True


_KINDS = (
    Kind(Direction.INCOMING),
    Kind(Direction.OUTGOING),
    Kind(Direction.INCOMING, answered=False),
    Kind(Direction.OUTGOING, answered=False),
)


class _FollowUpDay(JalaliEdit):
    """The day of the follow-up; its hint says that a task is made, and for whom."""

    def __init__(self, ui: UiContext, for_whom: Callable[[], str]) -> None:
        super().__init__(ui.display, today=ui.today)
        self._for_whom = for_whom

    def hint(self) -> str:
        day, name = super().hint(), isolate_words(self._for_whom())
        if not day:
            return ""
        if not name:
            return translate("CallSheet", "{day} · a task is made, for nobody yet", day=day)
        return translate("CallSheet", "{day} · a task is made for “{name}”", day=day, name=name)


class CallFields(Form):
    """The form of one interaction."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.caller = self.add("customer_id", translate("CallSheet", "Customer"), CallerPicker(ui))
        self.subject = self.add("subject", translate("CallSheet", "Subject"), TextEdit())
        self.kind: Segments[Kind] = Segments([(one, _kind_text(one)) for one in _KINDS])
        self.add("kind", translate("CallSheet", "Kind"), self.kind)
        self.channel: Choice[Channel] = Choice([(one, label(one)) for one in Channel])
        self.add("channel", translate("CallSheet", "Channel"), self.channel)
        self.text = self.add(
            "text", translate("CallSheet", "What was said"), MultilineEdit(lines=4)
        )
        self.outcome: Choice[InteractionOutcome | None] = self.add(
            "outcome",
            translate("CallSheet", "Outcome"),
            Choice(
                [
                    (None, translate("CallSheet", "not said")),
                    *((one, label(one)) for one in InteractionOutcome),
                ]
            ),
        )
        self.assignee: Choice[UUID | None] = Choice([(None, translate("CallSheet", "Nobody"))])
        self.due = _FollowUpDay(ui, self._assignee_name)
        self.due_time = TimeEdit(ui.display)
        self.add_beside(
            translate("CallSheet", "Follow up on"),
            {
                "follow_up_on": (self.due, 5),
                "follow_up_time": (self.due_time, 4),
                "follow_up": (self.assignee, 4),
            },
        )
        self.more(translate("CallSheet", "Another time or length"))
        self.day = JalaliEdit(ui.display, today=ui.today)
        self.clock = TimeEdit(ui.display)
        self.add_beside(
            translate("CallSheet", "When"), {"occurred_at": (self.day, 3), "clock": (self.clock, 2)}
        )
        self.minutes = self.add(
            "duration",
            translate("CallSheet", "Length"),
            NumberEdit(ui.display, limit=_LONGEST, unit=translate("CallSheet", "minutes")),
        )
        self.outcome.edited.connect(self._on_outcome)
        self.assignee.edited.connect(lambda: self.due.hinted.emit(self.due.hint()))
        self._show_follow_up()

    def offer_users(self, users: list[UserRow]) -> None:
        """Offer who may be given the follow-up; the present user is chosen."""
        people = [(one.id, one.name) for one in users]
        self.assignee.set_options([*people, (None, translate("CallSheet", "Nobody"))])
        if self._ui.user.id in {one.id for one in users}:
            self.assignee.set_value(self._ui.user.id)

    def show_row(self, row: InteractionRow) -> None:
        """Show a known interaction; the caller is shown by whoever knows the customer."""
        display = self._ui.display
        self.subject.set_value(row.subject)
        self.text.set_value(row.text)
        self.channel.set_value(row.channel)
        kind = Kind(row.direction, row.answered)
        if is_unknown(row.direction):
            self.kind.add(kind, label(row.direction))
        self.kind.set_value(kind)
        self.outcome.set_value(row.outcome)
        local = row.occurred_at.astimezone(display.timezone)
        self.day.set_value(local.date())
        self.clock.set_value(local.time().replace(second=0, microsecond=0))
        if row.duration is not None:
            self.minutes.set_value(round(row.duration / _MINUTE))
        if row.follow_up_on is not None:
            if row.follow_up_assignee_id is not None:
                self.assignee.restore(str(row.follow_up_assignee_id))
            # After the assignee, whom the line below the date names.
            self.due.set_value(row.follow_up_on)
            self.due_time.set_value(row.follow_up_time)
        self._show_follow_up()

    def restore(self, contents: object) -> None:
        """Type again what was typed; the follow-up appears if it was there."""
        super().restore(contents if isinstance(contents, dict) else {})
        self._show_follow_up()

    def draft(
        self, *, began: datetime, seconds: int | None, row: InteractionRow | None
    ) -> InteractionDraft:
        """Return what the fields say; InvalidInput names the field that is wrong.

        `began` and `seconds` are the sheet's own clock, used where nothing was typed; `row` is the
        interaction as it was, so that what is shown in minutes keeps its seconds.
        """
        kind, channel = self.kind.value(), self.channel.value()
        timed = channel == Channel.CALL and kind.answered
        return InteractionDraft(
            customer_id=self.caller.customer_id(),
            phone=self.caller.phone(),
            channel=channel,
            direction=kind.direction,
            answered=kind.answered,
            occurred_at=self._occurred_at(began, row),
            duration=self._duration(row, seconds if timed else None),
            user_id=row.user_id if row is not None else self._ui.user.id,
            subject=self.subject.value(),
            text=self.text.value(),
            outcome=self.outcome.value(),
            follow_up=self._follow_up(),
        )

    def _occurred_at(self, began: datetime, row: InteractionRow | None) -> datetime:
        day, clock = self.day.value(), self.clock.value()
        if day is None and clock is None:
            return began
        display = self._ui.display
        usual = began.astimezone(display.timezone)
        at = datetime.combine(
            day or usual.date(), clock or usual.time(), tzinfo=display.timezone
        ).astimezone(UTC)
        if row is not None and at == row.occurred_at.replace(second=0, microsecond=0):
            return row.occurred_at
        return at

    def _duration(self, row: InteractionRow | None, seconds: int | None) -> int | None:
        minutes = self.minutes.value()
        if minutes is None:
            return seconds if row is None else None
        known = row.duration if row is not None else None
        return known if known and round(known / _MINUTE) == minutes else minutes * _MINUTE

    def _follow_up(self) -> FollowUpDraft | None:
        if self.outcome.value() != InteractionOutcome.NEEDS_FOLLOW_UP:
            return None
        due_on = self.due.value()
        if due_on is None:
            raise InvalidInput(Problem.TEXT_EMPTY, "follow_up_on")
        hit = self.caller.value()
        title = self.subject.value()
        if not title and hit is not None:
            title = translate("CallSheet", "Follow up: {name}", name=hit.title)[:_TITLE]
        return FollowUpDraft(
            due_on=due_on,
            due_time=self.due_time.value(),
            assignee_id=self.assignee.value(),
            title=title,
        )

    def _assignee_name(self) -> str:
        return self.assignee.box.currentText() if self.assignee.value() is not None else ""

    def _on_outcome(self) -> None:
        wanted = self.outcome.value() == InteractionOutcome.NEEDS_FOLLOW_UP
        if wanted and self.due.is_empty():
            self.due.set_value(self._ui.today() + timedelta(days=1))
        self._show_follow_up()

    def _show_follow_up(self) -> None:
        wanted = self.outcome.value() == InteractionOutcome.NEEDS_FOLLOW_UP
        self.show_field("follow_up_on", visible=wanted)


def _kind_text(kind: Kind) -> str:
    if not kind.answered:
        return (
            translate("CallSheet", "missed")
            if kind.direction == Direction.INCOMING
            else translate("CallSheet", "no answer")
        )
    return label(kind.direction)
