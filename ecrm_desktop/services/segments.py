"""What people do with segments, and with who is in them by hand."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.segments import Segment, SegmentPin
from ecrm_desktop.queries.record_drafts import segment_draft
from ecrm_desktop.queries.segment_rules import presets, stored_rule
from ecrm_desktop.services.bin import put_ids_in_bin
from ecrm_desktop.services.edits import Conflict, rebase, told
from ecrm_desktop.services.records import at_field, get_active, line_of, lines_of
from ecrm_desktop.values.ids import derived_id
from ecrm_desktop.values.segment_reading import rule_from_json, version_of
from ecrm_desktop.values.segment_rule import Rule, segments_in
from ecrm_desktop.values.segment_writing import rule_to_json
from ecrm_desktop.values.text import fold_compact


def create_segment(session: Session, draft: SegmentDraft) -> UUID:
    """Store a new segment; return its id.

    Raises InvalidInput NAME_MISSING, SEGMENT_TAKEN (name) and those of `clean` at `name`, those of
    `rule_from_json`, SEGMENT_MISSING and SEGMENT_CYCLE (name) at `rule`.
    """
    segment = Segment()
    _fill(session, segment, draft)
    session.add(segment)
    session.flush()
    return segment.id


def update_segment(
    session: Session, segment_id: UUID, draft: SegmentDraft, *, base: SegmentDraft | None = None
) -> tuple[Conflict, ...]:
    """Change what differs from `base`, without it all, as `rebase` says; return the conflicts.

    A preset becomes a record by it, under the same id. Raises as above, and RECORD_MISSING.
    """
    segment = get_active(session, Segment, store_preset(session, segment_id))
    edit = rebase(draft, base, segment_draft(session, segment_id))
    _fill(session, segment, edit.draft)
    session.flush()
    return told(session, "segments", segment_id, edit.conflicts)


def delete_segments(session: Session, segment_ids: Sequence[UUID]) -> UUID:
    """Put segments into the bin, presets too; return the deletion's id.

    Rules that name them mean nobody until they are back or the rule is changed.
    """
    return put_ids_in_bin(session, Segment, [store_preset(session, one) for one in segment_ids])


def store_preset(session: Session, segment_id: UUID) -> UUID:
    """Make a record of a preset, unless it is one or the id is of another segment; return the id.

    RECORD_MISSING for an id of neither.
    """
    if session.get(Segment, segment_id) is None:
        preset = next((one for one in presets(session) if one.id == segment_id), None)
        if preset is None:
            raise InvalidInput(Problem.RECORD_MISSING)
        session.add(
            Segment(
                id=preset.id,
                name=preset.name,
                purpose=preset.purpose,
                rule=rule_to_json(preset.rule),
            )
        )
        session.flush()
    return segment_id


def pin_customers(
    session: Session,
    segment_id: UUID,
    customer_ids: Iterable[UUID],
    *,
    is_in: bool,
    reason: str = "",
) -> None:
    """Put customers into a segment by hand or leave them out, whatever the rule says of them.

    RECORD_MISSING for a segment or customer that is not there; those of `clean` at `reason`.
    """
    get_active(session, Segment, store_preset(session, segment_id))
    why = line_of(reason, "reason")
    for customer_id in customer_ids:
        get_active(session, Customer, customer_id)
        pin_id = derived_id(segment_id, SegmentPin.__tablename__, customer_id.hex)
        # After a merge a customer may have one under another id.
        pins = session.scalars(
            select(SegmentPin).where(
                SegmentPin.segment_id == segment_id, SegmentPin.customer_id == customer_id
            )
        ).all()
        if not pins:
            pin = session.get(SegmentPin, pin_id)
            if pin is None:
                pin = SegmentPin(id=pin_id, segment_id=segment_id)
                session.add(pin)
            pins = [pin]
        for one in pins:
            one.customer_id, one.is_in, one.reason = customer_id, is_in, why
    session.flush()


def unpin_customers(session: Session, segment_id: UUID, customer_ids: Sequence[UUID]) -> None:
    """Let the rule alone say again whether customers are in a segment."""
    session.execute(
        delete(SegmentPin).where(
            SegmentPin.segment_id == segment_id, SegmentPin.customer_id.in_(customer_ids)
        )
    )


def _fill(session: Session, segment: Segment, draft: SegmentDraft) -> None:
    name = line_of(draft.name, "name")
    if not name:
        raise InvalidInput(Problem.NAME_MISSING, "name")
    if segment.name != name:
        _check_name(session, segment.id, name)
    segment.name = name
    segment.purpose = lines_of(draft.purpose, "purpose")
    if segment.rule != draft.rule:
        with at_field("rule"):
            rule = rule_from_json(draft.rule)
            _check_others(session, segment.id, rule)
            segment.rule = rule_to_json(rule, version_of(draft.rule))


def _check_name(session: Session, segment_id: UUID, name: str) -> None:
    stored = session.execute(select(Segment.id, Segment.name, Segment.deleted_at)).all()
    # A preset that was stored is called as the record is.
    others = {one.id: one.name for one in presets(session)}
    others |= {one.id: "" if one.deleted_at else one.name for one in stored}
    for key, other in others.items():
        if key != segment_id and fold_compact(other) == fold_compact(name):
            raise InvalidInput(Problem.SEGMENT_TAKEN, "name", name=other)


def _check_others(session: Session, segment_id: UUID, rule: Rule) -> None:
    """Refuse a rule that leads to a segment that is gone, or back to its own."""
    seen: set[UUID] = set()
    left = [(one, "") for one in segments_in(rule)]
    while left:
        other_id, first = left.pop()
        if other_id == segment_id:
            name = first or session.scalar(select(Segment.name).where(Segment.id == segment_id))
            raise InvalidInput(Problem.SEGMENT_CYCLE, name=name or "")
        if other_id in seen:
            continue
        seen.add(other_id)
        other = stored_rule(session, other_id)
        left += [(one, first or other.name) for one in segments_in(other.rule)]
