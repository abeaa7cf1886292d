import json
import uuid
from typing import Any

import pytest

from tests.helpers.sync_shops import Pc, TwoShops, group, operation

RECORD = "0" * 31 + "1"
SECRET = "کد ملی"  # noqa: S105 - a value that no answer may have


def test_too_many_operations_or_bytes_are_refused_and_use_no_number_up(
    two_shops: TwoShops,
) -> None:
    pc = two_shops.first
    many = [operation("c", uuid.uuid4().hex) for _ in range(501)]

    assert pc.push(group(*many)) == {"refused": "too_big"}
    assert pc.push(group(*many[:250]), group(*many[250:])) == {"refused": "too_big"}
    assert pc.push(group(operation("c", RECORD, note="x" * 262_144))) == {"refused": "too_big"}

    assert pc.push(group(*many[:500]))["head"] == 500
    assert pc.push(group(operation("c", RECORD, note="x" * 261_000)))["head"] == 501


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "{",
        "null",
        "[]",
        "7",
        '"text"',
        "{}",
        '{"schema": "0012"}',
        '{"schema": "0012", "groups": {}}',
        '{"schema": "0012", "groups": [7]}',
        '{"groups": []}',
        "[" * 100_000,
        "\\u0000",
    ],
)
def test_what_is_no_payload_is_refused_without_a_word(two_shops: TwoShops, payload: str) -> None:
    assert two_shops.first.push_text(payload, 1) == {"refused": "malformed"}


@pytest.mark.parametrize(
    "change",
    [
        {"g": SECRET},
        {"g": None},
        {"g": str(uuid.uuid4())},
        {"u": SECRET},
        {"seen": -1},
        {"seen": 1},
        {"seen": 1.5},
        {"seen": "0"},
        {"seen": None},
        {"part": 0},
        {"part": 10**12},
        {"part": SECRET},
        {"at": None},
        {"at": "x" * 41},
        {"a": "x" * 61},
        {"ops": None},
        {"ops": {}},
        {"ops": [SECRET]},
        {"ops": [[]]},
        {"ops": [["c", "customers"]]},
        {"ops": [["y", "customers", RECORD]]},
        {"ops": [["c", "Customers; --", RECORD]]},
        {"ops": [["c", "", RECORD]]},
        {"ops": [["c", "customers", SECRET]]},
        {"ops": [["c", "customers", RECORD.upper() + "0"]]},
        {"ops": [["c", "customers", RECORD, [SECRET]]]},
        {"ops": [["c", "customers", RECORD, {"": SECRET}]]},
        {"ops": [["c", "customers", RECORD, {}, SECRET]]},
        {"ops": [["c", "customers", RECORD, {}, {}, {"name": SECRET}]]},
        {"ops": [["c", "customers", RECORD, {}, {}, {"name": 1.5}]]},
        {"ops": [["c", "customers", RECORD, {}, {}, {"name": 10**20}]]},
        {"ops": [["c", "customers", RECORD, {}, {}, {}, {}]]},
        {"ops": [["c", "customers", RECORD, {"name": "\0"}]]},
    ],
)
def test_a_wrong_group_is_refused_without_a_word(
    two_shops: TwoShops, change: dict[str, Any]
) -> None:
    pc = two_shops.first
    right = operation("c", uuid.uuid4().hex, name=SECRET)

    assert pc.push(group(right), group(right) | change) == {"refused": "malformed"}
    assert pc.records() == {}
    assert pc.push(group(right))["head"] == 1


def test_wrong_arguments_are_refused(two_shops: TwoShops) -> None:
    pc = two_shops.first
    malformed = {"refused": "malformed"}

    assert pc.call("push_v1", pc.epoch, 1, b"short", "{}") == malformed
    assert pc.call("push_v1", pc.epoch, None, bytes(32), "{}") == malformed
    assert pc.call("push_v1", pc.epoch, 1, bytes(32), None) == malformed
    for cursor in (-1, 1, None):
        assert pc.pull(cursor) == malformed  # type: ignore[arg-type]
    for name, count, at_least in (
        ("", 1, 1),
        ("Customer", 1, 1),
        ("customer", 0, 1),
        ("customer", 10_001, 1),
        ("customer", 1, -1),
        ("customer", 1, 10**16),
        (None, 1, 1),
    ):
        assert pc.call("lease_v1", name, count, at_least) == malformed


def test_another_epoch_is_told_and_nothing_else(two_shops: TwoShops) -> None:
    pc = two_shops.first
    pc.push(group(operation("c", RECORD, name="x")))
    now = uuid.uuid4()
    two_shops.server.execute(
        "UPDATE ecrm_sync.shops SET epoch = %s, restored_to = 1 WHERE shop = %s", [now, pc.shop]
    )
    told = {"epoch": now.hex, "restored_to": 1}

    assert pc.push(group(operation("u", RECORD, name="y"))) == told
    assert pc.pull() == told
    assert pc.records()[RECORD] == {"name": "x"}

    said = pc.hello()
    assert {key: said[key] for key in told} == told
    assert pc.push(group(operation("u", RECORD, name="y"), seen=1))["head"] == 2


def test_a_pc_under_one_identity_with_another_takes_a_new_one(two_shops: TwoShops) -> None:
    first = two_shops.first
    clone = Pc(first.shop, first.device, first.role, first.connection, first.epoch)
    waiting = group(operation("c", RECORD, name="x"))
    taken = first.push(waiting)

    assert clone.push(group(operation("c", uuid.uuid4().hex))) == {"fork": True}
    clone.device = uuid.uuid4()
    said = clone.hello(first.device)

    assert (said["number"], said["batch"]) == (3, 0)
    again = clone.push(waiting)
    assert again["groups"] == taken["groups"]
    assert clone.hello(first.device)["batch"] == 1
    assert first.hello()["batch"] == 1


def test_a_lost_answer_is_given_again_and_a_gap_is_told(two_shops: TwoShops) -> None:
    pc = two_shops.first
    made = group(operation("c", RECORD, name="x"))
    answer = pc.push(made)
    pc.batch -= 1

    assert pc.push(made) == answer
    assert pc.push_text("{}", 3) == {"expected": 2}


def test_numbers_are_given_to_one_pc_each(two_shops: TwoShops) -> None:
    first, second = two_shops.first, two_shops.second

    assert first.call("lease_v1", "customer", 100, 0) == [1, 100]
    assert second.call("lease_v1", "customer", 100, 0) == [101, 200]
    assert first.call("lease_v1", "customer", 10, 5000) == [5000, 5009]
    assert second.call("lease_v1", "complaint-1405", 10, 1) == [1, 10]
    assert two_shops.stranger.call("lease_v1", "customer", 100, 1) == [1, 100]


def test_a_table_is_filled_in_pages(two_shops: TwoShops) -> None:
    pc = two_shops.first
    ids = sorted(uuid.uuid4().hex for _ in range(5))
    pc.push(group(*(operation("c", one, name=one) for one in ids), operation("d", ids[2])))

    pages, after = [], None
    while page := pc.call("fill_v1", "customers", after, 2)["records"]:
        pages.append([one for one, _ in page])
        after = page[-1][0]

    assert pages == [[ids[0], ids[1]], [ids[3], ids[4]]]
    assert pc.call("fill_v1", "unknown", None, 2)["records"] == []


def test_what_there_is_to_fill_a_file_with_is_told(two_shops: TwoShops) -> None:
    pc, other = two_shops.first, two_shops.second
    there, gone, forgotten = (uuid.uuid4().hex for _ in range(3))
    made = [operation("c", one, name="x") for one in (there, gone, forgotten)]
    pc.push(group(*made, operation("d", gone), operation("x", forgotten)))
    pc.push(group(operation("f", forgotten), operation("f", there), seen=5))
    begun, ended = (
        group(operation("u", there, city="x"), seen=7, more=True, a="import") for _ in range(2)
    )
    pc.push(begun, ended)
    pc.push(ended | {"part": 2, "more": False})

    told = other.call("fill_v1", "", None, 2)

    assert told["epoch"] == pc.epoch.hex if pc.epoch else None
    assert told["head"] == 10
    assert told["tables"] == {"customers": 1}
    assert {one: values for _table, one, values in told["forgotten"]} == {
        forgotten: None,
        there: {"name": "x", "city": "x"},
    }
    assert [one["g"] for one in told["unfinished"]] == [begun["g"]]
    assert two_shops.stranger.call("fill_v1", "", None, 2)["tables"] == {}


def test_shops_never_meet(two_shops: TwoShops) -> None:
    ours, theirs = two_shops.first, two_shops.stranger
    ours.push(group(operation("c", RECORD, name="ours")))

    theirs.push(group(operation("c", RECORD, name="theirs")))

    assert ours.records() == {RECORD: {"name": "ours"}}
    assert theirs.records() == {RECORD: {"name": "theirs"}}
    assert theirs.pull()["groups"] == []


def test_what_is_forgotten_is_nowhere_on_the_server(two_shops: TwoShops) -> None:
    first, second = two_shops.first, two_shops.second
    first.push(group(operation("c", RECORD, name=SECRET, city="x")))
    second.push(group(operation("u", RECORD, name=f"{SECRET} 2")))
    first.push(group(operation("u", RECORD, name="***"), operation("f", RECORD), seen=1))

    rows = two_shops.server.execute(
        """SELECT to_jsonb(r)::text FROM ecrm_sync.records r WHERE shop = %(shop)s
        UNION ALL SELECT to_jsonb(o)::text FROM ecrm_sync.operations o WHERE shop = %(shop)s
        UNION ALL SELECT to_jsonb(d)::text FROM ecrm_sync.devices d WHERE shop = %(shop)s""",
        {"shop": first.shop},
    ).fetchall()
    pulled = [json.dumps(pc.pull(), ensure_ascii=False) for pc in (first, second)]

    assert not [text for (text,) in rows if SECRET in text]
    assert not [text for text in pulled if SECRET in text]
    assert first.records()[RECORD] == {"name": "***", "city": "x"}


def test_what_was_answered_is_on_the_disk_whatever_the_session_wishes(
    two_shops: TwoShops,
) -> None:
    pc = two_shops.first
    pc.connection.execute("SET synchronous_commit = off")

    with pc.connection.transaction():
        pc.pull()
        pc.push(group(operation("c", RECORD, name="x")))
        said = pc.connection.execute("SHOW synchronous_commit").fetchone()

    assert said == ("on",)


def test_a_batch_about_one_record_alone_is_taken_in_order(two_shops: TwoShops) -> None:
    pc = two_shops.first
    edits = [operation("u", RECORD, name=str(nth)) for nth in range(499)]

    said = pc.push(group(operation("c", RECORD, name="x"), *edits))

    assert said["groups"][0]["last"] == 500
    assert pc.records()[RECORD] == {"name": "498"}
    [pulled] = two_shops.second.pull()["groups"]
    assert [op[4]["name"] for op in pulled["ops"]] == ["x", *map(str, range(499))]


def test_what_the_program_added_yields_to_what_is_there_and_nobody_is_told(
    two_shops: TwoShops,
) -> None:
    shop, added = two_shops, {"number": -1}
    third = shop.join(shop.shop)

    for pc, number in ((shop.first, "7"), (shop.second, "7"), (third, "9")):
        pc.push(group([*operation("c", RECORD, number=number), {}, added]))
    assert shop.first.records() == {RECORD: {"number": "7"}}
    assert shop.first.records("conflicts") == {}

    # Somebody's own word is one as any other.
    third.push(group(operation("u", RECORD, number="8")))
    assert shop.first.records() == {RECORD: {"number": "8"}}
    assert [one["lost"] for one in shop.first.records("conflicts").values()] == ['"7"']


def test_a_group_whose_last_part_is_dropped_has_an_end(two_shops: TwoShops) -> None:
    first, second = two_shops.first, two_shops.second
    first.push(group(operation("c", RECORD, name="x")))
    first.push(group(operation("f", RECORD), seen=1))

    uid = uuid.uuid4().hex
    made = group(operation("c", "0" * 31 + "2", name="y"), uid=uid, seen=1, more=True)
    dropped = group(operation("u", RECORD, name="z"), uid=uid, seen=1, part=2)
    said = [second.push(one)["groups"][0] for one in (made, dropped)]

    assert said == [{"g": uid, "first": 3, "last": 3}, {"g": uid, "first": 4, "last": 4}]
    told = [one for one in first.pull(2)["groups"] if one["g"] == uid]
    assert [one["more"] for one in told] == [True, False]
    # Its author is told what there is instead.
    [back] = second.pull(2)["groups"]
    assert back["ops"] == [[4, "c", "customers", RECORD, {"name": "x"}, {}]]


@pytest.mark.parametrize("emptied", [True, False])
def test_what_is_dead_without_values_is_not_brought_back_as_a_shell(
    two_shops: TwoShops,
    emptied: bool,  # noqa: FBT001 - a case
) -> None:
    first, second = two_shops.first, two_shops.second
    first.push(group(operation("c", RECORD, name="x", note="y")))
    gone = [operation("d", RECORD), *([operation("h", RECORD)] if emptied else [])]
    for one in gone:
        first.push(group(one, seen=1))

    second.push(group(operation("u", RECORD, name="z"), seen=1))

    assert second.records() == ({} if emptied else {RECORD: {"name": "z", "note": "y"}})
    [*_, last] = second.pull(1)["groups"]
    assert last["ops"][-1][1] == ("d" if emptied else "c")


def test_what_its_author_did_under_a_former_identity_was_seen(two_shops: TwoShops) -> None:
    shop = two_shops
    former, other, now = shop.first, shop.second, shop.join(shop.shop)
    former.push(group(operation("c", RECORD, name="x", city="y")))
    edited = group(operation("u", RECORD, name="z"), seen=1)
    former.push(edited)

    now.push(edited, group(operation("u", RECORD, name="w"), seen=1))
    assert now.records("conflicts") == {}

    # What somebody else did before it was not seen.
    other.push(group(operation("u", RECORD, city="v"), seen=3))
    last = former.push(group(operation("u", RECORD, name="u"), seen=3))["head"]
    payload = {"schema": "0012", "groups": [group(operation("d", RECORD), seen=3)]}
    now.push_text(json.dumps(payload | {"own": [[last, last]]}), now.batch + 1)
    assert RECORD in now.records()
