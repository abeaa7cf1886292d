"""What a person said about a file is kept as it is, and found again for files of the same shape."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.drafts.imports import MatchBy, OnMatch
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.exchange.fields import FIELDS, OWN, column_title, missing_fields
from ecrm_desktop.exchange.mapping import (
    DateOrder,
    Mapping,
    default_match,
    fitted,
    mapping_from_columns,
    shape_of,
)
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.conversions import sheet_of

BUYERS = sheet_of(("كد", "نام", "مبلغ (ریال)"), ("1", "علی", "5"))
BARE = sheet_of((), ("1", "علی", 5))


@st.composite
def mappings(draw: st.DrawFn) -> Mapping:
    kind = draw(st.sampled_from(ImportKind))
    fields = draw(st.lists(st.sampled_from([*FIELDS[kind], ""]), unique=True, max_size=9))
    if kind is ImportKind.CUSTOMERS:
        titles = st.sampled_from(["سایز", "رنگ دلخواه", "a=b", '"', "\\"])
        fields += [OWN + title for title in draw(st.lists(titles, unique=True))]
    return Mapping(
        kind=kind,
        columns=tuple(draw(st.permutations(fields))),
        unit=draw(st.none() | st.sampled_from(MoneyUnit)),
        calendar=draw(st.sampled_from([None, "jalali", "gregorian"])),
        date_order=draw(st.sampled_from(DateOrder)),
        decimal_comma=draw(st.booleans()),
        match=tuple(draw(st.lists(st.sampled_from(MatchBy), unique=True))),
        on_match=draw(st.sampled_from(OnMatch)),
    )


@given(mapping=mappings())
def test_a_mapping_comes_back_from_its_text(mapping: Mapping) -> None:
    assert Mapping.from_json(mapping.to_json()) == mapping
    assert Mapping.from_json(mapping.to_json()).to_json() == mapping.to_json()


def test_only_kind_and_columns_are_needed() -> None:
    found = Mapping.from_json('{"kind": "purchases", "columns": ["date", "", "amount"]}')
    assert found == Mapping(kind=ImportKind.PURCHASES, columns=("date", "", "amount"))


GOOD: dict[str, Any] = {"kind": "customers", "columns": ["name", "phone"]}
WRONG: tuple[dict[str, Any], ...] = (
    {"kind": "dogs"},
    {"kind": []},
    {"columns": "name"},
    {"columns": [1]},
    {"columns": ["own:\ud800"]},
    {"unit": "dollar"},
    {"unit": []},
    {"calendar": "lunar"},
    {"calendar": []},
    {"date_order": "dym"},
    {"decimal_comma": 1},
    {"match": "phone"},
    {"match": ["shoe"]},
    {"on_match": None},
    {"colour": "red"},
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", ""),
        ("[]", ""),
        ("[" * 100_000, ""),
        ("{", ""),
        ("null", ""),
        ('{"columns": []}', "kind"),
        ('{"kind": "customers"}', "columns"),
        *((json.dumps(GOOD | entry), next(iter(entry))) for entry in WRONG),
    ],
)
def test_a_wrong_text_is_refused_by_the_entry_at_fault(text: str, name: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        Mapping.from_json(text)
    assert (caught.value.problem, caught.value.details) == (Problem.MAPPING_WRONG, {"name": name})


@pytest.mark.parametrize(
    ("kind", "columns", "problem"),
    [
        (ImportKind.CUSTOMERS, ("name", "colour"), Problem.FIELD_UNKNOWN),
        (ImportKind.CUSTOMERS, ("name", "own:"), Problem.FIELD_UNKNOWN),
        (ImportKind.CUSTOMERS, ("name", "own: سایز"), Problem.FIELD_UNKNOWN),
        (ImportKind.PURCHASES, ("date", "own:سایز"), Problem.FIELD_UNKNOWN),
        (ImportKind.PRODUCTS, ("phone",), Problem.FIELD_UNKNOWN),
        (ImportKind.CUSTOMERS, ("name", "", "name"), Problem.FIELD_TWICE),
        (ImportKind.CUSTOMERS, ("own:سايز", "own:سایز"), Problem.FIELD_UNKNOWN),
        (ImportKind.CUSTOMERS, ("own:Size", "own:size"), Problem.FIELD_TWICE),
        (ImportKind.CUSTOMERS, ("own:" + "x" * 201,), Problem.TEXT_TOO_LONG),
    ],
)
def test_fields_that_cannot_be(
    kind: ImportKind, columns: tuple[str, ...], problem: Problem
) -> None:
    with pytest.raises(EcrmError) as caught:
        Mapping(kind=kind, columns=columns)
    assert caught.value.problem == problem


def test_parts_of_one_field_may_stand_in_several_columns() -> None:
    columns = ("first_name", "first_name", "tags", "tags", "", "")
    assert Mapping(kind=ImportKind.CUSTOMERS, columns=columns).columns == columns


def test_columns_are_named_by_title_or_place() -> None:
    pairs = [("کد", "code"), ("۲", "name"), ("مبلغ (ريال)", "own:بدهی")]
    found = mapping_from_columns(ImportKind.CUSTOMERS, pairs, BUYERS)
    assert found.columns == ("code", "name", "own:بدهی")
    assert found.match == (MatchBy.CODE,)
    bare = mapping_from_columns(ImportKind.CUSTOMERS, [("3", "phone"), ("1", "code")], BARE)
    assert bare.columns == ("code", "", "phone")
    assert bare.match == (MatchBy.CODE, MatchBy.PHONE)


@pytest.mark.parametrize(
    ("pairs", "problem"),
    [
        ([("رنگ", "name")], Problem.FILE_COLUMN_MISSING),
        ([("0", "name")], Problem.FILE_COLUMN_MISSING),
        ([("4", "name")], Problem.FILE_COLUMN_MISSING),
        ([("9" * 5000, "name")], Problem.FILE_COLUMN_MISSING),
        ([("", "name")], Problem.FILE_COLUMN_MISSING),
        ([("1", "name"), ("کد", "phone")], Problem.FILE_COLUMN_TWICE),
        ([("1", "name"), ("2", "name")], Problem.FIELD_TWICE),
        ([("1", "colour")], Problem.FIELD_UNKNOWN),
    ],
)
def test_columns_that_cannot_be(pairs: list[tuple[str, str]], problem: Problem) -> None:
    with pytest.raises(InvalidInput) as caught:
        mapping_from_columns(ImportKind.CUSTOMERS, pairs, BUYERS)
    assert caught.value.problem == problem


def test_a_title_that_is_there_twice_is_no_name_for_a_column() -> None:
    sheet = sheet_of(("تلفن", "تلفن"), ("1", "2"))
    with pytest.raises(InvalidInput) as caught:
        mapping_from_columns(ImportKind.CUSTOMERS, [("تلفن", "phone")], sheet)
    assert caught.value.problem == Problem.FILE_COLUMN_TWICE
    found = mapping_from_columns(ImportKind.CUSTOMERS, [("2", "phone")], sheet)
    assert found.columns == ("", "phone")


def test_files_of_the_same_titles_have_one_shape() -> None:
    again = sheet_of(("کد", "نام ", "مبلغ (ريال)"), ("x", 5, None), ("y", 6, 7))
    assert shape_of(again) == shape_of(BUYERS)
    others = [
        sheet_of(("کد", "نام"), ("1", "علی")),
        sheet_of(("نام", "کد", "مبلغ (ریال)"), ("1", "علی", "5")),
        BARE,
        sheet_of((), ("1", "علی", "x")),
        sheet_of((), ("1", "علی", 5, 6)),
    ]
    assert len({shape_of(sheet) for sheet in [BUYERS, *others]}) == 6
    assert shape_of(sheet_of((), ("2", "رضا", "7"))) == shape_of(BARE)


def test_a_file_of_problems_has_the_shape_of_its_source() -> None:
    mapping = Mapping(kind=ImportKind.CUSTOMERS, columns=("code", "name", "own:بدهی"))
    mended = sheet_of(("کد", "نام", "⚠ نام", "مبلغ (ریال)", "⚠ ردیف"), (1, 2, 3, 4, 5))
    assert shape_of(mended) == shape_of(BUYERS)
    assert fitted(mapping, mended).columns == ("code", "name", "", "own:بدهی", "")
    assert fitted(mapping, BUYERS) == mapping
    bare = sheet_of(("1", "⚠ 1", "2", "3"), ("1", "?", "علی", 5))
    assert shape_of(bare) == shape_of(BARE)
    for source, places in (("2", bare), ("2", mended)):
        found = mapping_from_columns(ImportKind.CUSTOMERS, [(source, "name")], places)
        assert found.columns.index("name") == (2 if places is bare else 1)


def test_a_narrower_or_wider_sheet_takes_what_fits() -> None:
    mapping = Mapping(kind=ImportKind.CUSTOMERS, columns=("code", "name"))
    assert fitted(mapping, sheet_of((), (1,))).columns == ("code",)
    assert fitted(mapping, BARE).columns == ("code", "name", "")


def test_what_records_are_told_apart_by() -> None:
    kind = ImportKind.CUSTOMERS
    assert default_match(kind, ["phone2", "email"]) == (MatchBy.PHONE, MatchBy.EMAIL)
    assert default_match(kind, ["name"]) == (MatchBy.NAME_AND_PHONE,)
    assert default_match(ImportKind.PRODUCTS, ["barcode"]) == (MatchBy.CODE,)
    assert default_match(ImportKind.PURCHASES, ["customer_code"]) == ()


def test_what_a_record_needs() -> None:
    assert missing_fields(ImportKind.PURCHASES, ["date", "unit_price"]) == ()
    assert missing_fields(ImportKind.PURCHASES, []) == (("date",), ("amount", "unit_price"))
    [group] = missing_fields(ImportKind.CUSTOMERS, ["city"])
    assert "name" in group
    mapping = Mapping(kind=ImportKind.PURCHASES, columns=("amount",))
    with pytest.raises(InvalidInput) as caught:
        mapping.check_complete()
    assert caught.value.details["name"] == "date"


@pytest.mark.parametrize("kind", ImportKind)
def test_every_field_has_a_title_of_its_own(kind: ImportKind) -> None:
    titles = [field.title for field in FIELDS[kind].values()]
    assert len(set(titles)) == len(titles)
    assert column_title(kind, "") == ""
    assert column_title(ImportKind.CUSTOMERS, "own:سایز") == "سایز"
    assert column_title(ImportKind.CUSTOMERS, "phone") == "تلفن"
