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
    A refusal without a date is never outdated. An agreement that says how we know stands before
    one that does not, then the latest, and of equals the first. All answers have one rank, so that
    it means nothing which of several meet first.
    """
    return max(answers, key=_rank)


def _rank(answer: Answer) -> tuple[int, date, bool, bool]:
    is_dated, is_proven = answer.given_on is not None, bool(answer.source.strip())
    weight = int(is_dated and is_proven) if answer.granted else 2 - int(is_dated)
    return weight, answer.given_on or date.min, not answer.granted, is_proven
