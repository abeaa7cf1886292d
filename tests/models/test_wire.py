"""What a record is on its way to another PC, and that it is the same again there."""

import json
from contextlib import closing
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Date, DateTime, Integer, Time

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.changes import synced_tables
from ecrm_desktop.models.types import RecordId
from ecrm_desktop.models.wire import (
    WireError,
    canonical,
    from_wire,
    to_wire,
    unit_of,
    units,
    wire_text,
)
from ecrm_desktop.values.ids import new_id
from tests.helpers.examples import examples

TABLES = [table.name for table in synced_tables()]
LOCAL = {"imports": {"group_number"}, "users": {"password_hash", "recovery_hash"}}
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def values_of(table: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return rows as SQLite keeps them, whatever the columns allow."""
    columns = {}
    for column in Base.metadata.tables[table].columns:
        if isinstance(column.type, RecordId):
            values: st.SearchStrategy[Any] = st.binary(min_size=16, max_size=16)
        elif isinstance(column.type, Boolean):
            values = st.integers(0, 1)
        elif isinstance(column.type, Integer):
            values = st.integers(-(2**62), 2**62)
        elif isinstance(column.type, Date | DateTime | Time):
            values = st.sampled_from(["2026-05-01", "2026-05-01 10:00:00.000001"])
        else:
            values = TEXTS
        columns[column.name] = st.none() | values if column.nullable else values
    return st.fixed_dictionaries(columns)


@pytest.mark.parametrize("table", TABLES)
@settings(max_examples=examples(20))
@given(data=st.data())
def test_what_travels_comes_back(table: str, data: st.DataObject) -> None:
    row = data.draw(values_of(table))
    wire = json.loads(json.dumps(to_wire(table, row, units(table))))
    back: dict[str, Any] = {}
    for unit in units(table):
        back |= from_wire(table, unit, wire.get(unit.name))
    assert back == {name: row[name] for name in back}
    left_out = set(row) - set(back)
    assert left_out == {"id"} | LOCAL.get(table, set())


@pytest.mark.parametrize("table", ["customers", "imports", "users", "tasks", "complaints"])
@settings(max_examples=examples(30))
@given(data=st.data())
def test_sqlite_writes_the_same_text(table: str, data: st.DataObject) -> None:
    row = data.draw(values_of(table))
    named = ", ".join(f'? AS "{name}"' for name in row)
    text = wire_text(table, units(table))
    with closing(driver.connect(":memory:")) as connection:
        [(written,)] = connection.execute(f"SELECT {text} FROM (SELECT {named})", [*row.values()])
    assert written.encode() == canonical(to_wire(table, row, units(table)))


def test_zeros_do_not_travel() -> None:
    columns = Base.metadata.tables["customers"].c
    row = {one.name: None if one.nullable else "" for one in columns}
    assert canonical(to_wire("customers", row, units("customers"))) == b"{}"


def test_what_goes_together_is_one_unit() -> None:
    assert unit_of("customers")["deletion_id"].name == "deleted_at|deletion_id"
    assert unit_of("complaints")["closed_at"].name == "status|resolved_at|closed_at"
    assert {unit.name for unit in units("purchases") if unit.is_quiet} == {
        "total",
        "created_at",
        "updated_at",
    }


@pytest.mark.parametrize("wrong", [5, [1], "zz", [None, "zz"], [None, "00"], [5, None], ["a"] * 3])
def test_what_a_column_cannot_hold_is_refused(wrong: Any) -> None:
    with pytest.raises(WireError):
        from_wire("customers", unit_of("customers")["deletion_id"], wrong)


def test_keys_stand_in_the_order_of_postgresql() -> None:
    assert canonical({"bb": 1, "a": "ی", "c": None, "aaa": [None, "x"]}) == (
        '{"a": "ی", "bb": 1, "aaa": [null, "x"]}'.encode()
    )


def test_an_id_is_told_in_hex() -> None:
    one = new_id()
    [unit] = [one for one in units("tasks") if one.name == "customer_id"]
    row = dict.fromkeys(Base.metadata.tables["tasks"].columns.keys()) | {"customer_id": one.bytes}
    assert to_wire("tasks", row, [unit]) == {"customer_id": one.hex}
