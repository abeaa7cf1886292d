"""Bringing in the records of other programs, and taking them out again."""

from ecrm_desktop.services.imports.log import log_import
from ecrm_desktop.services.imports.purchases import LinesApart
from ecrm_desktop.services.imports.run import import_rows
from ecrm_desktop.services.imports.undo import KeptRecord, UndoOutcome, undo_import
from ecrm_desktop.services.imports.work import ImportCounts, ImportSettings, LeftOut

__all__ = [
    "ImportCounts",
    "ImportSettings",
    "KeptRecord",
    "LeftOut",
    "LinesApart",
    "UndoOutcome",
    "import_rows",
    "log_import",
    "undo_import",
]
