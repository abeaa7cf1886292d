"""How many examples a property is tried with: a third of them, but in `make test-slow`."""

import os

MANY = "ECRM_MANY_EXAMPLES"


def examples(many: int) -> int:
    """Return `many` where there is time for them, else a third."""
    return many if os.environ.get(MANY) else many // 3
