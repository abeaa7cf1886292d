"""Whom a file names as the one who sent a customer is found, or kept in the note."""

from pathlib import Path

import pytest
from sqlalchemy import select

from ecrm_desktop.drafts.imports import OnMatch
from ecrm_desktop.importing import undo_import
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.storage.database import Database
from tests.helpers.factories import make_customer
from tests.helpers.import_files import contents, customers, stored, told

HEADER = "code,name,phone,referrer"


def senders(database: Database) -> dict[str, tuple[str, str]]:
    """Return code → code of the referrer, and the note."""
    with database.reading() as session:
        found = session.scalars(select(Customer).where(Customer.deleted_at.is_(None))).all()
        codes = {one.id: one.code for one in found}
        return {
            one.code: (codes[one.referred_by_id] if one.referred_by_id else "", one.notes)
            for one in found
        }


def test_a_referrer_is_found_by_code_phone_or_the_whole_name(
    database: Database, tmp_path: Path
) -> None:
    with database.transaction() as session:
        make_customer(session, "علی رضایی", code="90", phone="+989123456790")
        make_customer(session, "مینا احمدی", code="91")
        make_customer(session, "مینا احمدی", code="92")
        make_customer(session, " هما", code="93")
        make_customer(session, "کاوه سلیمی", code="94", phone="+989123456794")
    rows = (
        "1,سارا نیک,09123456701,90",
        "2,رضا کریمی,09123456702,09123456790",
        "3,نیما راد,09123456703,آقای علی رضایی",
        "4,هما پارسا,09123456704,علی رضایی ۰۹۱۲۳۴۵۶۷۹۰",
        "5,بابک نوری,09123456705,مینا احمدی",  # two of that name
        "6,نادر شمس,09123456706,حسین 09123456790",  # somebody else with that phone
        "7,لاله رستمی,09123456707,نرگس یزدانی",  # who comes later in the file
        "8,نرگس یزدانی,09123456708,8",  # herself
        "9,مهسا نادری,09123456709,علی",  # not a whole name
        "10,امید صالحی,09123456710,77",  # nobody
        "11,پری مهر,09123456711,هما",  # one of that name, which is not a whole one
        "12,کاوه سلیمی,09123456712,کاوه سلیمی",  # the other one of his name
        "13,زهره کیا,09123456713,90 - 09123456794",  # two who are meant
        "14,شیرین آذر,09123456714,90 - 09120009999",  # a phone that nobody has
    )
    dry = customers(database, tmp_path / "a.csv", HEADER, *rows, dry_run=True)
    outcome = customers(database, tmp_path / "a.csv", HEADER, *rows)
    assert (dry.kept, dry.first_kept) == (outcome.kept, outcome.first_kept)
    kept = {5: "مینا احمدی", 6: "حسین 09123456790", 8: "8", 9: "علی", 10: "77", 11: "هما",
            13: "90 - 09123456794", 14: "90 - 09120009999"}  # fmt: skip
    assert outcome.first_kept == tuple((at + 1, f"معرف: {text}") for at, text in kept.items())
    expected = {str(at): ("90", "") for at in range(1, 5)} | {"7": ("8", ""), "12": ("94", "")}
    expected |= {str(at): ("", f"معرف: {text}") for at, text in kept.items()}
    expected |= dict.fromkeys(("90", "91", "92", "93", "94"), ("", ""))
    assert senders(database) == expected
    once = contents(database)
    again = customers(database, tmp_path / "a.csv", HEADER, *rows)
    assert (told(again), contents(database)) == ((0, 0, 14, 0, 0), once)


@pytest.mark.parametrize("on_match", [*OnMatch])
def test_who_is_there_gets_a_referrer_as_any_other_value_and_never_in_a_circle(
    database: Database, tmp_path: Path, on_match: OnMatch
) -> None:
    with database.transaction() as session:
        first = make_customer(session, "علی رضایی", code="1")
        second = make_customer(session, "مینا احمدی", code="2", referred_by_id=first)
        make_customer(session, "سارا نیک", code="3", referred_by_id=second)
        make_customer(session, "رضا کریمی", code="4")
    rows = ("1,علی رضایی,,3", "3,سارا نیک,,4", "4,رضا کریمی,,مینا احمدی")
    outcome = customers(database, tmp_path / "a.csv", HEADER, *rows, on_match=on_match)
    found = {code: sender for code, (sender, _) in senders(database).items()}
    if on_match is OnMatch.ADD_ONLY:
        assert found == {"1": "", "2": "1", "3": "2", "4": ""}
        return
    updates = on_match is OnMatch.UPDATE_ALL
    assert found == {"1": "", "2": "1", "3": "4" if updates else "2", "4": "2"}
    assert stored(database, "1").notes == "معرف: 3"
    assert stored(database, "3").notes == ("" if updates else "معرف: 4")
    assert told(outcome)[1:3] == (3, 0)
    once = contents(database)
    again = customers(database, tmp_path / "a.csv", HEADER, *rows, on_match=on_match)
    assert (told(again)[1:3], contents(database)) == ((0, 3), once)


def test_an_undo_takes_referrers_back(database: Database, tmp_path: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "علی رضایی", code="1")
        make_customer(session, "مینا احمدی", code="2")
    before = contents(database)
    rows = ("1,علی رضایی,,11", "11,سارا نیک,,12", "12,رضا کریمی,,مینا احمدی", "13,نیما راد,,11")
    outcome = customers(database, tmp_path / "a.csv", HEADER, *rows)
    assert {code: one[0] for code, one in senders(database).items()} == {
        "1": "11", "2": "", "11": "12", "12": "2", "13": "11",
    }  # fmt: skip
    assert outcome.import_id is not None
    undone = undo_import(database, outcome.import_id)
    assert (undone.removed, undone.restored, undone.kept_count) == (3, 1, 0)
    assert contents(database) == before
