"""What is to be brought in and how, as it is chosen step by step."""

from collections.abc import Sequence
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
from ecrm_desktop.exchange.recognition import About, ColumnFound, Doubt, Why
from ecrm_desktop.exchange.recognition_texts import column_names, doubt_text, why_text
from ecrm_desktop.exchange.sheets import NAMES_COLUMNS, FileKind, Sheet
from ecrm_desktop.importing import ImportRequest
from ecrm_desktop.settings import IMPORT_MAPPINGS, Settings
from ecrm_desktop.values.jalali import Calendar
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import clean

_REMEMBERED = 60
_TOLD_ELSEWHERE = frozenset(
    {About.KIND, About.COLUMN, About.UNIT, About.CALENDAR, About.DATE_ORDER}
)
_OF_A_FIELD = frozenset({About.MISFIT, About.SAME_TITLE, About.STATES, About.NO_SALES})


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """One sheet of a file and the mapping of its columns.

    `sheet` is read as `title_row` says (None: as the reader found it). `unsure` are positions
    whose meaning was only guessed, or that are left out only because nobody knows it; `found` says
    why each column was taken for what it is, and `doubts` what a person should look at.
    `remembered`: the mapping is that of an earlier file.
    """

    path: Path
    file_kind: FileKind
    sheets: tuple[Sheet, ...]
    at: int
    sheet: Sheet
    mapping: Mapping
    title_row: int | None = None
    unsure: frozenset[int] = frozenset()
    found: tuple[ColumnFound, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    remembered: bool = False

    @property
    def may_change_header(self) -> bool:
        """Whether a person can say that the first row has the titles, or has not."""
        return self.file_kind not in NAMES_COLUMNS and bool(self.sheet.sample)

    def with_mapping(self, mapping: Mapping) -> "ImportPlan":
        """Return the plan with another mapping of the same columns, as a person wants it."""
        before = self.mapping
        seen = {
            About.CALENDAR: _dates(before) != _dates(mapping),
            About.DATE_ORDER: _dates(before) != _dates(mapping),
            About.SCALE: before.scales != mapping.scales,
            About.UNIT: mapping.unit is not None,
        }
        doubts = tuple(one for one in self.doubts if not seen.get(one.about))
        return replace(self, mapping=mapping, doubts=doubts)

    def doubts_about(self, *abouts: About) -> bool:
        """Tell whether a person should look at one of these."""
        return any(one.about in abouts for one in self.doubts)

    def why(self, position: int) -> str:
        """Return why a column is what it is, in a sentence."""
        kind, names = self.mapping.kind, column_names(self.sheet)
        one = next((one for one in self.found if one.position == position), None)
        if one is None or one.field != self.mapping.columns[position]:
            one = ColumnFound(
                position=position,
                title=names[position],
                field=self.mapping.columns[position],
                why=Why.CHOSEN,
            )
        return why_text(one, kind, names)

    def told(self, footers: Sequence[int] | None = None) -> list[str]:
        """Return what has to be told before rows are written, a sentence each.

        `footers` are the sums and remarks of the whole file, once it was read. What the columns
        are guessed to be is told beside them, and what has to be chosen where it is.
        """
        doubts = [one for one in self.doubts if one.about not in _TOLD_ELSEWHERE]
        if footers is not None:
            doubts = [one for one in doubts if one.about is not About.FOOTERS]
            if footers:
                doubts.insert(0, Doubt(About.FOOTERS, count=len(footers), rows=tuple(footers)))
        kind, names = self.mapping.kind, column_names(self.sheet)
        return [doubt_text(one, kind, self.found, names) for one in doubts]

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
            doubts=tuple(
                one
                for one in self.doubts
                if one.position != position or one.about not in _OF_A_FIELD
            ),
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
