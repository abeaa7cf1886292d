"""The note of a customer: a row adds the lines of what has no field, and takes nothing away."""

from ecrm_desktop.services.imports.row_values import RowValues
from ecrm_desktop.services.records import lines_of

_FIELD = "notes"


def new_note(row_values: RowValues) -> str:
    """Return the note of a new customer; raises InvalidInput TEXT_TOO_LONG at `notes`."""
    said = row_values.values.get(_FIELD, "")
    if not row_values.added_lines:
        return said
    lines = filter(None, (*row_values.titles, said, *row_values.kept))
    return lines_of("\n".join(lines), _FIELD)


def changed_note(stored: str, row_values: RowValues, *, fills: bool) -> str:
    """Return what a note becomes; only another note replaces it, and not if a row only `fills`.

    Raises as `new_note`.
    """
    if not stored or (not fills and _FIELD in row_values.values):
        return new_note(row_values) or stored
    missing = _missing(stored, row_values.added_lines)
    return lines_of("\n".join((stored, *missing)), _FIELD) if missing else stored


def says_nothing_new(stored: str, row_values: RowValues, *, fills: bool) -> bool:
    """Tell whether a note has all that a row says."""
    if not fills:
        return changed_note(stored, row_values, fills=False) == stored
    said = row_values.values.get(_FIELD, "").splitlines()
    return not _missing(stored, (*row_values.added_lines, *said))


def kept_lines(note: str, row_values: RowValues) -> tuple[str, ...]:
    """Return the lines of a note that keep what the row has no field for."""
    missing = _missing(note, row_values.kept)
    return tuple(line for line in row_values.kept if line not in missing)


def _missing(note: str, lines: tuple[str, ...]) -> list[str]:
    there = set(note.splitlines()) if lines else set()
    return [line for line in dict.fromkeys(lines) if line not in there]
