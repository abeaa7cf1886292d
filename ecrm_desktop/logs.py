"""The log of what went wrong, without anything about the shop's customers."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOGGER = logging.getLogger("ecrm")
# Without any handler, Python would say warnings to whoever runs a command.
LOGGER.addHandler(logging.NullHandler())


def start_log(folder: Path) -> None:
    """Log to `ecrm.log` in `folder`, half a megabyte at most; without a log if that fails."""
    LOGGER.setLevel(logging.INFO)
    # A full disk is told once, in a sentence, and not by the log about itself.
    logging.raiseExceptions = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "ecrm.log", maxBytes=250_000, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.propagate = False


def log_failure(error: BaseException) -> None:
    """Log where an unexpected error arose, and its type.

    Its message is left out, since messages quote what people typed.
    """
    lines = []
    cause: BaseException | None = error
    while cause is not None:
        places = traceback.extract_tb(cause.__traceback__)
        lines.append(type(cause).__name__)
        lines += [f"  {Path(one.filename).name}:{one.lineno} {one.name}" for one in places]
        cause = cause.__cause__ or cause.__context__
    LOGGER.error("unexpected error\n%s", "\n".join(lines))
