"""`ecrm insight`: who the customers are, and what will happen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ecrm_desktop.cli.checks import json_option
from ecrm_desktop.cli.files import CliShop, database_option, opened_shop
from ecrm_desktop.cli.reports import asked_day, file_options, write_report
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.i18n import translate
from ecrm_desktop.services.customer_figures import refresh_figures
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.permissions import Permission

if TYPE_CHECKING:
    from types import ModuleType

    from ecrm_desktop.insight.reading import Reading

_MOST_MONTHS = 120
_MOST_AHEAD = 24
_MOST_CUSTOMERS = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command is to answer from."""

    shop: CliShop
    session: Session
    until: date
    as_json: bool

    @property
    def reading(self) -> "Reading":
        """The shop as it was on that day, for `insight` to read."""
        from ecrm_desktop.insight.reading import Reading  # noqa: PLC0415 - it loads numpy

        return Reading(self.session, self.until)


def _insight() -> click.Command:
    group = click.Group(
        "insight",
        help=translate("CommandLine", "Show who the customers are, and what will happen."),
    )
    for command in (_rfm(), _pareto(), _dormant(), _cohorts(), _clv(), _forecast()):
        command.params += [_until_option(), json_option(), database_option()]
        group.add_command(command)
    group.add_command(_report())
    return group


def _rfm() -> click.Command:
    return click.Command(
        "rfm",
        callback=lambda until, as_json: _answer(until, as_json, _answers().answer_rfm),
        help=translate(
            "CommandLine", "Group customers by how lately, how often and for how much they bought."
        ),
    )


def _pareto() -> click.Command:
    return click.Command(
        "pareto",
        callback=lambda until, as_json: _answer(until, as_json, _answers().answer_pareto),
        help=translate("CommandLine", "Show how few customers bring most of the money."),
    )


def _dormant() -> click.Command:
    def answer(until: str | None, as_json: bool, limit: int) -> None:
        _answer(until, as_json, lambda asked: _answers().answer_dormant(asked, limit))

    return click.Command(
        "dormant",
        callback=answer,
        help=translate(
            "CommandLine", "Show who stays away, those first with whom the most would be lost."
        ),
        params=[
            click.Option(
                ["--limit"],
                type=click.IntRange(0, _MOST_CUSTOMERS),
                metavar="N",
                default=20,
                show_default=True,
                help=translate("CommandLine", "How many customers at most."),
            )
        ],
    )


def _cohorts() -> click.Command:
    def answer(until: str | None, as_json: bool, months: int, seasons: bool) -> None:
        _answer(
            until, as_json, lambda asked: _answers().answer_cohorts(asked, months, seasons=seasons)
        )

    return click.Command(
        "cohorts",
        callback=answer,
        help=translate(
            "CommandLine", "Show what customers of one month and channel were worth later."
        ),
        params=[
            _months_option(24, _MOST_MONTHS, translate("CommandLine", "How many months back.")),
            click.Option(
                ["--seasons"],
                is_flag=True,
                help=translate("CommandLine", "By seasons instead of months."),
            ),
        ],
    )


def _clv() -> click.Command:
    def answer(until: str | None, as_json: bool, no_prior: bool) -> None:
        _answer(until, as_json, lambda asked: _answers().answer_clv(asked, with_prior=not no_prior))

    return click.Command(
        "clv",
        callback=answer,
        help=translate("CommandLine", "Show how often customers will come, and for how much."),
        params=[
            click.Option(
                ["--no-prior"],
                is_flag=True,
                help=translate(
                    "CommandLine",
                    "Only by what happened here, without what is usual in shops: to compare.",
                ),
            )
        ],
    )


def _forecast() -> click.Command:
    def answer(until: str | None, as_json: bool, months: int) -> None:
        _answer(until, as_json, lambda asked: _answers().answer_forecast(asked, months))

    return click.Command(
        "forecast",
        callback=answer,
        help=translate("CommandLine", "Show what the months to come will bring."),
        params=[_months_option(6, _MOST_AHEAD, translate("CommandLine", "How many months ahead."))],
    )


def _report() -> click.Command:
    return click.Command(
        "report",
        callback=_write_report,
        help=translate(
            "CommandLine",
            "Write a page, or the letter of the month, to a file. NAME is today, value, forecast, "
            "products or letter.",
        ),
        params=[
            click.Argument(["name"], metavar="NAME"),
            *file_options(),
            database_option(),
        ],
    )


def _write_report(name: str, file_format: str, output: Path) -> None:
    from ecrm_desktop.insight.printed import printed  # noqa: PLC0415 - it loads numpy
    from ecrm_desktop.insight.refreshing import refresh_due_insight  # noqa: PLC0415 - as above

    with opened_shop(permission=Permission.EXPORT) as shop:
        refresh_due_insight(shop.database, shop.today)
        write_report(
            shop,
            output,
            file_format,
            lambda session: printed(
                session, name, shop.display, shop_name=shop.shop.name, now=datetime.now(UTC)
            ),
            title=translate("Insight", "Insight"),
        )


def _months_option(default: int, most: int, text: str) -> click.Option:
    return click.Option(
        ["--months"],
        type=click.IntRange(1, most),
        metavar="N",
        default=default,
        show_default=True,
        help=text,
    )


def _until_option() -> click.Option:
    return click.Option(
        ["--until"],
        metavar="DATE",
        help=translate("CommandLine", "As if this day were today; nothing later is looked at."),
    )


def _answers() -> "ModuleType":
    # numpy takes long to load, and only these commands need it.
    from ecrm_desktop.cli import insight_answers  # noqa: PLC0415 - as above

    return insight_answers


def _answer(until: str | None, as_json: bool, answer: Callable[[Asked], Any]) -> None:
    with _asked(until, as_json) as asked:
        answer(asked)


@contextmanager
def _asked(until: str | None, as_json: bool) -> Iterator[Asked]:
    with opened_shop(permission=Permission.SEE_SUMS) as shop:
        day = asked_day("--until", until, shop.today) if until else shop.today
        if day > shop.today:
            raise WrongUse(translate("CommandLine", "--until: this day has not come yet."))
        refresh_figures(shop.database)
        with shop.database.reading() as session:
            yield Asked(shop, session, day, as_json)


COMMANDS = (_insight,)
