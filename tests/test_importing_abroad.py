"""Phones of other countries stay what they are: nobody's number becomes one of Iran."""

from pathlib import Path

import pytest
from sqlalchemy import select

from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.importing import ImportOutcome, ImportRequest, run_import
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.import_files import CONVENTIONS


def bring(database: Database, path: Path, text: str) -> ImportOutcome:
    """Bring in customers as the recogniser reads them."""
    path.write_text(text, "utf-8")
    with open_tables(path) as tables:
        [sheet] = tables.sheets
        mapping = recognize(sheet, ImportKind.CUSTOMERS, CONVENTIONS).mapping
    return run_import(database, ImportRequest(path=path, mapping=mapping, conventions=CONVENTIONS))


def people(database: Database) -> dict[str, tuple[list[str], str]]:
    """Return name → phones with their labels and the note."""
    with database.reading() as session:
        return {
            f"{one.first_name} {one.last_name}".strip() or one.company_name: (
                [f"{phone.number} {phone.label}" for phone in one.phones],
                one.notes,
            )
            for one in session.scalars(select(Customer))
        }


SALESFORCE = """\
First Name,Last Name,Account Name,Mailing Street,Mailing Country,Phone,Fax,Mobile,Email
Rose,Example,Edge,1 Park,USA,(512) 757-6000,(512) 757-9000,(512) 757-9340,rose@example.com
Ali,Rezaei,Edge,1 Park,Iran,021-88776655,,09123456701,ali@example.com
"""
ODOO = """\
id,Name,Is a Company,Related Company,Phone,Mobile,Email,Country
p1,Azure Interior,True,,(870)-931-0505,,azure@example.com,United States
p2,Brandon Example,False,Azure Interior,355-687-3262,09123456702,b@example.com,United States
"""
GOOGLE = """\
Name,Given Name,Family Name,Group Membership,Phone 1 - Type,Phone 1 - Value,Phone 4 - Type,\
Phone 4 - Value
Rose Example,Rose,Example,,Work,+7 916 123-45-67,Work Fax,021 8877 6655 ::: 02188776656
"""
WITHOUT_COUNTRY = """\
Name,Phone,Second phone
Rose Example,(512) 757-6000,
Sean Sample,09123456703,512-757-9000
"""


@pytest.mark.parametrize(
    ("text", "expected", "kept"),
    [
        (SALESFORCE,
         {"Rose Example": (["+15127579340 mobile", "+15127576000 mobile", "+15127579000 fax"], ""),
          "Ali Rezaei": (["+989123456701 mobile", "+982188776655 home"], "")}, 0),
        (ODOO,
         {"Azure Interior": (["+18709310505 mobile"], ""),
          "Brandon Example": (["+989123456702 mobile"], "تلفن دوم: 355-687-3262")}, 1),
        (GOOGLE,
         {"Rose Example": (["+79161234567 work", "+982188776655 fax", "+982188776656 fax"], "")},
         0),
        (WITHOUT_COUNTRY,
         {"Rose Example": ([], "تلفن: (512) 757-6000"),
          "Sean Sample": (["+989123456703 mobile"], "تلفن دوم: 512-757-9000")}, 2),
    ],
)  # fmt: skip
def test_a_phone_is_one_of_its_country(
    database: Database,
    tmp_path: Path,
    text: str,
    expected: dict[str, tuple[list[str], str]],
    kept: int,
) -> None:
    outcome = bring(database, tmp_path / "people.csv", text)
    assert people(database) == expected
    assert (outcome.counts.problems, outcome.kept) == (0, kept)
    again = bring(database, tmp_path / "people.csv", text)
    assert (again.counts.new, again.counts.unchanged) == (0, len(expected))
    assert people(database) == expected
