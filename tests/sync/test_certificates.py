"""The certificates that a server encrypts with, as OpenSSL takes them at its strictest."""

import ssl
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from requests.utils import DEFAULT_CA_BUNDLE_PATH

from ecrm_desktop.sync.address import SERVER_NAME
from ecrm_desktop.sync.server.certificates import (
    ServerIdentity,
    authority_in,
    make_identity,
    private_authority,
)


def shake_hands(identity: ServerIdentity, authority: bytes, name: str, folder: Path) -> None:
    """Let a client that knows the authority meet the server."""
    files = folder / "server.crt", folder / "server.key"
    files[0].write_bytes(identity.certificates)
    files[1].write_bytes(identity.key)
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(*files)
    asking = ssl.create_default_context(cadata=authority)
    asking.verify_flags |= ssl.VERIFY_X509_STRICT
    up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = asking.wrap_bio(down, up, server_hostname=name)
    server = serving.wrap_bio(up, down, server_side=True)
    for _ in range(3):
        for side in (client, server):
            with suppress(ssl.SSLWantReadError):
                side.do_handshake()
    assert client.version() == "TLSv1.3"


def test_a_server_is_known_by_its_authority_alone(tmp_path: Path) -> None:
    identity, other = make_identity(), make_identity()
    authority = authority_in(identity.certificates)
    assert authority is not None
    assert len(authority) < 400  # it is in every pairing text
    shake_hands(identity, authority, SERVER_NAME, tmp_path)

    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(other, authority, SERVER_NAME, tmp_path)
    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(identity, authority, "elsewhere.ecrm.internal", tmp_path)


def test_no_clock_makes_a_certificate_end_or_not_begin() -> None:
    for one in x509.load_pem_x509_certificates(make_identity().certificates):
        assert one.not_valid_before_utc <= datetime(1970, 1, 1, tzinfo=UTC)
        assert one.not_valid_after_utc.year == 9999


def test_what_is_not_ours_is_told() -> None:
    [server, authority] = make_identity().certificates.split(b"-----BEGIN")[1:]
    other = make_identity().certificates.split(b"-----BEGIN")[2]
    for wrong in (
        b"",
        b"nonsense",
        b"-----BEGIN" + server,
        b"-----BEGIN" + authority,
        b"-----BEGIN" + server + b"-----BEGIN" + other,
    ):
        assert authority_in(wrong) is None


def test_what_no_computer_knows_by_itself_is_private() -> None:
    ours = make_identity().certificates
    server, authority = x509.load_pem_x509_certificates(ours)
    assert private_authority(ours) == (authority.public_bytes(Encoding.DER), SERVER_NAME)
    # Somebody's own authority, which was not put into the file.
    alone = server.public_bytes(Encoding.PEM)
    assert private_authority(alone) == (server.public_bytes(Encoding.DER), "")
    begin, end = (f"-----{mark} CERTIFICATE-----" for mark in ("BEGIN", "END"))
    known = Path(DEFAULT_CA_BUNDLE_PATH).read_text(encoding="utf-8").split(begin)
    for text in known[1:4]:
        root = f"{begin}{text.partition(end)[0]}{end}\n"
        assert private_authority(alone + root.encode()) is None
    with pytest.raises(ValueError, match="PEM"):
        private_authority(b"nonsense")
