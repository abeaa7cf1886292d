"""`ecrm report`: a report as a PDF or Excel file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import click

from ecrm_desktop.cli.files import CliShop, database_option, opened_shop
from ecrm_desktop.cli.finding import customer_with
from ecrm_desktop.cli.identity import user_called
from ecrm_desktop.cli.output import say
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.sales import days_of_sales
from ecrm_desktop.queries.shop import users
from ecrm_desktop.reports.catalogue import REPORTS, ReportName, build_report, report_title
from ecrm_desktop.reports.layout import Report
from ecrm_desktop.storage.database import Session
from ecrm_desktop.storage.unfinished_files import replacing
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.values.jalali import parse_date
from ecrm_desktop.values.period import Period
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ExportFormat


def _report() -> click.Command:
    return click.Command(
        "report",
        callback=_write_report,
        help=translate(
            "CommandLine", "Write a report. NAME is one of: {names}.", names=", ".join(REPORTS)
        ),
        params=[
            click.Argument(["name"], metavar="NAME"),
            *file_options(),
            click.Option(
                ["--customer"],
                metavar="CODE",
                default="",
                help=translate(
                    "CommandLine",
                    "Whose file the report “customer” is; whom the audit trail is about.",
                ),
            ),
            click.Option(
                ["--from", "first"],
                metavar="DATE",
                help=translate("CommandLine", "The first day, such as 1405/01/01."),
            ),
            click.Option(
                ["--to", "last"],
                metavar="DATE",
                help=translate("CommandLine", "The last day."),
            ),
            by_option(),
            database_option(),
        ],
    )


def file_options() -> list[click.Parameter]:
    """Return the options `--format` and `--output`: into what, and where it is written."""
    return [
        click.Option(
            ["--format", "file_format"],
            type=click.Choice(["pdf", "xlsx", "csv"]),
            required=True,
            help=translate(
                "CommandLine", "PDF, Excel, or only the tables as text that any program reads."
            ),
        ),
        click.Option(
            ["--output"],
            type=click.Path(path_type=Path),
            metavar="FILE",
            required=True,
            help=translate("CommandLine", "The file to write."),
        ),
    ]


def by_option() -> click.Option:
    """Return the option `--by`: whose deeds the audit trail is to tell."""
    return click.Option(
        ["--by", "by_user"],
        metavar="NAME",
        help=translate("CommandLine", "In the audit trail, only what this user did."),
    )


def user_named(session: Session, name: str | None) -> UUID | None:
    """Return the id of the user with a name, working here or not any more."""
    return user_called(users(session, retired=True), name).id if name else None


def _write_report(
    name: str,
    file_format: str,
    output: Path,
    customer: str,
    first: str | None,
    last: str | None,
    by_user: str | None,
) -> None:
    is_audit = name == ReportName.AUDIT
    permission = Permission.SEE_AUDIT if is_audit else Permission.EXPORT
    with opened_shop(permission=permission) as shop:
        if name == ReportName.CUSTOMER and not customer:
            raise WrongUse(
                translate("CommandLine", "Whose file? Add --customer with the customer's code.")
            )
        # Its own title would name the customer.
        title = report_title(ReportName(name))
        write_report(
            shop,
            output,
            file_format,
            lambda session: build_report(
                name,
                session,
                shop.display,
                shop_name=shop.shop.name,
                period=_period(session, shop, first, last),
                customer_id=customer_with(session, customer) if customer else None,
                user_id=user_named(session, by_user),
            ),
            title=title,
        )


def write_report(
    shop: CliShop,
    output: Path,
    file_format: str,
    build: Callable[[Session], Report],
    *,
    title: str,
) -> None:
    """Write a report to a file; the audit trail names it by `title`. Raises as `replacing`."""
    # Only what was read to the end gets a name: others may have written over it.
    with (
        replacing(
            output, lambda: shop.writing_down_export(title, ExportFormat(file_format), rows)
        ) as part,
        shop.database.reading() as session,
        part.open("wb") as file,
    ):
        rows = _write(build(session), file_format, file)
    say(translate("CommandLine", "The report is ready: {path}", path=output))


def _write(report: Report, file_format: str, file: BinaryIO) -> int:
    # The libraries take long to load, and only one is needed.
    if file_format == "pdf":
        from ecrm_desktop.reports.pdf import write_pdf  # noqa: PLC0415 - as above

        return write_pdf(report, file)
    if file_format == "csv":
        from ecrm_desktop.reports.csv_file import write_csv  # noqa: PLC0415 - as above

        return write_csv(report, file)
    from ecrm_desktop.reports.excel import write_excel  # noqa: PLC0415 - as above

    return write_excel(report, file)


def _period(session: Session, shop: CliShop, first: str | None, last: str | None) -> Period | None:
    """Return the period asked for; one end alone reaches to the first sale or to today."""
    if first is None and last is None:
        return None
    end = shop.today if last is None else asked_day("--to", last, shop.today)
    if first is not None:
        return Period(asked_day("--from", first, shop.today), end)
    sold = days_of_sales(session)
    return Period(min(sold.first, end) if sold else end, end)


def asked_day(option: str, text: str, today: date) -> date:
    """Return the day typed after an option; WrongUse if it is none."""
    try:
        return parse_date(text, today=today)
    except InvalidInput as error:
        raise WrongUse(f"{option}: {explain(error)}") from None


COMMANDS = (_report,)
