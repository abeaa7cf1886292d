"""A PC whose program is a version further: does one thing after the other, and tells of each.

python -m tests.helpers.newer_pc FILE STEPS, with the copy before us on PYTHONPATH; STEPS are JSON,
each a command line, or what to set of a customer: {"code": …, "nickname": …}. Prints JSON.
"""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from sqlalchemy import select

from ecrm_desktop.cli import main
from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.queries.digests import table_digests
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.storage.database import Database


def do(path: Path, step: Any) -> Any:
    """Do one step; return what came of it."""
    if step == "look":
        return _look(path)
    if isinstance(step, dict):
        return _set(path, step)
    out, error = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(error):
        status = main((), arguments=["--database", str(path), *step])
    return {"status": status, "out": _said(out), "error": _said(error)}


def _said(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def _set(path: Path, values: dict[str, str]) -> None:
    database = Database(path)
    with database.transaction() as session:
        found = session.scalar(select(Customer).where(Customer.last_name == values["last_name"]))
        if found is None:
            key = create_customer(session, CustomerDraft(last_name=values["last_name"]))
            found = session.get_one(Customer, key)
        for name, value in values.items():
            setattr(found, name, value)
    database.close()


def _look(path: Path) -> dict[str, Any]:
    database = Database(path)
    with database.reading() as session:
        people = {
            one.last_name: [one.first_name, getattr(one, "nickname", "")]
            for one in session.scalars(select(Customer))
        }
        found = {"people": people, "digests": table_digests(session)}
    database.close()
    return found


if __name__ == "__main__":
    done = [do(Path(sys.argv[1]), step) for step in json.loads(sys.argv[2])]
    sys.stdout.write(json.dumps(done, ensure_ascii=False))
