"""Cells with phones: one or several, perhaps with labels, extensions and what else is written."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, NamedTuple

from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.exchange.calling_codes import NumberAbroad
from ecrm_desktop.exchange.cells import digits_of, text_of
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import PhoneLabel
from ecrm_desktop.values.text import fold_compact

_BETWEEN: Final = (":::", "/", "\\", "،", ",", ";", "؛", "|", "\n", " - ", " و ", "_", "-", " ")
_WITHIN: Final = frozenset({"_", "-", " "})
_LABELLED_BETWEEN: Final = re.compile(r":::|\n|؛")
_LONGEST: Final = 80  # letters of one number with its extension

_EXTENSION: Final = re.compile(
    r"[\s,;(]*(?:ext(?:ension)?\.?|داخلی|int\.?|[xX#]|[,;pPwW]+)[\s=:.]*([0-9]{1,6})\)?\s*$"
)
_RANGE: Final = re.compile(r"(?<=[0-9]{4})\s*(?:-|–|تا|الی|~)\s*([0-9]{1,2})\s*$")
_NEEDLESS: Final = re.compile(r"(?:[\s,;pPwW\\]+|(?<=[0-9]{7})\.0+)$")
_APART: Final = re.compile(r":::|[،,;/|\n]| - ")
_PUNCTUATION: Final = re.compile(r"[\s\-()./]")
_DIGITS: Final = re.compile(r"\+?\d{8,15}")
_SCHEME: Final = re.compile(r"^\s*(?:tel|phone|callto|sms):", re.IGNORECASE)

_LABELS: Final = {
    fold_compact(word): kind
    for kind, words in {
        PhoneLabel.MOBILE: "mobile|cell|موبایل|همراه|تلفن همراه|main|iphone|whatsapp",
        PhoneLabel.HOME: "home|منزل|خانه|تلفن منزل",
        PhoneLabel.WORK: "work|office|محل کار|کار|دفتر|شرکت|business|company",
        PhoneLabel.FAX: "fax|فکس|نمابر|دورنگار|work fax|home fax|workfax|homefax",
        PhoneLabel.OTHER: "other|دیگر|سایر|voice|pager",
    }.items()
    for word in words.split("|")
}


class SaidPhone(NamedTuple):
    """A phone, and where it rings if the cell says so."""

    phone: Phone
    label: PhoneLabel | None = None


def label_of(word: str) -> PhoneLabel | None:
    """Return where a phone rings by the word of a file."""
    said = fold_compact(word.strip("* ")).replace("_", "")
    if said in _LABELS:
        return _LABELS[said]
    return next((one for one in PhoneLabel if fold_compact(label(one)) == said), None)


def may_be_phone(text: str) -> bool:
    """Return whether a cell has a number that may be a phone, whatever stands around it."""
    plain = _NEEDLESS.sub("", _SCHEME.sub("", text[:_LONGEST]))
    for pattern in (_EXTENSION, _RANGE):
        plain = pattern.sub("", plain)
    parts = (_PUNCTUATION.sub("", part) for part in _APART.split(plain))
    return any(map(_DIGITS.fullmatch, parts))


def phones_parser(area_code: str) -> Callable[[Cell], tuple[Phone, ...] | None]:
    """Return what reads all the phones of a cell; problems are those of the whole cell."""

    def read_one(text: str) -> Phone:
        return _read_one(text, area_code)

    def parse(cell: Cell) -> tuple[Phone, ...] | None:
        if isinstance(cell, NumberAbroad):
            return _read_abroad(cell.dialled, parse)
        text = digits_of(cell)
        if not to_latin_digits(text).strip("0 "):
            return None
        try:
            return (read_one(text),)
        except EcrmError as error:
            return _read_parts(text, read_one, error)

    return parse


def labelled_parser(area_code: str) -> Callable[[Cell], tuple[SaidPhone, ...] | None]:
    """Return what reads phones that lines or ::: divide, each perhaps behind `work:`."""
    parse = phones_parser(area_code)

    def read(cell: Cell) -> tuple[SaidPhone, ...] | None:
        found = []
        for piece, _typed in _pieces(cell):
            label, text = _divided(piece)
            found += [SaidPhone(phone, label) for phone in parse(text) or ()]
        return tuple(found) or None

    return read


def readable_phones(cell: Cell, area_code: str) -> tuple[list[SaidPhone], list[str]]:
    """Return the phones of a cell, and the pieces of it that are none."""
    parse, phones, others = phones_parser(area_code), list[SaidPhone](), list[str]()
    for piece, typed in _pieces(cell):
        label, text = _divided(piece)
        try:
            phones += [SaidPhone(phone, label) for phone in parse(text) or ()]
            continue
        except EcrmError:
            pass
        if piece != typed:
            others.append(typed.strip())
            continue
        found, rest = _some(text, parse)
        phones += [SaidPhone(phone, label) for phone in found]
        others += rest
    return phones, others


def _pieces(cell: Cell) -> list[tuple[str, str]]:
    """Return the numbers of a cell as they are dialled, and as they were typed."""
    typed = _LABELLED_BETWEEN.split(text_of(cell))
    if not isinstance(cell, NumberAbroad):
        return [(piece, piece) for piece in typed]
    return list(zip(_LABELLED_BETWEEN.split(cell.dialled), typed, strict=True))


def cell_of(phones: Iterable[SaidPhone]) -> str | None:
    """Return phones as a cell that is read as them."""
    return " ::: ".join(map(_piece, phones)) or None


def _piece(said: SaidPhone) -> str:
    label = f"{said.label.value}:" if said.label else ""
    extension = said.phone.extension
    sign = "" if extension.startswith("-") or not extension else ";ext="
    return f"{label}{said.phone.number}{sign}{extension}"


def _divided(piece: str) -> tuple[PhoneLabel | None, str]:
    word, sign, number = piece.partition(":")
    label = label_of(word) if sign else None
    return (label, number) if label else (None, piece)


def _some(
    text: str, parse: Callable[[Cell], tuple[Phone, ...] | None]
) -> tuple[list[Phone], list[str]]:
    for sign in _BETWEEN:
        if sign in _WITHIN or sign not in text:
            continue
        found, rest = list[Phone](), list[str]()
        for part in filter(str.strip, text.split(sign)):
            try:
                found += parse(part) or ()
            except EcrmError:
                rest.append(part.strip())
        if found:
            return found, rest
    return [], [text.strip()]


def _read_one(text: str, area_code: str) -> Phone:
    try:
        return Phone.parse(text, area_code=area_code)
    except EcrmError:
        plain = to_latin_digits(text)[:_LONGEST]
        plain = _NEEDLESS.sub("", _SCHEME.sub("", plain))
        for pattern in (None, _EXTENSION, _RANGE):
            found = pattern and pattern.search(plain)
            if pattern is not None and not found:
                continue
            number = plain[: found.start()] if found else plain
            if number == text:
                continue
            try:
                phone = Phone.parse(_NEEDLESS.sub("", number), area_code=area_code)
            except EcrmError:
                continue
            said = "" if not found else found[1] if pattern is _EXTENSION else f"-{found[1]}"
            return replace(phone, extension=said)
        raise


def _read_abroad(
    dialled: str, parse: Callable[[Cell], tuple[Phone, ...] | None]
) -> tuple[Phone, ...] | None:
    try:
        return parse(dialled)
    except EcrmError:
        raise InvalidInput(Problem.PHONE_ABROAD) from None


def _read_parts(text: str, read_one: Callable[[str], Phone], error: EcrmError) -> tuple[Phone, ...]:
    for sign in _BETWEEN:
        parts = [part for part in text.split(sign) if part.strip()]
        phones, wrong = [], None
        for part in parts if len(parts) > 1 else ():
            try:
                phones.append(read_one(part))
            except EcrmError as one:
                wrong = one
        if phones and not wrong:
            return tuple(dict.fromkeys(phones))
        if phones and wrong and sign not in _WITHIN:
            error = wrong
    raise error
