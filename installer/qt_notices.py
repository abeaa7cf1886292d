"""Writes the licences of others' code inside Qt, from Qt's own sources of the version locked.

python -m installer.qt_notices VERSION QTBASE-SOURCES QTSVG-SOURCES
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

OUTPUT = Path(__file__).resolve().parent.parent / "licenses" / "Qt" / "third-party.txt"

_MODULES = {"qtcore", "qtdbus", "qtgui", "qtnetwork", "qtprintsupport", "qtsvg", "qtwidgets"}
_WAYLAND = "Qt Wayland platform plugin"
_ELSEWHERE = re.compile("Android|macOS|WebAssembly")
_HEADER = """\
Code of others inside Qt {version}, as far as this program ships it.
Taken from the attributions in Qt's sources by installer/qt_notices.py.
"""


def third_party(version: str, *sources: Path) -> str:
    """Return the text for this version of Qt, whose modules' sources lie in these folders."""
    texts = [_HEADER.format(version=version)]
    told: dict[str, str] = {}
    for source in sources:
        for name, entry, folder in _shipped(source):
            license_text = _license_text(entry, folder, source)
            same = told.setdefault(license_text, name)
            body = license_text if same == name else f"The same text as of {same} above.\n"
            texts.append(f"{_title(name, entry)}\n{body}")
    return "\n".join(texts)


def _shipped(source: Path) -> Iterator[tuple[str, dict[str, object], Path]]:
    for file in sorted(source.rglob("qt_attribution.json")):
        # Qt's own reader takes line breaks within a text, too.
        found = json.loads(file.read_text(encoding="utf-8"), strict=False)
        for entry in found if isinstance(found, list) else [found]:
            usage = str(entry["QtUsage"])
            module = str(entry.get("QDocModule", ""))
            if _ELSEWHERE.search(usage) or "tools" in entry.get("QtParts", []):
                continue
            if module in _MODULES or _WAYLAND in usage:
                yield str(entry["Name"]), entry, file.parent


def _title(name: str, entry: dict[str, object]) -> str:
    said = entry.get("Copyright") or "Public domain"
    holders = said if isinstance(said, list) else [said]
    version = f" {entry['Version']}" if "Version" in entry else ""
    lines = [f"{name}{version}: {entry['License']}", *map(str, holders)]
    return "\n".join(["=" * 78, *lines, "=" * 78])


def _license_text(entry: dict[str, object], folder: Path, source: Path) -> str:
    named = entry.get("LicenseFile") or entry.get("LicenseFiles")
    if named:
        files = [folder / str(one) for one in (named if isinstance(named, list) else [named])]
    else:
        kinds = re.split(r" (?:OR|AND) ", str(entry["LicenseId"]))
        files = [source / "LICENSES" / f"{kind}.txt" for kind in kinds]
    return "\n".join(file.read_text(encoding="utf-8").strip() + "\n" for file in files)


def main() -> int:
    """Write the file anew."""
    version, *sources = sys.argv[1:]
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text(third_party(version, *map(Path, sources)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
