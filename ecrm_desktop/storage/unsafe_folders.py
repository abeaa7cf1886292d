"""Where a shop's database must not lie: folders that a cloud drive syncs, and other computers."""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from ecrm_desktop.errors import DatabaseError, Problem

_NAMES = {
    "OneDrive": r"onedrive( -.+| \(.+\))?",
    "Dropbox": r"dropbox( \(.+\))?",
    "Google Drive": r"google ?drive|googledrive-.+",
    "iCloud": r"icloud ?drive|mobile documents|com~apple~clouddocs",
    "pCloud": r"pcloud ?drive|pcloud ?sync",
    "Nextcloud": r"nextcloud\d*",
    "ownCloud": r"owncloud\d*",
    "Box": r"box sync|box-box",
    "MEGA": r"megasync( downloads)?",
    "Yandex Disk": r"yandex\.?disk",
}
_MARKS = {
    "OneDrive": (".849C9593-D756-4E56-8D6E-42412F2A707B",),
    "Dropbox": (".dropbox.cache",),
    "Google Drive": (".tmp.driveupload", ".tmp.drivedownload"),
    "Nextcloud": (".nextcloudsync.log", ".sync_*.db", "._sync_*.db"),
    "ownCloud": (".owncloudsync.log",),
    "Syncthing": (".stfolder",),
    "Resilio Sync": (".sync/ID",),
}
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_NETWORK = {
    *("nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "ceph"),
    *("glusterfs", "lustre", "davfs", "webdav", "fuse.sshfs", "fuse.rclone", "fuse.davfs"),
    *("fuse.davfs2", "fuse.gvfsd-fuse", "fuse.curlftpfs", "fuse.s3fs", "fuse.glusterfs"),
    *("fuse.ceph", "fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.smbnetfs"),
}
_REMOTE_DRIVE = 4


def check_folder(path: Path) -> None:
    """Raise DatabaseError for a path that is synced (path, name) or on another computer (path).

    SQLite's locks do not reach other computers, and a cloud drive copies half-written files.
    """
    # A link may lead into such a folder, and such a folder may be a link to elsewhere.
    for place in {Path(os.path.abspath(path)), path.resolve()}:  # noqa: PTH100 - a link stays one
        folder = place.parent
        if is_on_network(folder):
            raise DatabaseError(Problem.FOLDER_ON_NETWORK, path=str(folder))
        name = synced_by(folder)
        if name:
            raise DatabaseError(Problem.FOLDER_SYNCED, path=str(folder), name=name)


def synced_by(folder: Path, environment: Mapping[str, str] = os.environ) -> str:
    """Return the name of the cloud drive that syncs a folder, "" if none is known to."""
    for variable in _VARIABLES:
        synced = environment.get(variable)
        if synced and folder.is_relative_to(synced):
            return "OneDrive"
    named = drive_of_name(folder)
    if named:
        return named
    for parent in (folder, *folder.parents):
        for name, marks in _MARKS.items():
            if any(_has(parent, mark) for mark in marks):
                return name
    return ""


def drive_of_name(folder: PurePath) -> str:
    """Return the name of the cloud drive whose folders are called like this one or one above it."""
    for name, pattern in _NAMES.items():
        if any(re.fullmatch(pattern, part, re.IGNORECASE) for part in folder.parts):
            return name
    # Google's drive letter holds nothing else.
    if folder.drive and [part.casefold() for part in folder.parts[1:2]] == ["my drive"]:
        return "Google Drive"
    return ""


def is_on_network(folder: PurePath, mounts: str | None = None) -> bool:
    """Return whether a folder lies on another computer; `mounts` stands for /proc/mounts."""
    if str(folder).startswith(("\\\\", "//")) and not str(folder).startswith("\\\\?\\"):
        return True
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE)
    if mounts is None:
        try:
            mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return False
    return _kind_of_mount(folder, mounts.splitlines()) in _NETWORK


def _kind_of_mount(folder: PurePath, mounts: Iterable[str]) -> str:
    found, kind = -1, ""
    for line in mounts:
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, place, kind
            continue
        place = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[1])
        depth = len(Path(place).parts)
        if depth >= found and folder.is_relative_to(place):
            found, kind = depth, fields[2]
    return kind


def _has(folder: Path, mark: str) -> bool:
    try:
        return any(folder.glob(mark)) if "*" in mark else (folder / mark).exists()
    except OSError:
        return False
