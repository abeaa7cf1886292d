"""Files of each schema, as the version with that schema wrote them, and what was in them.

`python -m tests.helpers.schema_fixtures` makes the one of the present schema. One that is there is
never made anew: it stands for the files that people have.
"""

import json
import lzma
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ecrm_desktop.migrations import HEAD
from ecrm_desktop.queries.checks import CheckReport, check_database
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.storage.database import Database

FOLDER = Path(__file__).parents[1] / "fixtures" / "schemas"
"""`<revision>.db.xz` and, beside it, `<revision>.json`: what `told` said of it."""

_CUSTOMERS = 12


def told(report: CheckReport) -> dict[str, Any]:
    """Return what must be the same whichever version opens the file."""
    return {"counts": report.counts, "amount": report.amount, "quantity": report.quantity}


def fixture_schemas() -> list[str]:
    """Return of which schemas there are files, the oldest first."""
    return sorted(path.name.removesuffix(".db.xz") for path in FOLDER.glob("*.db.xz"))


def unpack_fixture(schema: str, path: Path) -> dict[str, Any]:
    """Write the file of a schema to `path`; return what was told of it when it was made."""
    path.write_bytes(lzma.decompress((FOLDER / f"{schema}.db.xz").read_bytes()))
    expected: dict[str, Any] = json.loads((FOLDER / f"{schema}.json").read_text("utf-8"))
    return expected


def make_fixture() -> Path:
    """Make the file of the present schema; FileExistsError if there is one."""
    target = FOLDER / f"{HEAD}.db.xz"
    if target.exists():
        raise FileExistsError(target)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "shop.db"
        database = Database(path, create=True)
        with database.transaction() as session:
            fill_demo(session, customers=_CUSTOMERS)
        with database.transaction() as session:
            report = check_database(session)
        database.close()
        target.write_bytes(lzma.compress(path.read_bytes()))
    text = json.dumps(told(report), indent=1) + "\n"
    target.with_name(f"{HEAD}.json").write_text(text, "utf-8")
    return target


if __name__ == "__main__":
    print(make_fixture())  # noqa: T201 - to whoever asked for it
