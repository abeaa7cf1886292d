"""A checksum of a closed, plain file, kept in its own header, for what SQLite does not check.

An encrypted one needs none: each of its pages carries one of its own.

Source of the format: https://www.sqlite.org/fileformat2.html
"""

import zlib
from pathlib import Path
from typing import BinaryIO

from ecrm_desktop.progress import ReportProgress, no_progress

_MAGIC = b"SQLite format 3\x00"
_HEADER_SIZE = 100
# SQLite never reads the version of the user. The change counter, which it keeps in two places, says
# whether anybody has written since: whoever does counts on.
_COUNTER, _KEPT, _COUNTER_AGAIN = (slice(at, at + 4) for at in (24, 60, 92))
_READ_AT_ONCE = 1 << 22
_NONE = bytes(4)


def write_checksum(path: Path, report_progress: ReportProgress = no_progress) -> None:
    """Put into a file that nobody has open what tells later that it is as it was; an OSError.

    The caller brings it to the disk.
    """
    with path.open("r+b") as file:
        header = bytearray(file.read(_HEADER_SIZE))
        if header.startswith(_MAGIC):
            checksum = _checksum(file, report_progress)
            for place in (_COUNTER, _KEPT, _COUNTER_AGAIN):
                header[place] = checksum
            file.seek(0)
            file.write(header)


def is_as_written(path: Path, report_progress: ReportProgress = no_progress) -> bool:
    """Return whether a file that nobody has open is as it was, or an OSError.

    True where nothing tells: it was never given a checksum, or SQLite has written to it since.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER_SIZE)
        kept, counters = header[_KEPT], (header[_COUNTER], header[_COUNTER_AGAIN])
        if not header.startswith(_MAGIC) or kept == _NONE or kept not in counters:
            return True
        return counters == (kept, kept) and _checksum(file, report_progress) == kept


def _checksum(file: BinaryIO, report_progress: ReportProgress) -> bytes:
    file.seek(0)
    header = bytearray(file.read(_HEADER_SIZE))
    for place in (_COUNTER, _KEPT, _COUNTER_AGAIN):
        header[place] = _NONE
    checksum = zlib.crc32(header)
    while content := file.read(_READ_AT_ONCE):
        report_progress(0, 0)
        checksum = zlib.crc32(content, checksum)
    return checksum.to_bytes(4, "big")
