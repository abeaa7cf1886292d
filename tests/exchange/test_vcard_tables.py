"""Contacts are read as phones and mail programs really write them."""

import datetime as dt
import quopri
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ecrm_desktop.errors import Problem
from ecrm_desktop.exchange.fields import FIELDS
from ecrm_desktop.exchange.tables import Cell, FileKind, open_tables
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.tables import problem_of

SAMPLES = Path(__file__).parent / "samples"


def cards(path: Path) -> list[dict[str, Cell]]:
    """Return what each card says, by the names of the columns."""
    with open_tables(path) as tables:
        assert tables.kind is FileKind.VCARD
        [sheet] = tables.sheets
        return [
            {
                name: cell
                for name, cell in zip(sheet.header, row.cells, strict=True)
                if cell is not None
            }
            for row in tables.rows(sheet)
        ]


def card(folder: Path, *lines: str) -> dict[str, Cell]:
    path = folder / "a.vcf"
    text = "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])
    path.write_bytes(text.encode())
    [found] = cards(path)
    return found


def test_the_columns_are_fields_of_customers() -> None:
    with open_tables(SAMPLES / "google_contacts.vcf") as tables:
        assert set(tables.sheets[0].header) <= FIELDS[ImportKind.CUSTOMERS].keys()


def test_google_3_0() -> None:
    first, second = cards(SAMPLES / "google_contacts.vcf")
    assert first == {
        "name": "زهرا نمونه‌پور",
        "first_name": "زهرا",
        "last_name": "نمونه‌پور",
        "company": "گل‌فروشی آزمایش",
        "job": "مدیر",
        "phone": "+98 912 000 0003",
        "phone2": "021 0000 0003",
        "phone3": "021 0000 0004",
        "email": "zahra@example.com",
        "birth_date": dt.date(1991, 5, 14),
        "address": "خیابان نمونه ۱۲, طبقهٔ ۲",
        "city": "تهران",
        "postal_code": "1400000003",
        "tags": "مشتری",
        "note": "مشتری خوب\nهمیشه نقد",
    }
    assert second["birth_date"] == "--08-30"


def test_android_2_1() -> None:
    first, second = cards(SAMPLES / "android_2_1.vcf")
    assert first["last_name"] == "نمونه‌زاده"
    assert first["address"] == "خیابان آزمایش، کوچهٔ نمونه"
    assert first["city"] == "مشهد"
    assert first["note"] == "خط نخست\r\nخط دوم"
    assert first["phone"] == "09190000010"
    assert first["phone3"] == "02100000011 ::: 02100000012"
    assert second == {"name": "خدمات آزمایش", "phone": "+989120000013"}


def test_iphone_4_0() -> None:
    [found] = cards(SAMPLES / "iphone_4_0.vcf")
    assert found["phone"] == "+98-912-000-0006"
    assert found["phone2"] == "+98-21-0000-0006"
    assert found["birth_date"] == "--08-30"
    assert found["tags"] == "customer,vip"
    assert str(found["note"]).endswith("the program that wrote it; with a semicolon.")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("19910514", dt.date(1991, 5, 14)),
        ("1991-05-14T00:00:00Z", dt.date(1991, 5, 14)),
        ("--0830", "--08-30"),
        ("1604-08-30", "--08-30"),
        ("1370/02/24", "1370/02/24"),
        ("1370-02-24", "1370-02-24"),
        ("1991-02-30", "1991-02-30"),
    ],
)
def test_birthdays(tmp_path: Path, written: str, read: Cell) -> None:
    assert card(tmp_path, f"BDAY;VALUE=date:{written}")["birth_date"] == read


def test_phones_are_in_the_order_in_which_they_are_called(tmp_path: Path) -> None:
    found = card(
        tmp_path,
        "TEL;TYPE=FAX:1", "TEL;TYPE=HOME:2", "tel;type=cell,voice:3", "item1.TEL;type=pref:4",
        "TEL:2", 'TEL;TYPE="work,voice";VALUE=uri:tel:+98-5;ext=1',
    )  # fmt: skip
    assert [found["phone"], found["phone2"], found["phone3"]] == ["4", "3", "2 ::: +98-5 ::: 1"]


def test_what_has_no_column_is_kept_in_the_note(tmp_path: Path) -> None:
    found = card(
        tmp_path,
        "EMAIL:a@example.com", "EMAIL:b@example.com", "ORG:شرکت;بخش فروش", "NOTE:یادداشت",
        "ADR:;;خیابان یک;تهران;;;", "ADR;TYPE=work:;;خیابان دو;کرج;;;",
    )  # fmt: skip
    assert found["email"] == "a@example.com"
    assert found["company"] == "شرکت"
    assert found["note"] == "b@example.com\nبخش فروش\nیادداشت\nکرج، خیابان دو"


def test_escapes(tmp_path: Path) -> None:
    found = card(
        tmp_path, r"N:الف\;ب;ج\,د;;;", r"NOTE:یک\nدو\Nسه\\n\;چهار\:پنج\"", r"CATEGORIES:آ\,ب,پ"
    )
    assert (found["last_name"], found["first_name"]) == ("الف;ب", "ج,د")
    assert found["note"] == 'یک\nدو\nسه\\n;چهار:پنج"'
    assert found["tags"] == "آ,ب,پ"


def test_damage_costs_no_more_than_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:یک\nthis is no property\n;;:x\nTEL:1\n"
        "BEGIN:VCARD\nFN:دو\nPHOTO;ENCODING=BASE64:AAAA\nBBBB==\n\nTEL:2\nEND:VCARD\n"
        "stray\nEND:VCARD\nbegin:vcard\nFN;CHARSET=NONE;ENCODING=QUOTED-PRINTABLE:=D8=B3=D9=87=\n\n"
        "TEL:3\nend:vcard\nBEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:چهار",
        encoding="utf-8",
    )
    assert cards(path) == [
        {"name": "یک", "phone": "1"},
        {"name": "دو", "phone": "2"},
        {"name": "سه", "phone": "3"},
        {"name": "چهار"},
    ]


def test_other_encodings(tmp_path: Path) -> None:
    text = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:ژاله پاوه گچي\r\nEND:VCARD\r\n"
    path = tmp_path / "a.vcf"
    for encoding in ("cp1256", "utf-16", "utf-8-sig"):
        path.write_bytes(text.encode(encoding))
        assert cards(path) == [{"name": "ژاله پاوه گچي"}]
    in_1256 = quopri.encodestring("ژاله".encode("cp1256")).decode().strip()
    line = f"FN;CHARSET=WINDOWS-1256;ENCODING=QUOTED-PRINTABLE:{in_1256}"
    path.write_text(f"BEGIN:VCARD\n{line}\nEND:VCARD\n", encoding="ascii")
    assert cards(path) == [{"name": "ژاله"}]


@example("\\n \\\\: =")
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Cf"]), min_size=1))
def test_long_lines_come_back_whole(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("cards")
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    folded = "\r\n ".join([f"NOTE:{escaped}"[at : at + 7] for at in range(0, len(escaped) + 5, 7)])
    assert card(folder, folded, "FN:x")["note"] == text
    encoded = quopri.encodestring(text.encode(), quotetabs=True).decode().replace("\n", "\r\n")
    encoded = encoded.replace("\\", "=5C")  # which alone means something before a semicolon
    assert card(folder, f"NOTE;QUOTED-PRINTABLE:{encoded}", "FN:x")["note"] == text


def test_cards_without_anything(tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n" * 3, encoding="utf-8")
    assert problem_of(path) == Problem.FILE_EMPTY
