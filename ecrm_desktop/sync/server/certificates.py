"""The certificate of a server, and the small authority that PCs know it by.

The authority's key is used once and kept nowhere, so nobody can ever sign another server for the
shop. Neither certificate ends: PCs with a wrong clock have to sync as well, and what is to be
trusted no more is replaced by pairing anew.
"""

import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from ecrm_desktop.sync.address import SERVER_NAME

_AUTHORITY_NAME: Final = "ECRM"
_BEGIN: Final = datetime(1970, 1, 1, tzinfo=UTC)
# What RFC 5280 has for certificates without an end.
_END: Final = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)

_SIGNING: Final = x509.KeyUsage(
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerIdentity:
    """What PostgreSQL serves TLS with, as PEM: its certificate, then the authority's; its key."""

    certificates: bytes
    key: bytes = field(repr=False)


def make_identity() -> ServerIdentity:
    """Make an authority and a server's certificate that it signed."""
    authority_key, server_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, _AUTHORITY_NAME)])
    authority = (
        _builder(issuer, issuer, authority_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_SIGNING, critical=True)
        .add_extension(
            x509.SubjectKeyIdentifier.from_public_key(authority_key.public_key()), critical=False
        )
        .sign(authority_key, hashes.SHA256())
    )
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SERVER_NAME)])
    server = (
        _builder(name, issuer, server_key.public_key())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(SERVER_NAME)]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()),
            critical=False,
        )
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    return ServerIdentity(
        certificates=server.public_bytes(pem) + authority.public_bytes(pem),
        key=server_key.private_bytes(
            pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ),
    )


def authority_in(certificates: bytes) -> bytes | None:
    """Return the authority (DER) of a server's certificates; None if they are not ours."""
    try:
        server, *rest = x509.load_pem_x509_certificates(certificates)
        names = server.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        if SERVER_NAME not in names.get_values_for_type(x509.DNSName):
            return None
        [authority] = rest
        server.verify_directly_issued_by(authority)
    except Exception:  # noqa: BLE001 - whatever somebody else's file is, it is not ours
        return None
    return authority.public_bytes(serialization.Encoding.DER)


def private_authority(certificates: bytes) -> tuple[bytes, str] | None:
    """Return by what a server's certificates (PEM) are known that no computer knows by itself.

    That is the last one (DER) if no authority that every computer knows gave it, and the name that
    the server's own one is for where it is one of ours, else "". ValueError if they are none.
    """
    from requests.utils import DEFAULT_CA_BUNDLE_PATH  # noqa: PLC0415 - only a hub needs it

    last = x509.load_pem_x509_certificates(certificates)[-1]
    # OpenSSL reads all of them, also those that are not as the standards have it.
    known: list[Any] = ssl.create_default_context(cafile=DEFAULT_CA_BUNDLE_PATH).get_ca_certs()
    subjects = {tuple(value for part in one["subject"] for _, value in part) for one in known}
    if tuple(part.value for part in last.issuer) in subjects:
        return None
    name = "" if authority_in(certificates) is None else SERVER_NAME
    return last.public_bytes(serialization.Encoding.DER), name


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(_BEGIN)
        .not_valid_after(_END)
    )
