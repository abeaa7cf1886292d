"""A hub as a process of its own, over TLS, and shops that are behind it."""

import os
import subprocess
import threading
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from uuid import UUID

import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from psycopg.conninfo import conninfo_to_dict

from ecrm_desktop.sync.address import HubAddress
from ecrm_desktop.sync.hub_transport import HubTransport
from ecrm_desktop.sync.pairing_text import Pairing
from ecrm_desktop.sync.server.administering import invite_through_hub
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, new_password
from tests.helpers.command_line import ROOT, START
from tests.helpers.synced_pcs import ServedShop

_SECONDS = 30


class HubProcess:
    """`ecrm hub serve` of a storage; `log` is what it has written to standard error."""

    def __init__(self, storage: str, folder: Path, *options: str) -> None:
        self.storage = storage
        self.options = options
        self.log = folder / "hub.log"
        self._process: subprocess.Popen[bytes] | None = None
        self.url = ""

    def start(self, port: int = 0) -> None:
        """Start it, and wait until it answers."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(*START, "hub", "serve", "--storage", self.storage),
                    *("--port", str(port), *self.options),
                ],
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=ROOT,
                env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            )
        assert self._process.stdout is not None
        watch = threading.Timer(_SECONDS, self._process.kill)
        watch.start()
        line = self._process.stdout.readline().decode()
        watch.cancel()
        assert "://" in line, self.log.read_text(encoding="utf-8")
        self.url = next(word for word in line.split() if "://" in word).strip("\u2066\u2069")

    @property
    def port(self) -> int:
        """At which port it answers."""
        return int(self.url.rpartition(":")[2])

    def kill(self) -> None:
        """End it as a power cut does."""
        assert self._process is not None
        self._process.kill()
        self._end()

    def stop(self) -> int:
        """End it as whoever looks after it does; return its exit status."""
        self.ask_to_end()
        return self.wait()

    def ask_to_end(self) -> None:
        """Send the signal that ends it."""
        assert self._process is not None
        self._process.terminate()

    def wait(self) -> int:
        """Wait for its end; return its exit status."""
        return self._end()

    def _end(self) -> int:
        assert self._process is not None
        process, self._process = self._process, None
        assert process.stdout is not None
        process.stdout.close()
        return process.wait(_SECONDS)

    def close(self) -> None:
        """End it if it is running."""
        if self._process is not None:
            self.stop()


def give_certificate(folder: Path) -> Path:
    """Make a certificate of 127.0.0.1 that signed itself; its key is beside it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hub")])
    now = datetime.now(UTC)
    address = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(address, critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "hub.crt"
    pem = serialization.Encoding.PEM
    path.write_bytes(made.public_bytes(pem))
    path.with_suffix(".key").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return path


class HubShop(ServedShop):
    """A shop in a database of its own that PCs reach through a hub."""

    def __init__(self, cluster: EmbeddedPostgres, name: str, folder: Path, *options: str) -> None:
        super().__init__(cluster, name)
        password = conninfo_to_dict(cluster.conninfo())["password"]
        storage = f"postgresql://postgres:{password}@127.0.0.1:{cluster.port}/{name}"
        self.certificate = give_certificate(folder)
        key = str(self.certificate.with_suffix(".key"))
        tls = ("--tls-cert", str(self.certificate), "--tls-key", key)
        self.hub = HubProcess(storage, folder, *tls, *options)
        self.hub.start()

    def invite(self, name: str = "PC", *, shop: UUID | None = None) -> Pairing:
        """Let a PC in, as `ecrm hub pair` does."""
        return invite_through_hub(self.admin, shop or self.shop, name, self.hub.url)

    def joined(self, pairing: Pairing, token: str = "") -> HubTransport:
        """Use a pairing, and return the way to the shop."""
        token = token or new_password()
        assert isinstance(pairing.address, HubAddress)
        way = HubTransport(pairing.address, pairing.shop, token)
        said = way.enter(pairing.device, pairing.password, token)
        assert "number" in said, said
        return way

    def transport(self, device: UUID) -> Any:
        """Let a device in under the identity that it has taken, and return its way."""
        code = new_password()
        self.admin.execute(
            "INSERT INTO ecrm_sync.accounts (shop, id, name, manages, code, expires)"
            " VALUES (%s, %s, 'PC', false, %s, now() + interval '1 minute')",
            [self.shop, device, sha256(code.encode()).digest()],
        )
        invited = self.invite().address
        assert isinstance(invited, HubAddress)
        address = HubAddress(
            url=invited.url,
            account=device,
            authority=invited.authority,
            certificate_name=invited.certificate_name,
        )
        token = new_password()
        way = HubTransport(address, self.shop, token)
        way.enter(device, code, token)
        return way

    def caller(self, token: str = "") -> "Caller":
        """Return somebody who calls the hub as no PC of ours would."""
        return Caller(self.hub, str(self.certificate), token)

    def close(self) -> None:
        """End the hub, and close all connections."""
        self.hub.close()
        super().close()


class Caller:
    """Calls a hub as no PC of ours would."""

    def __init__(self, hub: HubProcess, certificate: str, token: str = "") -> None:
        self.hub = hub
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.verify = certificate
        if token:
            self.session.headers["Authorization"] = f"Bearer {token}"

    def post(self, path: str, content: Any = None, **more: Any) -> requests.Response:
        """Post JSON."""
        return self.session.post(f"{self.hub.url}{path}", json=content, timeout=20, **more)

    def get(self, path: str) -> requests.Response:
        """Get something."""
        return self.session.get(f"{self.hub.url}{path}", timeout=20)
