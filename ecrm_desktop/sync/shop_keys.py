"""The keys that only a shop's PCs have, and what is sealed with them: what opens doors.

Sealing is deterministic (AES-SIV), so that PCs which seal the same have the same on the wire.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from secrets import token_bytes
from typing import Final, Self
from uuid import UUID

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.storage.keyring_secrets import find_password, keep_password

KEY_SIZE: Final = 32
_ID_SIZE: Final = 8
_BOX_SIZE: Final = 32
_VERSION: Final = "1"


class SealedError(Exception):
    """What is sealed with a key that is not here, or was changed by whoever has none."""


@dataclass(frozen=True, slots=True)
class ShopKeys:
    """The keys of a shop that a PC knows, the one that seals first; it may know none.

    There are several only where PCs made one each as nobody could ask the other.
    """

    secrets: tuple[bytes, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, secrets: Iterable[bytes]) -> Self:
        """Return keys in the order that is the same on every PC."""
        whole = {one for one in secrets if len(one) == KEY_SIZE}
        return cls(tuple(sorted(whole, key=_key_id, reverse=True)))

    def __bool__(self) -> bool:
        return bool(self.secrets)

    def seal(self, table: str, record: UUID, column: str, value: str) -> str:
        """Return what travels of a value that is not empty; there is a key."""
        from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 - 50 ms
            AESSIV,
        )

        secret = self.secrets[0]
        sealed = AESSIV(secret).encrypt(value.encode(), _place(table, record, column))
        return f"{_VERSION}.{_key_id(secret).hex()}.{b64encode(sealed).decode()}"

    def open(self, table: str, record: UUID, column: str, sealed: str) -> str:
        """Return the value that was sealed for this place; SealedError."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above
        from cryptography.hazmat.primitives.ciphers.aead import AESSIV  # noqa: PLC0415 - as above

        version, _, rest = sealed.partition(".")
        name, _, text = rest.partition(".")
        fitting = [one for one in self.secrets if _key_id(one).hex() == name]
        if version != _VERSION or not fitting:
            raise SealedError
        try:
            content = b64decode(text, validate=True)
            return AESSIV(fitting[0]).decrypt(content, _place(table, record, column)).decode()
        except (InvalidTag, ValueError) as error:
            raise SealedError from error


def new_key() -> bytes:
    """Return a fresh random key."""
    return token_bytes(KEY_SIZE)


def find_shop_keys(shop: UUID) -> ShopKeys | None:
    """Return what this PC's keyring has; None if it does not answer."""
    kept = find_password(_name(shop))
    return None if kept is None else ShopKeys.of(_parsed(kept))


def keep_shop_keys(shop: UUID, more: Iterable[bytes]) -> ShopKeys:
    """Add keys to those in this PC's keyring, and return them all; SYNC_NO_KEYRING."""
    kept = find_shop_keys(shop)
    if kept is None:
        raise SyncError(Problem.SYNC_NO_KEYRING)
    whole = ShopKeys.of([*kept.secrets, *more])
    text = " ".join(one.hex() for one in whole.secrets)
    if whole != kept and not keep_password(_name(shop), text):
        raise SyncError(Problem.SYNC_NO_KEYRING)
    return whole


class Box:
    """What keys can be put into for one PC alone, whoever carries it there."""

    def __init__(self, private: bytes, shop: UUID) -> None:
        from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415 - as above
            X25519PrivateKey,
        )

        self._private = X25519PrivateKey.from_private_bytes(private)
        self._shop = shop
        self.public = self._private.public_key().public_bytes_raw()

    @classmethod
    def kept(cls, shop: UUID) -> Self | None:
        """Return the one of this PC, the same until it has keys; None without a keyring."""
        name = f"ecrm_box_{shop.hex}"
        text = find_password(name)
        if text == "":
            text = token_bytes(_BOX_SIZE).hex()
            text = text if keep_password(name, text) else None
        return None if text is None else cls(bytes.fromhex(text), shop)

    def take(self, given: bytes) -> ShopKeys:
        """Return the keys that somebody put in; SealedError."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above
        from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415 - as above
            X25519PublicKey,
        )
        from cryptography.hazmat.primitives.ciphers.aead import AESSIV  # noqa: PLC0415 - as above

        theirs, content = given[:_BOX_SIZE], given[_BOX_SIZE:]
        try:
            shared = self._private.exchange(X25519PublicKey.from_public_bytes(theirs))
            key = _between(shared, theirs, self.public)
            opened = AESSIV(key).decrypt(content, [b"ECRM keys", self._shop.bytes])
        except (InvalidTag, ValueError) as error:
            raise SealedError from error
        return ShopKeys.of(opened[at : at + KEY_SIZE] for at in range(0, len(opened), KEY_SIZE))


def put_into_box(public: bytes, shop: UUID, keys: ShopKeys) -> bytes:
    """Return keys for whoever has the box with this `public` side; SealedError if it is none."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415 - as above
        X25519PrivateKey,
        X25519PublicKey,
    )
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV  # noqa: PLC0415 - as above

    mine = X25519PrivateKey.generate()
    my_public = mine.public_key().public_bytes_raw()
    try:
        shared = mine.exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError as error:
        raise SealedError from error
    key = _between(shared, my_public, public)
    content = AESSIV(key).encrypt(b"".join(keys.secrets), [b"ECRM keys", shop.bytes])
    return my_public + content


def _between(shared: bytes, theirs: bytes, public: bytes) -> bytes:
    return blake2b(shared + theirs + public, digest_size=KEY_SIZE, person=b"ECRM box").digest()


def _key_id(secret: bytes) -> bytes:
    return blake2b(secret, digest_size=_ID_SIZE, person=b"ECRM shop key").digest()


def _place(table: str, record: UUID, column: str) -> list[bytes]:
    # Nobody can put one person's password in the place of another one's.
    return [table.encode(), record.bytes, column.encode()]


def _name(shop: UUID) -> str:
    return f"ecrm_keys_{shop.hex}"


def _parsed(text: str) -> list[bytes]:
    try:
        return [bytes.fromhex(one) for one in text.split()]
    except ValueError:
        return []
