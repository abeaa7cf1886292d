"""The call sheet: what to say now, and what was said, side by side."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.interactions import InteractionDraft
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.call_context import CallContext, call_context, caller_before
from ecrm_desktop.queries.customers import CustomerRow, customer_row
from ecrm_desktop.queries.interactions import InteractionRow, get_interaction, usual_subjects
from ecrm_desktop.queries.record_drafts import interaction_draft
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.queries.similar_customers import similar_customers
from ecrm_desktop.services.edits import Conflict
from ecrm_desktop.services.interactions import claim_calls, record_interaction, update_interaction
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.interactions.call_fields import CallFields, Kind
from ecrm_desktop.ui.interactions.context_panel import ContextPanel
from ecrm_desktop.ui.record_sheet import RecordSheet, Save, write_record
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.interaction_texts import interaction_kind, interaction_text
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import Channel, Direction, InteractionOutcome

_WIDTH = 550
_SECOND = 1000


@dataclass(frozen=True, slots=True)
class _Start:
    stored: InteractionDraft | None
    row: InteractionRow | None
    customer: CustomerRow | None
    users: list[UserRow]
    subjects: list[str]


class CallSheet(RecordSheet[InteractionDraft]):
    """One interaction, new or known."""

    table = "interactions"
    field_names: ClassVar[Mapping[str, str]] = {
        "direction": "kind",
        "answered": "kind",
        "follow_up": "follow_up_on",
        "phone": "customer_id",
    }

    def __init__(
        self,
        ui: UiContext,
        asker: QWidget,
        *,
        record_id: UUID | None,
        customer_id: UUID | None,
        phone: Phone | None,
        direction: Direction,
    ) -> None:
        self._customer_id = customer_id
        self._direction = direction
        self._row: InteractionRow | None = None
        self._began = datetime.now(UTC)
        self._stranger = phone
        self._ended = False
        self.fields = CallFields(ui)
        self.panel = ContextPanel(ui)
        super().__init__(
            ui,
            asker,
            title=translate("CallSheet", "Record a call")
            if record_id is None
            else translate("CallSheet", "Edit the interaction"),
            form=self.fields,
            record_id=record_id,
            create=record_interaction,
            update=update_interaction,
            side=self.panel,
            width=_WIDTH,
            autosave_key="interactions",
        )
        self.add_save(translate("CallSheet", "Save, then a complaint"), self._ask_for_complaint)
        self._elapsed = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self._show_badge)
        self.saved.connect(self._announce)
        self._join()
        self.load()

    def _ask_for_customer(self, draft: CustomerDraft) -> None:
        """Open the form of a caller who is no customer yet; once saved, they are the caller."""
        self._ui.navigator.new_customer(draft=draft).saved.connect(self._take_customer)

    def _take_customer(self, customer_id: UUID) -> None:
        self._ui.background.read(
            lambda session: customer_row(session, customer_id), self._take_row, owner=self
        )

    def _join(self) -> None:
        fields = self.fields
        fields.caller.chosen.connect(self._on_chosen)
        fields.caller.stranger.connect(self._on_stranger)
        fields.caller.cleared.connect(self._on_cleared)
        fields.caller.new_name.connect(
            lambda name: self._ask_for_customer(_draft_of_name(name, self._stranger))
        )
        fields.kind.edited.connect(self._show_badge)
        fields.channel.edited.connect(self._show_badge)
        self.panel.customer_wanted.connect(
            lambda phone: self._ask_for_customer(
                CustomerDraft(phones=(PhoneDraft(phone=phone, is_primary=True),))
            )
        )

    def query(self) -> Callable[[Session], _Start]:
        """Read the interaction, or whose a new one is."""
        return partial(_read, record_id=self._record_id, customer_id=self._customer_id)

    def fill(self, start: _Start) -> InteractionDraft | None:
        """Show the interaction, or who calls."""
        fields, phone = self.fields, self._stranger
        self._row = start.row
        fields.offer_users(start.users)
        fields.subject.suggest(start.subjects)
        if start.row is not None:
            fields.show_row(start.row)
            if start.row.phone and start.row.customer_id is None:
                phone = Phone.parse(start.row.phone)
        else:
            fields.kind.set_value(Kind(self._direction))
            self._elapsed.start()
            self._tick.start()
        if phone is not None and start.customer is None:
            fields.caller.show_phone(phone)
        elif start.row is not None:
            row = start.row
            fields.caller.show_known(start.customer, row.customer_id, row.customer_name)
        else:
            fields.caller.show_customer(start.customer)
        return start.stored

    def begin(self, start: _Start) -> None:
        """Show what matters about the caller."""
        fields = self.fields
        self._show_badge()
        self._look_at_caller()
        if not fields.caller.is_empty():
            fields.subject.setFocus()

    def draft(self) -> InteractionDraft:
        """Return what the fields say; InvalidInput names the field that is wrong."""
        seconds = self._elapsed.elapsed() // _SECOND if self._row is None else None
        return self.fields.draft(began=self._began, seconds=seconds, row=self._row)

    def save_of(self, draft: InteractionDraft, base: InteractionDraft | None) -> Save:
        """Return what writes the interaction, and gives a stranger's calls to who they are."""
        record_id, stranger = self._record_id, self._stranger

        def save(session: Session) -> tuple[UUID, tuple[Conflict, ...]]:
            known = _with_owner_of_phone(session, draft)
            saved = write_record(
                session,
                record_id=record_id,
                draft=known,
                base=base,
                create=record_interaction,
                update=update_interaction,
            )
            if known.customer_id is not None and stranger is not None:
                claim_calls(session, known.customer_id, stranger)
            return saved

        return save

    @property
    def is_running(self) -> bool:
        """Whether a new call is being recorded here."""
        return self._record_id is None and not self._ended

    def discard(self) -> None:
        """Close, and stop the clock."""
        self._ended = True
        self._tick.stop()
        super().discard()

    def _announce(self, _saved: object) -> None:
        follows = self.fields.outcome.value() == InteractionOutcome.NEEDS_FOLLOW_UP
        self._ui.messenger.inform(
            translate("CallSheet", "Saved, and the follow-up is among the tasks.")
            if follows
            else translate("CallSheet", "Saved.")
        )

    def _ask_for_complaint(self, _saved: object) -> None:
        draft = ComplaintDraft(
            customer_id=self.fields.caller.customer_id(),
            subject=self.fields.subject.value(),
            description=self.fields.text.value(),
            received_at=self._began.astimezone(self._ui.display.timezone),
        )
        self._ui.navigator.new_complaint(draft=draft)

    def _on_chosen(self, _hit: object) -> None:
        self._look_at_caller()
        self.fields.subject.setFocus()

    def _on_stranger(self, phone: Phone) -> None:
        self._stranger = phone
        self._look_at_caller()
        self.fields.subject.setFocus()

    def _on_cleared(self) -> None:
        self._stranger = None
        self._look_at_caller()

    def _take_row(self, row: CustomerRow | None) -> None:
        if row is not None:
            self.fields.caller.show_customer(row)
            self._look_at_caller()
            self.fields.subject.setFocus()

    def _look_at_caller(self) -> None:
        """Read what matters about who is chosen now."""
        whose = self.fields.caller.whom()
        if isinstance(whose, UUID):
            today = self._ui.today()
            self._ui.background.read(
                lambda session: call_context(session, whose, today),
                self._show_context,
                owner=self,
                key="context",
                # Whose call it is may lie in the bin by now.
                failed=lambda _error: self.panel.show_nobody(),
            )
        elif isinstance(whose, Phone):
            self._ui.background.read(
                lambda session: caller_before(session, whose.number),
                lambda before: self.panel.show_caller(whose, before),
                owner=self,
                key="context",
            )
        else:
            self.panel.show_nobody()

    def _show_context(self, context: CallContext) -> None:
        self.panel.show_context(context)
        self.place()

    def _show_badge(self) -> None:
        kind, channel = self.fields.kind.value(), self.fields.channel.value()
        text = interaction_text(channel, kind.direction, answered=kind.answered)
        if self._row is None and channel == Channel.CALL and kind.answered:
            minutes, seconds = divmod(self._elapsed.elapsed() // _SECOND, 60)
            clock = self._ui.display.digits(f"{minutes:02}:{seconds:02}")
            text = translate("CallSheet", "{kind} · {clock}", kind=text, clock=clock)
        colour = interaction_kind(channel, kind.direction, answered=kind.answered)
        self.panel.show_badge(text, colour)


def open_interaction_form(
    ui: UiContext,
    parent: QWidget,
    *,
    record_id: UUID | None = None,
    customer_id: UUID | None = None,
    phone: Phone | None = None,
    direction: Direction = Direction.INCOMING,
) -> CallSheet:
    """Open the call sheet: a known interaction, or a new one with somebody or nobody chosen yet.

    The sheet appears a moment later; `saved(UUID)` has the interaction's id.
    """
    return CallSheet(
        ui,
        parent,
        record_id=record_id,
        customer_id=customer_id,
        phone=phone,
        direction=direction,
    )


def _read(session: Session, record_id: UUID | None, customer_id: UUID | None) -> _Start:
    row = get_interaction(session, record_id) if record_id is not None else None
    whose = row.customer_id if row is not None else customer_id
    return _Start(
        stored=interaction_draft(session, record_id) if record_id is not None else None,
        row=row,
        customer=customer_row(session, whose),
        users=users(session),
        subjects=usual_subjects(session),
    )


def _with_owner_of_phone(session: Session, draft: InteractionDraft) -> InteractionDraft:
    """Give an interaction to the one customer who has its number, if the number was typed whole."""
    if draft.customer_id is not None or draft.phone is None:
        return draft
    owners = similar_customers(session, phones=[draft.phone.number], limit=2)
    return replace(draft, customer_id=owners[0].id) if len(owners) == 1 else draft


def _draft_of_name(name: str, phone: Phone | None) -> CustomerDraft:
    first, _, last = name.strip().partition(" ")
    phones = (PhoneDraft(phone=phone, is_primary=True),) if phone is not None else ()
    return CustomerDraft(first_name=first if last else "", last_name=last or first, phones=phones)
