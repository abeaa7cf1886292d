"""What a hub's database knows of its PCs after a backup was put back."""

import uuid
from hashlib import sha256
from pathlib import Path
from typing import Any

from ecrm_desktop.sync.hub.archive import read_archive, write_archive
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres
from ecrm_desktop.sync.server.installing import invite
from tests.helpers.sync_shops import Pc, group
from tests.helpers.synced_pcs import ServedShop


def digest(text: str) -> bytes:
    return sha256(text.encode()).digest()


def enter(pc: Pc) -> Any:
    return pc.call("enter_v1", digest("code"), digest(pc.device.hex), "an address")


def test_nobody_who_was_agreed_to_or_has_keys_since_is_forgotten(
    cluster: EmbeddedPostgres, tmp_path: Path
) -> None:
    served = ServedShop(cluster, f"put_back_{uuid.uuid4().hex}")
    admin = served.admin

    def called(account: uuid.UUID) -> Pc:
        return Pc(served.shop, account, "", admin)

    def invited() -> Pc:
        return called(invite(admin, served.shop, "PC", digest("code"), manages=True))

    def expected() -> Pc:
        told = manager.call("expect_v1", "PC", digest("code"))
        return called(uuid.UUID(told["device"]))

    manager = invited()
    assert "number" in enter(manager)
    awaited, seen = expected(), expected()
    assert enter(seen) == {"waiting": True}
    kept = tmp_path / "kept.zip"
    write_archive(admin, kept)
    assert enter(awaited) == {"waiting": True}
    for pc in (awaited, seen):
        agreed = manager.call("admit_v1", pc.device, digest(pc.device.hex), True)
        assert agreed == {"admitted": True}
    said = [enter(pc) for pc in (awaited, seen)]
    assert all("number" in one for one in said)
    box, other_box = bytes(32), bytes(31) + b"1"
    manager.call("hello_v1", None, None, "دفتر", "0012")
    assert manager.call("keys_v1", False, box)["makes"]
    late = invited()
    assert "number" in enter(late)
    assert not late.call("keys_v1", False, other_box)["makes"]

    read_archive(admin, kept)

    assert [enter(pc) for pc in (awaited, seen)] == said
    assert not seen.call("keys_v1", False, bytes(31) + b"2")["makes"]
    asking = manager.call("keys_v1", True, None)["asking"]
    assert [late.device.hex, other_box.hex()] in asking
    served.close()


def test_what_opens_doors_does_not_come_back_from_an_old_backup(
    cluster: EmbeddedPostgres, tmp_path: Path
) -> None:
    served = ServedShop(cluster, f"put_back_{uuid.uuid4().hex}")
    admin = served.admin
    pc = Pc(served.shop, invite(admin, served.shop, "PC", digest("code"), manages=True), "", admin)
    enter(pc)
    pc.hello()
    user = uuid.uuid4().hex
    first = {"password_hash": "$argon2id$1", "recovery_hash": "$argon2id$2"}
    pc.push(group(["c", "users", user, {"name": "مریم"}, first]))
    second = {"updated_at": "2026-01-02", "recovery_hash": "$argon2id$4"}
    pc.push(group(["u", "users", user, {"password_hash": "$argon2id$3"}, second]))
    kept = tmp_path / "kept.zip"
    write_archive(admin, kept)

    read_archive(admin, kept)

    assert pc.records("users") == {user: {"name": "مریم", "updated_at": "2026-01-02"}}
    everything = "SELECT o.fields, o.quiet FROM ecrm_sync.operations o"
    assert "argon2id" not in repr(admin.execute(everything).fetchall())
    served.close()
