"""Text files are read whatever wrote them: any encoding, any sign between the columns."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.errors import Problem
from ecrm_desktop.exchange.sheets import EDGES, SAMPLE
from ecrm_desktop.exchange.tables import Cell, FileKind, Row, open_tables
from tests.helpers.tables import problem_of, read_sheet, read_sheets

CDNOW = " 00004 0001 19970101  2   29.33\r\n 00021 0002 19971231 10  163.34\r\n"
PEOPLE = "نام,موبایل,شهر\nعلی,۰۹۱۲۳۴۵۶۷۸۹,تهران\nسارا,09123456780,شیراز\n"


def written(folder: Path, content: str | bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_encoding_of_unicode(tmp_path: Path, encoding: str) -> None:
    header, rows = read_sheet(written(tmp_path, PEOPLE.encode(encoding)))
    assert header == ("نام", "موبایل", "شهر")
    assert rows == [("علی", "۰۹۱۲۳۴۵۶۷۸۹", "تهران"), ("سارا", "09123456780", "شیراز")]


def test_windows_1256(tmp_path: Path) -> None:
    text = "نام;تلفن;شهر\r\nژاله گچ‌کار;09123456789;پاوه\r\nعلي;0912;يزد\r\n"
    header, rows = read_sheet(written(tmp_path, text.encode("cp1256")))
    assert header == ("نام", "تلفن", "شهر")
    assert rows == [("ژاله گچ‌کار", "09123456789", "پاوه"), ("علي", "0912", "يزد")]


PERSIAN_1256 = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگک،؛؟"


@given(st.lists(st.text(st.sampled_from(PERSIAN_1256), min_size=2, max_size=12), min_size=3))
def test_persian_words_never_take_one_encoding_for_another(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("words")
    lines = [f"{at}\t{word}" for at, word in enumerate(words)]
    expected = [(str(at), word) for at, word in enumerate(words)]
    for encoding in ("utf-8", "cp1256", "utf-16-le"):
        content = "\n".join(lines).encode(encoding)
        if encoding == "cp1256" and is_utf8(content):
            continue  # such as nothing but «آ،»: the bytes alone cannot tell
        assert read_sheet(written(folder, content)) == ((), expected), encoding


def is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def test_a_persian_letter_far_below_decides_too(tmp_path: Path) -> None:
    ascii_rows = "name,number\n" + "Ali,1\n" * 300_000
    for encoding in ("utf-8", "cp1256"):
        _, rows = read_sheet(written(tmp_path, (ascii_rows + "پگاه,2\n").encode(encoding)))
        assert rows[-1] == ("پگاه", "2")


def test_one_broken_letter_does_not_spoil_the_others(tmp_path: Path) -> None:
    content = (PEOPLE + "نگار,0912,اصفهان\n" * 20).encode()
    broken = content.replace("سارا".encode(), b"\xd8\xb3\xff", 1)
    _, rows = read_sheet(written(tmp_path, broken))
    assert rows[1][0] == "س\ufffd"
    assert rows[2][2] == "اصفهان"


def test_titles_repeated_on_each_printed_page_are_no_rows(tmp_path: Path) -> None:
    _, rows = read_sheet(written(tmp_path, PEOPLE * 200))
    assert len(rows) == 400
    assert ("نام", "موبایل", "شهر") not in rows


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_every_sign_between_columns(tmp_path: Path, sign: str) -> None:
    header, rows = read_sheet(written(tmp_path, PEOPLE.replace(",", sign)))
    assert header == ("نام", "موبایل", "شهر")
    assert len(rows) == 2


def test_the_sign_is_not_one_inside_cells(tmp_path: Path) -> None:
    text = 'name;price;note\nA;1,5;"x; y"\nB;2,25;a | b\nC;10,75;"c, d"\n'
    assert read_sheet(written(tmp_path, text))[1][:2] == [
        ("A", "1,5", "x; y"),
        ("B", "2,25", "a | b"),
    ]
    decimal = "1,5;2\n3,5;4\n7,25;6\n"
    assert read_sheet(written(tmp_path, decimal)) == (
        (),
        [("1,5", "2"), ("3,5", "4"), ("7,25", "6")],
    )


def test_a_sign_that_only_stands_inside_quotes_cuts_nothing(tmp_path: Path) -> None:
    text = '"کفش|سفید",5\n"کیف|سیاه",7\n"شال|سبز",9\n'
    assert read_sheet(written(tmp_path, text))[1][0] == ("کفش|سفید", "5")


def test_excel_may_name_the_sign_in_the_first_line(tmp_path: Path) -> None:
    [(sheet, rows)] = read_sheets(written(tmp_path, "sep=;\nname;number\nAli, Reza;12\n"))
    assert sheet.header == ("name", "number")
    assert rows == [Row(3, ("Ali, Reza", "12"))]


def test_quotes_hold_signs_and_line_breaks(tmp_path: Path) -> None:
    text = 'name,note,n\r\n"رضا ""ر""","خط ۱\r\nخط ۲, هنوز",5\r\n\r\nسارا, "a, b",6\r\n'
    [(_, rows)] = read_sheets(written(tmp_path, text))
    assert rows == [
        Row(2, ('رضا "ر"', "خط ۱\r\nخط ۲, هنوز", "5")),
        Row(4, ("سارا", "a, b", "6")),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end(tmp_path: Path, end: str) -> None:
    assert len(read_sheet(written(tmp_path, PEOPLE.replace("\n", end)))[1]) == 2


def test_runs_of_spaces(tmp_path: Path) -> None:
    assert read_sheet(written(tmp_path, CDNOW)) == (
        (),
        [
            ("00004", "0001", "19970101", "2", "29.33"),
            ("00021", "0002", "19971231", "10", "163.34"),
        ],
    )
    wide = "علی رضایی    0912   تهران\nسارا محمدی    0913   یزد نو\n"
    assert read_sheet(written(tmp_path, wide))[1][1] == ("سارا محمدی", "0913", "یزد نو")


def test_names_alone_are_one_column(tmp_path: Path) -> None:
    text = "علی رضایی\nسارا محمدی\nنگار کریمی\n"
    assert read_sheet(written(tmp_path, text)) == (
        (), [("علی رضایی",), ("سارا محمدی",), ("نگار کریمی",)]
    )  # fmt: skip
    assert read_sheet(written(tmp_path, "موبایل\n09121111111\n09122222222\n")) == (
        ("موبایل",), [("09121111111",), ("09122222222",)]
    )  # fmt: skip


def test_titles_above_and_totals_below_are_not_of_the_table(tmp_path: Path) -> None:
    text = "فروشگاه نمونه\nتا ۱۴۰۵/۰۸/۳۰\n\nنام,تلفن,خرید\nعلی,0912,5\nسارا,0913,7\nجمع:,,12\n"
    [(sheet, rows)] = read_sheets(written(tmp_path, text))
    assert (sheet.header, sheet.header_row) == (("نام", "تلفن", "خرید"), 4)
    assert [row.cells for row in rows] == [("علی", "0912", "5"), ("سارا", "0913", "7")]
    assert sheet.sample == tuple(rows)


def test_totals_may_name_their_unit(tmp_path: Path) -> None:
    text = "نام;خرید\nعلی;۱۲۰٬۰۰۰ تومان\nسارا;۵۰٬۰۰۰ تومان\nجمع کل;۱۷۰٬۰۰۰ تومان\n"
    assert [row[0] for row in read_sheet(written(tmp_path, text))[1]] == ["علی", "سارا"]


def test_a_customer_may_be_called_total_unless_only_numbers_follow(tmp_path: Path) -> None:
    text = "نام,شهر,خرید\nعلی,یزد,5\nجمع,تهران,12\n"
    assert len(read_sheet(written(tmp_path, text))[1]) == 2


def test_no_header(tmp_path: Path) -> None:
    [(sheet, rows)] = read_sheets(written(tmp_path, "علی,09121111111,5\nسارا,09122222222,7\n"))
    assert (sheet.header, sheet.header_row) == ((), 0)
    assert [row.number for row in rows] == [1, 2]


def test_rows_are_as_wide_as_the_sheet_at_least(tmp_path: Path) -> None:
    text = "نام,تلفن,شهر,,\nعلی\nسارا,0912\n" + "نگار,0913,یزد\n" * 300 + "رضا,1,2,3,4,5\n"
    [(sheet, rows)] = read_sheets(written(tmp_path, text))
    assert sheet.width == 3
    assert rows[0].cells == ("علی", None, None)
    assert rows[-1].cells == ("رضا", "1", "2", "3", "4", "5")


def test_spaces_and_marks_around_cells_go_and_those_inside_stay(tmp_path: Path) -> None:
    text = "نام,تلفن\n\u200f علی‌رضا  نو \u200e,\u20660912 345\u2069\n\xa0,\u202b0913\u202c\n"
    assert read_sheet(written(tmp_path, text))[1] == [("علی‌رضا  نو", "0912 345"), (None, "0913")]


def test_cells_that_look_like_numbers_or_formulas_stay_text(tmp_path: Path) -> None:
    text = "name,code\n=1+1,007\n@x,1e5\n-2,+98\n"
    assert read_sheet(written(tmp_path, text))[1] == [("=1+1", "007"), ("@x", "1e5"), ("-2", "+98")]


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from(" \n\t,;|\"'="),
    max_size=12,
)


@given(st.lists(st.tuples(texts, texts, st.integers(0, 10**9).map(str)), min_size=1, max_size=30))
def test_what_the_csv_module_writes_comes_back(
    tmp_path_factory: pytest.TempPathFactory, table: list[tuple[str, str, str]]
) -> None:
    file = StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([("اول", "دوم", "سوم"), *table])
    path = written(tmp_path_factory.mktemp("csv"), file.getvalue().encode("utf-8-sig"))
    expected: list[tuple[Cell, ...]] = [
        tuple(cell.strip(EDGES) or None for cell in row) for row in table
    ]
    assert read_sheet(path) == (("اول", "دوم", "سوم"), expected)


def test_reading_again_begins_again(tmp_path: Path) -> None:
    path = written(tmp_path, "n,m\n" + "".join(f"a{n},{n}\n" for n in range(1000)))
    with open_tables(path) as tables:
        assert tables.kind is FileKind.TEXT
        [sheet] = tables.sheets
        assert len(sheet.sample) == SAMPLE
        assert next(iter(tables.rows(sheet))) == sheet.sample[0]
        assert len(list(tables.rows(sheet))) == 1000


def test_a_null_character_leaves_the_file_a_table(tmp_path: Path) -> None:
    for text in ("نام,تلفن\nعلی\0,0912\nسارا,0913\n", "name,n\nAl\0i,1\n", "name,n\nAli\0,1\n"):
        _, rows = read_sheet(written(tmp_path, text))
        assert "\0" in str(rows[0][0])
        assert rows[1:] == ([("سارا", "0913")] if "سارا" in text else [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "long",
    ["x" * 200_000, "1," * 300_000, '"' + "y" * 200_000 + "|x" * 100 + '"', "," * 1200 + "1"],
)
def test_a_row_longer_than_any_record_costs_only_itself(
    tmp_path: Path, long: str, end: str
) -> None:
    for before in (0, 20_000):
        lines = ["name,n", *["Ali,1"] * (2 + before), f"Reza,{long}", *["Sara,2"] * 30, ""]
        [(sheet, rows)] = read_sheets(written(tmp_path, end.join(lines).replace("|", end)))
        assert sheet.header == ("name", "n")
        [refused] = [row for row in rows if row.is_too_long]
        assert refused.number == before + 4
        assert str(refused.cells[0]).startswith("Reza ")
        assert len(str(refused.cells)) < 400
        assert [row.number for row in rows] == list(range(2, before + 35))
        assert {row.cells for row in rows[-30:]} == {("Sara", "2")}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.FILE_EMPTY),
        (b"\n \n,,,\n", Problem.FILE_EMPTY),
        (b"a,b\n1,2\n\0\0\0", Problem.FILE_NOT_TABLE),
        (b"\xff\xfea\0\1\0\2\0", Problem.FILE_NOT_TABLE),
        (b"a,b\n1," + b"x" * 200_000, Problem.FILE_ROW_TOO_LONG),
        (b"a,b\n1," + b"x" * 30_000_000, Problem.FILE_ROW_TOO_LONG),
        (b'a,b\n1,"' + b"x\n" * 100_000 + b'"\n2,3\n', Problem.FILE_CELL_TOO_LONG),
        (b"name,n\n" + b'"open,1\nAli,2\n', Problem.FILE_QUOTE_OPEN),
        (b"name,n\n" + b'Ali,1\n"open,2\n' + b"Sara,3\n" * 5000, Problem.FILE_QUOTE_OPEN),
        (
            b"name,n\n" + b"Ali,1\n" * 9 + b'"' + b"x" * 200_000 + b"\n" + b"Sara,3\n" * 50,
            Problem.FILE_QUOTE_OPEN,
        ),
        (b"," * 5000 + b"\n" + b"1," * 5000 + b"\n", Problem.FILE_ROW_TOO_LONG),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, problem: Problem) -> None:
    assert problem_of(written(tmp_path, content)) == problem
