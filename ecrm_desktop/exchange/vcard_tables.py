"""Reads contacts files as one sheet whose columns are the fields of customers."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final, TextIO
from urllib.parse import unquote

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.fields import NETWORKS
from ecrm_desktop.exchange.file_content import reading_error
from ecrm_desktop.exchange.sheets import EDGES, SAMPLE, Cell, FileKind, Row, Sheet
from ecrm_desktop.exchange.social_addresses import social_address
from ecrm_desktop.exchange.text_encoding import find_encoding
from ecrm_desktop.exchange.vcard_lines import Property, read_cards
from ecrm_desktop.values.statuses import CustomerKind, Gender, PhoneLabel

HEADER: Final = (
    "name",
    "first_name",
    "last_name",
    "company",
    "kind",
    "job",
    "gender",
    "phones",
    "email",
    "more_emails",
    "birth_date",
    "marriage_date",
    "spouse_name",
    "address",
    "city",
    "province",
    "postal_code",
    *(network.value for network in NETWORKS),
    "tags",
    "note",
)
_LONGEST_LINE = 1 << 24  # a photo may stand in one
_FAMILY, _GIVEN, _MIDDLE, _PREFIX, _SUFFIX = range(5)
_STREET, _CITY, _PROVINCE, _CODE = range(2, 6)
_NO_YEAR = 1604  # what Apple writes for it
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_DAY_OF_YEAR = re.compile(r"--(\d\d)-?(\d\d)(?:T.*)?")
_SYSTEM_TAGS = frozenset({"mycontacts", "starred", "my contacts", "all"})


class VcardTables:
    """A contacts file; rows are numbered as its cards."""

    kind = FileKind.VCARD
    footers = ()

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encoding = find_encoding(path, longest_line=_LONGEST_LINE)
        sample = tuple(islice(self._read(), SAMPLE))
        if not sample:
            raise FileError(Problem.FILE_EMPTY, path=str(path))
        self._sheet = Sheet(
            name=path.stem,
            header=HEADER,
            header_row=0,
            width=len(HEADER),
            sample=sample,
            row_count=None,
        )

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The only one."""
        return (self._sheet,)

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield a row for each card with anything in it."""
        return self._read()

    def close(self) -> None:
        """Nothing stays open between readings."""

    def _open(self) -> TextIO:
        return self._path.open(encoding=self._encoding, errors="replace")

    def _read(self) -> Iterator[Row]:
        try:
            with self._open() as file:
                for number, card in enumerate(read_cards(file), 1):
                    cells = _cells(card)
                    if any(cells):
                        yield Row(number, cells)
        except OSError as error:
            raise reading_error(self._path, error) from error


class _Card:
    """What one contact says, property by property; `labels` are what groups are called."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self.labels = labels
        self.found: dict[str, Cell] = {}
        self.phones: list[tuple[int, str]] = []
        self.emails: list[tuple[int, str]] = []
        self.tags: list[str] = []
        self.notes: list[str] = []

    def give(self, name: str, value: Cell) -> None:
        """Take a value for a field; a second one is kept in the note."""
        if isinstance(value, str):
            value = value.strip(EDGES)
        if not value:
            return
        if name not in self.found:
            self.found[name] = value
        elif self.found[name] != value:
            self.notes.append(str(value))

    def cells(self) -> tuple[Cell, ...]:
        """Return the cells in the order of HEADER."""
        emails = list(dict.fromkeys(text for _, text in sorted(self.emails, key=_rank)))
        self.found["email"] = emails[0] if emails else None
        self.found["more_emails"] = ",".join(emails[1:]) or None
        # Only where nothing says which is the main one, it is a mobile, and no fax.
        has_first = any(rank == 0 for rank, _ in self.phones)
        ranked = [(rank > 0 if has_first else rank, text) for rank, text in self.phones]
        phones = dict.fromkeys(text for _, text in sorted(ranked, key=_rank))
        self.found["phones"] = " ::: ".join(phones) or None
        self.found["tags"] = ",".join(dict.fromkeys(self.tags)) or None
        self.found["note"] = "\n".join(dict.fromkeys(self.notes)) or None
        return tuple(self.found.get(name) for name in HEADER)


def _rank(said: tuple[int, str]) -> int:
    return said[0]


def _cells(properties: list[Property]) -> tuple[Cell, ...]:
    labels = {one.group: one.text() for one in properties if one.name == "X-ABLABEL"}
    card = _Card(labels)
    for one in properties:
        if read := _READERS.get(one.name):
            read(card, one)
    return card.cells()


def _read_name(card: _Card, one: Property) -> None:
    parts = [*one.parts(), *[""] * 5]
    # What stands before a name is told apart where names are read.
    given = " ".join(part for part in (parts[_PREFIX], parts[_GIVEN], parts[_MIDDLE]) if part)
    if parts[_GIVEN] or parts[_FAMILY]:
        card.give("first_name", given)
        card.give("last_name", parts[_FAMILY])
    card.notes += filter(None, [parts[_SUFFIX]])


def _read_phone(card: _Card, one: Property) -> None:
    number = " ".join(unquote(one.text()).split())
    if not number:
        return
    kinds = {*one.kinds, *_LABEL_WORD.findall(card.labels.get(one.group, "").upper())}
    is_first, is_mobile = "PREF" in kinds, not kinds.isdisjoint({"CELL", "MOBILE", "IPHONE"})
    is_phone = kinds.isdisjoint({"FAX", "HOMEFAX", "WORKFAX", "PAGER", "MODEM"})
    rank = 0 if is_first else 3 if not is_phone else 1 if is_mobile else 2
    label = next((label for kind, label in _PHONE_LABELS.items() if kind in kinds), None)
    card.phones.append((rank, f"{label.value}:{number}" if label else number))


def _read_address(card: _Card, one: Property) -> None:
    parts = [*one.parts(), *("" for _ in range(7))]
    street = " ".join(part for part in (parts[_STREET], parts[1], parts[0]) if part)
    if "address" in card.found or "city" in card.found:
        card.notes.append("، ".join(part for part in (parts[_CITY], street) if part))
        return
    card.give("address", street)
    card.give("city", parts[_CITY])
    card.give("province", parts[_PROVINCE])
    card.give("postal_code", parts[_CODE])


def _read_day(name: str) -> Callable[[_Card, Property], None]:
    return lambda card, one: card.give(name, _day_of(one.text().strip(EDGES)))


def _read_apples_day(card: _Card, one: Property) -> None:
    label = card.labels.get(one.group, "")
    if "anniversary" in label.casefold():
        card.give("marriage_date", _day_of(one.text().strip(EDGES)))
    else:
        card.notes.append(f"{label.strip('_$!<>')} {one.text()}".strip())


def _day_of(text: str) -> Cell:
    if match := _DAY_OF_YEAR.fullmatch(text):
        return f"--{match[1]}-{match[2]}"
    match = _DAY.fullmatch(text)
    if match is None:
        return text
    if int(match[1]) == _NO_YEAR:
        return f"--{match[2]}-{match[3]}"
    return _day(*map(int, match.groups())) or text


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year > _NO_YEAR else None
    except ValueError:
        return None


def _read_categories(card: _Card, one: Property) -> None:
    card.tags += [
        tag for tag in one.parts(",") if tag and tag.strip("* ").casefold() not in _SYSTEM_TAGS
    ]


def _read_organization(card: _Card, one: Property) -> None:
    company, *units = one.parts()
    card.give("company", company)
    card.notes += filter(None, units)


def _read_text(name: str) -> Callable[[_Card, Property], None]:
    return lambda card, one: card.give(name, one.text())


def _read_email(card: _Card, one: Property) -> None:
    text = one.text().strip(EDGES).removeprefix("mailto:")
    if text:
        card.emails.append((0 if "PREF" in one.kinds else 1, text))


def _read_note(card: _Card, one: Property) -> None:
    card.notes += filter(None, [one.text().strip(EDGES)])


def _read_gender(card: _Card, one: Property) -> None:
    card.give("gender", _GENDERS.get(one.parts()[0][:1].upper()))


def _read_kind(card: _Card, one: Property) -> None:
    if one.text().strip().upper() in {"COMPANY", "ORG", "ORGANIZATION"}:
        card.give("kind", CustomerKind.COMPANY.value)


def _read_address_on_net(card: _Card, one: Property) -> None:
    named = one.parameters.get("X-SERVICE-TYPE") or next(
        (kind for kind in one.kinds if kind not in {"PREF", "HOME", "WORK"}), ""
    )
    service = _NAMED.get(one.name, named)
    found = social_address(one.text(), service)
    if found is None:
        card.notes += filter(None, [one.text().strip(EDGES)])
    elif found[0].value in card.found:
        card.notes.append(f"{found[0].value}: {found[1]}")
    else:
        card.give(found[0].value, found[1])


def _read_related(card: _Card, one: Property) -> None:
    label = card.labels.get(one.group, "").upper()
    if "SPOUSE" in one.kinds or "SPOUSE" in label:
        card.give("spouse_name", one.text())
    else:
        card.notes += filter(None, [one.text().strip(EDGES)])


_LABEL_WORD: Final = re.compile(r"[A-Z]+")
_PHONE_LABELS: Final = {
    "FAX": PhoneLabel.FAX,
    "HOMEFAX": PhoneLabel.FAX,
    "WORKFAX": PhoneLabel.FAX,
    "PAGER": PhoneLabel.OTHER,
    "MODEM": PhoneLabel.OTHER,
    "CELL": PhoneLabel.MOBILE,
    "MOBILE": PhoneLabel.MOBILE,
    "IPHONE": PhoneLabel.MOBILE,
    "WORK": PhoneLabel.WORK,
    "HOME": PhoneLabel.HOME,
    "OTHER": PhoneLabel.OTHER,
}
"""Where a phone rings, the surest word first."""
_GENDERS: Final = {"F": Gender.FEMALE.value, "M": Gender.MALE.value, "O": Gender.OTHER.value}
_NAMED: Final = {
    f"X-{network.value.upper()}": network.value for network in NETWORKS
}  # as some programs write them

_READERS: Final[dict[str, Callable[[_Card, Property], None]]] = {
    "FN": _read_text("name"),
    "N": _read_name,
    "NICKNAME": _read_note,
    "ORG": _read_organization,
    "X-ABSHOWAS": _read_kind,
    "KIND": _read_kind,
    "X-ADDRESSBOOKSERVER-KIND": _read_kind,
    "TITLE": _read_text("job"),
    "ROLE": _read_text("job"),
    "TEL": _read_phone,
    "EMAIL": _read_email,
    "BDAY": _read_day("birth_date"),
    "GENDER": _read_gender,
    "X-GENDER": _read_gender,
    "X-ABDATE": _read_apples_day,
    "ADR": _read_address,
    "CATEGORIES": _read_categories,
    "NOTE": _read_note,
    "URL": _read_address_on_net,
    "IMPP": _read_address_on_net,
    "X-SOCIALPROFILE": _read_address_on_net,
    "SOCIALPROFILE": _read_address_on_net,
    "RELATED": _read_related,
    "X-ABRELATEDNAMES": _read_related,
    **dict.fromkeys(_NAMED, _read_address_on_net),
    **dict.fromkeys(
        (
            "ANNIVERSARY",
            "X-ANNIVERSARY",
            "X-EVOLUTION-ANNIVERSARY",
            "X-KADDRESSBOOK-X-ANNIVERSARY",
        ),
        _read_day("marriage_date"),
    ),
    **dict.fromkeys(
        ("X-SPOUSE", "X-EVOLUTION-SPOUSE", "X-KADDRESSBOOK-X-SPOUSESNAME"),
        _read_text("spouse_name"),
    ),
}
