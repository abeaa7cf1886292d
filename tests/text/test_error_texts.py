import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import ecrm_desktop
from ecrm_desktop.errors import Cancelled, EcrmError, FileError, InvalidInput, Problem
from ecrm_desktop.i18n import set_language
from ecrm_desktop.text.error_texts import explain, explain_bug
from ecrm_desktop.values.statuses import ComplaintStatus

DETAILS: dict[Problem, dict[str, object]] = {
    Problem.TEXT_TOO_LONG: {"limit": 200, "length": 10_000},
    Problem.PHONE_TOO_SHORT: {"missing": 2},
    Problem.PHONE_TOO_LONG: {"extra": 2},
    Problem.NATIONAL_ID_LENGTH: {"length": 9},
    Problem.POSTAL_CODE_LENGTH: {"length": 9},
    Problem.CODE_TAKEN: {"code": "1023", "name": "مریم احمدی"},
    Problem.CUSTOMER_MERGED: {"name": "مریم احمدی"},
    Problem.NOT_CONFIRMED: {"name": "مریم احمدی", "code": "1023"},
    Problem.NATIONAL_ID_TAKEN: {"name": "مریم احمدی"},
    Problem.OTHER_NAME: {"name": "مریم احمدی"},
    Problem.PERSON_TAKEN: {"name": "مریم احمدی"},
    Problem.PASSWORD_NONE: {"name": "مریم احمدی"},
    Problem.RESET_NONE: {"name": "مریم احمدی"},
    Problem.RECOVERY_CODE_NONE: {"name": "مریم احمدی"},
    Problem.REFERRER_CYCLE: {"name": "مریم احمدی"},
    Problem.NUMBER_DECIMALS: {"places": 2},
    Problem.RETURN_TOO_MANY: {"left": 1500},
    Problem.LESS_THAN_RETURNED: {"product": "کفش", "returned": 2000},
    Problem.REFUND_TOO_LARGE: {"product": "کفش"},
    Problem.DATE_NOT_IN_MONTH: {"last_day": 29},
    Problem.MOVE_NOT_ALLOWED: {"before": ComplaintStatus.NEW, "after": ComplaintStatus.CLOSED},
    Problem.PASSWORD_TOO_SHORT: {"least": 4},
    Problem.PASSWORD_WAIT: {"seconds": 20},
    Problem.BACKUP_STAYS_PLAIN: {"path": Path("/shop/backups/a.db")},
    Problem.PAIRING_AWAITED: {"name": "صندوق", "digits": "0412"},
    Problem.PHRASE_LENGTH: {"digits": 53, "needed": 54},
    Problem.PHRASE_GROUP_WRONG: {"group": 3},
    Problem.ENGINE_UNSAFE: {"version": "3.51.2"},
    Problem.KEY_MISSING: {"key_id": "25083bbac8ae90d6"},
    Problem.KEY_WRONG: {"key_id": "25083bbac8ae90d6"},
    Problem.WAL_SET_ASIDE: {"path": Path("/shop/data-set-aside.db-wal")},
    Problem.WAL_LEFT_OUT: {"path": Path("/media/cd/data.db-wal")},
    Problem.SHOP_READ_ONLY: {"path": Path("/media/cd")},
    Problem.SCHEMA_READ_ONLY: {"path": Path("/media/cd")},
    Problem.DATABASE_UNFINISHED: {"path": Path("/media/cd/data.db")},
    Problem.SHOP_MISSING: {"path": Path("/shop/data.db"), "name": "پوشاک مهر"},
    Problem.DATABASE_MISSING: {"path": Path("/shop/data.db")},
    Problem.FOLDER_READ_ONLY: {"path": Path("/shop")},
    Problem.FOLDER_SYNCED: {"path": Path("/shop/OneDrive"), "name": "OneDrive"},
    Problem.FOLDER_ON_NETWORK: {"path": Path("/shop")},
    Problem.MIGRATION_NO_ROOM: {"path": Path("/shop/backups"), "needed": 1200, "free": 800},
    Problem.MIGRATION_NO_BACKUP: {"path": Path("/shop/backups")},
    Problem.MIGRATION_FAILED: {"path": Path("/shop/backups/shop.ecrm.db")},
    Problem.BACKUP_FOLDER_MISSING: {"path": Path("/media/stick")},
    Problem.BACKUP_NOT_WRITTEN: {"path": Path("/media/stick")},
    Problem.BACKUP_DISK_FULL: {"path": Path("/media/stick"), "needed": 1200, "free": 800},
    Problem.BACKUP_UNSOUND: {"path": Path("/media/stick")},
    Problem.BACKUP_DAMAGED: {"path": Path("/media/stick/shop.ecrm.db")},
    Problem.RECORDS_SPOILED: {
        "records": "مشتری: ۲",
        "path": Path("/media/stick/shop.ecrm.db"),
    },
    Problem.BACKUP_FOUND_DAMAGED: {"path": Path("/media/stick/shop.ecrm.db")},
    Problem.BACKUP_FOREIGN: {"path": Path("/media/stick/shop.ecrm.db")},
    Problem.BACKUP_ALTERED: {"path": Path("/media/stick/shop.ecrm.db")},
    Problem.BACKUP_TOO_NEW: {"path": Path("/media/stick/shop.ecrm.db")},
    Problem.RESTORE_DISK_FULL: {"path": Path("/shop"), "needed": 1200, "free": 800},
    Problem.RESTORE_FAILED: {"path": Path("/shop")},
    Problem.NOTHING_SALVAGED: {"path": Path("/shop/data.db")},
    Problem.FILE_MISSING: {"path": Path("/shop/list.csv")},
    Problem.PACKAGE_WRONG: {"path": Path("/shop/all.zip")},
    Problem.PACKAGE_TOO_NEW: {"path": Path("/shop/all.zip")},
    Problem.FILE_UNREADABLE: {"path": Path("/shop/list.csv")},
    Problem.BAD_ROWS_NOT_WRITABLE: {"path": Path("/shop/list.xlsx")},
    Problem.FILE_NOT_WRITABLE: {"path": Path("/shop/list.xlsx")},
    Problem.FILE_UNCONFIRMED: {"path": Path("/shop/list.xlsx")},
    Problem.FILE_IS_FOLDER: {"path": Path("/shop/list.xlsx")},
    Problem.FILE_NOT_ALLOWED: {"path": Path("/shop/list.xlsx")},
    Problem.FILE_EMPTY: {"path": Path("/shop/list.xlsx")},
    Problem.FILE_NO_BIRTHDAYS: {"path": Path("/shop/list.ics")},
    Problem.FILE_NOT_TABLE: {"path": Path("/shop/list.xlsx")},
    Problem.FILE_OLD_EXCEL: {"path": Path("/shop/list.xlsx")},
    Problem.FILE_ENCRYPTED: {"path": Path("/shop/list.xlsx")},
    Problem.FILE_DAMAGED: {"path": Path("/shop/list.xlsx")},
    Problem.FILE_UNSAFE: {"path": Path("/shop/list.xlsx")},
    Problem.FILE_TOO_BIG: {"path": Path("/shop/list.xlsx"), "limit": 5_000_000},
    Problem.FILE_TOO_MANY_CELLS: {"path": Path("/shop/list.xlsx"), "limit": 5_000_000},
    Problem.FILE_TOO_WIDE: {"path": Path("/shop/list.xlsx"), "limit": 1000},
    Problem.FILE_ROW_TOO_LONG: {"path": Path("/shop/list.xlsx")},
    Problem.FILE_CELL_TOO_LONG: {"path": Path("/shop/list.xlsx"), "row": 1200},
    Problem.FILE_QUOTE_OPEN: {"path": Path("/shop/list.xlsx"), "row": 1200},
    Problem.FILE_COLUMN_MISSING: {"column": "قیمت"},
    Problem.FIELD_MISSING: {"name": "date", "title": "تاریخ"},
    Problem.SHEET_MISSING: {"name": "مشتریان", "known": ["فروش", "کالا"]},
    Problem.IMPORT_BROKEN_OFF: {"name": "مشتریان.xlsx"},
    Problem.IMPORT_LEFT: {"name": "مشتریان.xlsx", "count": 3},
    Problem.IMPORT_TOO_OLD: {"days": 30},
    Problem.FIELD_UNKNOWN: {"name": "prise", "known": ["price", "date"]},
    Problem.FIELD_TWICE: {"name": "phone"},
    Problem.FILE_COLUMN_TWICE: {"column": "قیمت"},
    Problem.MAPPING_WRONG: {"name": "unit"},
    Problem.CURRENCY_UNKNOWN: {"code": "XYZ"},
    Problem.RULE_WORD_UNKNOWN: {"place": "rule.all[2]", "word": "colour"},
    Problem.RULE_PART_MISSING: {"place": "rule.all[2]", "word": "measure"},
    Problem.RULE_TEST_WRONG: {"word": "birthday"},
    Problem.SEGMENT_CYCLE: {"name": "مشتریان وفادار"},
    Problem.SEGMENT_TAKEN: {"name": "مشتریان وفادار"},
    Problem.SYNC_UNREACHABLE: {"host": "192.168.1.10"},
    Problem.SYNC_PORT_TAKEN: {"port": "8443"},
    Problem.SHARING_NO_ROOM: {"path": Path("/shop"), "needed": 300, "free": 12},
    Problem.SHARING_PORT_TAKEN: {"port": "8443"},
    Problem.SHARING_FAILED: {"path": Path("/shop-sharing/hub.log")},
    Problem.SYNC_POSTGRES_FAILED: {"path": Path("/hub/postgres.log")},
    Problem.SYNC_CERTIFICATE_UNREADABLE: {"path": Path("/hub/server.crt")},
    Problem.ARCHIVE_WRONG: {"path": Path("/hub/kept.zip")},
    Problem.ARCHIVE_OTHER_VERSION: {"path": Path("/hub/kept.zip")},
    Problem.SYNC_NO_HUB: {"host": "hub.example.ir"},
    Problem.SYNC_CLEAR_TEXT: {"host": "192.168.1.10"},
    Problem.SYNC_NO_TLS: {"host": "192.168.1.10"},
    Problem.SYNC_CERTIFICATE_WRONG: {"host": "192.168.1.10"},
    Problem.SYNC_NOT_LET_IN: {"host": "192.168.1.10"},
    Problem.SYNC_CURRENCY_DIFFERS: {"here": "USD", "there": "IRR"},
}


def said(problem: Problem, **details: object) -> str:
    return explain(EcrmError(problem, None, **(DETAILS.get(problem, {}) | details)))


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_problem_has_a_sentence_of_its_own(language: str) -> None:
    set_language(language)
    sentences = {problem: said(problem) for problem in Problem}
    assert len(set(sentences.values())) == len(Problem)


@pytest.mark.parametrize("problem", Problem)
def test_sentences_are_plain_and_short(problem: Problem) -> None:
    persian = said(problem)
    assert problem.value not in persian
    assert re.search("[.؟]$", persian)
    assert 1 <= persian.count(". ") + 1 <= 2
    assert len(persian) < 220
    isolated = re.compile("\u2066[^\u2069]*\u2069|\u2068[^\u2069]*\u2069")
    assert not re.search("[0-9A-Za-z{}]", isolated.sub("", persian))


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert "۱۰٬۰۰۰ حرف" in said(Problem.TEXT_TOO_LONG)
    assert "۱٫۵" in said(Problem.RETURN_TOO_MANY)
    assert "همهٔ این" in said(Problem.RETURN_TOO_MANY, left=0)
    assert "۲ برگشت" in said(Problem.LESS_THAN_RETURNED)
    assert "\u2066۱۰۲۳\u2069" in said(Problem.CODE_TAKEN)
    set_language("en")
    assert "10,000 characters" in said(Problem.TEXT_TOO_LONG)
    assert "1.5" in said(Problem.RETURN_TOO_MANY)
    assert "code 1023 " in said(Problem.CODE_TAKEN)


def test_statuses_are_named() -> None:
    assert "«تازه»" in said(Problem.MOVE_NOT_ALLOWED)


def test_a_limit_is_told_where_one_number_is_at_fault() -> None:
    assert "۱۰۰" in said(Problem.NUMBER_TOO_LARGE, limit=100)
    assert said(Problem.NUMBER_TOO_LARGE) != said(Problem.NUMBER_TOO_LARGE, limit=100)


def test_paths_are_whole_and_isolated() -> None:
    path = Path("/shop/" + "a" * 200 + ".db")
    assert f"\u2066{path}\u2069" in said(Problem.DATABASE_MISSING, path=path)
    set_language("en")
    assert f"at {path}." in said(Problem.DATABASE_MISSING, path=path)


def test_peoples_words_are_data_and_never_flood_the_sentence() -> None:
    assert "\u2068{x} <b>%s\u2069" in said(Problem.NATIONAL_ID_TAKEN, name="{x} <b>%s")
    assert len(said(Problem.FILE_COLUMN_MISSING, column="ب" * 10_000)) < 300
    assert "\u2066price\u2069، \u2066date\u2069" in said(Problem.FIELD_UNKNOWN)


def test_errors_of_every_kind_are_explained() -> None:
    assert explain(Cancelled()) == said(Problem.CANCELLED)
    assert explain(InvalidInput(Problem.NAME_MISSING, "name")) == said(Problem.NAME_MISSING)
    moved = FileError(Problem.FILE_MISSING, path="x").at("file")
    assert "\u2066x\u2069" in explain(moved)


def test_a_bug_is_explained_without_codes() -> None:
    assert not re.search("[0-9A-Za-z]", explain_bug())
    set_language("en")
    assert "try again" in explain_bug()


def raised() -> Iterator[tuple[str, Problem, set[str]]]:
    for path in Path(ecrm_desktop.__path__[0]).rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            first = call.args[0] if isinstance(call, ast.Call) and call.args else None
            if isinstance(first, ast.Attribute) and isinstance(first.value, ast.Name):
                given = {word.arg or "**" for word in getattr(call, "keywords", ())}
                if first.value.id == "Problem":
                    yield f"{path.name}:{first.lineno}", Problem[first.attr], given


def test_whoever_raises_a_problem_gives_the_details_its_sentence_shows() -> None:
    wrong = [
        (place, problem)
        for place, problem, given in raised()
        if "**" not in given and not DETAILS.get(problem, {}).keys() <= given
    ]
    assert wrong == []


def test_the_details_above_are_those_the_sentences_show() -> None:
    set_language("en")
    unfilled = {problem for problem in Problem if "{" in explain(EcrmError(problem))}
    assert unfilled == set(DETAILS)
