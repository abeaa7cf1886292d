"""The sentences of what a file's columns are taken for, and of what a person should look at."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from ecrm_desktop.exchange.fields import FIELDS, Holds, column_title
from ecrm_desktop.exchange.recognition import About, ColumnFound, Doubt, Sure, Why
from ecrm_desktop.exchange.sheets import Sheet
from ecrm_desktop.i18n import RIGHT_TO_LEFT, language, translate
from ecrm_desktop.values.digits import to_persian_digits
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import isolate_words

_MOST_ROWS: Final = 5
_MOST_WORDS: Final = 5


def column_names(sheet: Sheet) -> list[str]:
    """Return what people call each column: its title, our word for it, or its number."""
    return [_name(sheet, at) for at in range(sheet.width)]


def why_text(one: ColumnFound, kind: ImportKind, names: Sequence[str]) -> str:
    """Return why a column holds what it does, or is left out; `names` are of all columns."""
    if one.why is Why.TAKEN:
        return translate(
            "Recognition",
            "Left out: “{field}” is read from the column “{column}”.",
            field=column_title(kind, one.meant),
            column=_named(names, one.other),
        )
    if one.why is Why.MISFIT:
        return translate(
            "Recognition",
            "Left out: by its title this is “{field}”, but {cells}.",
            field=column_title(kind, one.meant),
            cells=_fitting(one, one.meant, kind),
        )
    if one.field and one.why is Why.TITLE and one.fits * 2 < one.said:
        cells = _fitting(one, one.field, kind)
        return translate("Recognition", "The title is known, but {cells}.", cells=cells)
    return _REASONS[one.why](one)


def doubt_text(
    doubt: Doubt, kind: ImportKind, columns: Sequence[ColumnFound], names: Sequence[str]
) -> str:
    """Return what a person should look at, in a sentence or two."""
    column, count = _named(names, doubt.position), _number(doubt.count)
    one = next((one for one in columns if one.position == doubt.position), None)
    is_left_out = doubt.about is About.COLUMN and one is not None and not one.field
    if one is not None and (is_left_out or doubt.about is About.MISFIT):
        return translate(
            "Recognition",
            "“{column}” — {reason}",
            column=column,
            reason=why_text(one, kind, names),
        )
    rows = [_number(row) for row in doubt.rows[:_MOST_ROWS]]
    if len(doubt.rows) > _MOST_ROWS:
        rows.append("…")
    comma = "، " if language() in RIGHT_TO_LEFT else ", "
    words = [isolate_words(word) for word in doubt.words[:_MOST_WORDS]]
    if len(doubt.words) > _MOST_WORDS:
        words.append("…")
    said = {"column": column, "count": count, "rows": comma.join(rows), "words": comma.join(words)}
    return _DOUBTS[doubt.about](said)


def _name(sheet: Sheet, at: int) -> str:
    title = sheet.header[at] if at < len(sheet.header) else ""
    if not sheet.header_row and title in FIELDS[ImportKind.CUSTOMERS]:
        return column_title(ImportKind.CUSTOMERS, title)  # as the reader of contacts names it
    return title or translate("ImportWizard", "Column {number}", number=_number(at + 1))


def _named(names: Sequence[str], position: int | None) -> str:
    return "" if position is None else isolate_words(names[position])


def _number(number: int) -> str:
    text = f"{number:,}"
    return to_persian_digits(text.replace(",", "٬")) if language() == "fa" else text


def _fitting(one: ColumnFound, field: str, kind: ImportKind) -> str:
    holds = FIELDS[kind][field].holds
    counts = {"fits": _number(one.fits), "said": _number(one.said)}
    match holds:
        case Holds.DATE | Holds.BIRTHDAY:
            return translate("Recognition", "{fits} of {said} cells are dates", **counts)
        case Holds.AMOUNT | Holds.QUANTITY:
            return translate("Recognition", "{fits} of {said} cells are numbers", **counts)
        case Holds.PHONE:
            return translate("Recognition", "{fits} of {said} cells are phones", **counts)
        case Holds.EMAIL:
            return translate("Recognition", "{fits} of {said} cells are e-mails", **counts)
        case Holds.CHOICE | Holds.YES_NO | Holds.CONSENT:
            return translate(
                "Recognition", "{fits} of {said} cells are one of the choices", **counts
            )
    return translate("Recognition", "{fits} of {said} cells look like that", **counts)


_REASONS: Final[Mapping[Why, Callable[[ColumnFound], str]]] = {
    Why.TITLE: lambda _: translate("Recognition", "The title is known."),
    Why.PROGRAM: lambda _: translate("Recognition", "A well-known program writes this title."),
    Why.TITLE_PART: lambda _: translate("Recognition", "Part of the title is known."),
    Why.CELLS: lambda _: translate("Recognition", "The cells look like that."),
    Why.FOREIGN_CODES: lambda _: translate(
        "Recognition", "Postal codes here have ten digits; these stay with the address."
    ),
    Why.CHOSEN: lambda one: (
        translate("Recognition", "Somebody chose that.")
        if one.field
        else translate("Recognition", "Left out: somebody chose that.")
    ),
    Why.UNKNOWN: lambda one: (
        translate("Recognition", "Left out: the title is not known.")
        if one.title
        else translate("Recognition", "Left out: the cells do not tell what they are.")
    ),
    Why.EMPTY: lambda _: translate("Recognition", "Left out: it is empty."),
    Why.SAME_TITLE: lambda _: translate(
        "Recognition", "Left out: the title is there twice, and the first such column is read."
    ),
    Why.YEARS_ONLY: lambda _: translate(
        "Recognition", "Left out: these are only years; a birthday needs month and day too."
    ),
    Why.FOREIGN: lambda _: translate(
        "Recognition", "Left out: by its title it is about somebody or something else."
    ),
    Why.INCLUDED: lambda one: (
        translate("Recognition", "Left out: other columns may have this amount in them already.")
        if one.sure is Sure.UNSURE
        else translate("Recognition", "Left out: other columns have this amount in them already.")
    ),
    Why.ROW_NUMBERS: lambda _: translate("Recognition", "Left out: it only counts the rows."),
    Why.REASONS: lambda _: translate("Recognition", "Left out: these are the reasons of problems."),
}
_DOUBTS: Final[Mapping[About, Callable[[dict[str, str]], str]]] = {
    About.KIND: lambda _: translate(
        "Recognition", "It is not clear what these rows are about. Choose it, if this is wrong."
    ),
    About.COLUMN: lambda said: translate(
        "Recognition", "What the column “{column}” holds is a guess. Please check it.", **said
    ),
    About.UNIT: lambda _: translate(
        "Recognition", "Nothing in the file tells whether its amounts are toman or rials."
    ),
    About.CALENDAR: lambda _: translate(
        "Recognition", "It is not clear whether the dates are Jalali or Gregorian."
    ),
    About.DATE_ORDER: lambda _: translate(
        "Recognition", "It is not clear whether day or month comes first in the dates."
    ),
    About.SAME_TITLE: lambda said: translate(
        "Recognition", "The title “{column}” is there twice; the first such column is read.", **said
    ),
    About.SCALE: lambda said: translate(
        "Recognition", "By its title, each number of “{column}” counts {count} times.", **said
    ),
    About.SERIAL_DATES: lambda said: translate(
        "Recognition",
        "In “{column}” {count} dates are plain numbers of Excel; they are read as dates.",
        **said,
    ),
    About.BROKEN_NUMBERS: lambda said: translate(
        "Recognition",
        "In “{column}” Excel has shortened {count} long numbers, whose last "
        "digits are lost; they are not stored.",
        **said,
    ),
    About.FOOTERS: lambda said: translate(
        "Recognition",
        "{count} rows are sums or remarks and no records, so they are left out: {rows}",
        **said,
    ),
    About.FORMULAS: lambda said: translate(
        "Recognition",
        "In “{column}” {count} formulas have no result, as nobody has calculated them. "
        "Open the file in Excel, save it and choose it again.",
        **said,
    ),
    About.ERRORS: lambda said: translate(
        "Recognition",
        "In “{column}” {count} cells hold an error of Excel, such as #N/A; they are read as empty.",
        **said,
    ),
    About.HIDDEN_ROWS: lambda said: translate(
        "Recognition",
        "{count} rows are hidden in Excel, as by a filter; they are brought in, too.",
        **said,
    ),
    About.NO_BIRTHDAYS: lambda said: translate(
        "Recognition",
        "{count} entries of the calendar are no birthdays but meetings, tasks and the like, so "
        "they are left out.",
        **said,
    ),
    About.STATES: lambda said: translate(
        "Recognition",
        "In “{column}” stand words nobody knows here; rows that say them are taken for sales: "
        "{words}",
        **said,
    ),
    About.NO_SALES: lambda said: translate(
        "Recognition",
        "By what “{column}” says, {count} of the first rows are no sales and are left out. If "
        "they are sales, choose that this column is left out.",
        **said,
    ),
}
