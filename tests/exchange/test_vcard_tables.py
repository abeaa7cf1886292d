"""Contacts are read as phones and mail programs really write them."""

import datetime as dt
import quopri
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ecrm_desktop.errors import Problem
from ecrm_desktop.exchange.convert import Converter
from ecrm_desktop.exchange.fields import FIELDS
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import Cell, FileKind, open_tables
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.conversions import IRAN
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
        "phones": "mobile:+98 912 000 0003 ::: work:021 0000 0003 ::: 021 0000 0004",
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
    assert str(first["phones"]).startswith("mobile:09190000010 ::: ")
    assert str(first["phones"]).count(" ::: ") == 3
    assert second == {"name": "خدمات آزمایش", "phones": "mobile:+989120000013"}


def test_iphone_4_0() -> None:
    [found] = cards(SAMPLES / "iphone_4_0.vcf")
    phones = "mobile:tel:+98-912-000-0006 ::: work:tel:+98-21-0000-0006;ext=12"
    assert found["phones"] == phones
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
    assert found["phones"] == "4 ::: fax:1 ::: home:2 ::: mobile:3 ::: 2 ::: work:tel:+98-5;ext=1"
    found = card(tmp_path, "TEL;TYPE=FAX:1", "TEL;TYPE=HOME:2", "TEL;TYPE=CELL:3")
    assert found["phones"] == "mobile:3 ::: home:2 ::: fax:1"


def test_what_has_no_column_is_kept_in_the_note(tmp_path: Path) -> None:
    found = card(
        tmp_path,
        "EMAIL:a@example.com", "EMAIL:b@example.com", "ORG:شرکت;بخش فروش", "NOTE:یادداشت",
        "ADR:;;خیابان یک;تهران;;;", "ADR;TYPE=work:;;خیابان دو;کرج;;;",
    )  # fmt: skip
    assert (found["email"], found["more_emails"]) == ("a@example.com", "b@example.com")
    assert found["company"] == "شرکت"
    assert found["note"] == "بخش فروش\nیادداشت\nکرج، خیابان دو"


def test_what_phones_write_beside_the_usual(tmp_path: Path) -> None:
    found = card(
        tmp_path,
        "N:رضایی;علی;;دکتر;", "item1.TEL:02188776655", "item1.X-ABLabel:_$!<WorkFAX>!$_",
        "item2.X-ABDATE;type=pref:2009-08-08", "item2.X-ABLabel:_$!<Anniversary>!$_",
        "item3.X-ABRELATEDNAMES:مینا", "item3.X-ABLabel:_$!<Spouse>!$_",
        "X-SOCIALPROFILE;type=instagram:https://www.instagram.com/ali.r/?hl=fa",
        "IMPP;X-SERVICE-TYPE=Telegram:x-apple:ali_r", "URL:https://linkedin.com/in/ali",
        "URL:https://t.me/other", "URL:https://example.com", "GENDER:M", "KIND:individual",
    )  # fmt: skip
    assert found == {
        "first_name": "دکتر علی", "last_name": "رضایی", "phones": "fax:02188776655",
        "marriage_date": dt.date(2009, 8, 8), "spouse_name": "مینا", "instagram": "ali.r",
        "telegram": "ali_r", "linkedin": "ali", "gender": "male",
        "note": "telegram: other\nhttps://example.com",
    }  # fmt: skip


def test_whatever_happens_to_a_contact_no_other_is_lost(tmp_path: Path) -> None:
    """Break one of three cards in 520 ways; the two beside it come in as they are."""
    random = Random(10)
    lines = [
        "BEGIN:VCARD", "VERSION:3.0", "N:رضایی;علی;;دکتر;", "FN:علی رضایی",
        "item1.TEL;TYPE=CELL:09123456701", "item1.X-ABLabel:_$!<WorkFAX>!$_",
        "TEL;VALUE=uri:tel:+98-21-8877-6655;ext=12", "BDAY:--0830", "GENDER:F",
        "IMPP;X-SERVICE-TYPE=Telegram:x-apple:ali", "CATEGORIES:آ,ب", "END:VCARD", "",
    ]  # fmt: skip
    whole = "\r\n".join(lines)
    marks = [
        ";",
        ":",
        "=",
        '"',
        "\\",
        ",",
        "\n",
        "\r\n ",
        "%E2",
        "\u202b",
        "BEGIN:",
        "--",
        "9" * 40,
    ]
    path = tmp_path / "a.vcf"
    for _ in range(520):
        at, end = sorted(random.choices(range(14, len(whole) - 12), k=2))
        end = min(end, at + random.choice([0, 1, 3, 12]))
        broken = whole[:at] + random.choice(marks) * random.choice([0, 1, 2]) + whole[end:]
        text = f"BEGIN:VCARD\r\nFN:یک\r\nEND:VCARD\r\n{broken}BEGIN:VCARD\r\nFN:دو\r\nEND:VCARD\r\n"
        path.write_bytes(text.encode())
        with open_tables(path) as tables:
            mapping = recognize(tables.sheets[0], None, IRAN).mapping
            rows = list(tables.rows(tables.sheets[0]))
            found = list(Converter(mapping, IRAN).convert(rows))
        assert len(found) == len(rows)
        assert rows[0].cells[0] == "یک"
        assert rows[-1].cells[0] == "دو"


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
        {"name": "یک", "phones": "1"},
        {"name": "دو", "phones": "2"},
        {"name": "سه", "phones": "3"},
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
