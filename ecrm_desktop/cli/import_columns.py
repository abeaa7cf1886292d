"""What the columns of a file hold, as a command line says it or as they look."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.drafts.imports import MatchBy
from ecrm_desktop.errors import FileError, InvalidInput, Problem
from ecrm_desktop.exchange.mapping import Conventions, Mapping, fitted, mapping_from_columns
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.sheets import Sheet
from ecrm_desktop.i18n import translate
from ecrm_desktop.values.statuses import ImportKind


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
    **over: Any,
) -> Mapping:
    """Return the mapping: of a file with a description, of pairs, or as the columns look.

    `over` are attributes that the command line sets; None leaves what there is.
    """
    if file is not None:
        mapping = fitted(_described(file, kind), sheet)
    elif pairs:
        mapping = mapping_from_columns(kind, pairs, sheet)
    else:
        mapping = recognize(sheet, kind, conventions).mapping
    return replace(mapping, **{name: value for name, value in over.items() if value is not None})


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
