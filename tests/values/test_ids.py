import time
import tracemalloc
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.values.ids import IdList, new_id


def test_new_ids_are_version_7_unique_and_in_order() -> None:
    ids = [new_id() for _ in range(10_000)]
    assert ids == sorted(set(ids))
    assert {one.version for one in ids} == {7}
    assert type(ids[0]) is UUID


def test_new_ids_carry_the_time_of_making() -> None:
    before = time.time_ns() // 1_000_000
    made = new_id().int >> 80
    assert before <= made <= time.time_ns() // 1_000_000


@given(st.lists(st.uuids(), max_size=20), st.slices(20))
def test_a_list_of_ids_behaves_like_a_list(ids: list[UUID], some: slice) -> None:
    packed = IdList(ids)
    assert list(packed) == ids
    assert len(packed) == len(ids)
    assert list(packed[some]) == ids[some]
    assert [packed[-index] for index in range(1, len(ids) + 1)] == ids[::-1]
    assert packed == IdList.from_block(b"".join(one.bytes for one in ids))


def test_membership_and_place() -> None:
    ids = [uuid4() for _ in range(5)]
    packed = IdList(ids[:4])
    packed.append(ids[4])
    assert [packed.index(one) for one in ids] == [0, 1, 2, 3, 4]
    assert ids[2] in packed
    assert uuid4() not in packed
    assert "no id" not in packed
    with pytest.raises(ValueError, match=str(ids[0])):
        packed.index(ids[0], 1)


def test_bytes_that_straddle_two_ids_are_no_id() -> None:
    first, second = UUID(bytes=b"a" * 8 + b"b" * 8), UUID(bytes=b"c" * 8 + b"d" * 8)
    straddling = UUID(bytes=b"b" * 8 + b"c" * 8)
    assert straddling not in IdList([first, second])
    assert IdList([first, second, straddling]).index(straddling) == 2


def test_an_index_outside_is_refused() -> None:
    with pytest.raises(IndexError):
        IdList()[0]


def test_a_block_that_is_not_whole_ids_is_refused() -> None:
    with pytest.raises(ValueError, match="17"):
        IdList.from_block(b"seventeen letters")


def test_a_million_ids_stay_small() -> None:
    block = new_id().bytes * 100_000
    tracemalloc.start()
    packed = IdList.from_block(block)
    taken, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(packed) == 100_000
    assert 100_000 * 16 <= taken < 100_000 * 20


@given(st.lists(st.uuids(), unique=True, max_size=60), st.lists(st.uuids(), max_size=30), st.data())
def test_places_are_those_that_a_search_for_each_finds(
    ids: list[UUID], strangers: list[UUID], data: st.DataObject
) -> None:
    known = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    wanted = IdList(known)
    wanted.extend(IdList(one for one in strangers if one not in ids))
    expected = sorted(ids.index(one) for one in known)
    assert list(IdList(ids).places(wanted)) == expected
    together = IdList(ids[min(expected) : max(expected) + 1] if expected else ())
    among = range(min(expected), max(expected) + 1) if expected else range(0)
    assert list(IdList(ids).places(together)) == list(among)
