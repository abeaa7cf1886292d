"""Tells files apart by what is in them, whatever their names say."""

import stat
from pathlib import Path
from typing import Final

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.sheets import FileKind

_HEAD: Final = 1 << 12
_CHUNK: Final = 1 << 20
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLDEST_EXCEL = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x10\x00")
# Programs on the web give pages the name of Excel files, which Excel opens.
_PAGES = (b"<html", b"<!doctype", b"<?xml", b"<table", b"<meta", b"<style", b"<head", b"<body",
          b"<div", b"<calls", b"<!--")  # fmt: skip
_PRINTED = (b"%pdf", b"{\\rtf")
_CARD = b"begin:vcard"
_CALENDAR = b"begin:vcalendar"


def find_kind(path: Path) -> FileKind:
    """Return how a file is to be read.

    Raises FileError: FILE_MISSING, FILE_IS_FOLDER, FILE_NOT_ALLOWED, FILE_UNREADABLE, FILE_EMPTY,
    FILE_NOT_TABLE, FILE_OLD_EXCEL, FILE_ENCRYPTED (all: path).
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _error(path, Problem.FILE_IS_FOLDER)
        if not stat.S_ISREG(mode):  # reading a device or a pipe may never end
            raise _error(path, Problem.FILE_NOT_TABLE)
        with path.open("rb") as file:
            head = file.read(_HEAD)
        return _kind(path, head)
    except OSError as error:
        raise reading_error(path, error) from error


def reading_error(path: Path, error: OSError) -> FileError:
    """Return the error for a file that the system does not give."""
    problems: dict[type, Problem] = {
        FileNotFoundError: Problem.FILE_MISSING,
        NotADirectoryError: Problem.FILE_MISSING,
        PermissionError: Problem.FILE_NOT_ALLOWED,
    }
    return _error(path, problems.get(type(error), Problem.FILE_UNREADABLE))


def _kind(path: Path, head: bytes) -> FileKind:
    if not head:
        raise _error(path, Problem.FILE_EMPTY)
    if head.startswith(_ZIP):
        return FileKind.XLSX
    if head.startswith(_OLE):
        if _contains(path, _LOCKED):
            raise _error(path, Problem.FILE_ENCRYPTED)
        return FileKind.XLS
    # UTF-16 has a zero beside each of these letters.
    begin = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith(_OLDEST_EXCEL):
        raise _error(path, Problem.FILE_OLD_EXCEL)
    if begin.replace(b"< ", b"<").startswith(_PAGES):
        return FileKind.MARKUP
    if begin.startswith(_PRINTED):
        raise _error(path, Problem.FILE_NOT_TABLE)
    if begin.startswith(_CALENDAR):
        return FileKind.CALENDAR
    return FileKind.VCARD if begin.startswith(_CARD) else FileKind.TEXT


def _contains(path: Path, wanted: bytes) -> bool:
    with path.open("rb") as file:
        before = b""
        while chunk := file.read(_CHUNK):
            if wanted in before + chunk:
                return True
            before = chunk[-len(wanted) :]
    return False


def _error(path: Path, problem: Problem) -> FileError:
    return FileError(problem, path=str(path))
