"""What people do with interactions: calls, visits and messages."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import CursorResult, select, update
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.interactions import FollowUpDraft, InteractionDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.record_drafts import interaction_draft
from ecrm_desktop.services.bin import put_ids_in_bin
from ecrm_desktop.services.edits import Conflict, rebase, told
from ecrm_desktop.services.records import get_active, line_of, lines_of, require
from ecrm_desktop.services.tasks import create_task, open_tasks_about
from ecrm_desktop.values.phone import Phone, PhoneKind
from ecrm_desktop.values.statuses import RecordKind

_TITLE = 200


def record_interaction(session: Session, draft: InteractionDraft) -> UUID:
    """Store an interaction and the task of its follow-up; return the interaction's id.

    Raises InvalidInput TEXT_EMPTY at `subject` if the draft says nothing at all or its follow-up
    has nothing to be called by, NUMBER_NEGATIVE at `duration`, DATE_IN_FUTURE at `occurred_at`.
    """
    interaction = Interaction()
    _fill(session, interaction, draft)
    session.add(interaction)
    if draft.follow_up is not None:
        create_task(session, _task(interaction, draft.follow_up))
    return interaction.id


def update_interaction(
    session: Session,
    interaction_id: UUID,
    draft: InteractionDraft,
    *,
    base: InteractionDraft | None = None,
) -> tuple[Conflict, ...]:
    """Change what differs from `base`, without it all, as `rebase` says; return the conflicts.

    Problems as in `record_interaction`.

    A follow-up changes the open task this interaction made, or makes one; without a follow-up the
    task stays, because it is work of its own by now.
    """
    interaction = get_active(session, Interaction, interaction_id)
    current = interaction_draft(session, interaction_id)
    edit = rebase(_comparable(draft), _comparable(base) if base else None, current)
    _fill(session, interaction, edit.draft)
    if edit.draft.follow_up is not None:
        title = draft.follow_up.title if draft.follow_up is not None else ""
        _follow_up(session, interaction, replace(edit.draft.follow_up, title=title))
    return told(session, "interactions", interaction_id, edit.conflicts)


def claim_calls(session: Session, customer_id: UUID, phone: Phone) -> int:
    """Give a caller's interactions and follow-ups to the customer they became; return how many.

    Only interactions that belong to nobody yet.
    """
    require(session, Customer, customer_id, "customer_id")
    unknown = (Interaction.customer_id.is_(None), Interaction.phone == phone.number)
    session.execute(
        update(Task)
        .where(
            Task.record_kind == RecordKind.INTERACTION,
            Task.record_id.in_(select(Interaction.id).where(*unknown)),
            Task.customer_id.is_distinct_from(customer_id),
        )
        .values(customer_id=customer_id)
    )
    result = session.execute(update(Interaction).where(*unknown).values(customer_id=customer_id))
    return result.rowcount if isinstance(result, CursorResult) else 0


def delete_interactions(session: Session, interaction_ids: Sequence[UUID]) -> UUID:
    """Put interactions and their open follow-ups into the bin; return the deletion's id."""
    return put_ids_in_bin(session, Interaction, interaction_ids)


def _comparable(draft: InteractionDraft) -> InteractionDraft:
    """Return a draft as `interaction_draft` would say it."""
    follow_up, phone = draft.follow_up, draft.phone
    return replace(
        draft,
        follow_up=None if follow_up is None else replace(follow_up, title=""),
        phone=None if phone is None else Phone(phone.number, PhoneKind.OTHER),
    )


def _follow_up(session: Session, interaction: Interaction, follow_up: FollowUpDraft) -> None:
    made = open_tasks_about(session, RecordKind.INTERACTION, [interaction.id])
    if not made:
        create_task(session, _task(interaction, follow_up))
        return
    require(session, User, follow_up.assignee_id, "follow_up")
    made[0].customer_id = interaction.customer_id
    made[0].due_on = follow_up.due_on
    made[0].due_time = follow_up.due_time
    made[0].assignee_id = follow_up.assignee_id


def _fill(session: Session, interaction: Interaction, draft: InteractionDraft) -> None:
    require(session, Customer, draft.customer_id, "customer_id")
    require(session, User, draft.user_id, "user_id")
    if draft.duration is not None and draft.duration < 0:
        raise InvalidInput(Problem.NUMBER_NEGATIVE, "duration")
    if draft.occurred_at > utc_now() and draft.occurred_at != interaction.occurred_at:
        raise InvalidInput(Problem.DATE_IN_FUTURE, "occurred_at")
    interaction.subject = line_of(draft.subject, "subject")
    interaction.text = lines_of(draft.text, "text")
    interaction.phone = draft.phone.number if draft.phone else ""
    says_something = interaction.subject or interaction.text or interaction.phone
    if draft.customer_id is None and not says_something:
        raise InvalidInput(Problem.TEXT_EMPTY, "subject")
    interaction.customer_id = draft.customer_id
    interaction.channel = draft.channel
    interaction.direction = draft.direction
    interaction.answered = draft.answered
    interaction.occurred_at = draft.occurred_at
    interaction.duration = draft.duration
    interaction.user_id = draft.user_id
    interaction.outcome = draft.outcome


def _task(interaction: Interaction, follow_up: FollowUpDraft) -> TaskDraft:
    first_line = interaction.text.partition("\n")[0]
    title = follow_up.title or interaction.subject or first_line[:_TITLE]
    if not title:
        raise InvalidInput(Problem.TEXT_EMPTY, "subject")
    return TaskDraft(
        title=title,
        assignee_id=follow_up.assignee_id,
        customer_id=interaction.customer_id,
        record_kind=RecordKind.INTERACTION,
        record_id=interaction.id,
        due_on=follow_up.due_on,
        due_time=follow_up.due_time,
    )
