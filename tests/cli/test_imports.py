"""`ecrm import` does what docs/cli.md says."""

import json
import re
from pathlib import Path

import openpyxl
import pytest

from ecrm_desktop.storage.database import Database
from tests.helpers.broken_import import leave_broken_import
from tests.helpers.command_line import ROOT, Run

DOLLAR_FILE = """\
 00004 0001 19970101  2   29.33
 00004 0001 19970101  2   29.33
 00021 0002 19970112  3   63.34
"""
COLUMNS = [
    word
    for pair in ("2=customer_code", "3=date", "4=quantity", "5=amount")
    for word in ("--column", pair)
]
PEOPLE = "نام,موبایل,شهر\nمریم احمدی,09121111111,یزد\nعلی راد,0912,\nرضا راد,09350000000,قم\n"
CDNOW = ROOT.parent / "shared" / "data" / "cdnow_sample.txt"


@pytest.fixture
def shop(tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "shop.db"
    assert run("--database", path, "init", "--shop", "کتاب مهر").status == 0
    return path


@pytest.fixture
def people(tmp_path: Path) -> Path:
    file = tmp_path / "people.csv"
    file.write_text(PEOPLE, "utf-8")
    return file


def documented() -> set[str]:
    return set(re.findall(r"`([a-z_0-9]+)`", (ROOT / "docs" / "cli.md").read_text("utf-8")))


def test_importing_twice_adds_nothing(run: Run, tmp_path: Path) -> None:
    path, file = tmp_path / "cds.db", tmp_path / "cds.txt"
    file.write_text(DOLLAR_FILE)
    run("--database", path, "init", "--currency", "USD")
    first = run("--database", path, "import", "purchases", file, *COLUMNS, "--json").json
    assert first.pop("id")
    assert {column["why"] for column in first.pop("columns")} == {"chosen"}
    assert first.pop("doubts") == []
    assert first == {
        "new": 3, "updated": 0, "unchanged": 0, "duplicates": 0, "problems": 0,
        "customers_new": 2, "products_new": 0, "purchases_new": 3, "lines_new": 3,
        "quantity_total": 7, "amount_total": 12200, "problem_file": None,
        "shared": 0, "kept_in_note": 0,
        "returns_new": 0, "refund_total": 0, "left_out": {}, "currency_left_out": 0,
        "currencies": {},
    }  # fmt: skip
    assert set(first) <= documented()
    again = run("--database", path, "import", "purchases", file, *COLUMNS)
    assert again.status == 0
    assert "۳" in again.out
    checked = run("--database", path, "check", "--json").json
    assert checked["counts"]["customers"] == 2
    assert checked["counts"]["purchase_lines"] == 3
    assert (checked["purchases_amount"], checked["purchases_quantity"]) == (12200, 7)
    assert run("--database", path, "search", "0002", "--json").json[0]["code"] == "0002"


@pytest.mark.skipif(not CDNOW.exists(), reason="the real file is not here")
def test_the_file_of_a_real_shop_adds_up(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cds.db"
    run("--database", path, "init", "--currency", "USD")
    first = run("--database", path, "import", "purchases", CDNOW, *COLUMNS, "--json").json
    assert (first["customers_new"], first["lines_new"]) == (2_357, 6_919)
    assert (first["quantity_total"], first["amount_total"]) == (16_479, 24_409_194)
    again = run("--database", path, "import", "purchases", CDNOW, *COLUMNS, "--json").json
    assert (again["new"], again["unchanged"], again["customers_new"]) == (0, 6_919, 0)
    assert run("--database", path, "check", "--json").json["purchases_amount"] == 24_409_194


def test_an_import_into_a_rial_shop_needs_the_unit(run: Run, shop: Path, tmp_path: Path) -> None:
    file = tmp_path / "sold.csv"
    file.write_text("تاریخ,مبلغ\n1405/01/05,1250\n", encoding="utf-8")
    command = (
        "--database", shop, "import", "purchases", file,
        "--column", "تاریخ=date", "--column", "2=amount", "--json",
    )  # fmt: skip
    outcome = run(*command)
    assert outcome.status == 2
    assert "--unit" in outcome.error
    assert run(*command, "--unit", "toman").json["amount_total"] == 12_500
    assert run(*command, "--unit", "rial").json["amount_total"] == 1_250


@pytest.mark.parametrize(
    "options",
    [
        ["--column", "date"],
        ["--column", "=date"],
        ["--column", "1=date", "--column", "2=date"],
        ["--column", "1=date", "--column", "1=amount"],
        ["--column", "1=date"],
        ["--column", "1=colour"],
        ["--column", "9=date", "--column", "2=amount"],
        ["--column", "1=date", "--column", "2=amount", "--match", "face"],
        ["--column", "1=date", "--column", "2=amount", "--sheet", "برگهٔ ۲"],
        ["--column", "1=date", "--column", "2=amount", "--mapping", "none.json"],
        ["--mapping", "none.json"],
    ],
)
def test_what_makes_no_sense(run: Run, shop: Path, tmp_path: Path, options: list[str]) -> None:
    file = tmp_path / "sold.csv"
    file.write_text("1405/01/05,1250\n")
    outcome = run("--database", shop, "import", "purchases", file, "--unit", "rial", *options)
    assert (outcome.status, outcome.out) == (2, "")
    assert run("--database", shop, "import", "list", "--json").json == []


def test_toman_in_a_dollar_shop_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cds.txt"
    file.write_text(DOLLAR_FILE)
    run("--database", tmp_path / "cds.db", "init", "--currency", "USD")
    outcome = run(
        "--database", tmp_path / "cds.db", "import", "purchases", file, *COLUMNS, "--unit", "toman"
    )
    assert outcome.status == 2


def test_columns_are_recognised_and_bad_rows_written_out(
    run: Run, shop: Path, people: Path
) -> None:
    planned = run("--database", shop, "import", "customers", people, "--dry-run", "--json").json
    assert (planned["id"], planned["problem_file"]) == (None, None)
    assert run("--database", shop, "check", "--json").json["counts"]["customers"] == 0
    done = run("--database", shop, "import", "customers", people, "--json").json
    assert {**done, "id": None, "problem_file": None} == planned
    assert (done["new"], done["problems"]) == (2, 1)
    sheet = openpyxl.load_workbook(done["problem_file"]).worksheets[0]
    assert [cell.value for cell in sheet[2]][:2] == ["علی راد", "0912"]
    outcome = run("--database", shop, "import", "customers", people, "--no-problem-file")
    assert outcome.status == 0
    assert len(list(people.parent.glob("*.xlsx"))) == 1


def test_what_columns_are_taken_for_is_said_before_anything_is_written(
    run: Run, shop: Path, tmp_path: Path
) -> None:
    file = tmp_path / "sold.csv"
    rows = [f"{at},1402/01/0{at},علی رضایی,0912345670{at},{at}.5,پدر" for at in range(1, 5)]
    header = "شماره فاکتور,تاریخ,مشتری,موبایل,مبلغ (هزار تومان),نام پدر"
    footers = ["جمع صفحه,,,,10,", "تهیه‌کننده: احمدی,,,,,"]
    file.write_text("\n".join([header, *rows, *footers]), "utf-8")
    command = ("--database", shop, "import", "purchases", file, "--dry-run")
    planned = run(*command, "--json").json
    assert planned["amount_total"] == 120_000
    said = {column["title"]: column for column in planned["columns"]}
    assert said["تاریخ"]["field"] == "date"
    assert (said["نام پدر"]["field"], said["نام پدر"]["why"]) == (None, "foreign")
    assert said["مبلغ (هزار تومان)"]["position"] == 5
    doubts = {doubt["about"]: doubt for doubt in planned["doubts"]}
    assert (doubts["scale"]["position"], doubts["scale"]["count"]) == (5, 1_000)
    assert (doubts["footers"]["rows"], doubts["footers"]["count"]) == ([6, 7], 2)
    for one in (*planned["columns"], *planned["doubts"]):
        assert set(one) <= documented()
        assert str(one.get("why") or one["about"]) in documented()
    text = run(*command).out
    assert all(one["text"] in text for one in (*planned["columns"], *planned["doubts"]))
    assert "customer_name" not in text
    in_full = run(*command, "--scale", "1", "--json").json
    assert in_full["amount_total"] == 120
    assert "scale" not in {doubt["about"] for doubt in in_full["doubts"]}


def test_a_mapping_says_what_the_columns_hold(
    run: Run, shop: Path, people: Path, tmp_path: Path
) -> None:
    mapping = tmp_path / "mapping.json"
    columns = ["name", "phone", "own:محل"]
    mapping.write_text(json.dumps({"kind": "customers", "columns": columns}), "utf-8")
    command = ("--database", shop, "import", "customers", people, "--mapping", mapping, "--json")
    assert run(*command).json["new"] == 2
    story = run("--database", shop, "customer", "show", "1", "--json").json
    assert story["fields"] == {"محل": "یزد"}
    mapping.write_text(json.dumps({"kind": "products", "columns": columns}), "utf-8")
    assert run(*command).status == 2


def test_matching_is_as_asked(run: Run, shop: Path, people: Path) -> None:
    command = ("--database", shop, "import", "customers", people, "--no-problem-file", "--json")
    run(*command)
    people.write_text(PEOPLE.replace("یزد", "رشت"), "utf-8")
    assert run(*command, "--on-match", "add").json["unchanged"] == 2
    assert run(*command, "--on-match", "fill").json["unchanged"] == 2
    changed = run(*command, "--on-match", "update", "--match", "phone").json
    assert (changed["updated"], changed["unchanged"]) == (1, 1)


@pytest.mark.parametrize(
    ("order", "text", "day"),
    [("dmy", "05/06/2024", "2024-06-05"), ("mdy", "05/06/2024", "2024-05-06")],
)
def test_dates_are_read_as_told(
    run: Run, shop: Path, tmp_path: Path, order: str, text: str, day: str
) -> None:
    file = tmp_path / "sold.csv"
    file.write_text(f"date,customer_code,amount\n{text},5,1000\n")
    outcome = run(
        "--database", shop, "import", "purchases", file, "--unit", "rial", "--date-order", order,
        "--calendar", "gregorian", "--json",
    )  # fmt: skip
    assert outcome.json["new"] == 1
    story = run("--database", shop, "customer", "show", "5", "--json").json
    assert story["purchases"][0]["purchased_on"] == day


def test_products_and_interactions_come_in_too(run: Run, shop: Path, tmp_path: Path) -> None:
    file = tmp_path / "goods.csv"
    file.write_text("code,name,price\nK1,کفش,1000\n", "utf-8")
    done = run("--database", shop, "import", "products", file, "--unit", "toman", "--json").json
    assert (done["new"], done["products_new"]) == (1, 1)
    file.write_text("date,customer_code,subject\n1405/01/05,5,سفارش\n", "utf-8")
    done = run("--database", shop, "import", "interactions", file, "--json").json
    assert (done["new"], done["customers_new"]) == (1, 1)
    counts = run("--database", shop, "check", "--json").json["counts"]
    assert (counts["products"], counts["interactions"]) == (1, 1)


def test_imports_are_listed_and_taken_back(run: Run, shop: Path, people: Path) -> None:
    assert run("--database", shop, "import", "list").out.strip()
    done = run("--database", shop, "import", "customers", people, "--json").json
    [listed] = run("--database", shop, "import", "list", "--json").json
    assert (listed["id"], listed["file_name"], listed["new"]) == (done["id"], "people.csv", 2)
    assert set(listed) <= documented()
    assert listed["id"] in run("--database", shop, "import", "list").out
    undone = run("--database", shop, "import", "undo", done["id"], "--json").json
    assert undone == {"removed": 2, "restored": 0, "kept_count": 0, "kept": []}
    assert set(undone) <= documented()
    assert run("--database", shop, "check", "--json").json["counts"]["customers"] == 0
    for wrong in (done["id"], "7", "01a200c5-c525-7216-8998-b2950c75f5d2"):
        assert run("--database", shop, "import", "undo", wrong).status == 2


def test_the_sheet_of_this_kind_is_taken(run: Run, shop: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    people = book.worksheets[0]
    people.title = "افراد"
    goods = book.create_sheet("اجناس")
    for row in (("نام", "موبایل", "شهر"), ("علی راد", "09123456789", "قم")):
        people.append(row)
    for row in (("نام کالا", "برند", "واحد"), ("کفش", "مهر", "جفت")):
        goods.append(row)
    book.save(tmp_path / "all.xlsx")
    done = run("--database", shop, "import", "products", tmp_path / "all.xlsx")
    assert (done.status, "اجناس" in done.out, "افراد" in done.out) == (0, True, False)
    assert run("--database", shop, "import", "customers", tmp_path / "all.xlsx").status == 0
    counts = run("--database", shop, "check", "--json").json["counts"]
    assert (counts["products"], counts["customers"]) == (1, 1)
    listed = run("--database", shop, "import", "list").out
    assert "کالاها" in listed
    assert "products" not in listed
    said = run("--database", shop, "import", "customers", tmp_path / "all.xlsx", "--sheet", "اجناس")
    assert "اجناس" in said.out


def test_who_an_undo_kept_is_told_in_words(run: Run, shop: Path, people: Path) -> None:
    run("--database", shop, "import", "customers", people)
    [first] = run("--database", shop, "import", "list", "--json").json
    people.write_text("نام,موبایل,شغل\nمریم احمدی,09121111111,معلم\n", "utf-8")
    run("--database", shop, "import", "customers", people)
    undone = run("--database", shop, "import", "undo", first["id"])
    assert "مشتری\tمریم احمدی" in undone.out


def test_what_is_no_sale_is_told(run: Run, tmp_path: Path) -> None:
    path, file = tmp_path / "shop.db", tmp_path / "ledger.csv"
    header = "شماره فاکتور,تاریخ,نوع,موبایل,نام کالا,تعداد,مبلغ (تومان)\n"
    mobile = "09123456701"
    file.write_text(
        f"{header}1,1404/01/05,فروش,{mobile},چای,2,200\n2,1404/01/05,خرید,{mobile},قند,1,90\n"
        f"3,1404/01/06,پیش‌فاکتور,{mobile},چای,1,100\n9,1404/01/07,مرجوعی,{mobile},چای,1,100\n"
        f"4,1404/01/08,فروش,{mobile},چای,1,$5\n",
        "utf-8",
    )
    run("--database", path, "init", "--currency", "IRR")
    arguments = ("--database", path, "import", "purchases", file)
    dry = run(*arguments, "--dry-run", "--json").json
    said = {"new": 1, "returns_new": 1, "refund_total": 1000, "problems": 0,
            "left_out": {"bought_in": 1, "other_currency": 1, "proforma": 1},
            "currency_left_out": 1, "currencies": {"USD": 1}}  # fmt: skip
    assert {name: dry[name] for name in said} == said
    assert {*dry["left_out"]} <= documented()
    text = run(*arguments).out
    assert all(word in text for word in ("پیش‌فاکتور یا پیش‌نویس", "خرید خود فروشگاه", "USD"))
    # The same sale came back whole, in a list of nothing but returns.
    back = tmp_path / "back.csv"
    back.write_text(f"{header}1,1404/01/09,,{mobile},چای,1,100\n", "utf-8")
    found = run("--database", path, "import", "returns", back, "--json").json
    assert (found["new"], found["returns_new"], found["refund_total"]) == (0, 1, 1000)


def test_what_has_to_be_looked_at_is_told_before_anything_is_written(
    run: Run, shop: Path, tmp_path: Path
) -> None:
    file = tmp_path / "orders.csv"
    file.write_text("شماره فاکتور,تاریخ,وضعیت,مبلغ\n1,1404/01/05,در راه مریخ,200\n", "utf-8")
    outcome = run("--database", shop, "import", "purchases", file)
    assert outcome.status == 2  # without a unit
    assert "در راه مریخ" in outcome.out


def test_the_calls_of_a_phone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    run("--database", path, "init")
    file = ROOT / "tests" / "exchange" / "samples" / "phone_calls.csv"
    assert run("--database", path, "import", "calls", file, "--json").json["new"] == 3
    assert run("--database", path, "import", "calls", file, "--json").json["unchanged"] == 3


def test_fields_are_listed(run: Run) -> None:
    fields = run("import", "fields", "--json").json
    assert set(fields) == {"customers", "products", "purchases", "interactions"}
    names = {field["name"] for kind in fields.values() for field in kind}
    assert names <= documented()
    assert "birth_date" in run("import", "fields", "customers").out
    assert "birth_date" not in run("import", "fields", "products").out


def test_any_command_takes_out_what_a_killed_import_left(run: Run, shop: Path) -> None:
    database = Database(shop)
    leave_broken_import(database, shop.with_name("list.csv"))
    database.close()
    checked = run("--database", shop, "check", "--json")
    assert checked.status == 0
    assert "list.csv" in checked.error
    assert checked.json["counts"]["customers"] == 0
    assert run("--database", shop, "check", "--json").error == ""
