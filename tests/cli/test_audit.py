"""`ecrm audit`, `ecrm report audit` and `ecrm customer forget` do what docs/cli.md says."""

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.days_of_work import SEEN_DAYS
from ecrm_desktop.services.customers import create_customer, update_customer
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import Role
from tests.helpers.command_line import ROOT, Run
from tests.helpers.days_of_work import work_from
from tests.helpers.factories import make_purchase, make_user
from tests.helpers.new_files import new_database

DOCUMENT = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.db"
    database = new_database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="فروشگاه"), "IRR", "سارا")
        reza = make_user(session, "رضا", role=Role.STAFF)
    database.capture.user_id = reza
    phone = PhoneDraft(phone=Phone.parse("09123456789"), is_primary=True)
    draft = CustomerDraft(code="12", first_name="مریم", last_name="احمدی", phones=(phone,))
    with database.transaction() as session:
        customer = create_customer(session, draft)
        other = create_customer(session, CustomerDraft(code="13", last_name="کریمی"))
    with database.transaction() as session:
        update_customer(
            session,
            customer,
            CustomerDraft(code="12", first_name="مریم", last_name="محمدی", referred_by_id=other),
        )
    with database.transaction() as session:
        make_purchase(session, customer, date(2026, 11, 20), "کفش", number="55")
    database.close()
    return path


def keys_of(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(keys_of, value))
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    return set()


def test_every_entry_is_told_with_documented_names(run: Run, shop: Path) -> None:
    outcome = run("audit", "--json", "--database", shop)
    assert outcome.status == 0
    entries = outcome.json
    assert [one["kind"] for one in entries] == ["created", "changed", "created", "created"]
    chapter = DOCUMENT.split("### `audit --json`")[1].split("\n### ")[0]
    assert keys_of(entries) <= set(re.findall(r"`([a-z_]+)`", chapter))
    changed = entries[1]
    assert (changed["user"], changed["record"]["name"]) == ("رضا", "مریم محمدی")
    own, phone = changed["records"][0]["parts"]
    values = {one["field"]: (one["before"], one["after"]) for one in own["values"]}
    assert values["last_name"] == ("احمدی", "محمدی")
    assert values["referred_by_id"][1]["name"] == "کریمی"
    assert (phone["table"], phone["kind"]) == ("customer_phones", "delete")
    assert "password_hash" not in json.dumps(entries[:3])


def test_one_person_one_customer_and_some_days(run: Run, shop: Path) -> None:
    def told(*options: object) -> list[str]:
        entries = run("audit", "--json", "--database", shop, *options).json
        return [one["record"]["table"] for one in entries]

    everything = ["purchases", "customers", "customers", "shop"]
    assert told("--by", "رضا") == ["purchases", "customers", "customers"]
    assert told("--by", "سارا") == []
    assert told("--customer", "۱۲") == ["purchases", "customers", "customers"]
    assert told("--customer", "13") == ["customers"]
    assert sorted(told()) == sorted(everything)
    assert told("--from", "2100-01-01") == []
    assert told("--to", "2020-01-01") == []
    assert told("--limit", 1) == ["purchases"]
    assert run("audit", "--by", "نیست", "--database", shop).status == 2
    assert run("audit", "--customer", "99", "--database", shop).status == 2


def test_people_read_sentences(run: Run, shop: Path) -> None:
    out = run("audit", "--database", shop).out
    assert "رضا" in out
    assert "احمدی" in out
    assert "None" not in out
    assert not re.search("[A-Za-z{}]", out)


def test_old_entries_are_removed_and_that_is_told(run: Run, shop: Path) -> None:
    database = Database(shop)
    work_from(database, datetime(2031, 1, 1, 9, tzinfo=UTC), SEEN_DAYS)
    database.close()
    sizes = run("check", "--json", "--database", shop).json
    assert (sizes["audit"]["entries"], sizes["bytes"]) == (11, shop.stat().st_size)
    assert sizes["audit"]["since"] is not None
    assert 0 < sizes["audit"]["bytes"] < sizes["bytes"]
    assert run("audit", "thin", "--older-than", 0, "--database", shop).status == 2
    refused = run("audit", "thin", "--older-than", 2, "--database", shop)
    assert (refused.status, refused.out) == (2, "")
    assert "۴" in refused.error
    assert len(run("audit", "--json", "--database", shop).json) == 11
    done = run("audit", "thin", "--older-than", 2, "--yes", "--json", "--database", shop)
    chapter = DOCUMENT.split("### `audit thin --json`")[1].split("\n### ")[0]
    assert keys_of(done.json) <= set(re.findall(r"`([a-z_]+)`", chapter))
    assert done.json["entries"] == 4
    entries = run("audit", "--json", "--database", shop).json
    assert [one["kind"] for one in entries] == ["thinned", *["created"] * SEEN_DAYS]
    nothing = run("audit", "thin", "--older-than", 2, "--database", shop)
    assert nothing.status == 0
    assert run("check", "--database", shop).status == 0


def test_how_long_it_is_kept(run: Run, shop: Path) -> None:
    assert "۵ سال" in run("audit", "keep", 5, "--database", shop).out
    assert "همیشه" in run("audit", "keep", 0, "--database", shop).out
    for wrong in (-1, 101, "x"):
        assert run("audit", "keep", wrong, "--database", shop).status == 2
    [_, changed, *_rest] = run("audit", "--json", "--database", shop).json
    [value] = changed["records"][0]["parts"][0]["values"]
    assert (value["field"], value["before"], value["after"]) == ("audit_years", 0, 5)


def test_staff_do_not_see_it(run: Run, shop: Path) -> None:
    for arguments in (
        ("audit",),
        ("audit", "keep", 1),
        ("audit", "thin", "--older-than", 1, "--yes"),
        ("report", "audit", "--format", "xlsx", "--output", shop.with_name("a.xlsx")),
        ("customer", "forget", "12", "--yes"),
    ):
        outcome = run(*arguments, "--user", "رضا", "--database", shop)
        assert (outcome.status, outcome.out) == (2, "")
    assert not shop.with_name("a.xlsx").exists()


@pytest.mark.parametrize("suffix", ["pdf", "xlsx"])
def test_the_report(run: Run, shop: Path, suffix: str) -> None:
    file = shop.with_name(f"audit.{suffix}")
    outcome = run(
        "report", "audit", "--format", suffix, "--output", file, "--by", "رضا",
        "--from", "1400/01/01", "--database", shop,
    )  # fmt: skip
    assert outcome.status == 0
    assert file.stat().st_size > 2_000


def test_forgetting_asks_twice_and_then_does_it(run: Run, shop: Path) -> None:
    refused = run("customer", "forget", "12", "--database", shop)
    assert (refused.status, refused.out) == (2, "")
    assert "محمدی" in refused.error
    assert run("customer", "show", "12", "--database", shop).status == 0
    before = run("check", "--json", "--database", shop).json
    done = run("customer", "forget", "12", "--yes", "--user", "سارا", "--database", shop)
    assert done.status == 0
    assert run("customer", "show", "12", "--database", shop).status == 2
    after = run("check", "--json", "--database", shop).json
    assert after["sound"]
    assert after["purchases_amount"] == before["purchases_amount"]
    content = b"".join(one.read_bytes() for one in shop.parent.glob("shop.db*"))
    for word in ("احمدی", "محمدی", "+989123456789", "مریم"):
        assert word.encode() not in content
    entry = run("audit", "--json", "--limit", 1, "--database", shop).json[0]
    assert (entry["kind"], entry["user"]) == ("forgotten", "سارا")


def test_an_owner_with_another_role_sees_it(run: Run, shop: Path) -> None:
    database = Database(shop)
    with database.transaction() as session:
        session.execute(update(User).where(User.name == "رضا").values(role=Role.OWNER))
        session.execute(update(Customer).values(city="قم"))
    database.close()
    outcome = run("audit", "--user", "رضا", "--json", "--limit", 1, "--database", shop)
    assert outcome.status == 0
    assert outcome.json[0]["user"] == ""
    assert UUID(outcome.json[0]["record"]["id"])
