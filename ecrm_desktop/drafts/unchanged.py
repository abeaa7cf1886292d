"""What a draft says about a field that is to stay as it is."""

from enum import Enum, auto
from typing import Final


class Unchanged(Enum):
    """Stands for what a record holds already, though no value type would take it any more.

    An e-mail column may hold `none`, from a package or an older version; whoever changes only the
    job of such a customer can save it, and loses nothing.
    """

    UNCHANGED = auto()


UNCHANGED: Final = Unchanged.UNCHANGED
