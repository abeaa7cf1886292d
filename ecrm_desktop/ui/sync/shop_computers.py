"""The computers of a shop: what the server says of them, joined with what the file knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from ecrm_desktop.queries.devices import DeviceRow

if TYPE_CHECKING:
    from ecrm_desktop.sync.shop_pcs import ShopPc

KEPT: Final = timedelta(days=180)
"""For how long the server keeps in its log what a computer that is away has not heard of."""
_NEVER = datetime.min.replace(tzinfo=UTC)
_LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Computer:
    """One PC, under whatever identities it was known; what only the server knows is None.

    `id` is its present identity. `behind`, the number of changes that it has not asked for yet,
    and `schema` are the server's word; so is `manages`, whether it may let others in.
    """

    id: UUID
    name: str
    is_this: bool
    changed_at: datetime | None
    last_seen: datetime | None = None
    schema: str = ""
    behind: int = 0
    manages: bool = False
    revoked: datetime | None = None

    def is_too_long_away(self, now: datetime) -> bool:
        """Return whether nothing is kept for it any more, so that it will be filled anew."""
        return self.last_seen is not None and now - self.last_seen > KEPT


def computers(rows: Sequence[DeviceRow], pcs: "Iterable[ShopPc] | None") -> list[Computer]:
    """Return a shop's PCs: this one first, those that were shut out last.

    `pcs` is what the server said, None where it was not asked. A name that was changed in the shop
    is the file's word.
    """
    known = {
        row.id: Computer(id=row.id, name=row.name, is_this=row.is_this, changed_at=row.changed_at)
        for row in rows
    }
    if pcs is not None:
        known = _joined(known, pcs)
    return sorted(
        known.values(),
        key=lambda one: (
            not one.is_this,
            one.revoked is not None,
            _LATEST - (one.last_seen or one.changed_at or _NEVER),
        ),
    )


def _joined(known: dict[UUID, Computer], pcs: "Iterable[ShopPc]") -> dict[UUID, Computer]:
    left, found = dict(known), dict[UUID, Computer]()
    for pc in sorted(pcs, key=lambda one: one.number):
        row, before = left.pop(pc.id, None), found.get(pc.pc)
        hours = [one.changed_at for one in (row, before) if one is not None and one.changed_at]
        found[pc.pc] = Computer(
            id=pc.id,
            name=(row.name if row is not None else "") or pc.name,
            is_this=pc.is_this,
            changed_at=max(hours, default=None),
            last_seen=pc.last_seen,
            schema=pc.schema,
            behind=0 if pc.is_this else pc.behind,
            manages=pc.manages,
            revoked=pc.revoked,
        )
    # What the file has and the server does not was on another server.
    return {one.id: one for one in (*found.values(), *left.values())}
