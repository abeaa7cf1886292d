"""A PostgreSQL that encrypts with a certificate of ours, as the one of a shop does."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from ecrm_desktop.sync.server.certificates import make_identity
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres
from tests.helpers.postgres_places import place_for

_CERTIFICATES = "server.crt"
_KEY = "server.key"


def give_certificate(place: EmbeddedPostgres) -> None:
    """Let a cluster encrypt as another server than before, from its next start or reload on."""
    identity = make_identity()
    home = place.data.parent
    for name, content in ((_CERTIFICATES, identity.certificates), (_KEY, identity.key)):
        path = home / name
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(content)
        # PostgreSQL takes only a key that is its own user's.
        shutil.chown(path, home.owner())


@contextmanager
def tls_place(binaries: Path) -> Iterator[EmbeddedPostgres]:
    """A running cluster that encrypts."""
    settings = ("ssl=on", f"ssl_cert_file=../{_CERTIFICATES}", f"ssl_key_file=../{_KEY}")
    with place_for(binaries, settings=settings) as place:
        give_certificate(place)
        with place:
            yield place


def reload(place: EmbeddedPostgres) -> None:
    """Let a running cluster read its files again."""
    with psycopg.connect(place.conninfo(), autocommit=True) as connection:
        connection.execute("SELECT pg_reload_conf()")
