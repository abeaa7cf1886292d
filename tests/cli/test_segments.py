"""`ecrm segment`: from a rule in a file to who is in it, why, and who came and went."""

import json
from pathlib import Path

import pytest

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from tests.helpers.command_line import Run
from tests.helpers.factories import NOON, make_customer, make_purchase

RULE = {
    "version": 1,
    "rule": {
        "all": [
            {"bought": {}, "measure": "count", "from": 2},
            {"not": {"field": "city", "is": ["ری"]}},
        ]
    },
}


@pytest.fixture
def shop(empty_database_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "shop.db"
    path.write_bytes(empty_database_file.read_bytes())
    database = Database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")
        for code, (name, city, count) in enumerate(
            (("سمیرا کریمی", "تهران", 3), ("رضا یزدی", "ری", 2), ("زهرا احمدی", "", 1)), 1
        ):
            customer = make_customer(session, name, code=str(code), city=city)
            for _ in range(count):
                make_purchase(session, customer, NOON.date(), "کفش")
    database.close()
    return path


@pytest.fixture
def rule_file(tmp_path: Path) -> Path:
    path = tmp_path / "rule.json"
    path.write_text(json.dumps(RULE), encoding="utf-8")
    return path


def test_a_segment_from_its_rule_to_who_came_and_went(
    run: Run, shop: Path, rule_file: Path
) -> None:
    def ecrm(*arguments: object) -> str:
        outcome = run("--database", shop, "segment", *arguments)
        assert outcome.status == 0, outcome.error
        return outcome.out

    made = json.loads(ecrm("create", "خوب‌ها", "--rule", rule_file, "--json"))
    assert made["sentence"].startswith("هر مشتری که تا امروز دست‌کم ۲ بار خریده است و شهر او")
    assert [row["code"] for row in json.loads(ecrm("members", "خوب ها", "--json"))] == ["1"]
    assert "سمیرا کریمی" in ecrm("members", "خوب‌ها")
    assert ecrm("explain", "خوب‌ها", "1").startswith("سمیرا کریمی در این گروه است، چون تا امروز ۳")
    told = json.loads(ecrm("explain", "خوب‌ها", "3", "--json"))
    assert told["is_in"] is False
    assert "(نه این که تا امروز ۱ بار خریده است" in told["sentence"].translate(
        dict.fromkeys(range(0x2066, 0x206A))
    )
    assert json.loads(ecrm("refresh", "--json"))["crossings"] == 0
    ecrm("pin", "خوب‌ها", "۳", "--reason", "دوست")
    ecrm("pin", "خوب‌ها", "1", "--out")
    assert "دوست" in ecrm("explain", "خوب‌ها", "3")
    assert "۲ آمدن یا رفتن" in ecrm("refresh")
    events = json.loads(ecrm("events", "خوب‌ها", "--json"))
    assert {(row["code"], row["crossing"]) for row in events} == {("3", "entered"), ("1", "left")}
    assert json.loads(ecrm("events", "--after", events[0]["number"], "--json")) == []
    assert "رفت" in ecrm("events")
    ecrm("unpin", "خوب‌ها", "3")
    ecrm("unpin", "خوب‌ها", "1")
    shown = json.loads(ecrm("show", "خوب‌ها", "--json"))
    assert shown["rule"] == {
        "version": 1,
        "rule": {
            "all": [
                {"bought": {}, "measure": "count", "from": 2},
                {"not": {"field": "city", "is": ["ری"]}},
            ]
        },
    }
    assert shown["members"] == 1
    listed = json.loads(ecrm("list", "--json"))
    assert (listed[0]["name"], listed[0]["is_preset"]) == ("خوب‌ها", False)
    assert {row["name"]: row["members"] for row in listed[1:]}["هنوز نخریده‌ها"] == 0
    assert "خوب‌ها" in ecrm("list").splitlines()[0]
    rule_file.write_text('{"version": 1, "rule": {"all": []}}', encoding="utf-8")
    assert "همهٔ مشتریان." in ecrm("create", "خوب‌ها", "--rule", rule_file, "--replace")
    assert len(ecrm("members", "خوب‌ها").splitlines()) == 3
    assert "هر مشتری" in ecrm("show", "هنوز نخریده‌ها")
    ecrm("delete", "خوب‌ها")
    assert run("--database", shop, "segment", "members", "خوب‌ها").status == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"version": 1, "rule": {"all": [{"field": "colour", "is": ["x"]}]}}', "colour"),
        (b"{", "ساختار"),
        (b"\xff\xfe", "ساختار"),
        (b'{"version": 1, "rule": {"segment": "' + b"0" * 32 + b'"}}', "گروهی"),
    ],
)
def test_a_rule_that_is_none_is_told_in_one_sentence(
    run: Run, shop: Path, rule_file: Path, content: bytes, said: str
) -> None:
    rule_file.write_bytes(content)
    outcome = run("--database", shop, "segment", "create", "x", "--rule", rule_file)
    assert outcome.status == 2
    assert said in outcome.error
    assert len(outcome.error.splitlines()) == 1
    for missing in (
        ("create", "x", "--rule", rule_file.parent / "none.json"),
        ("create", "x", "--rule", rule_file.parent),
        ("show", "x"),
        ("explain", "Women", "99"),
    ):
        outcome = run("--database", shop, "segment", *missing)
        assert (outcome.status, len(outcome.error.splitlines())) == (2, 1)
