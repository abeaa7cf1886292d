"""Shops that live one after the other until one shows a fault.

python -m tests.helpers.many_lives MOST
"""

import sys
import tempfile
from pathlib import Path

from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, wheel_binaries
from tests.helpers.postgres_places import place_for
from tests.sync.test_simulation import KINDS, run


def main(most: int) -> None:
    """Let so many live at most, of each kind in turn; say after how many something was wrong."""
    with tempfile.TemporaryDirectory() as folder, place_for(wheel_binaries()) as place, place:
        template = Path(folder) / "template.db"
        Database(template, create=True).close()
        for seed in range(most):
            if found := _wrong(place, template, Path(folder) / str(seed), seed):
                sys.stdout.write(f"{seed + 1} lives: {found}\n")
                return
    sys.stdout.write(f"not in {most} lives\n")


def _wrong(place: EmbeddedPostgres, template: Path, folder: Path, seed: int) -> str:
    folder.mkdir()
    chances = list(KINDS.values())[seed % len(KINDS)]
    try:
        return "; ".join(run(place, template, folder, seed, 3, chances, 60)[:2])
    except Exception as error:  # noqa: BLE001 - whatever a fault leads to
        return type(error).__name__


if __name__ == "__main__":
    main(int(sys.argv[1]))
