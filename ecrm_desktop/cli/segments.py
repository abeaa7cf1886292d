"""`ecrm segment`: groups of customers, who is in them and why, who came and who went."""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import click

from ecrm_desktop.cli.checks import json_option
from ecrm_desktop.cli.files import CliShop, database_option, opened_shop
from ecrm_desktop.cli.finding import customer_with
from ecrm_desktop.cli.output import give_json, number_text, say, say_row
from ecrm_desktop.cli.plain import picked
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.errors import FileError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customers import customer_rows
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.segment_past import backtest
from ecrm_desktop.queries.segment_reasons import explain_member
from ecrm_desktop.queries.segment_rules import names_in, stored_rule
from ecrm_desktop.queries.segments import (
    SegmentRow,
    find_segment,
    get_segment,
    list_segments,
    segment_events,
    segment_members,
    segment_pins,
)
from ecrm_desktop.services.segment_members import refresh_segments
from ecrm_desktop.services.segments import (
    create_segment,
    delete_segments,
    pin_customers,
    unpin_customers,
    update_segment,
)
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.text.labels import label
from ecrm_desktop.text.segment_texts import explain_rule
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.segment_writing import rule_to_json

_LARGEST_FILE: Final = 1_000_000
_MOST_EVENTS: Final = 100_000


def _segment() -> click.Command:
    name = click.Argument(["name"], metavar="NAME")
    code = click.Argument(["code"], metavar="CODE")
    shown = [json_option(), database_option()]
    purpose = click.Option(
        ["--purpose"], default="", metavar="TEXT", help=translate("CommandLine", "What it is for.")
    )
    commands = [
        click.Command(
            "list",
            callback=_list,
            help=translate("CommandLine", "List the groups with their sizes."),
            params=[json_option(), database_option()],
        ),
        click.Command(
            "show",
            callback=_show,
            help=translate("CommandLine", "Say who is meant by a group, and how they went on."),
            params=[name, *shown],
        ),
        click.Command(
            "create",
            callback=_create,
            help=translate("CommandLine", "Make a group of a rule, or change one."),
            params=[
                name,
                click.Option(
                    ["--rule"],
                    type=click.Path(path_type=Path),
                    metavar="FILE",
                    required=True,
                    help=translate("CommandLine", "The rule in JSON; docs/cli.md says its form."),
                ),
                purpose,
                click.Option(
                    ["--replace"],
                    is_flag=True,
                    help=translate("CommandLine", "Change the group that has this name."),
                ),
                *shown,
            ],
        ),
        click.Command(
            "delete",
            callback=_delete,
            help=translate("CommandLine", "Put a group into the bin."),
            params=[name, database_option()],
        ),
        click.Command(
            "members",
            callback=_members,
            help=translate("CommandLine", "List who is in a group, by name."),
            params=[name, *shown],
        ),
        click.Command(
            "explain",
            callback=_explain,
            help=translate("CommandLine", "Say why a customer is in a group, or is not."),
            params=[name, code, *shown],
        ),
        click.Command(
            "pin",
            callback=_pin,
            help=translate("CommandLine", "Put a customer into a group by hand, or leave one out."),
            params=[
                name,
                code,
                click.Option(
                    ["--out", "is_out"],
                    is_flag=True,
                    help=translate("CommandLine", "Leave the customer out."),
                ),
                click.Option(
                    ["--reason"],
                    default="",
                    metavar="TEXT",
                    help=translate("CommandLine", "Why that is so."),
                ),
                database_option(),
            ],
        ),
        click.Command(
            "unpin",
            callback=_unpin,
            help=translate("CommandLine", "Let the rule say again whether a customer is in."),
            params=[name, code, database_option()],
        ),
        click.Command(
            "events",
            callback=_events,
            help=translate("CommandLine", "List who entered groups and who left, latest first."),
            params=[
                click.Argument(["name"], metavar="[NAME]", default=""),
                click.Option(
                    ["--after"],
                    type=click.IntRange(min=0),
                    default=0,
                    metavar="N",
                    help=translate("CommandLine", "Only those with a number above N."),
                ),
                *shown,
            ],
        ),
        click.Command(
            "refresh",
            callback=_refresh,
            help=translate("CommandLine", "Look who is in the groups now, and note who moved."),
            params=[*shown],
        ),
    ]
    return click.Group(
        "segment",
        help=translate("CommandLine", "Groups of customers by rules."),
        commands=commands,
    )


@contextmanager
def _fresh(permission: Permission | None = None) -> Iterator[CliShop]:
    """Open the shop with figures and scores as they are now, where they can be written."""
    from ecrm_desktop.insight.refreshing import refresh_scores  # noqa: PLC0415 - it loads numpy

    with opened_shop(permission=permission) as shop:
        refresh_scores(shop.database, shop.today)
        yield shop


def _looked_at() -> AbstractContextManager[CliShop]:
    # What a segment is worth is what the shop sells.
    return _fresh(Permission.SEE_SUMS)


def _found(session: Session, name: str) -> UUID:
    found = find_segment(session, name)
    if found is None:
        raise WrongUse(translate("CommandLine", "There is no group called {name}.", name=name))
    return found


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    except FileNotFoundError:
        raise FileError(Problem.FILE_MISSING, path=path) from None
    except IsADirectoryError:
        raise FileError(Problem.FILE_IS_FOLDER, path=path) from None
    except OSError:
        raise FileError(Problem.FILE_UNREADABLE, path=path) from None
    if len(content) > _LARGEST_FILE:
        raise FileError(Problem.FILE_TOO_BIG, path=path, limit=_LARGEST_FILE // 1_000_000)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput(Problem.RULE_NO_JSON) from None


def _explained(session: Session, shop: CliShop, segment_id: UUID) -> str:
    rule = stored_rule(session, segment_id).rule
    return explain_rule(rule, names_in(session, [rule]), shop.display)


def _sizes(shop: CliShop, row: SegmentRow) -> tuple[str, ...]:
    if row.trouble is not None:
        return (explain(InvalidInput(row.trouble)),)
    if row.members is None or row.worth is None:
        return (translate("CommandLine", "not counted yet"),)
    members = translate("CommandLine", "{count} customers", count=number_text(row.members))
    change = "" if row.change is None else shop.display.number(row.change)
    return members, change, shop.display.money_with_unit(row.worth)


def _as_json(session: Session, shop: CliShop, row: SegmentRow) -> dict[str, Any]:
    """Return a segment as `--json` gives it."""
    rule = None if row.rule is None else json.loads(rule_to_json(row.rule))
    sentence = ""
    if row.rule is not None:
        sentence = explain_rule(row.rule, names_in(session, [row.rule]), shop.display)
    names = "id name purpose is_preset members worth change counted_on trouble"
    return picked(row, names) | {"rule": rule, "sentence": sentence}


def _list(as_json: bool) -> None:
    with _looked_at() as shop, shop.database.reading() as session:
        rows = list_segments(session, shop.today)
        if as_json:
            give_json([_as_json(session, shop, row) for row in rows])
            return
        for row in rows:
            say_row((row.name, *_sizes(shop, row)))


def _show(name: str, as_json: bool) -> None:
    with _looked_at() as shop, shop.database.reading() as session:
        row = get_segment(session, _found(session, name), shop.today)
        past = backtest(session, row.id, shop.today)
        if as_json:
            pins = [
                picked(one, "code customer is_in reason") for one in segment_pins(session, row.id)
            ]
            shown = _as_json(session, shop, row) | {"pins": pins}
            names = "day members came_back spent_before spent_after everybody everybody_came_back"
            give_json(shown | {"backtest": past and picked(past, names)})
            return
        say_row((row.name, *_sizes(shop, row)))
        if row.purpose:
            say(row.purpose)
        if row.rule is not None:
            say(explain_rule(row.rule, names_in(session, [row.rule]), shop.display))
        if past is not None and past.members:
            say(
                translate(
                    "Segments",
                    "Of the {members} who would have been in it on {day}, {came_back} bought "
                    "again within a year; of all buyers by then {share}.",
                    members=shop.display.number(past.members),
                    day=shop.display.date(past.day),
                    came_back=shop.display.percent(past.came_back / past.members),
                    share=shop.display.percent(
                        past.everybody_came_back / past.everybody if past.everybody else 0
                    ),
                )
            )


def _create(name: str, rule: Path, purpose: str, replace: bool, as_json: bool) -> None:
    text = _read(rule)
    with opened_shop() as shop, shop.database.transaction() as session:
        draft = SegmentDraft(name=name, purpose=purpose, rule=text)
        segment_id = find_segment(session, name) if replace else None
        if segment_id is None:
            segment_id = create_segment(session, draft)
        else:
            update_segment(session, segment_id, draft)
        explained = _explained(session, shop, segment_id)
    if as_json:
        give_json({"id": str(segment_id), "sentence": explained})
    else:
        say(explained)


def _delete(name: str) -> None:
    with opened_shop() as shop, shop.database.transaction() as session:
        delete_segments(session, [_found(session, name)])
    say(translate("CommandLine", "The group is in the bin."))


def _members(name: str, as_json: bool) -> None:
    with _fresh() as shop, shop.database.reading() as session:
        ids = segment_members(session, _found(session, name), shop.today, Sort("name"))
        rows = customer_rows(session, list(ids))
    if as_json:
        names = "id code name phone city purchase_count purchase_total last_purchase_on"
        give_json([picked(row, names) for row in rows])
        return
    for row in rows:
        total = shop.display.money_with_unit(row.purchase_total)
        say_row((shop.display.digits(row.code), row.name, shop.display.phone(row.phone), total))
    if not rows:
        say(translate("CommandLine", "Nobody is in it."))


def _explain(name: str, code: str, as_json: bool) -> None:
    with _fresh() as shop, shop.database.reading() as session:
        segment_id, customer_id = _found(session, name), customer_with(session, code)
        sentence = explain_member(session, segment_id, customer_id, shop.today, shop.display)
        is_in = customer_id in segment_members(session, segment_id, shop.today, Sort("name"))
    if as_json:
        give_json({"is_in": is_in, "sentence": sentence})
    else:
        say(sentence)


def _pin(name: str, code: str, is_out: bool, reason: str) -> None:
    with opened_shop() as shop, shop.database.transaction() as session:
        customer_id = customer_with(session, code)
        pin_customers(
            session, _found(session, name), [customer_id], is_in=not is_out, reason=reason
        )
    say(translate("CommandLine", "Noted."))


def _unpin(name: str, code: str) -> None:
    with opened_shop() as shop, shop.database.transaction() as session:
        unpin_customers(session, _found(session, name), [customer_with(session, code)])
    say(translate("CommandLine", "Noted."))


def _events(name: str, after: int, as_json: bool) -> None:
    with opened_shop() as shop, shop.database.reading() as session:
        segment_id = _found(session, name) if name else None
        rows = segment_events(session, segment_id, after=after, limit=_MOST_EVENTS)
        names = {one.id: one.name for one in list_segments(session, shop.today)}
    if as_json:
        give_json(
            [
                {"segment": names.get(row.segment_id, "")}
                | picked(row, "number segment_id customer_id customer code crossing is_again at")
                for row in rows
            ]
        )
        return
    for row in rows:
        again = translate("CommandLine", "again") if row.is_again else ""
        when = shop.display.datetime(row.at)
        segment = names.get(row.segment_id, "")
        say_row((when, segment, shop.display.digits(row.code), row.customer,
                 f"{label(row.crossing)} {again}".strip()))  # fmt: skip


def _refresh(as_json: bool) -> None:
    with _fresh() as shop, shop.database.transaction() as session:
        noted = refresh_segments(session, shop.today)
        count = len(list_segments(session, shop.today))
    if as_json:
        give_json({"segments": count, "crossings": noted})
    else:
        say(
            translate(
                "CommandLine",
                "{count} groups were looked at; {noted} customers came or went.",
                count=number_text(count),
                noted=number_text(noted),
            )
        )


COMMANDS = (_segment,)
