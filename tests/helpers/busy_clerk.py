"""Somebody who opens the shop, saves a customer and closes it, again and again.

python -m tests.helpers.busy_clerk DATABASE FILE NAME: until the file is there; then says how many.
"""

import sys
from pathlib import Path

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.errors import EcrmError, Problem
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.storage.database import Database


def work(path: Path, done: Path, name: str) -> int:
    """Return how many customers were saved, as far as the program said so."""
    saved = 0
    while not done.exists():
        try:
            database = Database(path)
            try:
                for _ in range(2):
                    with database.transaction() as session:
                        create_customer(
                            session, CustomerDraft(first_name="پرکار", last_name=f"{name} {saved}")
                        )
                    saved += 1
            finally:
                database.close()
        except EcrmError as error:
            if error.problem is not Problem.DATABASE_LOCKED:
                raise
    return saved


if __name__ == "__main__":
    sys.stdout.write(str(work(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])))
