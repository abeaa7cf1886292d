import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

from ecrm_desktop import keys
from tests.helpers.command_line import ROOT
from tests.helpers.file_keyring import FileKeyring


class LockedKeyring(FileKeyring):
    """The person pressed Cancel when the keyring asked for its password."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked


class WaitingKeyring(FileKeyring):
    """The keyring's own window is open, and nobody answers it."""

    answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answered.wait(30)
        return None


@pytest.fixture
def in_use() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_secret_is_kept_and_found(keyring_file: Path) -> None:
    secret, other = keys.make_secret(), keys.make_secret()
    assert keys.has_keyring()
    assert keys.find_secret(keys.key_id(secret)) is None
    assert keys.keep_secret(secret)
    assert keys.keep_secret(other)
    assert keys.find_secret(keys.key_id(secret)) == secret
    assert keys.find_secret(keys.key_id(other)) == other


def test_what_somebody_else_wrote_there_is_no_secret(keyring_file: Path) -> None:
    secret = keys.make_secret()
    for nonsense in ("", "zz", bytes(16).hex(), "ab" * 40):
        keyring.set_password("ECRM Desktop", keys.key_id(secret).hex(), nonsense)
        assert keys.find_secret(keys.key_id(secret)) is None
    assert keys.keep_secret(secret)


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, LockedKeyring])
def test_without_a_keyring_that_answers_nothing_is_kept(
    keyring_file: Path, in_use: None, backend: type[FileKeyring]
) -> None:
    keyring.set_keyring(backend())
    secret = keys.make_secret()
    assert not keys.keep_secret(secret)
    assert keys.find_secret(keys.key_id(secret)) is None
    assert keys.has_keyring() is (backend is LockedKeyring)


def test_a_keyring_that_does_not_answer_is_given_up(
    keyring_file: Path, in_use: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_WAIT_SECONDS", 0.05)
    keyring.set_keyring(WaitingKeyring())
    assert keys.find_secret(bytes(8)) is None
    WaitingKeyring.answered.set()


def test_ids_and_keys_of_secrets_are_apart() -> None:
    secret = bytes(16)
    assert len({keys.key_id(secret), keys.key_id(bytes(15) + b"\x01")}) == 2
    assert secret.hex() not in keys.cipher_key(secret)
    assert keys.key_id(secret).hex() not in keys.cipher_key(secret)[:66]
    header = bytes.fromhex(keys.cipher_key(secret)[66:98])
    assert keys.key_id_in(header + b"more") == keys.key_id(secret)
    assert keys.key_id_in(header[:-1]) is None
    assert keys.key_id_in(b"SQLite format 3\x00") is None


def test_a_plain_database_never_loads_the_keyring(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from ecrm_desktop.database import Database;"
        "import ecrm_desktop.app;"
        "Database(Path(sys.argv[1]), create=True).close();"
        "sys.exit('keyring' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "shop.db")], cwd=ROOT, check=False
    )
    assert ran.returncode == 0
