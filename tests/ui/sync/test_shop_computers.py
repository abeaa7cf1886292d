"""What the server says of a shop's computers, joined with what the file knows."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from ecrm_desktop.queries.devices import DeviceRow
from ecrm_desktop.sync import server
from ecrm_desktop.sync.shop_pcs import ShopPc
from ecrm_desktop.ui.sync.shop_computers import KEPT, computers

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def row(device: UUID, name: str, *, hours: int, is_this: bool = False) -> DeviceRow:
    """A PC that changed something some hours ago."""
    changed = NOW - timedelta(hours=hours)
    return DeviceRow(id=device, name=name, is_this=is_this, changed_at=changed)


def pc(
    device: UUID,
    number: int,
    *,
    first: UUID | None = None,
    is_this: bool = False,
    revoked: datetime | None = None,
) -> ShopPc:
    """A PC as the server knows it."""
    return ShopPc(
        id=device,
        pc=first or device,
        number=number,
        name=f"PC {number}",
        schema="0011",
        last_seen=NOW - timedelta(hours=number),
        behind=7,
        manages=number == 1,
        revoked=revoked,
        is_this=is_this,
    )


def test_a_pc_with_several_identities_is_one_with_its_latest_and_all_that_was_done_there() -> None:
    here, old, new, out = uuid4(), uuid4(), uuid4(), uuid4()
    rows = [
        row(here, "دفتر", hours=9, is_this=True),
        row(old, "صندوق قدیم", hours=3),
        row(new, "", hours=20),
        row(out, "انبار", hours=1),
    ]
    pcs = [
        pc(here, 1, is_this=True),
        pc(old, 2),
        pc(out, 3, revoked=NOW),
        pc(new, 4, first=old),
    ]

    found = computers(rows, pcs)

    assert [one.id for one in found] == [here, new, out]
    this, till, away = found
    assert (this.name, this.manages, this.behind) == ("دفتر", True, 0)
    assert (till.name, till.behind) == ("PC 4", 7)
    assert till.changed_at == NOW - timedelta(hours=3)
    assert away.revoked == NOW


def test_a_pc_that_only_one_side_knows_is_there_too() -> None:
    here, gone, new = uuid4(), uuid4(), uuid4()
    rows = [row(here, "دفتر", hours=2, is_this=True), row(gone, "قدیمی", hours=50)]

    assert [one.name for one in computers(rows, [pc(here, 1, is_this=True), pc(new, 2)])] == [
        "دفتر",
        "PC 2",
        "قدیمی",
    ]
    assert [one.name for one in computers(rows, None)] == ["دفتر", "قدیمی"]


def test_what_the_page_says_of_the_log_is_what_the_server_does() -> None:
    script = Path(server.__path__[0], "functions", "thin.sql").read_text("utf-8")
    assert f"interval := '{KEPT.days} days'" in script
