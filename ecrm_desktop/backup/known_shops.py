"""The shops that were opened on this PC: a file that is missing is then no first start."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from ecrm_desktop.backup.files import BackupFile, find_backups, find_replaced, local_folder
from ecrm_desktop.backup.state import list_backups
from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.settings import BACKUP_STATES, KNOWN_SHOPS, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingShop:
    """What is known of a shop whose file is gone; nothing of the rest where only backups tell.

    An encrypted shop is known without its name. `had_password`: somebody who works there had one.
    """

    path: Path
    name: str = ""
    shop_id: UUID | None = None
    opened_at: datetime | None = None
    had_password: bool = False

    def error(self) -> DatabaseError:
        """Return what to tell whoever wanted to open it."""
        known = {"name": self.name} if self.name else {}
        return DatabaseError(Problem.SHOP_MISSING, path=str(self.path), **known)


def remember_shop(
    settings: Settings,
    path: Path,
    shop_id: UUID,
    name: str,
    opened_at: datetime,
    *,
    has_password: bool = False,
) -> None:
    """Keep which shop is in the file at `path`, and whether somebody there has a password."""
    entry = {
        "id": shop_id.hex,
        "name": name,
        "opened_at": opened_at.isoformat(),
        "has_password": has_password,
    }
    settings.set_part(KNOWN_SHOPS, _key(path), entry)


def remember_move(settings: Settings, path: Path, new: Path) -> None:
    """Keep that somebody found the missing file of `path` in another place."""
    settings.set_part(KNOWN_SHOPS, _key(path), _entry(settings, path) | {"moved_to": _key(new)})


def present_path(settings: Settings, path: Path) -> Path:
    """Return where the shop of `path` is: there, or where somebody found it since."""
    moved_to = _entry(settings, path).get("moved_to")
    if isinstance(moved_to, str) and not os.path.exists(path) and os.path.exists(moved_to):  # noqa: PTH110 - Path raises where it may not look
        return Path(moved_to)
    return path


def find_missing(settings: Settings, path: Path) -> MissingShop | None:
    """Return the shop that was at `path`; None if the file is there, or none ever was."""
    if os.path.exists(path):  # noqa: PTH110 - as above
        return None
    known = known_shop(settings, path)
    if known is not None:
        return known
    # Only what lies beside it is looked for: another disk may not answer for a minute.
    was_here = (
        _key(path) in settings.get(BACKUP_STATES)
        or find_backups(local_folder(path), None, path.stem)
        or find_replaced(path)
    )
    return MissingShop(path=path) if was_here else None


def known_shop(settings: Settings, path: Path) -> MissingShop | None:
    """Return what is kept of the shop that was opened at `path`, missing by now or not."""
    entry = _entry(settings, path)
    if not entry:
        return None
    try:
        return MissingShop(
            path=path,
            name=str(entry["name"]),
            shop_id=UUID(entry["id"]),
            opened_at=datetime.fromisoformat(entry["opened_at"]),
            had_password=entry.get("has_password") is True,
        )
    except (AttributeError, KeyError, TypeError, ValueError):  # left there by another version
        return MissingShop(path=path)


def backups_to_restore(settings: Settings, path: Path) -> list[BackupFile]:
    """Return the backups of a shop whose file is damaged or missing, newest first.

    Where it is not known which shop that was, or there are none of it: of all shops with such a
    file.
    """
    missing = find_missing(settings, path)
    whose = [None] if missing is None else [missing.shop_id, None]
    for shop_id in whose:
        found = [one for one in list_backups(settings, path, shop_id) if not one.replaced]
        if found:
            return found
    return []


def _entry(settings: Settings, path: Path) -> dict[str, Any]:
    entry = settings.get(KNOWN_SHOPS).get(_key(path))
    return entry if isinstance(entry, dict) else {}


def _key(path: Path) -> str:
    return str(path.resolve())
