"""What commands write, in an encoding that the other side can take."""

import contextlib
import errno
import json
import os
import sys
from collections.abc import Iterable
from typing import Any

from ecrm_desktop.i18n import language
from ecrm_desktop.values.digits import to_persian_digits

_PERSIAN = "گچپژ"
# Isolates keep a window's text in order; in a terminal they are dirt that breaks searching.
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))


class OutputError(Exception):
    """Nothing can be written to standard output, and it is not that nobody reads it any more."""


def prepare_streams() -> bool:
    """Let no character stop the program; return whether Persian can be written at all.

    Pipes and files are UTF-8 on every system, a terminal keeps its encoding.
    """
    capable = True
    for stream in (sys.stdout, sys.stderr):
        if stream is None:  # closed by whoever started us
            continue
        if hasattr(stream, "reconfigure"):
            if not stream.isatty() and sys.platform == "win32":
                stream.reconfigure(encoding="utf-8")
            stream.reconfigure(errors="replace")
        try:
            _PERSIAN.encode(stream.encoding or "ascii")
        except (UnicodeEncodeError, LookupError):
            capable = False
    return capable


def say(text: str) -> None:
    """Write a line to standard output."""
    _write(without_isolates(text) + "\n")


def without_isolates(text: str) -> str:
    """Return a sentence as others may search it."""
    return text.translate(_ISOLATES)


def say_row(cells: Iterable[str]) -> None:
    """Write a row with tabs between its cells, for people and for `cut`."""
    say("\t".join(" / ".join(cell.splitlines()).replace("\t", " ") for cell in cells))


def number_text(number: int) -> str:
    """Return a whole number as the user's language writes it."""
    text = f"{number:,}"
    return to_persian_digits(text.replace(",", "٬")) if language() == "fa" else text


def give_json(value: Any) -> None:
    """Write a JSON document, in UTF-8 whatever the terminal is."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    if sys.stdout is None:
        return
    with _explained():
        sys.stdout.flush()
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:
            sys.stdout.write(text)
        else:
            buffer.write(text.encode("utf-8", "replace"))


def complain(sentence: str) -> None:
    """Write the one sentence that says why a command did not do its work."""
    line = " ".join(sentence.translate(_ISOLATES).split())
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(line + "\n")
            sys.stderr.flush()


def show_progress(done: int, total: int) -> None:
    """Show how much of long work is done, where somebody looks: in a log it would be noise."""
    if sys.stderr is not None and sys.stderr.isatty() and total:
        with contextlib.suppress(OSError):
            done_text = "\r     \r" if done == total else ""
            sys.stderr.write(f"\r{100 * done // total:3} %{done_text}")
            sys.stderr.flush()


def finish() -> None:
    """Write out what is still buffered; BrokenPipeError and OutputError as any writing."""
    if sys.stdout is not None:
        with _explained():
            sys.stdout.flush()


def abandon() -> None:
    """Give up standard output, so that the interpreter does not complain about it at the end."""
    if sys.stdout is not None:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(text: str) -> None:
    if sys.stdout is not None:
        with _explained():
            sys.stdout.write(text)


@contextlib.contextmanager
def _explained() -> Any:
    try:
        yield
    except OSError as error:
        # Windows says EINVAL where others say EPIPE.
        if isinstance(error, BrokenPipeError) or error.errno == errno.EINVAL:
            raise BrokenPipeError from error
        raise OutputError from error
