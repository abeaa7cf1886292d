"""An import and its way to the server in a process of its own, so that its memory can be told.

python -m tests.benchmarks.synced_import_process DATABASE FILE COLUMN,COLUMN…
Without the columns it only sends.
"""

import sys
from contextlib import closing
from pathlib import Path

from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.rounds import Syncing
from ecrm_desktop.values.statuses import ImportKind
from tests.benchmarks.import_process import bring_in
from tests.benchmarks.peak_memory import peak_megabytes


def main(path: Path, file: Path, columns: list[str]) -> None:
    """Bring a file in and send it; print the megabytes at the most."""
    with closing(Database(path)) as database:
        if columns:
            bring_in(database, file, ImportKind.PURCHASES, columns)
        with closing(Syncing(database)) as syncing:
            syncing.run_round()
    sys.stdout.write(f"{peak_megabytes()}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3].split(",") if len(sys.argv) > 3 else [])
