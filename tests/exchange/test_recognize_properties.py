"""Whatever is in a sheet, it is taken for something, and what a rule wrote comes back."""

from collections.abc import Callable
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ecrm_desktop.drafts.imports import ImportedCustomer
from ecrm_desktop.exchange.convert import Converter
from ecrm_desktop.exchange.mapping import shape_of
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.jalali import format_date
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.conversions import IRAN, TODAY, sheet_of
from tests.helpers.examples import examples
from tests.helpers.made_columns import FIRST, LAST, RANDOM, digits, national_id

TITLES = {
    "name": ("نام", "نام و نام خانوادگی", "نام مشتری", "Full Name"),
    "phone": ("موبایل", "تلفن همراه", "شماره تماس", "Mobile"),
    "national_id": ("کد ملی", "شماره ملی", "National ID"),
    "birth_date": ("تاریخ تولد", "تولد", "Birthday"),
    "email": ("ایمیل", "پست الکترونیک", "Email"),
}


SPELLINGS: tuple[Callable[[str], Cell], ...] = (
    str,
    int,
    lambda text: text[1:],
    lambda text: "98" + text[1:],
    lambda text: f"{text[:4]} {text[4:7]} {text[7:]}",
)


@settings(max_examples=examples(40))
@given(data=st.data())
def test_what_is_written_by_a_rule_comes_back(data: st.DataObject) -> None:
    names = data.draw(st.permutations(list(TITLES)))
    has_titles = data.draw(st.booleans())
    titles = [data.draw(st.sampled_from(TITLES[name])) for name in names] if has_titles else []
    spell = data.draw(st.sampled_from(SPELLINGS))
    days = st.dates(TODAY.replace(year=1940), TODAY.replace(year=2010))
    people = [
        {
            "name": f"{RANDOM.choice(FIRST)} {RANDOM.choice(LAST)}",
            "phone": "09" + digits(9),
            "national_id": national_id(),
            "birth_date": format_date(data.draw(days)),
            "email": f"u{number}@example.com",
        }
        for number in range(12)
    ]
    rows: list[list[Any]] = [
        [spell(person[name]) if name == "phone" else person[name] for name in names]
        for person in people
    ]
    sheet = sheet_of(titles, *rows)
    found = recognize(sheet, None, IRAN)
    assert list(found.mapping.columns) == names
    for person, record in zip(
        people, Converter(found.mapping, IRAN).convert(sheet.sample), strict=True
    ):
        assert isinstance(record, ImportedCustomer)
        draft = record.draft
        assert f"{draft.first_name} {draft.last_name}" == person["name"]
        assert [one.phone.national for one in draft.phones] == [person["phone"]]
        assert draft.birth_date is not None
        assert draft.birth_date.format() == person["birth_date"]
        assert draft.national_id == NationalId.parse(person["national_id"])
        assert draft.email == Email.parse(person["email"])


WORDS = st.text(max_size=8) | st.sampled_from(
    ["نام", "تاریخ", "مبلغ", "تلفن", "⚠ x", "1", "2", "date", "Name", "ساعت", "کد", "", "own:x"]
)
ANY = (
    st.none()
    | st.text(max_size=8)
    | st.sampled_from(["1405/01/01", "0912", "5", "-", "1.250,5", "99/1/1", "a@b.co", "--05-01"])
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.datetimes()
    | st.dates()
    | st.times()
)


@example(header=[], rows=[["9" * 400], [1.7e308]], kind=None)
@given(
    header=st.lists(WORDS, max_size=6),
    rows=st.lists(st.lists(ANY, min_size=1, max_size=6), min_size=1, max_size=4),
    kind=st.none() | st.sampled_from(ImportKind),
)
def test_any_sheet_is_taken_for_something(
    header: list[str], rows: list[list[Cell]], kind: ImportKind | None
) -> None:
    sheet = sheet_of(header, *rows)
    found = recognize(sheet, kind, IRAN)
    assert len(found.mapping.columns) == sheet.width
    assert kind in {None, found.kind}
    assert shape_of(sheet)
