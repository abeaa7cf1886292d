"""Text that fits a rule, which nothing but the rule itself can make."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, init=False)
class CheckedText:
    """Text in the one spelling in which it is stored; each kind of it says what fits.

    There is no other way to one than `parse`, so whoever is given one need not check again.
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text in any usual spelling; InvalidInput TEXT_EMPTY, or as the kind says."""
        checked = object.__new__(cls)
        object.__setattr__(checked, "text", cls._stored(text))
        return checked

    @classmethod
    def _stored(cls, text: str) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        return self.text
