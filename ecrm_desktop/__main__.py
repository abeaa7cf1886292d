"""Start the window."""

import argparse
import gc
import os
import sys
from pathlib import Path

from ecrm_desktop.locations import default_database, user_data
from ecrm_desktop.logs import start_log


def main() -> int:
    """Run the window on the user's shop, or on the file of `--database`."""
    parser = argparse.ArgumentParser(prog="ecrm-desktop", description="ECRM Desktop")
    parser.add_argument("--database", type=Path, metavar="PATH", help="the shop's file")
    chosen: Path | None = parser.parse_args().database
    if not _has_display():
        return _tour()
    start_log(user_data() / "logs")
    # Loading makes no garbage, and looking for it takes a tenth of the start; `Background` goes on.
    gc.disable()
    from ecrm_desktop.shell.process import run  # noqa: PLC0415 - without a display there is nothing to run

    return run(chosen or default_database())


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _tour() -> int:
    output = Path("tour")
    sys.stderr.write(
        "There is no display here, so the window cannot be shown. Instead, every page of a sample"
        f" shop is drawn into the folder {output}/ …\n"
    )
    from ecrm_desktop.shell.tour import tour  # noqa: PLC0415 - only without a display

    tour(output)
    sys.stderr.write(f"Done: open the pictures in {output}/.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
