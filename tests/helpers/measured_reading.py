"""Reads a file in a process of its own: prints the problem, the rows and the memory it took."""

import sys
from pathlib import Path

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.exchange.tables import open_tables


def main() -> None:
    problem, rows = "", 0
    try:
        with open_tables(Path(sys.argv[1])) as tables:
            for sheet in tables.sheets:
                rows += sum(1 for _ in tables.rows(sheet))
    except EcrmError as error:
        problem = error.problem.value
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [peak] = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    print(f"{problem}|{rows}|{int(peak) // 1000}")  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
