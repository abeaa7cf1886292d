"""What opens doors is sealed for the shop's PCs: server and wire have nothing to guess at."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import keyring
import pytest
from sqlalchemy import select

from ecrm_desktop.drafts.shop import UserDraft
from ecrm_desktop.models.users import UNOPENED, User
from ecrm_desktop.queries.passwords import check_password
from ecrm_desktop.services.passwords import remove_password, renew_recovery_code, set_password
from ecrm_desktop.services.users import add_user, update_user
from ecrm_desktop.sync import engine, handing_keys
from ecrm_desktop.sync.identity import begin_anew
from ecrm_desktop.sync.server.installing import revoke_device
from ecrm_desktop.sync.shop_keys import (
    Box,
    SealedError,
    ShopKeys,
    find_shop_keys,
    new_key,
    put_into_box,
)
from ecrm_desktop.values.statuses import Role
from tests.helpers.file_keyring import FILE, FileKeyring
from tests.helpers.synced_pcs import LostError, Pc
from tests.helpers.synced_shop import SyncedShop, conflicts, edit, read, write

HASH = "$argon2"


class Keyrings:
    """A keyring of its own for each PC, and all that was said on the way."""

    def __init__(self, folder: Path, environment: pytest.MonkeyPatch) -> None:
        self.folder, self.environment = folder, environment
        self.said: list[str] = []
        self.lost = 0

    def at(self, pc: Pc) -> None:
        path = self.folder / f"{pc.database.path.stem}-{self.lost}.json"
        self.environment.setenv(FILE, str(path))

    def sync(self, *pcs: Pc) -> None:
        for pc in pcs:
            self.at(pc)
            with pc.database.capture.working_for(None):
                pc.sync()

    def begin_anew(self, pc: Pc) -> None:
        """Let the program on a PC start again, in the same person's hands."""
        by = pc.database.capture.user_id
        pc.start_again()
        pc.database.capture.user_id = by

    def listen(self, pc: Pc) -> None:
        inner, said = pc.transport, self.said

        class Listening:
            def __getattr__(self, name: str) -> Callable[..., Any]:
                def call(*arguments: Any) -> Any:
                    answer = getattr(inner, name)(*arguments)
                    said.append(repr((arguments, answer)))
                    return answer

                return call

        pc.transport = Listening()
        pc.start_again()


def pushed_by(pc: Pc, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return the operations that a PC will push."""
    operations: list[Any] = []
    push = pc.transport.push

    def hear(*arguments: Any) -> Any:
        operations.extend(
            one for group in json.loads(arguments[-1])["groups"] for one in group["ops"]
        )
        return push(*arguments)

    monkeypatch.setattr(pc.transport, "push", hear, raising=False)
    return operations


@pytest.fixture
def keyrings(
    shop: SyncedShop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keyring_file: Path
) -> Keyrings:
    assert isinstance(keyring.get_keyring(), FileKeyring)
    made = Keyrings(keyring_file.parent, monkeypatch)
    for pc in shop.pcs:
        made.listen(pc)
    return made


def owner_at_work(shop: SyncedShop) -> UUID:
    found = read(shop.first, lambda session: session.scalars(select(User.id)).first())
    for pc in shop.pcs:
        pc.database.capture.user_id = found
    return UUID(str(found))


def opens(pc: Pc, user: UUID, password: str) -> bool:
    return bool(read(pc, lambda session: check_password(session, user, password, now=1.0)).right)


def hash_of(pc: Pc, user: UUID) -> str:
    return str(read(pc, lambda session: session.get_one(User, user).password_hash))


def test_a_password_opens_everywhere_and_no_hash_is_on_the_server_or_the_way(
    shop: SyncedShop, keyrings: Keyrings
) -> None:
    a, b = shop.pcs
    boss = owner_at_work(shop)
    keyrings.sync(a)
    write(a, lambda session: set_password(session, boss, "7294"))
    keyrings.sync(a, b)

    # The other one has what is sealed, and no key: nobody is let in without the password.
    assert hash_of(b, boss) == UNOPENED
    assert not opens(b, boss, "")
    assert not opens(b, boss, "7294")
    assert a.digests() == b.digests()
    keyrings.sync(a, b)
    assert opens(b, boss, "7294")

    write(b, lambda session: set_password(session, boss, "5821"))
    write(b, lambda session: renew_recovery_code(session, boss))
    keyrings.sync(b, a)
    assert opens(a, boss, "5821")
    assert a.digests() == b.digests()
    assert HASH not in shop.served.dump()
    assert HASH not in "".join(keyrings.said)
    write(a, lambda session: remove_password(session, boss))
    keyrings.sync(a, b)
    assert opens(b, boss, "")
    keyrings.at(a)
    mine = find_shop_keys(shop.served.shop)
    keyrings.at(b)
    assert mine == find_shop_keys(shop.served.shop)


def test_a_pc_that_lost_its_keyring_gets_the_key_again(
    shop: SyncedShop, keyrings: Keyrings
) -> None:
    a, b = shop.pcs
    boss = owner_at_work(shop)
    keyrings.sync(a, b, a, b)
    write(a, lambda session: set_password(session, boss, "7294"))
    keyrings.sync(a, b)
    assert opens(b, boss, "7294")

    keyrings.lost = 1
    keyrings.begin_anew(b)
    write(b, lambda session: set_password(session, boss, "5821"))
    keyrings.sync(b)
    keyrings.lost = 0
    keyrings.sync(a)
    assert opens(a, boss, "7294")  # the other one's waits for the key, and is not lost
    keyrings.lost = 1
    keyrings.sync(b)
    keyrings.lost = 0
    keyrings.sync(a)
    assert opens(a, boss, "5821")


def test_where_nobody_has_the_key_any_more_another_one_is_made(
    shop: SyncedShop, keyrings: Keyrings
) -> None:
    a, b = shop.pcs
    boss = owner_at_work(shop)
    keyrings.sync(a, b, a, b)
    write(a, lambda session: set_password(session, boss, "7294"))
    keyrings.sync(a, b)
    revoke_device(shop.served.admin, shop.served.shop, b.engine.device_id)

    keyrings.lost = 1
    keyrings.begin_anew(a)
    keyrings.sync(a)
    assert opens(a, boss, "7294")
    c = shop.add()
    keyrings.sync(c, a, c)
    assert opens(c, boss, "7294")


def test_what_others_put_there_opens_nothing(shop: SyncedShop, keyrings: Keyrings) -> None:
    a, b = shop.pcs
    boss = owner_at_work(shop)
    other = write(a, lambda session: add_user(session, UserDraft(name="سارا", role=Role.STAFF)))
    write(a, lambda session: set_password(session, boss, "7294"))
    write(a, lambda session: set_password(session, other, "5821"))
    keyrings.sync(a, b, a, b)
    rubbish = ["1.0000000000000000.AAAA", "x"]
    for text in [sealed_of(a, other), *rubbish]:
        # As whoever runs the server could: another one's password, or what is no such thing.
        write(a, put_there(boss, text))
        keyrings.sync(a, b)
        assert sealed_of(b, boss) == text
        assert opens(b, boss, "7294")
        assert not opens(b, boss, "5821")


def sealed_of(pc: Pc, user: UUID) -> str:
    return str(read(pc, lambda session: session.get_one(User, user).password_sealed))


def put_there(user: UUID, text: str) -> Callable[[Any], None]:
    def put(session: Any) -> None:
        session.get_one(User, user).password_sealed = text

    return put


def test_what_is_sealed_is_the_same_for_all_and_for_one_place() -> None:
    first, second = new_key(), new_key()
    keys, same = ShopKeys.of([first, second]), ShopKeys.of([second, first])
    user = uuid4()
    sealed = keys.seal("users", user, "password_hash", "a hash")
    assert sealed == same.seal("users", user, "password_hash", "a hash")
    assert same.open("users", user, "password_hash", sealed) == "a hash"
    assert keys.seal("users", uuid4(), "password_hash", "a hash") != sealed
    assert "a hash" not in repr(keys) + sealed
    for place in (
        ("users", uuid4(), "password_hash"),
        ("users", user, "recovery_hash"),
        ("customers", user, "password_hash"),
    ):
        with pytest.raises(SealedError):
            keys.open(*place, sealed)
    with pytest.raises(SealedError):
        ShopKeys.of([new_key()]).open("users", user, "password_hash", sealed)
    with pytest.raises(SealedError):
        keys.open("users", user, "password_hash", f"{sealed[:-8]}AAAA{sealed[-4:]}")


def test_a_box_opens_for_one_pc_of_one_shop() -> None:
    keys, shop = ShopKeys.of([new_key(), new_key()]), uuid4()
    box, other = Box(bytes(31) + b"1", shop), Box(bytes(31) + b"2", shop)
    given = put_into_box(box.public, shop, keys)
    assert box.take(given) == keys
    assert keys.secrets[0] not in given
    for wrong in (other, Box(bytes(31) + b"1", uuid4())):
        with pytest.raises(SealedError):
            wrong.take(given)
    for changed in (b"", bytes(80), given[:-1] + bytes([given[-1] ^ 1])):
        with pytest.raises(SealedError):
            box.take(changed)
    with pytest.raises(SealedError):
        put_into_box(bytes(32), shop, keys)


def test_a_password_that_was_changed_puts_nothing_else_back(
    shop: SyncedShop, keyrings: Keyrings, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = shop.pcs
    owner_at_work(shop)
    other = write(a, lambda session: add_user(session, UserDraft(name="سارا", role=Role.OWNER)))
    keyrings.sync(a, b, a, b)
    demoted = UserDraft(name="سارا", role=Role.STAFF)
    write(a, lambda session: update_user(session, other, demoted))
    keyrings.sync(a)

    # The other PC has not heard of it.
    write(b, lambda session: set_password(session, other, "7294"))
    pushed = pushed_by(b, monkeypatch)
    keyrings.sync(b, a)
    # Password and code, their sealed forms, and nothing that competes with what others did.
    assert [one[3] for one in pushed] == [{}] * 3
    assert read(a, lambda session: session.get_one(User, other)).role is Role.STAFF
    assert opens(a, other, "7294")
    assert conflicts(a) == []


def test_nobody_is_let_in_by_a_round_that_breaks_off(
    shop: SyncedShop, keyrings: Keyrings, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = shop.pcs
    boss = owner_at_work(shop)
    keyrings.sync(a, b, a, b)
    other = write(a, lambda session: add_user(session, UserDraft(name="سارا", role=Role.STAFF)))
    write(a, lambda session: set_password(session, boss, "7294"))
    write(a, lambda session: set_password(session, other, "5821"))
    keyrings.sync(a)
    for job in ("خیاط", "معلم", "راننده", "نانوا"):
        edit(a, shop.some.customer, job=job)
    keyrings.sync(a)
    c = shop.add()
    keyrings.at(b)
    with monkeypatch.context() as patched:
        lose(patched, b, "pull", after=1)
        patched.setattr(engine, "PAGE", 8)
        with pytest.raises(LostError):
            b.sync()
        lose(patched, c, "fill", after=9)
        keyrings.at(c)
        with pytest.raises(LostError):
            c.sync()
    for pc in (b, c):
        pc.start_again()
        assert read(pc, lambda session: session.get(User, other))
        for user, right in ((boss, "7294"), (other, "5821")):
            assert not opens(pc, user, "")
            assert not opens(pc, user, right)

    # What is here already opens without anybody's answer.
    lose(monkeypatch, b, "keys", after=0)
    keyrings.at(b)
    with pytest.raises(LostError):
        b.sync()
    assert opens(b, boss, "7294")
    assert opens(b, other, "5821")


def lose(monkeypatch: pytest.MonkeyPatch, pc: Pc, name: str, *, after: int) -> None:
    """Let a PC get so many answers of a function, and no more."""
    function, left = getattr(pc.transport, name), [None] * after

    def call(*arguments: Any) -> Any:
        if not left:
            raise LostError
        left.pop()
        return function(*arguments)

    monkeypatch.setattr(pc.transport, name, call, raising=False)


def test_who_is_healed_is_let_in_by_the_password_alone(
    shop: SyncedShop, keyrings: Keyrings
) -> None:
    a, b = shop.pcs
    boss = owner_at_work(shop)
    write(a, lambda session: set_password(session, boss, "7294"))
    keyrings.sync(a, b, a, b)
    with b.database.transaction(captured=False) as session:
        boss_there = session.get_one(User, boss)
        boss_there.password_sealed = boss_there.password_hash = ""
    keyrings.at(b)
    assert b.engine.compare() == 1
    assert opens(b, boss, "7294")


def test_no_offer_brings_an_older_password_back(shop: SyncedShop, keyrings: Keyrings) -> None:
    a, b = shop.pcs
    boss = owner_at_work(shop)
    write(a, lambda session: set_password(session, boss, "7294"))
    keyrings.sync(a, b, a, b)

    # A file that was salvaged offers what may be long past.
    write(a, lambda session: set_password(session, boss, "5821"))
    keyrings.sync(a)
    write(b, begin_anew, "restore")
    keyrings.begin_anew(b)
    keyrings.sync(b, a, b)
    assert opens(a, boss, "5821")
    assert opens(b, boss, "5821")

    # And so does one that knows of something else only, where the server was put back.
    shop.served.keep()
    write(b, lambda session: setattr(session.get_one(User, boss), "name", "پدر"))
    keyrings.sync(b)
    write(a, lambda session: set_password(session, boss, "6350"))
    keyrings.sync(a)
    shop.served.put_back()
    keyrings.sync(a, b, a, b)
    for pc in shop.pcs:
        assert opens(pc, boss, "6350")
        assert read(pc, lambda session: session.get_one(User, boss)).name == "پدر"
    assert a.digests() == b.digests()


def test_the_key_comes_while_a_file_is_filled(
    shop: SyncedShop, keyrings: Keyrings, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = shop.pcs
    boss = owner_at_work(shop)
    write(a, lambda session: set_password(session, boss, "7294"))
    keyrings.sync(a, b, a, b)
    c = shop.add()
    monkeypatch.setattr(handing_keys, "_SECONDS_BETWEEN", 0)
    fill = c.transport.fill

    def hear(*arguments: Any) -> Any:
        if arguments[1] == "purchases":
            keyrings.sync(a)
            keyrings.at(c)
        elif arguments[1] == "purchase_lines":
            raise LostError
        return fill(*arguments)

    monkeypatch.setattr(c.transport, "fill", hear, raising=False)
    keyrings.at(c)
    with pytest.raises(LostError):
        c.sync()
    assert opens(c, boss, "7294")
