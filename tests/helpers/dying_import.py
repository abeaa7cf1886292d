"""An import, or its undo, that says when it begins and is killed some time later.

python -m tests.helpers.dying_import DATABASE KIND FILE | DATABASE undo ID
"""

import sys
from pathlib import Path
from uuid import UUID

from ecrm_desktop.importing import run_import, undo_import
from ecrm_desktop.services.imports import run, undo
from ecrm_desktop.storage import portions
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.import_files import request_for


def say(word: str) -> None:
    """Tell who waits to kill."""
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def main(path: Path, what: str, argument: str) -> None:
    """Do the work between two words, in many portions."""
    for name in ("_BLOCK", "_FIRST_BLOCK"):
        setattr(run, name, 300)
    portions._LONGEST_SECONDS = 0  # type: ignore[misc]  # noqa: SLF001 - each block is one
    undo._AT_ONCE = 300  # type: ignore[misc]  # noqa: SLF001 - more rows would take longer to kill
    database = Database(path)
    if what == "undo":
        say("begins")
        undo_import(database, UUID(argument))
    else:
        request = request_for(ImportKind(what), Path(argument), problem_file=False)
        say("begins")
        run_import(database, request)
    say("done")
    database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
