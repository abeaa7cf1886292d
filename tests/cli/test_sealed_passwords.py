"""A computer that was let in at the server has no key of the shop until another gives it."""

import os
from pathlib import Path

import pytest

from ecrm_desktop.models.users import UNOPENED, User
from ecrm_desktop.queries.passwords import anyone_has_password, check_password
from ecrm_desktop.queries.shop import users
from ecrm_desktop.services.passwords import set_password
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.shop_pcs import fetch_keys
from tests.helpers.file_keyring import FILE
from tests.helpers.paired_pcs import PairedPcs


def is_right(path: Path, password: str) -> bool:
    database = Database(path)
    with database.reading() as session:
        [boss] = users(session)
        found = check_password(session, boss.id, password, now=1.0)
    database.close()
    return found.right


def test_who_came_without_the_key_is_let_in_by_nobody_until_it_is_there(
    shop: PairedPcs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = os.environ[FILE]
    database = Database(shop.a)
    with database.transaction() as session:
        [boss] = users(session)
        set_password(session, boss.id, "7294")
    database.close()
    shop.sync(shop.a)
    dumped = shop.admin("SELECT fields::text, quiet::text FROM ecrm_sync.operations")
    assert "$argon2" not in str(dumped)

    text = shop.pairing()
    monkeypatch.setenv(FILE, str(tmp_path / "another.json"))
    shop.ok("pair", text, "--database", shop.b)
    database = Database(shop.b)
    with database.reading() as session:
        assert session.get_one(User, boss.id).password_hash == UNOPENED
        assert anyone_has_password(session)
    database.close()
    for typed in ("", "7294", UNOPENED):
        assert not is_right(shop.b, typed)
    word = tmp_path / "word.txt"
    word.write_text("7294", encoding="utf-8")
    monkeypatch.setenv("ECRM_PASSWORD_FILE", str(word))
    assert "هنوز خوانده نمی‌شود" in shop.refused("search", "مریم", "--database", shop.b)
    monkeypatch.delenv("ECRM_PASSWORD_FILE")

    monkeypatch.setenv(FILE, here)
    shop.sync(shop.a)
    monkeypatch.setenv(FILE, str(tmp_path / "another.json"))
    database = Database(shop.b)
    fetch_keys(database)  # as whoever types a password in the window does
    database.close()
    assert is_right(shop.b, "7294")
