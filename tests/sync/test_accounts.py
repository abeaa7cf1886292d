"""PCs behind a hub: how they come in, and what a wrong one is told."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import Any, Final

import pytest

from ecrm_desktop.sync.server.installing import invite, make_shop, revoke_device
from tests.helpers.sync_shops import Pc, TwoShops, group, operation

UNKNOWN: Final = {"refused": "unknown_device"}
WRONG: Final = {"refused": "pairing_used"}
NOT_ALLOWED: Final = {"refused": "not_allowed"}


class Hub:
    """The functions that hubs alone may call, with codes and tokens as short texts."""

    def __init__(self, shops: TwoShops) -> None:
        self.shops = shops
        self.connection = shops.hub()
        # Each test is another network: guesses of one slow the others down.
        self.address = str(uuid.uuid4())

    def invite(self, code: str, shop: uuid.UUID | None = None, *, manages: bool = False) -> Pc:
        shop = shop or self.shops.shop
        account = invite(self.shops.server, shop, "PC", digest(code), manages=manages)
        return Pc(shop, account, "ecrm_sync_hub", self.connection)

    def join(self, pc: Pc, code: str, token: str, address: str = "") -> Any:
        return pc.call("join_v1", digest(code), digest(token), address or self.address)

    def enter(self, pc: Pc, code: str, token: str) -> Any:
        # Wrong tries are to slow no right one down here.
        self.shops.server.execute("DELETE FROM ecrm_sync.failed_tries")
        return pc.call("enter_v1", digest(code), digest(token), self.address)

    def joined(self, *, manages: bool = False) -> Pc:
        pc = self.invite("code", manages=manages)
        assert "number" in self.join(pc, "code", pc.device.hex)
        pc.hello()
        return pc

    def knows(self, pc: Pc, token: str) -> bool:
        known: bool = pc.call("sign_in_v1", digest(token))
        return known


@pytest.fixture
def hub(two_shops: TwoShops) -> Hub:
    return Hub(two_shops)


def digest(text: str) -> bytes:
    return sha256(text.encode()).digest()


def is_waiting(shops: TwoShops, pc: Pc) -> bool:
    """Whether a PC's connection waits for a lock."""
    waits = "SELECT wait_event_type = 'Lock' FROM pg_stat_activity WHERE pid = %s"
    row = shops.server.execute(waits, [pc.connection.info.backend_pid]).fetchone()
    return row == (True,)


def test_a_code_lets_one_pc_in_and_a_lost_answer_is_asked_again(hub: Hub) -> None:
    pc = hub.invite("right")
    assert not hub.knows(pc, "mine")

    said = hub.join(pc, "right", "mine")
    assert said == {"number": 3, "founds": False}
    assert hub.join(pc, "right", "mine") == said
    assert hub.join(pc, "right", "another") == WRONG
    assert hub.knows(pc, "mine")
    assert not hub.knows(pc, "another")
    assert not hub.knows(pc, "")
    assert pc.hello()["number"] == 3
    pc.push(group(operation("c", uuid.uuid4().hex, name="x")))
    assert hub.shops.first.records() == pc.records()


def test_the_first_pc_of_a_shop_manages_it(hub: Hub) -> None:
    server, shop = hub.shops.server, uuid.uuid4()
    make_shop(server, shop)
    first, second = hub.invite("a", shop), hub.invite("b", shop)
    assert hub.join(first, "a", "1") == {"number": 1, "founds": True}
    assert hub.join(second, "b", "2") == {"number": 2, "founds": False}
    assert hub.join(first, "a", "1")["founds"]
    listed = first.call("devices_v1")["devices"]
    assert [(one["number"], one["manages"]) for one in listed] == [(1, True), (2, False)]


def test_a_code_that_is_too_old_opens_nothing(hub: Hub) -> None:
    pc = hub.invite("right")
    late = hub.invite("right")
    age = "UPDATE ecrm_sync.accounts SET expires = now() WHERE id = %s"
    hub.shops.server.execute(age, [late.device])
    assert hub.join(late, "right", "mine") == WRONG
    assert "number" in hub.join(pc, "right", "mine")
    hub.shops.server.execute(age, [pc.device])
    assert "number" in hub.join(pc, "right", "mine")  # the answer was lost
    hub.invite("next")
    left = hub.shops.server.execute(
        "SELECT count(*) FROM ecrm_sync.accounts WHERE id = %s", [late.device]
    ).fetchone()
    assert left == (0,)


def test_whoever_guesses_hears_always_the_same_and_has_to_wait(hub: Hub) -> None:
    pc, other = hub.invite("right"), hub.invite("right")
    nobody = Pc(hub.shops.shop, uuid.uuid4(), "", hub.connection)
    nowhere = Pc(uuid.uuid4(), pc.device, "", hub.connection)
    elsewhere = Pc(hub.shops.stranger.shop, pc.device, "", hub.connection)
    tries = [(pc, "wrong"), (nobody, "right"), (nowhere, "right"), (elsewhere, "right")]
    for nth, (one, code) in enumerate(tries):
        assert hub.join(one, code, "mine", f"{hub.address}-{nth}") == WRONG
    for _ in range(2):
        assert hub.join(pc, "wrong", "mine", f"{hub.address}-0") == WRONG

    # The account and the address both wait now, also with what is right.
    for one, address in ((pc, "fresh"), (other, "-0")):
        said = hub.join(one, "right", "mine", f"{hub.address}{address}")
        assert said["refused"] == "slow_down"
        assert 1 <= said["seconds"] <= 60
    hub.shops.server.execute("UPDATE ecrm_sync.failed_tries SET last = last - interval '1 minute'")
    assert "number" in hub.join(pc, "right", "mine", f"{hub.address}-0")


def test_an_account_is_of_one_shop_and_one_pc(hub: Hub) -> None:
    one, other = hub.joined(), hub.joined()
    stranger = hub.shops.stranger
    for shop in (stranger.shop, uuid.uuid4(), None):
        for device in (one.device, stranger.device, None):
            said = one.call_as(shop, device, "sign_in_v1", digest(one.device.hex))
            assert said is False
        assert one.call_as(shop, one.device, "invite_v1", "PC", bytes(32)) == UNKNOWN
    for device in (other.device, hub.shops.first.device, None):
        assert not one.call_as(one.shop, device, "sign_in_v1", digest(one.device.hex))

    # Behind a hub, too, nobody takes an identity over that is somebody else's.
    for device in (other.device, hub.shops.first.device):
        said = one.call_as(one.shop, device, "hello_v1", one.device, None, "PC", "0012")
        assert said == UNKNOWN
    # Nor does a PC of the LAN.
    me = hub.shops.first
    for device, previous in ((one.device, me.device), (uuid.uuid4(), one.device)):
        assert me.call_as(me.shop, device, "hello_v1", previous, None, "PC", "0012") == UNKNOWN


def test_another_identity_is_of_the_same_account(hub: Hub) -> None:
    pc = hub.joined(manages=True)
    token = pc.device.hex
    taken = Pc(pc.shop, uuid.uuid4(), pc.role, pc.connection)
    assert "number" in taken.hello(pc.device)
    assert hub.knows(taken, token)

    listed = pc.call("devices_v1")["devices"]
    of_it = [one for one in listed if one["pc"] == pc.device.hex]
    assert [one["id"] for one in of_it] == [pc.device.hex, taken.device.hex]
    assert all(one["manages"] for one in of_it)
    revoke_device(hub.shops.server, pc.shop, pc.device)
    assert taken.hello() == pc.hello() == {"refused": "revoked"}
    assert hub.join(pc, "code", token) == {"refused": "revoked"}
    assert "number" in hub.joined().hello()


def test_who_manages_the_shop_lets_in_and_shuts_out(hub: Hub) -> None:
    manager, staff = hub.joined(manages=True), hub.joined()
    for pc in (staff, hub.shops.second):
        assert pc.call("revoke_v1", manager.device) == NOT_ALLOWED
    assert staff.call("invite_v1", "PC", digest("new")) == NOT_ALLOWED
    assert manager.call("invite_v1", "", digest("new")) == {"refused": "malformed"}
    assert manager.call("invite_v1", "PC", b"short") == {"refused": "malformed"}

    invited = manager.call("invite_v1", "صندوق", digest("new"))["device"]
    new = Pc(manager.shop, uuid.UUID(invited), "", hub.connection)
    assert "number" in hub.join(new, "new", "mine")
    assert manager.call("revoke_v1", new.device) == {"revoked": True}
    assert new.hello() == {"refused": "revoked"}
    for nobody in (uuid.uuid4(), hub.shops.stranger.device, None):
        assert manager.call("revoke_v1", nobody) == {"refused": "unknown_other"}
    assert manager.call("revoke_v1", manager.device) == NOT_ALLOWED
    assert "number" in manager.hello()


def test_who_is_expected_waits_until_somebody_has_agreed(hub: Hub) -> None:
    manager, staff = hub.joined(manages=True), hub.joined()
    assert staff.call("expect_v1", "PC", digest("new")) == NOT_ALLOWED

    def expected() -> Pc:
        account = manager.call("expect_v1", "صندوق", digest("new"))["device"]
        return Pc(manager.shop, uuid.UUID(account), "", hub.connection)

    new = expected()
    assert manager.call("arrived_v1", new.device) == {"token": None, "confirmed": False}
    assert hub.join(new, "new", "mine") == WRONG  # an older program, which cannot wait
    assert hub.enter(new, "new", "mine") == {"waiting": True}
    assert hub.enter(new, "new", "mine") == {"waiting": True}
    assert hub.enter(new, "new", "another") == WRONG
    # It gets nothing, and sends nothing.
    assert not hub.knows(new, "mine")
    for call, arguments in (
        ("hello_v1", (None, None, "PC", "0012")),
        ("pull_v1", (manager.epoch, None, 0, 10)),
        ("fill_v1", ("shop", None, 10)),
        ("expect_v1", ("PC", digest("x"))),
        ("admit_v1", (new.device, digest("mine"), True)),
    ):
        assert new.call(call, *arguments) == UNKNOWN
    told = manager.call("arrived_v1", new.device)
    assert told == {"token": digest("mine").hex(), "confirmed": False}
    assert staff.call("arrived_v1", new.device) == NOT_ALLOWED
    assert staff.call("admit_v1", new.device, digest("mine"), True) == NOT_ALLOWED
    over = {"refused": "unknown_other"}
    assert manager.call("admit_v1", new.device, digest("another"), True) == over
    assert manager.call("admit_v1", uuid.uuid4(), digest("mine"), True) == over
    assert hub.enter(new, "new", "mine") == {"waiting": True}

    assert manager.call("admit_v1", new.device, digest("mine"), True) == {"admitted": True}
    assert hub.enter(new, "new", "mine")["number"] > 0
    assert "number" in new.hello()
    # Whoever is in is not turned away this way.
    assert manager.call("admit_v1", new.device, digest("mine"), False) == over

    stranger = expected()
    assert hub.enter(stranger, "new", "theirs") == {"waiting": True}
    refusal = manager.call("admit_v1", stranger.device, digest("theirs"), False)
    assert refusal == {"admitted": False}
    assert hub.enter(stranger, "new", "theirs") == WRONG
    assert manager.call("arrived_v1", stranger.device) == over
    late = expected()
    assert hub.enter(late, "new", "late") == {"waiting": True}
    age = "UPDATE ecrm_sync.accounts SET expires = now() WHERE id = %s"
    hub.shops.server.execute(age, [late.device])
    assert hub.enter(late, "new", "late") == WRONG


def test_who_was_shut_out_has_let_nobody_in_either(hub: Hub) -> None:
    manager = hub.joined(manages=True)
    new, left = (
        Pc(
            manager.shop,
            uuid.UUID(manager.call("invite_v1", "PC", digest(code))["device"]),
            "",
            hub.connection,
        )
        for code in ("new", "left")
    )
    assert "number" in hub.join(new, "new", "mine")

    revoke_device(hub.shops.server, manager.shop, manager.device)

    assert hub.join(left, "left", "mine") == WRONG
    assert "number" in hub.join(new, "new", "mine")  # it was here before


def test_who_was_let_in_and_never_came_in_does_not_outlive_who_let_it_in(hub: Hub) -> None:
    manager = hub.joined(manages=True)

    def admitted(token: str) -> Pc:
        account = manager.call("expect_v1", "PC", digest("new"))["device"]
        new = Pc(manager.shop, uuid.UUID(account), "", hub.connection)
        assert hub.enter(new, "new", token) == {"waiting": True}
        age = "UPDATE ecrm_sync.accounts SET expires = now() + interval '1 minute' WHERE id = %s"
        hub.shops.server.execute(age, [new.device])
        assert manager.call("admit_v1", new.device, digest(token), True) == {"admitted": True}
        return new

    # Whoever agreed late leaves it time to come, and it is one of those that are awaited.
    late, left, here = admitted("late"), admitted("left"), admitted("here")
    is_fresh = "SELECT expires > now() + interval '9 minutes' FROM ecrm_sync.accounts WHERE id = %s"
    assert hub.shops.server.execute(is_fresh, [late.device]).fetchone() == (True,)
    for _ in range(47):
        assert "device" in manager.call("expect_v1", "PC", digest("new"))
    assert manager.call("expect_v1", "PC", digest("new")) == {"refused": "malformed"}

    age = "UPDATE ecrm_sync.accounts SET expires = now() WHERE id = %s"
    hub.shops.server.execute(age, [late.device])
    assert hub.enter(late, "new", "late") == WRONG
    assert "number" in hub.enter(here, "new", "here")
    hub.shops.server.execute(age, [here.device])
    hub.invite("next")
    kept = "SELECT id FROM ecrm_sync.accounts WHERE id = ANY(%s) ORDER BY id = %s"
    rows = hub.shops.server.execute(
        kept, [[late.device, left.device, here.device], here.device]
    ).fetchall()
    assert rows == [(left.device,), (here.device,)]

    revoke_device(hub.shops.server, manager.shop, manager.device)
    assert hub.enter(left, "new", "left") == WRONG
    assert "number" in hub.enter(here, "new", "here")  # it was here before


def test_in_the_lan_the_first_pc_manages_the_shop_too(two_shops: TwoShops) -> None:
    first, second = two_shops.first, two_shops.second
    second.push(group(operation("c", uuid.uuid4().hex, name="x")))
    listed = second.call("devices_v1")
    assert listed["head"] == 1
    assert [(one["name"], one["behind"], one["schema"]) for one in listed["devices"]] == [
        ("PC", 1, "0012"),
        ("PC", 1, "0012"),
    ]
    assert all(one["last_seen"] and one["revoked"] is None for one in listed["devices"])
    assert first.call("revoke_v1", second.device) == {"revoked": True}
    assert second.call("devices_v1") == {"refused": "revoked"}
    assert first.call("devices_v1")["devices"][1]["revoked"]


def test_who_is_shut_out_meanwhile_takes_no_other_identity(two_shops: TwoShops) -> None:
    first, second = two_shops.first, two_shops.second
    taken = Pc(second.shop, uuid.uuid4(), second.role, second.connection)
    with ThreadPoolExecutor(1) as others:
        with first.connection.transaction():
            assert first.call("revoke_v1", second.device) == {"revoked": True}
            said = others.submit(taken.hello, second.device)
            while not is_waiting(two_shops, second) and not said.done():
                pass
        assert said.result() == {"refused": "revoked"}
    listed = first.call("devices_v1")["devices"]
    assert taken.device.hex not in {one["id"] for one in listed}


def test_keys_go_to_whom_asked_for_them_and_one_pc_makes_them(two_shops: TwoShops) -> None:
    first, second, stranger = two_shops.first, two_shops.second, two_shops.stranger
    box, given = bytes(31) + b"1", bytes(40)
    # A PC that only looks is not the one that makes them.
    assert not second.call("keys_v1", None, box)["makes"]
    told = first.call("keys_v1", False, bytes(32))
    assert told == {"makes": True, "given": None, "asking": []}
    # Who was told to and never came again keeps nobody from it.
    late = "UPDATE ecrm_sync.devices SET last_seen = now() - interval '8 days' WHERE id = %s"
    two_shops.server.execute(late, [first.device])
    assert second.call("keys_v1", False, box)["makes"]
    second.call("keys_v1", None, box)
    first.hello()
    assert first.call("keys_v1", False, bytes(32))["makes"] is False
    two_shops.server.execute(
        "UPDATE ecrm_sync.devices SET holds_keys = id = %s WHERE shop = %s",
        [first.device, first.shop],
    )
    assert not second.call("keys_v1", False, box)["makes"]
    # One that has not kept them makes them once more; one that has hears who lacks them.
    assert first.call("keys_v1", False, bytes(32))["makes"]
    told = first.call("keys_v1", True, None)
    assert told == {"makes": False, "given": None, "asking": [[second.device.hex, box.hex()]]}
    assert first.pull()["asking"]
    assert "asking" not in second.pull()
    assert "asking" not in stranger.pull()

    for giver, other, into in (
        (second, first.device, bytes(32)),  # who has none
        (first, second.device, bytes(32)),  # another box by now
        (first, stranger.device, box),
        (stranger, second.device, box),
    ):
        assert giver.call("give_keys_v1", other, into, given) == {"given": False}
    assert first.call("give_keys_v1", second.device, box, given) == {"given": True}
    assert first.call("give_keys_v1", second.device, box, bytes(50)) == {"given": False}
    assert second.call("keys_v1", False, box)["given"] == given.hex()
    assert "asking" not in first.pull()
    # It has keys now and lacks some still: what it got is told once, and others may give more.
    assert second.call("keys_v1", True, box)["given"] == given.hex()
    assert second.call("keys_v1", True, box)["given"] is None
    assert first.pull()["asking"]
    assert first.call("give_keys_v1", second.device, box, bytes(50)) == {"given": True}
    malformed = {"refused": "malformed"}
    assert first.call("keys_v1", None, None) == malformed
    assert first.call("keys_v1", False, None) == malformed
    assert first.call("keys_v1", True, b"short") == malformed
    assert first.call("give_keys_v1", second.device, box, bytes(2_000)) == malformed
    # Where the last one that had them is shut out, another one makes them.
    revoke_device(two_shops.server, first.shop, first.device)
    assert second.call("keys_v1", False, box)["makes"]
