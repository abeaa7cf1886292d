"""`ecrm search` and `ecrm customer`: finding somebody, and their whole story."""

from functools import partial
from pathlib import Path

import click

from ecrm_desktop.cli.checks import json_option
from ecrm_desktop.cli.customer_story import customer_story
from ecrm_desktop.cli.files import database_option, opened_shop
from ecrm_desktop.cli.finding import customer_with
from ecrm_desktop.cli.forgetting import forget_command
from ecrm_desktop.cli.output import give_json, number_text, say, say_row
from ecrm_desktop.cli.plain import picked
from ecrm_desktop.cli.report_text import say_report
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import customer_detail
from ecrm_desktop.queries.customers import CustomerFilter, list_customers
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.search import search_customers
from ecrm_desktop.reports.catalogue import ReportName, build_report
from ecrm_desktop.reports.vcard import vcard
from ecrm_desktop.storage.unfinished_files import replacing
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.phone import national
from ecrm_desktop.values.statuses import ExportFormat

_MOST_HITS = 10_000


def _search() -> click.Command:
    return click.Command(
        "search",
        callback=_find,
        help=translate(
            "CommandLine", "Find customers by any part of a name, phone, code or national ID."
        ),
        params=[
            click.Argument(["text"], metavar="TEXT"),
            click.Option(
                ["--limit"],
                type=click.IntRange(1, _MOST_HITS),
                metavar="N",
                default=50,
                show_default=True,
                help=translate("CommandLine", "How many customers at most."),
            ),
            json_option(),
            database_option(),
        ],
    )


def _find(text: str, limit: int, as_json: bool) -> None:
    with opened_shop() as shop, shop.database.reading() as session:
        hits = search_customers(session, text, limit)
    if as_json:
        names = "id code name kind phone city"
        give_json([picked(hit, names) for hit in hits])
        return
    for hit in hits:
        phone = shop.display.digits(national(hit.phone))
        say_row((shop.display.digits(hit.code), hit.name, phone, hit.city))
    if not hits:
        say(translate("CommandLine", "Nobody was found."))


def _customer() -> click.Command:
    show = click.Command(
        "show",
        callback=_show,
        help=translate("CommandLine", "Show everything about the customer with a code."),
        params=[click.Argument(["code"], metavar="CODE"), json_option(), database_option()],
    )
    contact = click.Command(
        "vcard",
        callback=_write_vcard,
        help=translate("CommandLine", "Write customers as contacts for phones: FILE.vcf."),
        params=[
            click.Argument(["code"], metavar="[CODE]", default=""),
            click.Option(
                ["--all", "everybody"],
                is_flag=True,
                help=translate("CommandLine", "All customers."),
            ),
            click.Option(
                ["--selection"],
                metavar="CODE,CODE",
                default="",
                help=translate("CommandLine", "The customers with these codes."),
            ),
            click.Option(
                ["--output"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                required=True,
                help=translate("CommandLine", "The file to write."),
            ),
            database_option(),
        ],
    )
    return click.Group("customer", help=show.help, commands=[show, contact, forget_command()])


def _write_vcard(code: str, everybody: bool, selection: str, output: Path) -> None:
    if sum(map(bool, (code, everybody, selection))) != 1:
        raise WrongUse(translate("CommandLine", "Give one of CODE, --all and --selection."))
    codes = list(filter(None, (one.strip() for one in (code or selection).split(","))))
    kind = ExportFormat.VCF
    with opened_shop(permission=Permission.EXPORT) as shop, shop.database.reading() as session:
        ids = (
            list_customers(session, CustomerFilter(), Sort("code"))
            if everybody
            else [customer_with(session, one) for one in dict.fromkeys(codes)]
        )
        record = partial(shop.writing_down_export, label(kind), kind, len(ids))
        with replacing(output, record) as part, part.open("wb") as file:
            for customer_id in ids:
                file.write(vcard(customer_detail(session, customer_id)))
    if code:
        say(translate("CommandLine", "The contact is ready: {path}", path=output))
    else:
        say(translate("CommandLine", "{count} contacts are ready: {path}",
                      count=number_text(len(ids)), path=output))  # fmt: skip


def _show(code: str, as_json: bool) -> None:
    with opened_shop() as shop, shop.database.reading() as session:
        customer_id = customer_with(session, code)
        if as_json:
            give_json(customer_story(session, customer_id, shop.shop, shop.today))
            return
        report = build_report(
            ReportName.CUSTOMER,
            session,
            shop.display,
            shop_name=shop.shop.name,
            customer_id=customer_id,
        )
        say_report(report)


COMMANDS = (_search, _customer)
