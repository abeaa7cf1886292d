"""Where a customer's text field `nickname` shows up, in a copy of the program that was given one.

python -m tests.helpers.added_field FOLDER, with the copy before us on PYTHONPATH; prints JSON.
"""

import csv
import io
import json
import sys
import zipfile
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from PySide6.QtWidgets import QApplication, QLabel
from python_calamine import CalamineWorkbook

import ecrm_desktop
from ecrm_desktop.cli import main
from ecrm_desktop.models.changes import FORGETTING
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.queries.change_detail import changed_records, entry_records
from ecrm_desktop.queries.change_filter import ChangeFilter
from ecrm_desktop.queries.changes import list_changes
from ecrm_desktop.queries.customer_detail import CustomerDetail, customer_detail
from ecrm_desktop.queries.customers import find_customer
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.record_drafts import customer_draft
from ecrm_desktop.reports.change_texts import part_lines
from ecrm_desktop.services.customer_merges import MergeSide, merge_customers, undo_merge
from ecrm_desktop.services.customers import create_customer, update_customer
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.customers.details import CustomerDetails
from ecrm_desktop.ui.customers.form_fields import CustomerFields
from ecrm_desktop.ui.customers.merge_lines import merge_lines
from ecrm_desktop.ui.ui_context import UiContext
from tests.helpers.recording_navigator import RecordingNavigator
from tests.helpers.ui_context import Window, make_ui_context

NAME: Final = "nickname"
TITLE: Final = "Nickname"


def places(folder: Path) -> dict[str, Any]:
    """Return what each place says of the field."""
    path = folder / "shop.db"
    background = Background(Database(path, create=True))
    window = Window()
    navigator = RecordingNavigator(window, window.messenger, background)
    ui = make_ui_context(window, background, folder / "settings.json", navigator)
    found: dict[str, Any] = {"copy": str(Path(ecrm_desktop.__file__).parent.parent)}
    found |= _in_the_window(ui)
    background.close()
    background.database.close()
    return found | _in_files(path, folder)


def _in_the_window(ui: UiContext) -> dict[str, Any]:
    database = ui.background.database
    form = CustomerFields(ui)
    form.first_name.set_value("مریم")
    form.code.set_value("1")
    form.field(NAME).set_value(" مری ")
    with database.transaction() as session:
        maryam = create_customer(session, form.draft())
    with database.reading() as session:
        kept, stored = customer_detail(session, maryam), customer_draft(session, maryam)
    form.show_stored(stored, kept, None)
    details = CustomerDetails(ui)
    details.show_detail(kept, [])
    found: dict[str, Any] = {
        "form": [one.text() for one in form.findChildren(QLabel) if one.text() == TITLE],
        "form again": getattr(form.draft(), NAME),
        "stored": getattr(kept, NAME),
        "details": [one.text() for one in details.findChildren(QLabel)][-4:-2],
    }
    form.field(NAME).set_value("مریمی")
    with database.transaction() as session:
        update_customer(session, maryam, form.draft())
    with database.reading() as session:
        found["audit"] = _audit(session, ui)
    return found | _merged(database, ui, maryam)


def _audit(session: Session, ui: UiContext) -> list[tuple[str, str, str]]:
    newest = list_changes(session, ChangeFilter(), Sort("at", descending=True))[0]
    [record] = changed_records(session, newest, entry_records(session, newest))
    return [line for part in record.parts for line in part_lines(part, ui.display)]


def _merged(database: Database, ui: UiContext, maryam: UUID) -> dict[str, Any]:
    form = CustomerFields(ui)
    form.first_name.set_value("مریم")
    form.field(NAME).set_value("گلی")
    with database.transaction() as session:
        other = create_customer(session, form.draft())
        pair = customer_detail(session, maryam), customer_detail(session, other)
        [line] = [one for one in merge_lines(*pair, [], ui.display) if one.key == NAME]
        merge = merge_customers(session, maryam, other, {NAME: MergeSide.MERGED})
        joined = getattr(customer_detail(session, maryam), NAME)
        undo_merge(session, merge)
        parted = getattr(customer_detail(session, maryam), NAME)
    with database.transaction(FORGETTING) as session:
        forget_customer(session, other, None)
        forgotten = getattr(session.get_one(Customer, other), NAME)
    return {
        "merge": [line.title, line.kept, line.merged, joined, parted],
        "forgotten": forgotten,
    }


def _in_files(path: Path, folder: Path) -> dict[str, Any]:
    names = folder / "customers.csv"
    names.write_text(f"کد,نام,{TITLE}\n2,سارا,ساری\n", encoding="utf-8")
    _run(path, "import", "customers", names)
    fields = json.loads(_run(path, "import", "fields", "customers", "--json"))
    story = json.loads(_run(path, "customer", "show", "2", "--json"))
    report, package = folder / "report.xlsx", folder / "shop.zip"
    _run(path, "report", "customer", "--customer", "2", "--format", "xlsx", "--output", report)
    _run(path, "package", "write", package)
    copy = folder / "copy.db"
    _run(copy, "package", "read", package)
    with zipfile.ZipFile(package) as archive:
        table = archive.read("customers.csv").decode("utf-8-sig")
    return {
        "import": getattr(_of_code(path, "2"), NAME),
        "import fields": [one for one in fields["customers"] if one["name"] == NAME],
        "export": story[NAME],
        "report": _after_title(report),
        "archive": [row[NAME] for row in csv.DictReader(io.StringIO(table)) if row["code"] == "2"],
        "archive again": getattr(_of_code(copy, "2"), NAME),
    }


def _after_title(workbook: Path) -> list[str]:
    book = CalamineWorkbook.from_path(str(workbook))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    return [str(row[row.index(TITLE) + 1]) for row in rows if TITLE in row]


def _of_code(path: Path, code: str) -> CustomerDetail:
    database = Database(path)
    with database.reading() as session:
        customer = find_customer(session, code)
        assert customer is not None
        detail = customer_detail(session, customer)
    database.close()
    return detail


def _run(path: Path, *arguments: object) -> str:
    with redirect_stdout(io.StringIO()) as out:
        status = main((), arguments=["--database", str(path), *map(str, arguments)])
    if status:
        raise SystemExit(out.getvalue())
    return out.getvalue()


if __name__ == "__main__":
    application = QApplication([])
    sys.stdout.write(json.dumps(places(Path(sys.argv[1])), ensure_ascii=False))
