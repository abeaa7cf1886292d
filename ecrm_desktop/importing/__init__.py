"""Brings the rows of a file into the shop's database, and takes them out again."""

from ecrm_desktop.importing.reading import (
    ImportOutcome,
    ImportRequest,
    PreviewRow,
    preview,
    sheet_named,
)
from ecrm_desktop.importing.run import run_import
from ecrm_desktop.importing.taking_out import TakenOut, take_out_unfinished, undo_import
from ecrm_desktop.services.imports import ImportCounts, KeptRecord, UndoOutcome

__all__ = [
    "ImportCounts",
    "ImportOutcome",
    "ImportRequest",
    "KeptRecord",
    "PreviewRow",
    "TakenOut",
    "UndoOutcome",
    "preview",
    "run_import",
    "sheet_named",
    "take_out_unfinished",
    "undo_import",
]
