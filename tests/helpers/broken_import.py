"""An import that broke off in the middle, as a killed program leaves it."""

from pathlib import Path

import pytest

from ecrm_desktop.services.imports import run
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.import_files import bring_in, write_csv


class Died(BaseException):
    """The process was killed."""


def leave_broken_import(database: Database, file: Path, *, rows: int = 30) -> None:
    """Write a list of customers and bring it in until only its last portion is missing."""
    write_csv(file, ["name", "phone"], [[f"مشتری {at}", f"0912{at:07}"] for at in range(rows)])

    def die(done: int, _total: int) -> None:
        if done == rows:
            raise Died

    with pytest.MonkeyPatch.context() as patch:
        for name in ("_BLOCK", "_FIRST_BLOCK", "_SMALLEST_BLOCK"):
            patch.setattr(run, name, 10)
        patch.setattr("ecrm_desktop.storage.portions._LONGEST_SECONDS", 0)
        patch.setattr("ecrm_desktop.importing.run._take_out_broken", lambda *_rest: None)
        with pytest.raises(Died):
            bring_in(database, ImportKind.CUSTOMERS, file, report_progress=die)
