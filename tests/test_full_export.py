"""What is taken out about customers is read back as it was."""

import tempfile
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ecrm_desktop.drafts.customers import (
    ConsentDraft,
    CustomerDraft,
    CustomerFieldDraft,
    PhoneDraft,
)
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.importing import ImportRequest, run_import
from ecrm_desktop.importing.full_export import write_csv_list, write_excel_list
from ecrm_desktop.queries.customer_detail import CustomerDetail, customer_detail, customer_fields
from ecrm_desktop.queries.customers import CustomerFilter, list_customers
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.reports.birthdays import birthdays
from ecrm_desktop.reports.vcard import vcard
from ecrm_desktop.services.customer_fields import define_customer_field
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.postal_code import PostalCode
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    ConsentChannel,
    CustomerKind,
    FavoriteKind,
    FieldKind,
    Gender,
    IncomeBand,
    PhoneLabel,
    SocialNetwork,
)
from tests.helpers.examples import examples
from tests.helpers.factories import make_customer
from tests.helpers.import_files import CONVENTIONS
from tests.test_importing_properties import shop

WORDS = st.sampled_from(
    ["علی", "مینا", "رضایی", "حسن‌زاده", "Ali", "=x", "+1", "007", "آ، ب", 'س"م']
)
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
LINES = st.one_of(st.just(""), st.lists(TEXTS, min_size=1, max_size=3).map("\n".join))
DAYS = st.one_of(
    st.none(),
    st.builds(
        PartialDate,
        st.sampled_from([None, 1340, 1375, 1399]),
        st.integers(1, 12),
        st.integers(1, 29),
    ),
)
PHONES = st.lists(
    st.tuples(
        st.sampled_from(["09121111111", "09122222222", "02188776655", "+442079460958"]),
        st.sampled_from([*PhoneLabel]),
    ),
    max_size=4,
    unique_by=lambda one: one[0],
)  # fmt: skip


def phones(said: list[tuple[str, PhoneLabel]]) -> tuple[PhoneDraft, ...]:
    return tuple(
        PhoneDraft(phone=Phone.parse(text), label=label, is_primary=at == 0)
        for at, (text, label) in enumerate(said)
    )


def several(texts: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(texts, max_size=2, unique=True).map(tuple)


CARDS: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.sampled_from([*CustomerKind]),
    "first_name": TEXTS,
    "last_name": TEXTS,
    "company_name": st.one_of(st.just(""), TEXTS),
    "phones": PHONES.map(phones),
    "email": st.one_of(st.none(), st.just(Email.parse("a@example.com"))),
    "gender": st.one_of(st.none(), st.sampled_from([*Gender])),
    "job": st.one_of(st.just(""), TEXTS),
    "spouse_name": st.one_of(st.just(""), TEXTS),
    "address": LINES,
    "city": st.one_of(st.just(""), TEXTS),
    "province": st.one_of(st.just(""), TEXTS),
    "postal_code": st.one_of(st.none(), st.just(PostalCode.parse("8713456789"))),
    "socials": several(st.sampled_from([*SocialNetwork])).map(
        lambda found: tuple((network, f"@{network}.x") for network in found)
    ),
    "notes": LINES,
}
WHOLE = st.builds(
    CustomerDraft,
    **CARDS,
    birth_date=DAYS,
    marriage_date=DAYS,
    national_id=st.sampled_from([None, None, NationalId.parse("0499370899")]),
    income_band=st.one_of(st.none(), st.sampled_from([*IncomeBand])),
    acquisition_channel=st.one_of(st.none(), st.sampled_from([*AcquisitionChannel])),
    preferred_channel=st.one_of(st.none(), st.sampled_from([*Channel])),
    consents=st.lists(
        st.builds(
            ConsentDraft,
            channel=st.sampled_from([*ConsentChannel]),
            granted=st.booleans(),
            given_on=st.sampled_from([None, date(2025, 3, 25)]),
            source=st.sampled_from(["", "تلفنی", "فرم کاغذی ۱۲"]),
        ),
        max_size=3,
        unique_by=lambda one: one.channel,
    ).map(tuple),
    favorites=several(TEXTS).map(lambda found: tuple((FavoriteKind.BRAND, one) for one in found)),
    tags=several(TEXTS),
)
YEARS = DAYS.filter(lambda day: day is None or day.year is not None)
CONTACTS = st.builds(
    CustomerDraft,
    **CARDS | {
        "socials": several(st.sampled_from([one for one in SocialNetwork if one != "other"])).map(
            lambda found: tuple((network, f"@{network}.x") for network in found)
        ),
        "company_name": TEXTS,
    },
    birth_date=YEARS,
    marriage_date=YEARS,
    tags=several(st.sampled_from(["عمده", "خوش‌حساب", "vip"])),
)  # fmt: skip
UNEQUAL = {"id", "created_at", "updated_at", "referred_by_id", "field_values"}
Write = Callable[[Database, Path], Path]


def details(database: Database) -> list[dict[str, Any]]:
    found = []
    with database.reading() as session:
        titles = {field.id: field.title for field in customer_fields(session)}
        for one in list_customers(session, CustomerFilter(), Sort("code")):
            detail = customer_detail(session, one)
            own = {titles[field]: value for field, value in detail.field_values.items()}
            said = {name: value for name, value in asdict(detail).items() if name not in UNEQUAL}
            found.append(
                said
                | {
                    "own": own,
                    "socials": sorted(detail.socials),
                    "consents": sorted(asdict(one)["channel"] for one in detail.consents),
                }
            )
    return found


def write_list(suffix: str, database: Database, folder: Path) -> Path:
    path = folder / f"all{suffix}"
    write = write_csv_list if suffix == ".csv" else write_excel_list
    with database.reading() as session, path.open("wb") as file:
        write(session, list_customers(session, CustomerFilter(), Sort("code")), file, lambda: None)
    return path


def write_cards(database: Database, folder: Path) -> Path:
    path = folder / "all.vcf"
    with database.reading() as session, path.open("wb") as file:
        for one in list_customers(session, CustomerFilter(), Sort("code")):
            file.write(vcard(customer_detail(session, one)))
    return path


def read_back(empty: Path, path: Path) -> list[dict[str, Any]]:
    with shop(empty) as other:
        with open_tables(path) as tables:
            found = recognize(tables.sheets[0], None, CONVENTIONS)
        assert found.doubts == ()
        outcome = run_import(
            other, ImportRequest(path=path, mapping=found.mapping, conventions=CONVENTIONS)
        )
        assert outcome.counts.problems == 0
        return details(other)


@pytest.mark.parametrize("write", [partial(write_list, ".xlsx"), partial(write_list, ".csv")])
@settings(max_examples=examples(12), phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(drafts=st.lists(WHOLE, min_size=1, max_size=3), own=TEXTS)
def test_a_list_of_everything_makes_the_same_customers_in_an_empty_shop(
    empty_database_file: Path, write: Write, drafts: list[CustomerDraft], own: str
) -> None:
    with shop(empty_database_file) as database, tempfile.TemporaryDirectory() as folder:
        with database.transaction() as session:
            sizes = define_customer_field(
                session, CustomerFieldDraft(title="سایز ۱", kind=FieldKind.TEXT)
            )
            session.flush()
            taken: set[object] = {None}
            for draft in drafts:
                person = None if draft.national_id in taken else draft.national_id
                taken.add(draft.national_id)
                own_values = ((sizes, own),)
                create_customer(
                    session, replace(draft, national_id=person, field_values=own_values)
                )
        assert read_back(empty_database_file, write(database, Path(folder))) == details(database)


@settings(max_examples=examples(15), phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(draft=CONTACTS)
def test_a_contact_is_read_back_as_it_was(empty_database_file: Path, draft: CustomerDraft) -> None:
    with shop(empty_database_file) as database, tempfile.TemporaryDirectory() as folder:
        with database.transaction() as session:
            create_customer(session, draft)
        assert read_back(empty_database_file, write_cards(database, Path(folder))) == details(
            database
        )


def test_birthdays_stand_in_the_calendar_each_year(database: Database) -> None:
    with database.transaction() as session:
        make_customer(session, "علی رضایی", code="1", birth_date="1375-12-30")
        make_customer(session, "مینا، احمدی", code="2", birth_date="--01-05", phone="+989123456701")
        make_customer(session, "سارا نیک", code="3")
    with database.reading() as session:
        ids = list_customers(session, CustomerFilter(), Sort("code"))
        found: list[CustomerDetail] = [customer_detail(session, one) for one in ids]
    lines = b"".join(birthdays(found, date(2026, 11, 30))).decode().split("\r\n")
    days = [line.partition(":")[2] for line in lines if line.startswith("DTSTART")]
    assert days == ["20270320", "20280319", "20290319", "20260325", "20270325", "20280324"]
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert lines.count("SUMMARY:تولد مینا، احمدی") == 3
    assert lines.count("DESCRIPTION:+989123456701") == 3
