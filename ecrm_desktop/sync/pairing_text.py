"""The one line that lets a PC into a shop, as the server's side gives it and the PC reads it."""

import binascii
from base64 import b32decode, b32encode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final
from uuid import UUID

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.sync.address import Address, HubAddress, ServerAddress

_MARK: Final = "ecrm"
_VERSION: Final = "1"
_CHECK: Final = 6
_ID: Final = 16
_LENGTH: Final = 2
_GROUP: Final = 8  # letters that base32 makes of five bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """What a PC needs to join a shop under a `name`; whoever has it joins in its place.

    The password is for joining alone: the PC takes another one that nobody ever sees. At a hub it
    is the code of an invitation, and the account has the id of the device. Nothing of the shop is
    in it, so whoever photographs it has nothing but a try to come in.
    """

    address: Address
    shop: UUID
    device: UUID
    name: str
    password: str = field(repr=False)

    def text(self) -> str:
        """Return the line: small letters and digits only, which no messenger changes."""
        fields = [*_fields(self.address), self.password.encode(), self.name.encode()]
        content = self.shop.bytes + self.device.bytes
        content += b"".join(len(one).to_bytes(_LENGTH) + one for one in fields)
        letters = b32encode(_check(content) + content).decode().rstrip("=").lower()
        return f"{_MARK}{_VERSION}.{letters}"


def parse_pairing(text: str) -> Pairing:
    """Read a line again, whatever spaces, line ends and invisible marks came in on its way.

    Raises InvalidInput PAIRING_WRONG where it is something else, PAIRING_TOO_NEW or
    PAIRING_DAMAGED.
    """
    plain = "".join(letter for letter in text if letter.isprintable() and not letter.isspace())
    head, dot, letters = plain.lower().partition(".")
    if not dot or not head.startswith(_MARK) or not head.removeprefix(_MARK).isdecimal():
        raise InvalidInput(Problem.PAIRING_WRONG)
    if head != _MARK + _VERSION:
        raise InvalidInput(Problem.PAIRING_TOO_NEW)
    try:
        whole = b32decode(letters.upper() + "=" * (-len(letters) % _GROUP))
    except (binascii.Error, ValueError):
        raise InvalidInput(Problem.PAIRING_DAMAGED) from None
    check, content = whole[:_CHECK], whole[_CHECK:]
    if check != _check(content):
        raise InvalidInput(Problem.PAIRING_DAMAGED)
    shop, device, rest = content[:_ID], content[_ID : 2 * _ID], content[2 * _ID :]
    fields = []
    while rest:
        end = _LENGTH + int.from_bytes(rest[:_LENGTH])
        fields.append(rest[_LENGTH:end])
        rest = rest[end:]
    *where, password, name = fields
    return Pairing(
        address=_address(where, device),
        shop=UUID(bytes=shop),
        device=UUID(bytes=device),
        name=name.decode(),
        password=password.decode(),
    )


def compared_digits(pairing: Pairing, token: bytes) -> str:
    """Return the four digits that two people compare; `token`: SHA-256 of the one that came.

    Whoever has the text and comes first has another token, and so other digits on its screen.
    """
    parts = sha256(pairing.password.encode()).digest() + token + pairing.device.bytes
    return f"{int.from_bytes(sha256(b'ECRM digits' + parts).digest()[:8]) % 10_000:04d}"


def _fields(address: Address) -> list[bytes]:
    """Return an address as fields; how many they are says which kind it is."""
    if isinstance(address, HubAddress):
        return [address.authority, address.url.encode(), address.certificate_name.encode()]
    return [
        address.authority,
        address.host.encode(),
        str(address.port).encode(),
        address.database.encode(),
        address.role.encode(),
    ]


def _address(fields: list[bytes], device: bytes) -> Address:
    authority, *rest = fields
    texts = [one.decode() for one in rest]
    if len(texts) == len(("url", "certificate_name")):
        url, certificate_name = texts
        return HubAddress(
            url=url,
            account=UUID(bytes=device),
            authority=authority,
            certificate_name=certificate_name,
        )
    host, port, database, role = texts
    return ServerAddress(
        host=host, port=int(port), database=database, role=role, authority=authority
    )


def _check(content: bytes) -> bytes:
    return sha256(b"ECRM pairing" + content).digest()[:_CHECK]
