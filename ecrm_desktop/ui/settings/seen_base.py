"""What somebody has seen of a record that a small form changes."""

from typing import Generic, TypeVar

from ecrm_desktop.services.edits import base_after

Draft = TypeVar("Draft")


class SeenBase(Generic[Draft]):
    """`base` for the service; what a refusal told is seen too, so that once more is a decision."""

    def __init__(self, base: Draft) -> None:
        self.base = base

    def learn(self, error: Exception) -> None:
        """Take what a refusal told as seen."""
        self.base = base_after(self.base, error)
