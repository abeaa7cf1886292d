"""Rows of whole numbers as arrays."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ecrm_desktop.queries.purchase_history import Rows


def filled(
    blocks: Iterator[Rows], count: int, kinds: Sequence[type[np.integer[Any]]]
) -> list[NDArray[Any]]:
    """Return the columns of at most `count` rows as arrays of these kinds, block by block."""
    columns = len(kinds)
    arrays = [np.empty(count, kind) for kind in kinds]
    at = 0
    for rows in blocks:
        flat = np.fromiter(chain.from_iterable(rows), np.int64, len(rows) * columns)
        table = flat.reshape(-1, columns)[: count - at]
        for number, array in enumerate(arrays):
            array[at : at + len(table)] = table[:, number]
        at += len(table)
    return [array[:at] for array in arrays]
