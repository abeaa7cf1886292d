"""What is to be brought in and how, as it is chosen step by step."""

from dataclasses import dataclass, replace
from pathlib import Path

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.exchange.fields import FIELDS, OWN
from ecrm_desktop.exchange.mapping import (
    Conventions,
    DateOrder,
    Mapping,
    default_match,
    fitted,
    own_places,
    shape_of,
)
from ecrm_desktop.exchange.recognize import About
from ecrm_desktop.exchange.sheets import FileKind, Sheet
from ecrm_desktop.importing import ImportRequest
from ecrm_desktop.settings import IMPORT_MAPPINGS, Settings
from ecrm_desktop.values.jalali import Calendar
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import clean

_REMEMBERED = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """One sheet of a file and the mapping of its columns.

    `sheet` is read as `title_row` says (None: as the reader found it). `unsure` are positions
    whose meaning was only guessed, or that are left out only because nobody knows it, `doubts` what
    else a person should look at, `remembered` whether the mapping is that of an earlier file.
    """

    path: Path
    file_kind: FileKind
    sheets: tuple[Sheet, ...]
    at: int
    sheet: Sheet
    mapping: Mapping
    title_row: int | None = None
    unsure: frozenset[int] = frozenset()
    doubts: frozenset[About] = frozenset()
    remembered: bool = False

    @property
    def may_change_header(self) -> bool:
        """Whether a person can say that the first row has the titles, or has not."""
        return self.file_kind is not FileKind.VCARD and bool(self.sheet.sample)

    def with_mapping(self, mapping: Mapping) -> "ImportPlan":
        """Return the plan with another mapping of the same columns, as a person wants it."""
        seen = {About.CALENDAR, About.DATE_ORDER}
        before = _dates(self.mapping)
        doubts = self.doubts if before == _dates(mapping) else self.doubts - seen
        return replace(self, mapping=mapping, doubts=doubts)

    def taken_by(self, field: str, position: int) -> int | None:
        """Return which other column is this field already, if only one may be."""
        known = FIELDS[self.mapping.kind].get(field)
        if not field or (known is not None and known.repeats):
            return None
        columns = self.mapping.columns
        return next((at for at, one in enumerate(columns) if one == field and at != position), None)

    def with_column(self, position: int, field: str) -> "ImportPlan":
        """Return the plan with another meaning of a column, taken from any other that had it.

        What tells records apart follows the columns, unless a person chose it.
        """
        columns = list(self.mapping.columns)
        other = self.taken_by(field, position)
        if other is not None:
            columns[other] = ""
        columns[position] = field
        mapping = self.mapping
        before = default_match(mapping.kind, mapping.columns)
        match = (
            default_match(mapping.kind, columns)
            if set(mapping.match) == set(before)
            else mapping.match
        )
        return replace(
            self,
            mapping=replace(mapping, columns=tuple(columns), match=match),
            unsure=self.unsure - {position, other},
        )

    def request(self, conventions: Conventions) -> ImportRequest:
        """Return what the importer is asked for."""
        return ImportRequest(
            path=self.path,
            sheet=self.sheet.name,
            header_row=self.title_row,
            mapping=self.mapping,
            conventions=conventions,
        )


def own_field(title: str) -> str:
    """Return the column name of an own field with this title; "" if it cannot be one."""
    try:
        cleaned = clean(title)
    except InvalidInput:
        return ""
    return f"{OWN}{cleaned}" if cleaned else ""


def remembered_mapping(settings: Settings, sheet: Sheet, kind: ImportKind | None) -> Mapping | None:
    """Return how a file of this shape was mapped before, if it was."""
    kept = settings.get(IMPORT_MAPPINGS).get(shape_of(sheet))
    if not isinstance(kept, str):
        return None
    try:
        mapping = fitted(Mapping.from_json(kept), sheet)
    except InvalidInput:
        return None
    return mapping if kind in {None, mapping.kind} else None


def remember_mapping(settings: Settings, sheet: Sheet, mapping: Mapping) -> None:
    """Keep a mapping for the next file of this shape; of all shapes the last ones are kept."""
    shape = shape_of(sheet)
    own = replace(mapping, columns=tuple(mapping.columns[at] for at in own_places(sheet)))
    kept = settings.get(IMPORT_MAPPINGS)
    others = [(key, text) for key, text in kept.items() if key != shape][-(_REMEMBERED - 1) :]
    settings.set(IMPORT_MAPPINGS, {**dict(others), shape: own.to_json()})


def _dates(mapping: Mapping) -> tuple[Calendar | None, DateOrder]:
    return mapping.calendar, mapping.date_order
