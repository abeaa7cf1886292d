"""The kinds of arrays that analyses take and give, and how to go through long ones."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Small = NDArray[np.int32]
"""Places and days, of which there are millions: half the memory; wide before they are shifted."""
Flags = NDArray[np.bool_]

_AT_ONCE = 100_000


def slices(length: int) -> Iterator[slice]:
    """Yield parts of a long array: what is made of one at a time takes little memory."""
    for start in range(0, length, _AT_ONCE):
        yield slice(start, min(start + _AT_ONCE, length))
