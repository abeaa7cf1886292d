"""Prepare a fresh machine with nothing but Python: environment, packages, Qt's system libraries."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / ".installed"
LOCK = ROOT / "requirements-dev.txt"
OLDEST = (3, 11)

DEBIAN_LIBRARIES = [
    "fontconfig",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
]
_TRY_QT = """
import ctypes, pathlib, sys
from PySide6 import QtGui, QtNetwork, QtPrintSupport, QtSvg, QtWidgets
if sys.platform.startswith("linux"):
    # Qt loads this one only when a window is shown, and then it is too late to say what is missing.
    plugins = pathlib.Path(QtGui.__file__).parent / "Qt" / "plugins" / "platforms"
    ctypes.CDLL(str(plugins / "libqxcb.so"))
"""


def main() -> int:
    """Do what is missing; say in one sentence what to do where that is not allowed."""
    if sys.version_info < OLDEST:
        return _give_up("ECRM needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists() and not _make_environment():
        return 1
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if not STAMP.exists() or STAMP.read_text(encoding="utf-8") != wanted:
        _say("Installing the packages the program needs (a few minutes the first time) …")
        if not _install_packages(python):
            return _give_up("The packages could not be installed; see the lines above.")
        STAMP.write_text(wanted, encoding="utf-8")
    return 0 if _qt_works(python) or _install_qt_libraries(python) else 1


def _make_environment() -> bool:
    _say("Making the environment .venv …")
    command = [sys.executable, "-m", "venv", str(VENV)]
    if subprocess.run(command, check=False, capture_output=True).returncode == 0:
        return True
    shutil.rmtree(VENV, ignore_errors=True)
    # Debian keeps venv apart from Python itself.
    package = f"python3.{sys.version_info[1]}-venv"
    if not _apt([package]) and not _apt(["python3-venv"]):
        _give_up(f"Python's venv is missing. Install it with: sudo apt-get install {package}")
        return False
    return subprocess.run(command, check=False).returncode == 0


def _install_packages(python: Path) -> bool:
    """Install what the lock says, and then this program with the build backend from the lock."""
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    locked = ["--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
    itself = ["--no-index", "--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    return not any(
        subprocess.run([*pip, *what], check=False).returncode for what in (locked, itself)
    )


def _qt_works(python: Path) -> bool:
    tried = subprocess.run([str(python), "-c", _TRY_QT], check=False, capture_output=True)
    return tried.returncode == 0


def _install_qt_libraries(python: Path) -> bool:
    if os.name == "nt":
        _give_up("Qt cannot be loaded. It needs Windows 10 (version 1809) or newer.")
        return False
    if _apt(DEBIAN_LIBRARIES) and _qt_works(python):
        return True
    _give_up(
        "Qt's system libraries are missing. Install them with:\n  sudo apt-get install "
        + " ".join(DEBIAN_LIBRARIES)
    )
    return False


def _apt(packages: list[str]) -> bool:
    """Install Debian packages if this user may; never ask for a password."""
    apt = shutil.which("apt-get")
    if not apt:
        return False
    root = os.name == "posix" and os.geteuid() == 0
    sudo = [] if root else ["sudo", "-n"]
    if not root and not shutil.which("sudo"):
        return False
    _say("Installing " + " ".join(packages) + " …")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (["update", "-qq"], install):
        done = subprocess.run(
            [*sudo, apt, *command], check=False, env=environment, capture_output=True
        )
        if done.returncode:
            return False
    return True


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


def _give_up(text: str) -> int:
    _say(text)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
