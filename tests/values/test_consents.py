"""Where several answers meet, a refusal is never lost."""

from dataclasses import dataclass
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.values.consents import strictest


@dataclass(frozen=True)
class Said:
    granted: bool
    given_on: date | None = None
    source: str = ""


ANSWERS = st.builds(
    Said,
    granted=st.booleans(),
    given_on=st.sampled_from([None, date(2020, 1, 1), date(2026, 1, 1), date(2027, 1, 1)]),
    source=st.sampled_from(["", "برگهٔ امضاشده"]),
)


@pytest.mark.parametrize(
    ("agreed", "refused", "stands"),
    [
        (Said(True, date(2020, 1, 1), "فرم"), Said(False, date(2026, 1, 1)), False),
        (Said(True, date(2027, 1, 1), "فرم"), Said(False, date(2026, 1, 1)), True),
        (Said(True, date(2027, 1, 1)), Said(False, date(2026, 1, 1)), False),
        (Said(True, date(2026, 1, 1), "فرم"), Said(False, date(2026, 1, 1)), False),
        (Said(True, None, "فرم"), Said(False, date(2026, 1, 1)), False),
        (Said(True, date(2027, 1, 1), "فرم"), Said(False), False),
    ],
)
def test_a_refusal_stands_until_a_later_proven_agreement(
    agreed: Said,
    refused: Said,
    stands: bool,  # noqa: FBT001 - a case's value
) -> None:
    assert strictest([agreed, refused]).granted is stands
    assert strictest([refused, agreed]).granted is stands


@given(st.lists(ANSWERS, min_size=1, max_size=4), st.data())
def test_neither_order_nor_grouping_means_anything(
    answers: list[Said], data: st.DataObject
) -> None:
    whole = {strictest(list(one)) for one in permutations(answers)}
    assert len(whole) == 1
    met = data.draw(st.permutations(answers))
    while len(met) > 1:
        at = data.draw(st.integers(0, len(met) - 2))
        met[at : at + 2] = [strictest(met[at : at + 2])]
    assert {met[0]} == whole


def test_a_later_agreement_without_proof_hides_no_earlier_one_with_it() -> None:
    proven, bare = Said(True, date(2024, 1, 1), "فرم"), Said(True, date(2026, 1, 1))
    refused = Said(False, date(2020, 1, 1))
    assert strictest([strictest([bare, proven]), refused]) == proven
    assert strictest([bare, strictest([proven, refused])]) == proven


@given(st.lists(ANSWERS, min_size=1, max_size=5))
def test_an_agreement_stands_only_with_no_refusal_or_later_with_proof(answers: list[Said]) -> None:
    stands = strictest(answers)
    refusals = [one for one in answers if not one.granted]
    assert stands in answers
    if stands.granted and refusals:
        assert stands.source
        assert stands.given_on is not None
        assert all(one.given_on is not None and one.given_on < stands.given_on for one in refusals)
