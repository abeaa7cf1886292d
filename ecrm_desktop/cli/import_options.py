"""The options of `ecrm import` that say how a file is read and what becomes of its rows."""

from pathlib import Path

import click

from ecrm_desktop.drafts.imports import OnMatch, OnShared
from ecrm_desktop.exchange.mapping import DateOrder
from ecrm_desktop.exchange.money_words import SCALES
from ecrm_desktop.i18n import translate
from ecrm_desktop.values.money import MoneyUnit


def import_options() -> list[click.Option]:
    """Return the options of all commands that bring a file in."""
    return [
        click.Option(
            ["--sheet"],
            default="",
            metavar="NAME",
            help=translate("CommandLine", "The sheet; otherwise the first one that looks like it."),
        ),
        click.Option(
            ["--mapping"],
            type=click.Path(path_type=Path),
            metavar="FILE.json",
            help=translate("CommandLine", "A description of the columns, from the window."),
        ),
        click.Option(
            ["--column", "columns"],
            multiple=True,
            metavar="SOURCE=FIELD",
            help=translate(
                "CommandLine",
                "What a column holds; SOURCE is its title or its place: 1, 2 … Without any, "
                "the columns are recognised.",
            ),
        ),
        click.Option(
            ["--unit"],
            type=click.Choice([MoneyUnit.TOMAN.value, MoneyUnit.RIAL.value]),
            help=translate("CommandLine", "The unit of the amounts; needed in a rial shop."),
        ),
        click.Option(
            ["--scale"],
            type=click.Choice([str(one) for one in SCALES]),
            help=translate(
                "CommandLine",
                "How many toman or rials one in the amounts counts; otherwise as titles say.",
            ),
        ),
        click.Option(
            ["--date-order"],
            type=click.Choice([one.value for one in DateOrder]),
            help=translate("CommandLine", "The order of year, month and day."),
        ),
        click.Option(
            ["--calendar"],
            type=click.Choice(["jalali", "gregorian"]),
            help=translate("CommandLine", "The calendar; otherwise each year tells its own."),
        ),
        click.Option(
            ["--match"],
            metavar="phone,code",
            help=translate("CommandLine", "What tells who is there already, in this order."),
        ),
        click.Option(
            ["--on-match"],
            type=click.Choice([one.value for one in OnMatch]),
            help=translate(
                "CommandLine",
                "What a row does to who is there: nothing, fill what is empty, or change all "
                "it says.",
            ),
        ),
        click.Option(
            ["--on-shared"],
            type=click.Choice([one.value for one in OnShared]),
            help=translate(
                "CommandLine",
                "What a row is that has the phone or e-mail of somebody with another name: a "
                "second person (if nothing is said), the same one, or left out as a problem.",
            ),
        ),
        click.Option(
            ["--dry-run"],
            is_flag=True,
            help=translate("CommandLine", "Only count what would be done."),
        ),
        click.Option(
            ["--no-problem-file"],
            is_flag=True,
            help=translate(
                "CommandLine", "Do not write the rows with problems to a file beside FILE."
            ),
        ),
    ]
