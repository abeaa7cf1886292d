"""Everything about customers in one table, as text that is read back as it was."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from io import TextIOWrapper
from typing import IO, Final
from uuid import UUID

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.full_columns import FULL_COLUMNS, full_titles
from ecrm_desktop.fields.customers import CUSTOMER
from ecrm_desktop.i18n import RIGHT_TO_LEFT, language, translate
from ecrm_desktop.queries.customer_detail import (
    ConsentRow,
    CustomerDetail,
    PhoneRow,
    customer_details,
    customer_fields,
)
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.formulas import as_text
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.phone import national
from ecrm_desktop.values.statuses import FavoriteKind, SocialNetwork
from ecrm_desktop.xlsx import Book

_WIDTH: Final = 16.0
_AT_ONCE: Final = 500
_SEPARATORS: Final = (":::", "\n", "؛", ";", "|", "،", ",", '"', "* ")
_NETWORKS: Final = {network.value: network for network in SocialNetwork} | {
    "other_social": SocialNetwork.OTHER
}
_DECLARED: Final = {field.imported_as: field.name for field in CUSTOMER.columns}
Step = Callable[[], None]


def full_title() -> str:
    """Return what the list is called where exports are written down."""
    return translate("Exporting", "Everything about the customers")


def write_csv_list(session: Session, ids: Sequence[UUID], file: IO[bytes], step: Step) -> int:
    """Write customers as a text file; `step` is called behind each; return how many there are."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    for row in _table(session, ids, step):
        writer.writerow([as_text(cell) for cell in row])
    text.detach()
    return len(ids)


def write_excel_list(session: Session, ids: Sequence[UUID], file: IO[bytes], step: Step) -> int:
    """Write customers as an Excel file, as above."""
    name = translate("Imports", "Customers")
    with Book(file, right_to_left=language() in RIGHT_TO_LEFT, title=name, author="") as book:
        rows = _table(session, ids, step)
        titles, plain = next(rows), book.style()
        row = next(rows, None)
        while True:
            page = book.sheet(name, [_WIDTH] * len(titles), header_row=1)
            page.append((title, book.heading) for title in titles)
            while row is not None and page.rows_left:
                page.append((cell or None, plain) for cell in row)
                row = next(rows, None)
            if row is None:
                return len(ids)


def _table(session: Session, ids: Iterable[UUID], step: Step) -> Iterator[list[str]]:
    own = customer_fields(session)
    yield full_titles([field.title for field in own])
    for some in batched(ids, _AT_ONCE):
        found = customer_details(session, some)
        for customer_id in some:
            one = found.get(customer_id)
            if one is None:
                raise InvalidInput(Problem.RECORD_MISSING)
            yield [
                *(_cell(one, name) for name in FULL_COLUMNS),
                *(one.field_values.get(field.id, "") for field in own),
            ]
            step()


def _cell(one: CustomerDetail, name: str) -> str:
    if name in _PARTS:
        return _PARTS[name](one)
    if name in _NETWORKS:
        return " ::: ".join(text for network, text in one.socials if network is _NETWORKS[name])
    if name.startswith("consent_"):
        return "".join(_consent(said) for said in one.consents if name.endswith(said.channel))
    value = getattr(one, _DECLARED[name])
    if isinstance(value, PartialDate):
        return value.format()
    return label(value) if isinstance(value, StrEnum) else value or ""


def _favorites(one: CustomerDetail, wanted: FavoriteKind) -> str:
    return _several(text for kind, text in one.favorites if kind is wanted)


def _phone(phone: PhoneRow) -> str:
    return f"{label(phone.label)}: {national(phone.number)}"


def _consent(said: ConsentRow) -> str:
    word = translate("ImportWizard", "yes") if said.granted else translate("ImportWizard", "no")
    day = said.given_on.isoformat() if said.given_on else ""
    return " ".join(filter(None, (word, day, said.source)))


def _several(texts: Iterable[str]) -> str:
    return "؛ ".join(map(_quoted, texts))


def _quoted(text: str) -> str:
    if not any(sign in text for sign in _SEPARATORS):
        return text
    return '"' + text.replace('"', '""') + '"'


_PARTS: Final[dict[str, Callable[[CustomerDetail], str]]] = {
    "phones": lambda one: " ::: ".join(map(_phone, one.phones)),
    "tags": lambda one: _several(one.tags),
    "favorite_brands": lambda one: _favorites(one, FavoriteKind.BRAND),
    "favorite_products": lambda one: _favorites(one, FavoriteKind.PRODUCT),
    "referrer": lambda one: one.referred_by_name,
}
