"""Which answer stands where several are known for one channel: the strictest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar


class Answer(Protocol):
    """Whether somebody agreed, on which day, and how we know."""

    @property
    def granted(self) -> bool:
        """Whether they agreed."""

    @property
    def given_on(self) -> date | None:
        """When they said so."""

    @property
    def source(self) -> str:
        """How we know."""


@dataclass(frozen=True, slots=True)
class PlainAnswer:
    """An answer that was read from a row of a table or a file."""

    granted: bool
    given_on: date | None
    source: str


AnAnswer = TypeVar("AnAnswer", bound=Answer)


def strictest(answers: Sequence[AnAnswer]) -> AnAnswer:
    """Return the answer that stands; ValueError for none.

    A refusal does, until an agreement that is dated later than every refusal and says how we know.
    A refusal without a date is never outdated. Of several that would do, the latest stands, and of
    those the first.
    """
    refusals = [one for one in answers if not one.granted]
    if not refusals:
        return max(answers, key=_day)
    latest = max(refusals, key=lambda one: one.given_on or date.max)
    if latest.given_on is None:
        return latest
    later = [
        one for one in answers if one.granted and one.source.strip() and _day(one) > latest.given_on
    ]
    return max(later, key=_day) if later else latest


def _day(answer: Answer) -> date:
    return answer.given_on or date.min
