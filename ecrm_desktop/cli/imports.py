"""`ecrm import`: records out of files."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import click

from ecrm_desktop.cli.checks import json_option
from ecrm_desktop.cli.files import CliShop, database_option, opened_shop
from ecrm_desktop.cli.import_columns import ChosenColumns, chosen_mapping, read_match, read_pairs
from ecrm_desktop.cli.import_options import import_options
from ecrm_desktop.cli.import_outcome import (
    COUNTS,
    outcome_doubts,
    outcome_json,
    say_outcome,
)
from ecrm_desktop.cli.output import give_json, say, say_row
from ecrm_desktop.cli.plain import picked
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.drafts.imports import OnMatch, OnShared
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.fields import FIELDS
from ecrm_desktop.exchange.mapping import Conventions, DateOrder
from ecrm_desktop.exchange.recognize import sheet_of_kind
from ecrm_desktop.exchange.sample_file import write_sample
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.i18n import translate
from ecrm_desktop.importing import (
    ImportRequest,
    UndoOutcome,
    run_import,
    sheet_named,
    undo_import,
)
from ecrm_desktop.queries.imports import ImportRow, list_imports
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.money import MoneyUnit, currency
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ImportKind


@dataclass(frozen=True, slots=True)
class _Way:
    """What a command brings in: rows of a kind, all of them `returns` or some of them."""

    kind: ImportKind
    returns: bool = False


def _import() -> click.Command:
    kinds = {
        ImportKind.CUSTOMERS: translate("CommandLine", "Import customers."),
        ImportKind.PRODUCTS: translate("CommandLine", "Import products."),
        ImportKind.PURCHASES: translate("CommandLine", "Import purchases."),
        ImportKind.INTERACTIONS: translate("CommandLine", "Import interactions with customers."),
    }
    commands = [
        *(_kind_command(kind.value, _Way(kind), title) for kind, title in kinds.items()),
        _kind_command(
            "calls",
            _Way(ImportKind.INTERACTIONS),
            translate("CommandLine", "Import the list of calls of a phone."),
        ),
        _kind_command(
            "returns",
            _Way(ImportKind.PURCHASES, returns=True),
            translate("CommandLine", "Import what customers gave back of their purchases."),
        ),
        click.Command(
            "sample",
            callback=_write_sample,
            help=translate("CommandLine", "Write an Excel file to fill in and bring in."),
            params=[
                click.Argument(["kind"], type=click.Choice([one.value for one in ImportKind])),
                click.Option(
                    ["--output"],
                    required=True,
                    type=click.Path(path_type=Path),
                    metavar="FILE.xlsx",
                    help=translate("CommandLine", "The file to write."),
                ),
                database_option(),
            ],
        ),
        click.Command(
            "fields",
            callback=_say_fields,
            help=translate("CommandLine", "List the fields that columns can hold."),
            params=[
                click.Argument(
                    ["kind"],
                    type=click.Choice([one.value for one in ImportKind]),
                    required=False,
                    metavar="[KIND]",
                ),
                json_option(),
            ],
        ),
        click.Command(
            "list",
            callback=_say_imports,
            help=translate("CommandLine", "List the imports, newest first."),
            params=[json_option(), database_option()],
        ),
        click.Command(
            "undo",
            callback=_undo,
            help=translate("CommandLine", "Take an import back, within 30 days."),
            params=[
                click.Argument(["import_id"], metavar="ID"),
                json_option(),
                database_option(),
            ],
        ),
    ]
    title = translate("CommandLine", "Import records from files.")
    return click.Group("import", help=title, commands=commands)


def _kind_command(name: str, way: _Way, title: str) -> click.Command:
    def run(**options: object) -> None:
        _import_file(way, **options)  # type: ignore[arg-type]  # click names them

    return click.Command(
        name,
        callback=run,
        help=title,
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE"),
            *import_options(),
            json_option(),
            database_option(),
        ],
    )


def _import_file(
    way: _Way,
    *,
    file: Path,
    sheet: str,
    mapping: Path | None,
    columns: tuple[str, ...],
    unit: str | None,
    scale: str | None,
    date_order: str | None,
    calendar: str | None,
    match: str | None,
    on_match: str | None,
    on_shared: str | None,
    dry_run: bool,
    no_problem_file: bool,
    as_json: bool,
) -> None:
    kind = way.kind
    pairs = read_pairs(columns)
    if mapping is not None and pairs:
        raise WrongUse(translate("CommandLine", "Give either --mapping or --column."))
    ways = None if match is None else read_match(match)
    with opened_shop(permission=Permission.IMPORT) as shop:
        _check_unit(shop, unit)
        conventions = Conventions(
            currency=currency(shop.shop.currency),
            area_code=shop.shop.area_code,
            today=shop.today,
            timezone=shop.display.timezone,
        )
        with open_tables(file) as tables:
            source = sheet_named(tables, sheet)
            if not sheet and mapping is None and not pairs:
                source = sheet_of_kind(tables.sheets, kind, conventions)
            several = len(tables.sheets) > 1
            chosen = chosen_mapping(
                kind,
                source,
                conventions,
                file=mapping,
                pairs=pairs,
                scale=None if scale is None else int(scale),
                unit=None if unit is None else MoneyUnit(unit),
                date_order=None if date_order is None else DateOrder(date_order),
                calendar=calendar,
                match=ways,
                on_match=None if on_match is None else OnMatch(on_match),
                on_shared=None if on_shared is None else OnShared(on_shared),
                returns=True if way.returns else None,
            )
        request = ImportRequest(
            path=file,
            sheet=source.name,
            mapping=chosen.mapping,
            conventions=conventions,
            problem_file=not no_problem_file,
        )
        if not as_json:
            _say_columns(chosen, source.name if several else "")
            _say_doubts(chosen.without_footers())
        try:
            outcome = run_import(shop.database, request, dry_run=dry_run)
        except InvalidInput as error:
            if error.problem is not Problem.UNIT_MISSING:
                raise
            raise WrongUse(
                translate(
                    "CommandLine",
                    "Say in which unit the file's amounts are: --unit toman or --unit rial.",
                )
            ) from error
    chosen = chosen.with_footers(outcome.footers)
    if as_json:
        told = chosen.as_json()
        doubts = [*told.pop("doubts"), *outcome_doubts(outcome)]
        give_json({**outcome_json(outcome), **told, "doubts": doubts})
        return
    if several:
        say_row((translate("CommandLine", "Sheet"), source.name))
    _say_doubts(chosen.only_footers())
    say_outcome(outcome, shop)


def _say_doubts(chosen: ChosenColumns) -> None:
    for text in chosen.doubt_texts():
        say_row((translate("CommandLine", "Please note"), text))


def _say_columns(chosen: ChosenColumns, sheet: str) -> None:
    """Say what the columns are taken for, before anything is written."""
    if sheet:
        say_row((translate("CommandLine", "Sheet"), sheet))
    for name, becomes, reason in chosen.column_rows() if chosen.was_recognised else ():
        say_row((translate("CommandLine", "Column"), name, becomes, reason))


def _check_unit(shop: CliShop, unit: str | None) -> None:
    if unit and shop.shop.money_unit is MoneyUnit.MAJOR:
        raise WrongUse(
            translate("CommandLine", "This shop does not count in rials; leave out --unit.")
        )


def _write_sample(kind: str, output: Path) -> None:
    with opened_shop() as shop:
        write_sample(output, ImportKind(kind), currency(shop.shop.currency), shop.shop.money_unit)
    say(translate("CommandLine", "The file to fill in is ready: {path}", path=output))


def _say_fields(kind: str | None, as_json: bool) -> None:
    kinds = [ImportKind(kind)] if kind else [*ImportKind]
    if as_json:
        give_json(
            {
                one.value: [{"name": f.name, "title": f.title} for f in FIELDS[one].values()]
                for one in kinds
            }
        )
        return
    for one in kinds:
        for field in FIELDS[one].values():
            say_row((one.value, field.name, field.title))


def _say_imports(as_json: bool) -> None:
    with opened_shop(permission=Permission.IMPORT) as shop, shop.database.reading() as session:
        rows = list_imports(session)
    if as_json:
        names = "id kind file_name user_name created_at"
        rest = "amount_total undone_at kept can_undo"
        give_json([picked(row, f"{names} {COUNTS} {rest}") for row in rows])
        return
    if not rows:
        say(translate("CommandLine", "Nothing was imported yet."))
    for row in rows:
        say_row((str(row.id), shop.display.datetime(row.created_at), label(row.kind), row.file_name,
                 *_short_counts(row, shop)))  # fmt: skip


def _short_counts(row: ImportRow, shop: CliShop) -> list[str]:
    number = shop.display.number
    cells = [
        translate("CommandLine", "new: {count}", count=number(row.new)),
        translate("CommandLine", "updated: {count}", count=number(row.updated)),
        translate("CommandLine", "problems: {count}", count=number(row.problems)),
    ]
    if row.undone_at is not None:
        cells.append(translate("CommandLine", "taken back"))
    return cells


def _undo(import_id: str, as_json: bool) -> None:
    try:
        wanted = UUID(import_id)
    except ValueError:
        raise WrongUse(
            translate("CommandLine", "ID is the one that ecrm import list shows.")
        ) from None
    with opened_shop(permission=Permission.IMPORT) as shop:
        outcome = undo_import(shop.database, wanted)
    if as_json:
        give_json(_undo_json(outcome))
        return
    number = shop.display.number
    say_row((translate("CommandLine", "Removed"), number(outcome.removed)))
    say_row((translate("CommandLine", "As before again"), number(outcome.restored)))
    say_row((translate("CommandLine", "Kept, for somebody worked on it"),
             number(outcome.kept_count)))  # fmt: skip
    for one in outcome.kept:
        say_row((RECORDS[one.table].title, one.name))


def _undo_json(outcome: UndoOutcome) -> dict[str, object]:
    return {
        "removed": outcome.removed,
        "restored": outcome.restored,
        "kept_count": outcome.kept_count,
        "kept": [picked(one, "table id name") for one in outcome.kept],
    }


COMMANDS = (_import,)
