"""Where the program's own files and the user's files are."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def bundled(*parts: str) -> Path:
    """Return the path of a file that ships with the program, such as `resources/icons/x.svg`."""
    packed = _PACKAGE / "_data"
    root = packed if packed.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)


def default_database() -> Path:
    """Return where the shop's database lies unless the user says otherwise."""
    return user_data() / "shop.db"


def user_data() -> Path:
    """Return the user's own data folder for this program; it may not exist yet."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed with --database

    return user_data_path("ECRM", appauthor=False)


def user_settings() -> Path:
    """Return the file that keeps this user's preferences on this PC."""
    from platformdirs import user_config_path  # noqa: PLC0415 - not needed with --database

    return user_config_path("ECRM", appauthor=False) / "settings.json"
