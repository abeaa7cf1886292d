"""`ecrm import`: records out of files."""

from pathlib import Path

import click

from ecrm_desktop.cli.checks import json_option
from ecrm_desktop.cli.files import OpenShop, database_option, opened_shop
from ecrm_desktop.cli.output import give_json, say_row
from ecrm_desktop.cli.plain import picked, plain_quantity
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.exchange.purchases import FIELDS, Conventions, read_purchases
from ecrm_desktop.i18n import translate
from ecrm_desktop.services.imports import ImportResult, import_purchases
from ecrm_desktop.values.money import MoneyUnit, currency


def _import() -> click.Command:
    purchases = click.Command(
        "purchases",
        callback=_import_purchases,
        help=translate(
            "CommandLine",
            "Import purchases from a text file. FIELD is one of: {fields}.",
            fields=", ".join(FIELDS),
        ),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE"),
            click.Option(
                ["--column", "columns"],
                multiple=True,
                metavar="SOURCE=FIELD",
                help=translate(
                    "CommandLine",
                    "What a column holds; SOURCE is its name in the first line, or its place: 1, 2"
                    " …",
                ),
            ),
            click.Option(
                ["--unit"],
                type=click.Choice([MoneyUnit.TOMAN.value, MoneyUnit.RIAL.value]),
                help=translate("CommandLine", "The unit of the amounts; needed in a rial shop."),
            ),
            json_option(),
            database_option(),
        ],
    )
    title = translate("CommandLine", "Import records from files.")
    return click.Group("import", help=title, commands=[purchases])


def _import_purchases(
    file: Path, columns: tuple[str, ...], unit: str | None, as_json: bool
) -> None:
    with opened_shop() as shop:
        conventions = Conventions(
            currency=currency(shop.shop.currency),
            unit=_unit(shop, unit),
            area_code=shop.shop.area_code,
            today=shop.today,
        )
        purchases = read_purchases(file, _columns(columns), conventions)
        with shop.database.transaction() as session:
            result = import_purchases(
                session,
                purchases,
                timezone=shop.display.timezone,
                untitled=translate("CommandLine", "Goods"),
            )
    if as_json:
        give_json(
            {
                "new": result.purchases_new,
                **picked(result, "unchanged customers_new products_new purchases_new lines_new"),
                "quantity_total": plain_quantity(result.quantity_total),
                "amount_total": result.amount_total,
            }
        )
    else:
        _say_result(result, shop)


def _unit(shop: OpenShop, unit: str | None) -> MoneyUnit:
    # Taking rials for toman is the classic way to lose data here, so nothing is guessed.
    if shop.shop.money_unit is MoneyUnit.MAJOR:
        if unit:
            raise WrongUse(
                translate("CommandLine", "This shop does not count in rials; leave out --unit.")
            )
        return MoneyUnit.MAJOR
    if unit is None:
        raise WrongUse(
            translate(
                "CommandLine",
                "Say in which unit the file's amounts are: --unit toman or --unit rial.",
            )
        )
    return MoneyUnit(unit)


def _columns(pairs: tuple[str, ...]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for pair in pairs:
        source, sign, field = pair.rpartition("=")
        if not sign or not source.strip():
            raise WrongUse(
                translate(
                    "CommandLine", "--column is written like 3=date or Price=amount, not {text}.",
                    text=pair,
                )
            )  # fmt: skip
        field = field.strip()
        if field in columns.values() or source in columns:
            raise WrongUse(translate("CommandLine", "--column {text} is there twice.", text=pair))
        columns[source] = field
    return columns


def _say_result(result: ImportResult, shop: OpenShop) -> None:
    display = shop.display
    rows = (
        (translate("CommandLine", "New purchases"), display.number(result.purchases_new)),
        (translate("CommandLine", "New lines"), display.number(result.lines_new)),
        (translate("CommandLine", "Already there"), display.number(result.unchanged)),
        (translate("CommandLine", "New customers"), display.number(result.customers_new)),
        (translate("CommandLine", "New products"), display.number(result.products_new)),
        (translate("CommandLine", "Pieces in all"), display.quantity(result.quantity_total)),
        (
            translate("CommandLine", "Purchases in all"),
            display.money_with_unit(result.amount_total),
        ),
    )
    for row in rows:
        say_row(row)


COMMANDS = (_import,)
