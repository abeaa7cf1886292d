"""What an import did, on the command line."""

from typing import Final

from ecrm_desktop.cli.files import CliShop
from ecrm_desktop.cli.output import say_row
from ecrm_desktop.cli.plain import picked, plain_quantity
from ecrm_desktop.i18n import translate
from ecrm_desktop.importing import ImportOutcome
from ecrm_desktop.importing.told_texts import kept_text, shared_text
from ecrm_desktop.text.left_out import left_out_lines
from ecrm_desktop.values.statuses import ImportKind, LeftOut

COUNTS: Final = (
    "new updated unchanged duplicates problems customers_new products_new purchases_new lines_new"
)
"""The counts that stay in the list of imports."""
_NEW_COUNTS: Final = "returns_new refund_total"


def outcome_json(outcome: ImportOutcome) -> dict[str, object]:
    """Return what an import did as JSON."""
    return {
        "id": None if outcome.import_id is None else str(outcome.import_id),
        **picked(outcome.counts, COUNTS),
        "quantity_total": plain_quantity(outcome.counts.quantity_total),
        "amount_total": outcome.counts.amount_total,
        **picked(outcome.counts, _NEW_COUNTS),
        "left_out": {why.value: count for why, count in sorted(outcome.counts.left_out.items())},
        "currency_left_out": outcome.counts.left_out[LeftOut.OTHER_CURRENCY],
        "currencies": dict(sorted(outcome.counts.currencies.items())),
        "problem_file": None if outcome.problem_file is None else str(outcome.problem_file),
        "shared": outcome.shared,
        "kept_in_note": outcome.kept,
    }


def outcome_doubts(outcome: ImportOutcome) -> list[dict[str, object]]:
    """Return what has to be looked at of single rows as JSON."""
    return [
        {"about": "shared", **picked(one, "row way value name other")}
        for one in outcome.first_shared
    ] + [{"about": "note", "row": row, "text": text} for row, text in outcome.first_kept]


def say_outcome(outcome: ImportOutcome, shop: CliShop) -> None:
    """Say what an import did."""
    display, counts = shop.display, outcome.counts
    numbers = {
        translate("CommandLine", "New"): counts.new,
        translate("CommandLine", "Updated"): counts.updated,
        translate("CommandLine", "Already there"): counts.unchanged,
        translate("CommandLine", "Duplicates in the file"): counts.duplicates,
        translate("CommandLine", "Rows with problems"): counts.problems,
        translate("CommandLine", "New customers"): counts.customers_new,
        translate("CommandLine", "New products"): counts.products_new,
    }
    if outcome.kind is ImportKind.PURCHASES:
        numbers[translate("CommandLine", "New lines")] = counts.lines_new
    for title, number in numbers.items():
        say_row((title, display.number(number)))
    if outcome.kind is ImportKind.PURCHASES:
        pieces = display.quantity(counts.quantity_total)
        say_row((translate("CommandLine", "Pieces in all"), pieces))
        total = display.money_with_unit(counts.amount_total)
        say_row((translate("CommandLine", "Purchases in all"), total))
        if counts.returns_new:
            say_row((translate("CommandLine", "New returns"), display.number(counts.returns_new)))
            given = display.money_with_unit(counts.refund_total)
            say_row((translate("CommandLine", "Given back in all"), given))
        for reason, rows in left_out_lines(display, counts):
            say_row((translate("CommandLine", "No sale: {reason}", reason=reason), rows))
    _say_what_is_kept(outcome, shop)
    if outcome.problem_file is not None:
        path = str(outcome.problem_file)
        say_row((translate("CommandLine", "File of the rows with problems"), path))


def _say_what_is_kept(outcome: ImportOutcome, shop: CliShop) -> None:
    """Say who shares a phone or address with another name, and what only a note keeps."""
    display = shop.display
    if outcome.shared:
        title = translate("CommandLine", "With the phone or e-mail of another name")
        say_row((title, display.number(outcome.shared)))
        for one in outcome.first_shared:
            say_row(("", shared_text(one, display)))
    if outcome.kept:
        title = translate("CommandLine", "With something kept in the note")
        say_row((title, display.number(outcome.kept)))
        for row, text in outcome.first_kept:
            say_row(("", kept_text(row, text, display)))
