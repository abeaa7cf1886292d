"""`ecrm export`: everything about the customers as a list, and their birthdays as a calendar."""

from functools import partial
from pathlib import Path

import click

from ecrm_desktop.cli.files import database_option, opened_shop
from ecrm_desktop.cli.output import number_text, say
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.i18n import translate
from ecrm_desktop.importing.full_export import full_title, write_csv_list, write_excel_list
from ecrm_desktop.queries.customer_detail import customer_detail
from ecrm_desktop.queries.customers import CustomerFilter, list_customers
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.reports.birthdays import birthdays
from ecrm_desktop.storage.unfinished_files import replacing
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ExportFormat

_WRITERS = {".xlsx": write_excel_list, ".csv": write_csv_list}


def _export() -> click.Command:
    output = click.Option(
        ["--output"],
        type=click.Path(path_type=Path),
        metavar="FILE",
        required=True,
        help=translate("CommandLine", "The file to write."),
    )
    customers = click.Command(
        "customers",
        callback=_write_customers,
        help=translate(
            "CommandLine",
            "Write everything about the customers as FILE.xlsx or FILE.csv, to be imported again.",
        ),
        params=[
            click.Option(
                ["--full"],
                is_flag=True,
                help=translate("CommandLine", "With every field; there is no shorter list."),
            ),
            output,
            database_option(),
        ],
    )
    days = click.Command(
        "birthdays",
        callback=_write_birthdays,
        help=translate("CommandLine", "Write the customers' birthdays as a calendar: FILE.ics."),
        params=[output, database_option()],
    )
    title = translate("CommandLine", "Take customers out as files.")
    return click.Group("export", help=title, commands=[customers, days])


def _write_customers(full: bool, output: Path) -> None:
    write = _WRITERS.get(output.suffix.lower())
    if not full:
        raise WrongUse(translate("CommandLine", "Add --full; a shorter list is a report."))
    if write is None:
        raise WrongUse(translate("CommandLine", "FILE ends with .xlsx or .csv."))
    kind = ExportFormat(output.suffix.lower().removeprefix("."))
    with opened_shop(permission=Permission.EXPORT) as shop, shop.database.reading() as session:
        ids = list_customers(session, CustomerFilter(), Sort("code"))
        record = partial(shop.writing_down_export, full_title(), kind, len(ids))
        with replacing(output, record) as part, part.open("wb") as file:
            write(session, ids, file, lambda: None)
    _say_ready(len(ids), output)


def _write_birthdays(output: Path) -> None:
    kind = ExportFormat.ICS
    with opened_shop(permission=Permission.EXPORT) as shop, shop.database.reading() as session:
        ids = list_customers(session, CustomerFilter(), Sort("code"))
        found = (customer_detail(session, one) for one in ids)
        born = [one for one in found if one.birth_date is not None]
        record = partial(shop.writing_down_export, label(kind), kind, len(born))
        with replacing(output, record) as part, part.open("wb") as file:
            file.writelines(birthdays(born, shop.today))
    _say_ready(len(born), output)


def _say_ready(count: int, output: Path) -> None:
    text = translate(
        "CommandLine", "{count} customers are in it: {path}", count=number_text(count), path=output
    )
    say(text)


COMMANDS = (_export,)
