"""Secrets of encrypted files and passwords at servers, in the operating system's keyring.

Any call into the keyring may wait for a person who unlocks it: never call from the window's thread.
"""

import secrets
import threading
from collections.abc import Callable
from hashlib import blake2b
from typing import TypeVar

from ecrm_desktop.logs import LOGGER

T = TypeVar("T")

SECRET_SIZE = 16
"""Bytes of a secret: nothing shorter could resist, nothing longer fits a phrase people type."""

SALT_MARK = b"ECRMKEY1"
"""An encrypted file begins with this and its key's id, which is SQLCipher's place for the salt."""

SALT_SIZE = 16

WAIT_SECONDS = 30.0
"""How long a keyring may take to answer: enough to type the password of a locked one."""

_SERVICE = "ECRM Desktop"
_SERVERS = "ECRM Desktop server"


def make_secret() -> bytes:
    """Return a fresh random secret for one database."""
    return secrets.token_bytes(SECRET_SIZE)


def key_id(secret: bytes) -> bytes:
    """Return the eight bytes that name a secret without giving it away."""
    return blake2b(secret, digest_size=SALT_SIZE - len(SALT_MARK), person=b"ECRM key id").digest()


def cipher_key(secret: bytes) -> str:
    """Return the raw key and the salt as SQLCipher takes them, `x'<64 hex><32 hex>'`."""
    key = blake2b(secret, digest_size=32, person=b"ECRM file key").digest()
    return f"x'{key.hex()}{SALT_MARK.hex()}{key_id(secret).hex()}'"


def key_id_in(header: bytes) -> bytes | None:
    """Return which key opens the file that begins so; None if the file is not encrypted by us."""
    is_ours = len(header) >= SALT_SIZE and header.startswith(SALT_MARK)
    return header[len(SALT_MARK) : SALT_SIZE] if is_ours else None


def has_keyring() -> bool:
    """Tell whether this PC has a keyring that keeps secrets."""
    return _in_time(_has_backend) or False


def find_secret(key: bytes) -> bytes | None:
    """Return the secret with this id; None if the keyring lacks it or does not answer."""
    return _in_time(lambda: _read(key))


def keep_secret(secret: bytes) -> bool:
    """Put a secret into the keyring; False if it cannot be read back from there."""

    def keep() -> bool:
        import keyring  # noqa: PLC0415 - slow, and a plain database never needs it

        if _read(key_id(secret)) != secret:
            keyring.set_password(_SERVICE, key_id(secret).hex(), secret.hex())
        return _read(key_id(secret)) == secret

    return _in_time(keep) or False


def find_password(role: str) -> str | None:
    """Return the password of this PC's role at its shop's server.

    "" if the keyring has none; None if it does not answer, and may well have one.
    """
    return _in_time(lambda: _read_password(role) or "")


def keep_password(role: str, password: str) -> bool:
    """Put it into the keyring; False if it cannot be read back from there."""

    def keep() -> bool:
        import keyring  # noqa: PLC0415 - as above

        keyring.set_password(_SERVERS, role, password)
        return _read_password(role) == password

    return _in_time(keep) or False


def _read_password(role: str) -> str | None:
    import keyring  # noqa: PLC0415 - as above

    return keyring.get_password(_SERVERS, role)


def _read(key: bytes) -> bytes | None:
    import keyring  # noqa: PLC0415 - as above

    kept = keyring.get_password(_SERVICE, key.hex())
    secret = bytes.fromhex(kept) if kept else b""
    # Whoever else writes there: only what names itself rightly is the secret.
    return secret if len(secret) == SECRET_SIZE and key_id(secret) == key else None


def _has_backend() -> bool:
    import keyring  # noqa: PLC0415 - as above

    return keyring.get_keyring().priority > 0


def _in_time(ask: Callable[[], T]) -> T | None:
    """Return the answer of a keyring; None if it fails, whatever way, or does not come in time."""
    answers: list[T] = []

    def run() -> None:
        try:
            answers.append(ask())
        # Backends raise errors of D-Bus, of Windows and of macOS besides keyring's own.
        except Exception as error:  # noqa: BLE001
            # Only its kind: a message may quote what was to be kept.
            LOGGER.warning("The keyring failed: %s", type(error).__name__)

    # A thread that may be left behind: the keyring's own window may stay open for ever.
    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(WAIT_SECONDS)
    if thread.is_alive():
        LOGGER.warning("The keyring did not answer in %s seconds", WAIT_SECONDS)
    return answers[0] if answers else None
