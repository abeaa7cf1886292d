import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

from ecrm_desktop.logs import LOGGER
from ecrm_desktop.storage import keyring_secrets
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
    secret, other = keyring_secrets.make_secret(), keyring_secrets.make_secret()
    assert keyring_secrets.has_keyring()
    assert keyring_secrets.find_secret(keyring_secrets.key_id(secret)) is None
    assert keyring_secrets.keep_secret(secret)
    assert keyring_secrets.keep_secret(other)
    assert keyring_secrets.find_secret(keyring_secrets.key_id(secret)) == secret
    assert keyring_secrets.find_secret(keyring_secrets.key_id(other)) == other


def test_what_somebody_else_wrote_there_is_no_secret(keyring_file: Path) -> None:
    secret = keyring_secrets.make_secret()
    for nonsense in ("", "zz", bytes(16).hex(), "ab" * 40):
        keyring.set_password("ECRM Desktop", keyring_secrets.key_id(secret).hex(), nonsense)
        assert keyring_secrets.find_secret(keyring_secrets.key_id(secret)) is None
    assert keyring_secrets.keep_secret(secret)


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, LockedKeyring])
def test_without_a_keyring_that_answers_nothing_is_kept(
    keyring_file: Path, in_use: None, backend: type[FileKeyring]
) -> None:
    keyring.set_keyring(backend())
    secret = keyring_secrets.make_secret()
    assert not keyring_secrets.keep_secret(secret)
    assert keyring_secrets.find_secret(keyring_secrets.key_id(secret)) is None
    assert keyring_secrets.has_keyring() is (backend is LockedKeyring)


def test_a_keyring_that_does_not_answer_is_given_up(
    keyring_file: Path, in_use: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring_secrets, "WAIT_SECONDS", 0.05)
    keyring.set_keyring(WaitingKeyring())
    assert keyring_secrets.find_secret(bytes(8)) is None
    WaitingKeyring.answered.set()


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    LOGGER.addHandler(caplog.handler)
    yield caplog
    LOGGER.removeHandler(caplog.handler)


def test_what_fails_in_the_keyring_is_in_the_log_and_no_secret(
    keyring_file: Path,
    in_use: None,
    monkeypatch: pytest.MonkeyPatch,
    log: pytest.LogCaptureFixture,
) -> None:
    secret = keyring_secrets.make_secret()
    keyring_secrets.keep_secret(secret)
    assert log.messages == []
    keyring.set_keyring(LockedKeyring())
    keyring_secrets.keep_secret(secret)
    assert any("KeyringLocked" in one for one in log.messages)
    log.clear()
    monkeypatch.setattr(keyring_secrets, "WAIT_SECONDS", 0.05)
    WaitingKeyring.answered.clear()
    keyring.set_keyring(WaitingKeyring())
    keyring_secrets.find_secret(keyring_secrets.key_id(secret))
    WaitingKeyring.answered.set()
    assert any("did not answer" in one for one in log.messages)
    said = " ".join(log.messages)
    assert secret.hex() not in said


def test_ids_and_keys_of_secrets_are_apart() -> None:
    secret = bytes(16)
    assert len({keyring_secrets.key_id(secret), keyring_secrets.key_id(bytes(15) + b"\x01")}) == 2
    assert secret.hex() not in keyring_secrets.cipher_key(secret)
    assert keyring_secrets.key_id(secret).hex() not in keyring_secrets.cipher_key(secret)[:66]
    header = bytes.fromhex(keyring_secrets.cipher_key(secret)[66:98])
    assert keyring_secrets.key_id_in(header + b"more") == keyring_secrets.key_id(secret)
    assert keyring_secrets.key_id_in(header[:-1]) is None
    assert keyring_secrets.key_id_in(b"SQLite format 3\x00") is None


def test_a_plain_database_never_loads_the_keyring(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from ecrm_desktop.storage.database import Database;"
        "import ecrm_desktop.shell.app;"
        "Database(Path(sys.argv[1]), create=True).close();"
        "sys.exit('keyring' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "shop.db")], cwd=ROOT, check=False
    )
    assert ran.returncode == 0
