import json
import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from installer.lock import read_lock
from installer.notices import disagreements
from installer.qt_notices import third_party

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Shipped:
    notice: str
    runtime: str
    development: str
    root: Path = ROOT

    def disagreements(self) -> list[str]:
        return disagreements(self.notice, self.runtime, self.development, root=self.root)


@pytest.fixture
def shipped() -> Shipped:
    names = ("NOTICE", "requirements-hub.txt", "requirements-dev.txt")
    notice, runtime, development = ((ROOT / name).read_text(encoding="utf-8") for name in names)
    return Shipped(notice, runtime, development)


def test_all_that_ships_is_named_with_its_version_and_licence(shipped: Shipped) -> None:
    assert shipped.disagreements() == []


def test_the_notice_speaks_of_what_ships_on_each_system(shipped: Shipped) -> None:
    assert re.search(r"(?m)^pywin32-ctypes \S+ \(on Windows\): BSD-3-Clause\. ", shipped.notice)
    assert re.search(r"(?m)^jeepney \S+ \(on Linux\): ", shipped.notice)
    assert "python-bidi" not in shipped.notice


def test_a_package_without_an_entry_is_found(shipped: Shipped) -> None:
    notice = re.sub(r"(?m)^idna .*\n", "", shipped.notice)

    assert replace(shipped, notice=notice).disagreements() == [
        "NOTICE lacks idna",
        "Nothing in NOTICE is under licenses/idna",
    ]


def test_a_work_inside_of_others_without_an_entry_is_found(shipped: Shipped) -> None:
    notice = re.sub(r"(?m)^SQLCipher: .*\n", "", shipped.notice)

    assert "NOTICE lacks SQLCipher" in replace(shipped, notice=notice).disagreements()


def test_an_entry_of_what_does_not_ship_is_found(shipped: Shipped) -> None:
    notice = shipped.notice + "pytest 9.2.0: MIT. Text: licenses/common/MIT.txt.\n"

    assert replace(shipped, notice=notice).disagreements() == ["pytest is in NOTICE only"]


@pytest.mark.parametrize("name", ["idna", "Qt", "PyInstaller"])
def test_an_entry_of_another_version_is_found(shipped: Shipped, name: str) -> None:
    notice = re.sub(rf"(?m)^{name} \S+: ", f"{name} 1.0: ", shipped.notice)

    (sentence,) = replace(shipped, notice=notice).disagreements()

    assert sentence.startswith(f"NOTICE has {name} 1.0, the lock ")


def test_a_missing_text_is_found(shipped: Shipped, tmp_path: Path) -> None:
    for folder in ("licenses", "resources", "installer"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for file in (tmp_path / "licenses/idna").iterdir():
        file.write_text("", encoding="utf-8")
    shutil.rmtree(tmp_path / "licenses/six")
    (tmp_path / "resources/icons/LICENSE").unlink()

    assert replace(shipped, root=tmp_path).disagreements() == [
        "There is no text in licenses/idna",
        "There is no text in licenses/six",
        "There is no text in resources/icons/LICENSE",
    ]


@pytest.mark.parametrize(
    ("file", "ending"),
    [
        ("Qt/LGPL-3.0-only.txt", "permanent authorization for you to choose that version"),
        ("Qt/GPL-3.0-only.txt", "END OF TERMS AND CONDITIONS"),
        ("pyinstaller/COPYING.txt", "Bootloader Exception"),
        ("common/MPL-2.0.txt", "Incompatible With Secondary Licenses"),
    ],
)
def test_the_long_licences_are_there_in_full(file: str, ending: str) -> None:
    text = (ROOT / "licenses" / file).read_text(encoding="utf-8")

    assert ending in " ".join(text.split())


def test_the_licences_inside_of_qt_are_of_the_version_that_is_locked(shipped: Shipped) -> None:
    locked = {one.name: one.version for one in read_lock(shipped.runtime)}
    first = (ROOT / "licenses/Qt/third-party.txt").read_text(encoding="utf-8").split(",", 1)[0]

    assert first.rsplit(" ", 1)[1].split(".")[:2] == locked["pyside6-essentials"].split(".")[:2]


def test_code_of_others_in_qt_is_told_as_its_sources_tell_it(tmp_path: Path) -> None:
    (tmp_path / "LICENSES").mkdir()
    (tmp_path / "LICENSES/CC0-1.0.txt").write_text("No rights.", encoding="utf-8")
    (tmp_path / "LICENSE").write_text("Do as you like.", encoding="utf-8")
    entry = {"QDocModule": "qtcore", "QtUsage": "", "License": "MIT License"}
    entries = [
        {**entry, "Name": "One", "Version": "1.2", "LicenseFile": "LICENSE", "Copyright": ["A"]},
        {**entry, "Name": "Two", "LicenseFile": "LICENSE", "Copyright": "B\nand C"},
        {**entry, "Name": "Three", "LicenseId": "CC0-1.0"},
        {**entry, "Name": "Builder", "QtParts": ["tools"]},
        {**entry, "Name": "Another system's", "QtUsage": "Used on macOS."},
        {**entry, "Name": "Another module's", "QDocModule": "qttestlib"},
    ]
    (tmp_path / "qt_attribution.json").write_text(json.dumps(entries), encoding="utf-8")

    text = third_party("6.11.2", tmp_path)

    assert [line for line in text.splitlines() if line and not line.startswith("=")][2:] == [
        "One 1.2: MIT License",
        "A",
        "Do as you like.",
        "Two: MIT License",
        "B",
        "and C",
        "The same text as of One above.",
        "Three: MIT License",
        "Public domain",
        "No rights.",
    ]
