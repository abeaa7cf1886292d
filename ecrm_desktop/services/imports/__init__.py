"""Bringing in the records of other programs, and taking them out again."""

from ecrm_desktop.services.imports.import_context import ImportCounts, ImportSettings, SkippedRow
from ecrm_desktop.services.imports.log import (
    begin_import,
    finish_import,
    log_import,
)
from ecrm_desktop.services.imports.purchases import LinesApart
from ecrm_desktop.services.imports.run import import_in_portions, import_rows
from ecrm_desktop.services.imports.undo import KeptRecord, UndoOutcome, take_out, undo_import

__all__ = [
    "ImportCounts",
    "ImportSettings",
    "KeptRecord",
    "LinesApart",
    "SkippedRow",
    "UndoOutcome",
    "begin_import",
    "finish_import",
    "import_in_portions",
    "import_rows",
    "log_import",
    "take_out",
    "undo_import",
]
