"""Which folders are of this computer alone."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.unsafe_folders import (
    check_folder,
    drive_of_name,
    is_on_network,
    synced_by,
)

MOUNTS = """\
/dev/vda / ext4 rw 0 0
nas:/shop /mnt/nas nfs4 rw 0 0
//server/share /mnt/the\\040share cifs rw 0 0
/dev/sdb1 /media/stick vfat rw 0 0
me@host: /home/me/far fuse.sshfs rw 0 0
systemd-1 /mnt/when\\040asked autofs rw 0 0
nas:/shop /mnt/when\\040asked nfs4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("C:/Users/Sara/OneDrive/shop", "OneDrive"),
        ("C:/Users/Sara/OneDrive - Mehr Clothing", "OneDrive"),
        ("C:/Users/Sara/Dropbox (Personal)/a/b", "Dropbox"),
        ("G:/My Drive/shop", "Google Drive"),
        ("/Users/sara/Library/CloudStorage/GoogleDrive-a@b.c/x", "Google Drive"),
        ("/Users/sara/Library/Mobile Documents/x", "iCloud"),
        ("C:/Users/Sara/iCloudDrive", "iCloud"),
        ("P:/pCloudDrive", "pCloud"),
        ("/home/sara/Nextcloud/shop", "Nextcloud"),
        ("/home/sara/ownCloud", "ownCloud"),
        ("C:/Users/Sara/Documents/shop", ""),
        ("C:/My Drive of dreams", ""),
        ("/home/sara/boxes/megaphone", ""),
    ],
)
def test_cloud_drives_are_known_by_their_folders(folder: str, name: str) -> None:
    kind = PureWindowsPath if ":" in folder else PurePosixPath
    assert drive_of_name(kind(folder)) == name


def test_windows_tells_where_onedrive_is(tmp_path: Path) -> None:
    synced = {"OneDriveCommercial": str(tmp_path / "work")}
    assert synced_by(tmp_path / "work" / "shop", synced) == "OneDrive"
    assert synced_by(tmp_path / "home", synced) == ""


@pytest.mark.parametrize(
    ("mark", "name"),
    [(".dropbox.cache", "Dropbox"), ("._sync_1f.db", "Nextcloud"), (".stfolder", "Syncthing")],
)
def test_drives_leave_marks_in_their_folders(tmp_path: Path, mark: str, name: str) -> None:
    (tmp_path / mark).touch()
    (tmp_path / "deep").mkdir()
    assert synced_by(tmp_path / "deep", {}) == name


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/mnt/nas/shop", True),
        ("/mnt/the share", True),
        ("/home/me/far/away", True),
        ("/media/stick", False),
        ("/mnt/nasty", False),
        ("/mnt/when asked/shop", True),
        ("/", False),
    ],
)
def test_mounts_of_other_computers_are_known(folder: str, *, expected: bool) -> None:
    assert is_on_network(Path(folder), MOUNTS) == expected


def test_network_paths_of_windows_are_known() -> None:
    assert is_on_network(PureWindowsPath(r"\\server\share\shop"))


def test_no_database_is_made_or_opened_in_a_synced_folder(
    tmp_path: Path, empty_database_file: Path
) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    there = folder / "shop.db"
    there.write_bytes(empty_database_file.read_bytes())
    for path in (there, folder / "new.db"):
        with pytest.raises(DatabaseError) as caught:
            Database(path, create=True)
        assert caught.value.problem is Problem.FOLDER_SYNCED
    assert [one.name for one in folder.iterdir()] == ["shop.db"]


def test_a_link_into_a_synced_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Nextcloud").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Nextcloud", target_is_directory=True)
    with pytest.raises(DatabaseError) as caught:
        check_folder(tmp_path / "plain" / "shop.db")
    assert caught.value.problem is Problem.FOLDER_SYNCED


def test_a_synced_folder_that_is_a_link_to_elsewhere_is_one(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "Dropbox").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(DatabaseError) as caught:
        check_folder(tmp_path / "Dropbox" / "shop.db")
    assert caught.value.problem is Problem.FOLDER_SYNCED
