"""Files that appear whole or not at all, and what killed writers of them leave behind."""

import os
import platform
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from glob import escape
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.storage.durability import confirm_name, flush, is_full

Naming = Callable[[], AbstractContextManager[None]]

_PART = re.compile(r"\..+\.(?P<pc>[0-9a-f]{6})-(?P<process>\d+)\.part(-journal|-wal|-shm)?")


def part_of(path: Path) -> Path:
    """Return where a file is written before it is whole and gets its name: nobody else's place."""
    return path.with_name(f".{path.name}.{token_hex(3)}.{_this_pc()}-{os.getpid()}.part")


def remove_part(part: Path) -> None:
    """Remove an unfinished file, and what SQLite put beside it."""
    for left in matching_files(part.parent, f"{escape(part.name)}*"):
        with suppress(OSError):
            left.unlink()


def remove_leftovers(folder: Path, stem: str) -> None:
    """Remove the unfinished files of this PC's processes that were killed.

    In a folder that several PCs share, those of the others are left to them: their process numbers
    say nothing here.
    """
    for path in matching_files(folder, f".{escape(stem)}*.part*"):
        name = _PART.fullmatch(path.name)
        is_ours = name is not None and name["pc"] == _this_pc()
        if name is not None and is_ours and not _is_running(int(name["process"])):
            with suppress(OSError):
                path.unlink()


@contextmanager
def replacing(path: Path, naming: Naming | None = None) -> Iterator[Path]:
    """Give an empty file beside `path`, which takes the place of `path` if the block succeeds.

    Then it is on the disk for good; a power cut leaves the older file or the new one. It gets its
    name within `naming`, such as a transaction, and only if that succeeds too. Raises
    FileError FILE_NOT_WRITABLE (path), as when Excel holds the old file, DISK_FULL, or
    FILE_UNCONFIRMED (path) of a file that was written.
    """
    with _explained(path), part_for(path) as part:
        yield part
        flush(part)
        if naming is None:
            part.replace(path)
        else:
            _replace_within(naming, part, path)
        confirm_name(path)


def _replace_within(naming: Naming, part: Path, path: Path) -> None:
    older = part_of(path.with_name(_stem(path)))
    is_named = False
    try:
        with naming():
            with suppress(OSError):  # nothing is there, or a stick, which knows no hard links
                older.hardlink_to(path)
            part.replace(path)
            is_named = True
    except BaseException:
        if is_named and older.exists():
            older.replace(path)
        elif is_named:
            path.unlink()
        raise
    finally:
        older.unlink(missing_ok=True)


@contextmanager
def part_for(path: Path) -> Iterator[Path]:
    """Give an empty file beside `path`, which is gone afterwards unless it was renamed.

    Raises FileError FILE_IS_FOLDER (path) if that names no file.
    """
    if not path.name:  # such as / or .
        raise FileError(Problem.FILE_IS_FOLDER, path=path)
    stem = _stem(path)
    remove_leftovers(path.parent, stem)
    part = part_of(path.with_name(stem))
    part.touch(exist_ok=False)
    try:
        yield part
    finally:
        with suppress(OSError):  # the next run removes it
            part.unlink(missing_ok=True)


def _stem(path: Path) -> str:
    """Return a digest, since the name itself may be as long as a name can be."""
    return sha256(path.name.encode()).hexdigest()[:12]


def name_unless_taken(part: Path, path: Path) -> bool:
    """Give a file its name unless another has it: a file is never replaced."""
    try:
        path.hardlink_to(part)
    except FileExistsError:
        return False
    except OSError:  # USB sticks know no hard links
        if path.exists():
            return False
        part.rename(path)
    return True


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        problem = Problem.DISK_FULL if is_full(error) else Problem.FILE_NOT_WRITABLE
        raise FileError(problem, path=path) from error


def _this_pc() -> str:
    return sha256(platform.node().encode()).hexdigest()[:6]


def _is_running(process: int) -> bool:
    if sys.platform == "win32":
        return False  # whoever writes a file there keeps others from removing it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def matching_files(folder: Path, pattern: str) -> list[Path]:
    """Return the files of a folder by their names; nothing where it is not to be read."""
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []
