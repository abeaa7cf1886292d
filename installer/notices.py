"""Writes NOTICE and the licence texts of all that ships, from the distributions that are locked."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from packaging.utils import canonicalize_name, parse_wheel_filename

from installer.lock import DEVELOPMENT, HUB, ROOT, Locked, read_lock

TEXTS = ROOT / "licenses"

_FREEZER = "pyinstaller"
# pip takes wheels for older systems only if it is told so.
_GLIBC = ("_2_34", "_2_31", "_2_28", "_2_27", "_2_26", "_2_17", "2014", "2010", "1")
_PLATFORMS = {
    "linux": [f"manylinux{glibc}_x86_64" for glibc in _GLIBC],
    "windows": ["win_amd64"],
}
_A_LICENSE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
_CODE = {".py", ".pyi", ".pyc", ".so", ".pyd", ".dll", ".json"}
_ENTRY = re.compile(
    r"^(\S.*?)(?: (\d[\w.+]*))?(?: \([^)]+\))?: ([^:]+)\. Text: (.+)\.$", re.MULTILINE
)
_HEADER = """\
ECRM Desktop ships or uses the following works of others. The texts named are their licences in
full. `make notices` writes this file; the knowledge is in installer/notices.toml.
"""


@dataclass
class Work:
    """One entry of NOTICE."""

    name: str
    version: str
    license: str
    texts: list[str]
    note: str = ""
    condition: str = ""

    def __str__(self) -> str:
        version = f" {self.version}" if self.version else ""
        condition = f" ({self.condition})" if self.condition else ""
        texts = ", ".join(self.texts)
        note = f"\n    {self.note}" if self.note else ""
        return f"{self.name}{version}{condition}: {self.license}. Text: {texts}.{note}"


@dataclass
class _Wheel:
    """What a wheel says of its licence; texts by the path they get."""

    license: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    crates: set[str] = field(default_factory=set)


def disagreements(notice: str, locked: str, development: str, *, root: Path) -> list[str]:
    """Return a sentence for everything in which NOTICE and what is locked and shipped differ."""
    entries = {entry[1]: entry for entry in _ENTRY.finditer(notice)}
    shipped: dict[str, str | None] = {one.name: one.version for one in read_lock(locked)}
    known = tomllib.loads((root / "installer/notices.toml").read_text(encoding="utf-8"))
    versions = {one.name: one.version for one in read_lock(development)}
    for work in known["works"]:
        shipped[work["name"]] = versions[work["version_of"]] if "version_of" in work else None
    found = [f"NOTICE lacks {name}" for name in sorted(shipped.keys() - entries.keys())]
    found += [f"{name} is in NOTICE only" for name in sorted(entries.keys() - shipped.keys())]
    named = {Path("licenses/common")}
    for name, entry in entries.items():
        if name in shipped and entry[2] != shipped[name]:
            found.append(f"NOTICE has {name} {entry[2]}, the lock {shipped[name]}")
        for text in map(Path, entry[4].split(", ")):
            named.add(text)
            if not _has_text(root / text):
                found.append(f"There is no text in {text}")
    folders = {path.relative_to(root) for path in (root / "licenses").iterdir()}
    return found + [f"Nothing in NOTICE is under {path}" for path in sorted(folders - named)]


def _has_text(path: Path) -> bool:
    files = [path] if path.is_file() else [*path.rglob("*")] if path.is_dir() else []
    return any(file.is_file() and file.stat().st_size for file in files)


def write(locked: list[Locked], freezer: Locked) -> None:
    """Write NOTICE and the folders of the locked packages anew; the other texts stay."""
    known = tomllib.loads(_content("installer/notices.toml"))
    versions = {one.name: one.version for one in [*locked, freezer]}
    with tempfile.TemporaryDirectory() as folder:
        wheels = {
            system: _download([*locked, freezer], tags, Path(folder) / system)
            for system, tags in _PLATFORMS.items()
        }
        for name in versions:
            shutil.rmtree(TEXTS / name, ignore_errors=True)
            if f"licenses/{name}" in _texts(name, known):
                _write_texts(TEXTS / name, {system: wheels[system][name] for system in wheels})
        stated = wheels["linux"]
    packages = [_package(one, stated[one.name].license, known) for one in locked]
    works = [
        Work(
            name=work["name"],
            version=versions[work["version_of"]] if "version_of" in work else "",
            license=work["license"],
            texts=work["texts"],
            note=work["note"],
        )
        for work in known["works"]
    ]
    text = "\n".join([_HEADER, *map(str, packages), "", *map(str, works), ""])
    (ROOT / "NOTICE").write_text(text, encoding="utf-8")


def _package(one: Locked, stated: str, known: dict[str, Any]) -> Work:
    told = known["packages"].get(one.name, {})
    return Work(
        name=one.name,
        version=one.version,
        license=told.get("license", stated),
        texts=_texts(one.name, known),
        note=told.get("note", ""),
        condition=str(known["markers"].get(one.marker, one.marker)),
    )


def _texts(name: str, known: dict[str, Any]) -> list[str]:
    told: list[str] = known["packages"].get(name, {}).get("texts", [f"licenses/{name}"])
    return told


def _download(locked: list[Locked], tags: list[str], folder: Path) -> dict[str, _Wheel]:
    """Get the wheels as locked, for another system too."""
    wanted = folder.with_suffix(".txt")
    wanted.write_text(
        "\n".join(
            " ".join([f"{one.name}=={one.version}", *(f"--hash=sha256:{h}" for h in one.hashes)])
            for one in locked
        ),
        encoding="utf-8",
    )
    platforms = [part for tag in tags for part in ("--platform", tag)]
    options = ["--no-deps", "--only-binary", ":all:", "--python-version", "3.11", *platforms]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-q"]
    subprocess.run([*pip, *options, "--require-hashes", "-d", folder, "-r", wanted], check=True)
    return {parse_wheel_filename(file.name)[0]: _read_wheel(file) for file in folder.glob("*.whl")}


def _read_wheel(file: Path) -> _Wheel:
    with ZipFile(file) as wheel:
        return _look_into(wheel)


def _look_into(wheel: ZipFile) -> _Wheel:
    found = _Wheel()
    for name in wheel.namelist():
        path = Path(name)
        inside = re.sub(r"^[^/]+\.dist-info/(licenses/)?", "", name)
        if name.endswith(".dist-info/METADATA"):
            found.license = _stated_license(wheel.read(name))
        elif "/sboms/" in name and path.suffix == ".json":
            found.crates.update(_crates(json.loads(wheel.read(name))))
        elif _A_LICENSE.search(inside) and path.suffix not in _CODE and not name.endswith("/"):
            text = _as_text(wheel.read(name))
            if text not in found.texts.values():
                found.texts[inside] = text
    return found


def _as_text(content: bytes) -> str:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n") + "\n"


def _stated_license(metadata: bytes) -> str:
    said = message_from_bytes(metadata)
    return str(said.get("License-Expression") or said.get("License") or "").strip()


def _crates(bill: dict[str, list[dict[str, object]]]) -> Iterator[str]:
    """Yield a line for every Rust crate in a bill of materials that gets into the program."""
    for crate in bill.get("components", []):
        if not str(crate.get("purl", "")).startswith("pkg:cargo/"):
            continue
        if crate.get("scope") == "excluded":  # only builds it
            continue
        licenses = crate.get("licenses")
        stated = licenses[0].get("expression", "") if isinstance(licenses, list) else ""
        author = f", by {crate['author']}" if crate.get("author") else ""
        yield f"{crate['name']} {crate['version']}: {stated}{author}"


def _write_texts(folder: Path, wheels: dict[str, _Wheel]) -> None:
    names = {name for wheel in wheels.values() for name in wheel.texts}
    for name in sorted(names):
        texts = {system: wheel.texts.get(name, "") for system, wheel in wheels.items()}
        if len(set(texts.values())) == 1:
            _write_text(folder / name, texts.popitem()[1])
            continue
        for system, text in texts.items():
            if text:
                path = folder / name
                _write_text(path.with_name(f"{path.stem}-{system}{path.suffix}"), text)
    if crates := sorted({line for wheel in wheels.values() for line in wheel.crates}):
        head = (
            "Rust crates in this package. Of those that offer a choice, Apache-2.0 is taken; the\n"
            "texts lie in ../common, and the names of the authors belong into them.\n\n"
        )
        _write_text(folder / "rust-crates.txt", head + "\n".join(crates) + "\n")


def _write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _locked(file: str) -> list[Locked]:
    return read_lock(_content(file))


def _content(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


def _say(sentences: Iterable[str]) -> None:
    sys.stderr.writelines(sentence + "\n" for sentence in sentences)


def main() -> int:
    """Write everything anew, and say what is still missing."""
    freezer = next(one for one in _locked(DEVELOPMENT) if one.name == canonicalize_name(_FREEZER))
    write(_locked(HUB), freezer)
    found = disagreements(*map(_content, ("NOTICE", HUB, DEVELOPMENT)), root=ROOT)
    _say(found)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
