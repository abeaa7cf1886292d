"""The rules of segments by their ids: of stored ones, and of presets that are no records yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer, CustomerField
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.segments import Segment, SegmentPin
from ecrm_desktop.text.segment_presets import PRESETS, Preset, place_presets
from ecrm_desktop.text.segment_words import Names
from ecrm_desktop.values.segment_reading import rule_from_json
from ecrm_desktop.values.segment_rule import Bought, OwnFieldIs, Rule, leaves, segments_in
from ecrm_desktop.values.segment_writing import rule_to_json

_CITIES: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRule:
    """What a segment is called and whom it means; `json` is the rule as it is kept.

    `is_stored` is False for a preset, which has no pins.
    """

    id: UUID
    name: str
    purpose: str
    rule: Rule
    json: str
    is_stored: bool
    has_pins: bool = False


def stored_rule(session: Session, segment_id: UUID) -> StoredRule:
    """Return a segment that is not in the bin, or a preset; InvalidInput SEGMENT_MISSING if none.

    Raises those of `rule_from_json` for a rule that cannot be read.
    """
    found = session.execute(
        select(Segment.name, Segment.purpose, Segment.rule, Segment.deleted_at).where(
            Segment.id == segment_id
        )
    ).first()
    if found is None:
        preset = next((one for one in presets(session) if one.id == segment_id), None)
        if preset is not None:
            return of_preset(preset)
    if found is None or found.deleted_at is not None:
        raise InvalidInput(Problem.SEGMENT_MISSING)
    pinned = select(SegmentPin.id).where(SegmentPin.segment_id == segment_id).limit(1)
    return StoredRule(
        id=segment_id,
        name=found.name,
        purpose=found.purpose,
        rule=rule_from_json(found.rule),
        json=found.rule,
        is_stored=True,
        has_pins=session.scalar(pinned) is not None,
    )


def presets(session: Session) -> tuple[Preset, ...]:
    """Return all presets, those of the cities where most customers live last."""
    count = func.count()
    most = session.scalars(
        select(CustomerIndex.sort_city)
        .where(CustomerIndex.sort_city != "")
        .group_by(CustomerIndex.sort_city)
        .order_by(count.desc(), CustomerIndex.sort_city)
        .limit(_CITIES)
    )
    written = (
        session.scalar(
            select(Customer.city)
            .join(CustomerIndex, CustomerIndex.customer_id == Customer.id)
            .where(CustomerIndex.sort_city == city)
            .limit(1)
        )
        for city in most.all()
    )
    return (*PRESETS, *place_presets(city for city in written if city))


def of_preset(preset: Preset) -> StoredRule:
    """Return a preset as what it would be stored as."""
    return StoredRule(
        id=preset.id,
        name=preset.name,
        purpose=preset.purpose,
        rule=preset.rule,
        json=rule_to_json(preset.rule),
        is_stored=False,
    )


def names_in(session: Session, rules: Iterable[Rule]) -> Names:
    """Return what the products, own fields and segments are called that rules name.

    Products of one name are told apart by their codes, or else by their ids.
    """
    found = list(rules)
    conditions = [one for rule in found for one in leaves(rule)]
    products = {
        one for leaf in conditions if isinstance(leaf, Bought) for one in leaf.goods.products
    }
    fields = {leaf.field_id for leaf in conditions if isinstance(leaf, OwnFieldIs)}
    segments = {one for rule in found for one in segments_in(rule)}
    titles = select(CustomerField.id, CustomerField.title).where(CustomerField.id.in_(fields))
    return Names(
        products=_products(session, products),
        own_fields=_told_apart((key, title) for key, title in session.execute(titles)),
        segments=_told_apart(_segments(session, segments)),
    )


def _products(session: Session, ids: set[UUID]) -> dict[UUID, str]:
    rows = session.execute(
        select(Product.id, Product.name, Product.code).where(Product.id.in_(ids))
    ).all()
    return _told_apart((key, f"{name} ({code})" if code else name) for key, name, code in rows)


def _segments(session: Session, ids: set[UUID]) -> Iterable[tuple[UUID, str]]:
    stored = select(Segment.id, Segment.name).where(
        Segment.id.in_(ids), Segment.deleted_at.is_(None)
    )
    yield from ((key, name) for key, name in session.execute(stored))
    if ids:
        there = set(session.scalars(select(Segment.id).where(Segment.id.in_(ids))))
        yield from ((one.id, one.name) for one in presets(session) if one.id in ids - there)


def _told_apart(named: Iterable[tuple[UUID, str]]) -> dict[UUID, str]:
    found = dict(named)
    names = list(found.values())
    return {
        key: name if names.count(name) == 1 else f"{name} ({key.hex[-8:]})"
        for key, name in found.items()
    }
