"""The CDNOW sample as the models take it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from ecrm_desktop.analysis.arrays import Floats, Ints
from ecrm_desktop.analysis.bg_nbd import Rows, distinct_rows

_FILE = Path(__file__).resolve().parents[1] / "fixtures" / "cdnow" / "summary.csv"


@dataclass(frozen=True)
class Sample:
    """Its customers, and the distinct rows of them."""

    repeats: Ints
    later: Ints
    spend: Floats
    rows: Rows
    numbers: Ints


@cache
def sample() -> Sample:
    """Return the sample; `spend` is the mean of the repeats in dollars."""
    table = np.loadtxt(_FILE, delimiter=",", skiprows=1, dtype=np.int64)
    repeats, last, age, later, cents = table.T
    rows, numbers = distinct_rows(repeats, last, age)
    spend = np.where(repeats > 0, cents / 100 / np.maximum(repeats, 1), 0.0)
    return Sample(repeats, later, spend, rows, numbers)
