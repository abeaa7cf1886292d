import re
from enum import StrEnum
from itertools import chain

import pytest

from ecrm_desktop.values import statuses
from ecrm_desktop.values.statuses import (
    DEFAULT_PROMISE_DAYS,
    ComplaintStatus,
    Severity,
    allowed_moves,
    is_open,
)

CHOICES = [
    member
    for kind in vars(statuses).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    for member in kind
]


@pytest.mark.parametrize("member", CHOICES)
def test_stored_words_are_lower_snake_case_and_match_their_names(member: StrEnum) -> None:
    assert re.fullmatch("[a-z]+(_[a-z]+)*", member.value)
    assert member.value == member.name.lower()


def test_worse_complaints_are_promised_sooner() -> None:
    assert list(DEFAULT_PROMISE_DAYS) == list(Severity)
    assert list(DEFAULT_PROMISE_DAYS.values()) == [7, 3, 2, 1]


@pytest.mark.parametrize("status", ComplaintStatus)
def test_a_complaint_always_has_somewhere_to_go_but_never_to_where_it_is(
    status: ComplaintStatus,
) -> None:
    assert allowed_moves(status)
    assert status not in allowed_moves(status)


def test_nothing_goes_back_to_new_and_every_other_status_can_be_reached() -> None:
    reachable = set(chain.from_iterable(map(allowed_moves, ComplaintStatus)))
    assert reachable == set(ComplaintStatus) - {ComplaintStatus.NEW}


def test_only_finished_complaints_reopen() -> None:
    reopening = {
        status for status in ComplaintStatus if ComplaintStatus.REOPENED in allowed_moves(status)
    }
    assert reopening == {ComplaintStatus.RESOLVED, ComplaintStatus.CLOSED}
    assert reopening == {status for status in ComplaintStatus if not is_open(status)}
