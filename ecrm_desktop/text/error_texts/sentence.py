"""How a sentence takes the details of its error."""

from collections.abc import Callable
from typing import TypeAlias

Sentence: TypeAlias = Callable[[dict[str, str]], str]
"""Returns one or two plain sentences; it gets the details of the error as people read them."""
