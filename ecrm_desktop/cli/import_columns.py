"""What the columns of a file hold, as a command line says it or as they look."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ecrm_desktop.cli.output import without_isolates
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.drafts.imports import MatchBy
from ecrm_desktop.errors import FileError, InvalidInput, Problem
from ecrm_desktop.exchange.fields import column_title
from ecrm_desktop.exchange.mapping import Conventions, Mapping, fitted, mapping_from_columns
from ecrm_desktop.exchange.reasons import chosen_columns, sheet_doubts, state_doubts
from ecrm_desktop.exchange.recognition import About, ColumnFound, Doubt
from ecrm_desktop.exchange.recognition_texts import column_names, doubt_text, why_text
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.sheets import Sheet
from ecrm_desktop.i18n import translate
from ecrm_desktop.values.statuses import ImportKind

_CHOICES = {
    "unit": {About.UNIT},
    "calendar": {About.CALENDAR},
    "date_order": {About.DATE_ORDER},
}


@dataclass(frozen=True, slots=True)
class ChosenColumns:
    """The mapping of a sheet, with what each column was taken for and what has to be told."""

    sheet: Sheet
    mapping: Mapping
    columns: Sequence[ColumnFound]
    doubts: Sequence[Doubt]
    was_recognised: bool

    def without_footers(self) -> "ChosenColumns":
        """Return it with what is known before the whole file was read."""
        return self.with_footers(())

    def only_footers(self) -> "ChosenColumns":
        """Return it with nothing to be told but the sums and remarks."""
        return replace(self, doubts=[one for one in self.doubts if one.about is About.FOOTERS])

    def with_footers(self, rows: tuple[int, ...]) -> "ChosenColumns":
        """Return it with the sums and remarks of the whole file instead of its first rows."""
        doubts = [one for one in self.doubts if one.about is not About.FOOTERS]
        if rows:
            doubts.append(Doubt(About.FOOTERS, count=len(rows), rows=rows))
        return replace(self, doubts=doubts)

    def column_rows(self) -> list[tuple[str, str, str]]:
        """Return title, what it becomes and why, of each column."""
        kind, names = self.mapping.kind, column_names(self.sheet)
        return [
            (
                names[one.position],
                column_title(kind, one.field) or "—",
                without_isolates(why_text(one, kind, names)),
            )
            for one in self.columns
        ]

    def doubt_texts(self) -> list[str]:
        """Return the sentence of each doubt."""
        kind, names = self.mapping.kind, column_names(self.sheet)
        texts = (doubt_text(one, kind, self.columns, names) for one in self.doubts)
        return [without_isolates(text) for text in texts]

    def as_json(self) -> dict[str, list[dict[str, object]]]:
        """Return `columns` and `doubts` as docs/cli.md says."""
        texts = zip(self.column_rows(), self.columns, strict=True)
        return {
            "columns": [
                {
                    "title": one.title,
                    "position": one.position + 1,
                    "field": one.field or None,
                    "sure": one.sure,
                    "why": one.why,
                    "text": text,
                }
                for (_, _, text), one in texts
            ],
            "doubts": [
                {
                    "about": one.about,
                    "position": None if one.position is None else one.position + 1,
                    "count": one.count,
                    "rows": list(one.rows),
                    "text": text,
                }
                for text, one in zip(self.doubt_texts(), self.doubts, strict=True)
            ],
        }


def read_pairs(pairs: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return (SOURCE, field) of each SOURCE=FIELD."""
    read: list[tuple[str, str]] = []
    for pair in pairs:
        source, sign, field = pair.rpartition("=")
        if not sign or not source.strip():
            raise WrongUse(
                translate(
                    "CommandLine", "--column is written like 3=date or Price=amount, not {text}.",
                    text=pair,
                )
            )  # fmt: skip
        if any(source == other for other, _ in read):
            raise WrongUse(translate("CommandLine", "--column {text} is there twice.", text=pair))
        read.append((source, field.strip()))
    return read


def read_match(text: str) -> tuple[MatchBy, ...]:
    """Return the ways that `phone,code` names, in this order."""
    try:
        return tuple(dict.fromkeys(MatchBy(word.strip()) for word in text.split(",")))
    except ValueError:
        known = ", ".join(MatchBy)
        raise WrongUse(
            translate("CommandLine", "--match takes some of {known}, with commas.", known=known)
        ) from None


def chosen_mapping(
    kind: ImportKind,
    sheet: Sheet,
    conventions: Conventions,
    *,
    file: Path | None,
    pairs: list[tuple[str, str]],
    scale: int | None,
    **over: Any,
) -> ChosenColumns:
    """Return the mapping: of a file with a description, of pairs, or as the columns look.

    `scale` and `over`, attributes of the mapping, are what the command line sets; None leaves what
    there is.
    """
    if file is not None:
        mapping = fitted(_described(file, kind), sheet)
    elif pairs:
        mapping = mapping_from_columns(kind, pairs, sheet)
    else:
        found = recognize(sheet, kind, conventions)
        mapping, columns, doubts = found.mapping, found.columns, found.doubts
    was_recognised = file is None and not pairs
    if not was_recognised:
        columns = chosen_columns(mapping, sheet)
        doubts = (*state_doubts(mapping, sheet), *sheet_doubts(sheet))
    said = {name: value for name, value in over.items() if value is not None}
    settled = set().union(*(_CHOICES.get(name, set()) for name in said))
    mapping = replace(mapping, **said)
    if scale is not None:
        mapping = mapping.with_scale(scale)
        settled.add(About.SCALE)
    return ChosenColumns(
        sheet, mapping, columns, [one for one in doubts if one.about not in settled], was_recognised
    )


def _described(file: Path, kind: ImportKind) -> Mapping:
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise FileError(Problem.FILE_MISSING, path=str(file)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(Problem.FILE_UNREADABLE, path=str(file)) from error
    mapping = Mapping.from_json(text)
    if mapping.kind is not kind:
        raise InvalidInput(Problem.MAPPING_WRONG, name="kind")
    return mapping
