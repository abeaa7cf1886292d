"""From a file to the plan of bringing it in; runs beside the window."""

from dataclasses import dataclass, replace
from pathlib import Path

from ecrm_desktop.exchange.mapping import Conventions, Mapping
from ecrm_desktop.exchange.recognition import About, Doubt
from ecrm_desktop.exchange.recognize import recognize, sheet_of_kind
from ecrm_desktop.exchange.sheets import FileKind, Sheet
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.exchange.title_row import with_title_row
from ecrm_desktop.settings import Settings
from ecrm_desktop.ui.imports.plan import ImportPlan, remembered_mapping
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import ImportKind

_OF_THE_FILE = frozenset(
    {
        About.SERIAL_DATES,
        About.BROKEN_NUMBERS,
        About.FOOTERS,
        About.FORMULAS,
        About.ERRORS,
        About.HIDDEN_ROWS,
        About.NO_BIRTHDAYS,
    }
)
_OF_STATES = frozenset({About.STATES, About.NO_SALES})


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What a file has in it."""

    path: Path
    kind: FileKind
    sheets: tuple[Sheet, ...]


class Planner:
    """Makes plans for one shop; `unit` is that of amounts where nobody has to be asked."""

    def __init__(
        self, conventions: Conventions, unit: MoneyUnit | None, settings: Settings
    ) -> None:
        self._conventions = conventions
        self._unit = unit
        self._settings = settings

    def read(self, path: Path, kind: ImportKind | None) -> tuple[FileFacts, ImportPlan]:
        """Return what is in a file and the plan of its first sheet; raises FileError.

        `kind` is what its rows are unless they tell otherwise; of several sheets one of this kind
        is taken.
        """
        with open_tables(path) as tables:
            facts = FileFacts(path=path, kind=tables.kind, sheets=tables.sheets)
        at = 0
        if kind is not None:
            at = facts.sheets.index(sheet_of_kind(facts.sheets, kind, self._conventions))
        return facts, self.plan(facts, at, None, otherwise=kind)

    def plan(
        self,
        facts: FileFacts,
        at: int,
        kind: ImportKind | None,
        *,
        title_row: int | None = None,
        otherwise: ImportKind | None = None,
    ) -> ImportPlan:
        """Return the plan of one sheet, as such files were mapped before if there were any.

        `kind` is certain, `otherwise` only taken if the rows do not tell. Titles stand in the row
        `title_row`; None: as the reader found them.
        """
        sheet = facts.sheets[at]
        if title_row is not None:
            sheet = with_title_row(sheet, title_row)
        known = remembered_mapping(self._settings, sheet, kind)
        found = recognize(sheet, known.kind if known else kind, self._conventions)
        if About.KIND in {doubt.about for doubt in found.doubts} and otherwise is not None:
            found = recognize(sheet, otherwise, self._conventions)
        mapping = known or found.mapping
        return ImportPlan(
            path=facts.path,
            file_kind=facts.kind,
            sheets=facts.sheets,
            at=at,
            sheet=sheet,
            title_row=title_row,
            mapping=replace(mapping, unit=self._unit or mapping.unit),
            unsure=frozenset() if known else found.unsure_columns,
            found=() if known else found.columns,
            doubts=_still_true(found.doubts, known) if known else found.doubts,
            remembered=known is not None,
        )


def _still_true(doubts: tuple[Doubt, ...], mapping: Mapping) -> tuple[Doubt, ...]:
    """Return what has to be told of a file whatever its columns hold, and of a kept scale."""
    return tuple(
        one
        for one in doubts
        if one.about in _OF_THE_FILE
        or (one.about in _OF_STATES and mapping.columns[one.position or 0] == "status")
        or (
            one.about is About.SCALE
            and one.position is not None
            and mapping.scale_of(one.position) == one.count
        )
    )
