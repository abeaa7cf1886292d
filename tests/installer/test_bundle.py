"""The frozen programs, as they come out of installer/ecrm.spec, in a folder of an awkward name."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from openpyxl import load_workbook
from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]
from PySide6.QtGui import QImage

from ecrm_desktop.reports.catalogue import REPORTS
from tests.helpers.command_line import START, Outcome
from tests.helpers.reports import texts

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the bundle for Linux"),
]

ROOT = Path(__file__).parents[2]
_CUSTOMERS = """\
نام;نام خانوادگی;موبایل
مریم;احمدی;09123456781
Jane;Smith;+44 20 7946 0958
"""
_HOLIDAYS = """\
import holidays
from keyring.backends.fail import Keyring

class Telling(Keyring):
    priority = 1
    def __init__(self):
        found = holidays.country_holidays("IR", years=2026, language="fa_IR")
        print(*found.values(), flush=True)
"""
"""A keyring is the one door through which code of a test gets into the frozen program."""


@dataclass(frozen=True)
class Bundle:
    """The frozen programs and the environment of a user who has nothing else."""

    folder: Path
    home: Path

    @property
    def environment(self) -> Mapping[str, str]:
        return {
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "PATH": "/usr/bin:/bin",
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": str(self.home / "config"),
        }

    def run(self, *arguments: object, told: str = "", **environment: str) -> Outcome:
        done = subprocess.run(
            [self.folder / "ecrm", *map(str, arguments)],
            capture_output=True,
            check=False,
            cwd=self.home,
            env={**self.environment, **environment},
            input=told.encode(),
            timeout=300,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    def modules(self) -> set[str]:
        archive = CArchiveReader(str(self.folder / "ecrm"))
        return set(archive.open_embedded_archive("PYZ.pyz").toc)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    built = tmp_path_factory.mktemp("built")
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", built / "dist", "--workpath", built / "work"),
            ROOT / "installer" / "ecrm.spec",
        ],
        check=True,
        cwd=ROOT,
    )
    if os.getuid() == 0:  # PostgreSQL never runs as root, and whom it runs as has to find it
        for one in (built, built.parent, built.parent.parent):
            one.chmod(0o755)
    folder = built / "100% فروشگاه ما"
    (built / "dist" / "ecrm").rename(folder)
    home = tmp_path_factory.mktemp("home")
    _choose_keyring("keyring.backends.fail.Keyring", folder, home / "config")
    return Bundle(folder, home)


@pytest.fixture
def shop(bundle: Bundle, tmp_path: Path) -> Path:
    path = tmp_path / "shop.db"
    made = bundle.run("--database", path, "demo", "--customers", 60)
    assert (made.status, made.error) == (0, "")
    return path


def test_all_our_modules_are_in_it_and_those_that_others_find_by_name(bundle: Bundle) -> None:
    ours = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for file in (ROOT / "ecrm_desktop").rglob("*.py")
        if file.parent.name != "versions"
    }
    keyrings = {f"keyring.backends.{name}" for name in ("SecretService", "Windows", "chainer")}

    assert ours | keyrings | {"secretstorage", "logging.config"} <= bundle.modules()


def test_a_shop_is_made_and_checked(bundle: Bundle, shop: Path) -> None:
    assert bundle.run("--database", shop, "check").status == 0


def test_every_report_is_written(bundle: Bundle, shop: Path, tmp_path: Path) -> None:
    found = bundle.run("--database", shop, "search", "احم", "--json").json
    code = str(found[0]["code"])
    for name in REPORTS:
        one = ["--customer", code] if name == "customer" else []
        for file_format in ("pdf", "xlsx"):
            output = tmp_path / f"{name}.{file_format}"
            done = bundle.run(
                *("--database", shop, "report", name, "--format", file_format),
                *("--output", output, *one),
            )
            assert (done.status, done.error) == (0, "")
        assert any(re.search("[\u0600-\u06ff]", text) for text in texts(tmp_path / f"{name}.pdf"))
        assert load_workbook(tmp_path / f"{name}.xlsx").sheetnames


def test_a_file_is_imported(bundle: Bundle, shop: Path, tmp_path: Path) -> None:
    file = tmp_path / "مشتریان.csv"
    file.write_text(_CUSTOMERS, encoding="utf-8")
    assert bundle.run("--database", shop, "import", "customers", file, "--json").status == 0
    code = bundle.run("--database", shop, "search", "Jane Smith", "--json").json[0]["code"]
    shown = bundle.run("--database", shop, "customer", "show", code, "--json")
    assert shown.json["phones"][0]["number"] == "+442079460958"


def test_a_backup_is_made_and_put_back(bundle: Bundle, shop: Path) -> None:
    assert bundle.run("--database", shop, "backup").status == 0
    shop.unlink()
    restored = bundle.run("--database", shop, "restore", "latest", "--yes")
    assert (restored.status, restored.error) == (0, "")
    assert bundle.run("--database", shop, "check").status == 0


def test_a_shop_is_encrypted_and_its_key_kept_in_the_keyring(
    bundle: Bundle, shop: Path, tmp_path: Path
) -> None:
    helpers = ROOT / "tests" / "helpers"
    environment = _choose_keyring("file_keyring.FileKeyring", helpers, tmp_path / "config")
    environment["ECRM_TEST_KEYRING"] = str(tmp_path / "kept.json")
    with subprocess.Popen(
        [bundle.folder / "ecrm", "--database", shop, "encrypt", "on", "--phrase-file", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**bundle.environment, **environment},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        phrase = " ".join(process.stdout.readline().strip() for _ in range(3))
        process.stdin.write(phrase + "\n")
        process.stdin.close()
        process.stdout.read()
    assert process.returncode == 0
    assert not shop.read_bytes().startswith(b"SQLite format 3")
    status = bundle.run("--database", shop, "encrypt", "status", "--json", **environment)
    assert (status.json["encrypted"], status.json["key_in_keyring"]) == (True, True)
    assert bundle.run("--database", shop, "check", **environment).status == 0


def test_the_holidays_of_iran_are_known(bundle: Bundle, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "telling.py").write_text(_HOLIDAYS, encoding="utf-8")
    environment = _choose_keyring("telling.Telling", tmp_path, tmp_path / "config")
    asked = bundle.run("--database", shop, "encrypt", "status", **environment)
    assert "نوروز" in asked.out


def test_the_tour_shows_what_it_shows_without_freezing(bundle: Bundle, tmp_path: Path) -> None:
    frozen, plain = tmp_path / "frozen", tmp_path / "plain"
    # At the same time, because what the sample shop has follows the clock.
    with subprocess.Popen([*START, "tour", "--output", str(plain)], cwd=ROOT) as unfrozen:
        toured = bundle.run("tour", "--output", frozen)
    assert (toured.status, toured.error, unfrozen.returncode) == (0, "", 0)
    names = {file.name for file in plain.iterdir()}
    assert {file.name for file in frozen.iterdir()} == names
    for name in names:
        assert (frozen / name).stat().st_size > 1000, name
        if name.endswith(".png"):
            # The page with the chart shows no times of day, which may differ by a minute.
            limit = 0.001 if name == "page-dashboard.png" else 0.01
            assert _differing(frozen / name, plain / name) < limit, name


def test_this_computer_can_serve_the_others(bundle: Bundle, tmp_path: Path) -> None:
    storage = f"embedded:{tmp_path / 'hub'}"
    made = bundle.run("hub", "init", "--storage", storage)
    assert (made.status, made.error) == (0, "")
    with subprocess.Popen(
        [
            bundle.folder / "ecrm",
            *("hub", "serve", "--storage", storage, "--insecure", "--port", "0"),
        ],
        stdout=subprocess.PIPE,
        text=True,
        env=bundle.environment,
    ) as process:
        try:
            assert process.stdout is not None
            line = re.search(r"http://[\d.:]+", process.stdout.readline())
            assert line is not None
            health = requests.get(f"{line[0]}/health", timeout=60)
            assert health.json() == {"status": "ok", "database": True}
        finally:
            process.terminate()
    assert process.returncode == 0


def test_the_window_opens_and_draws_its_chart(bundle: Bundle, shop: Path) -> None:
    command = [str(bundle.folder / "ecrm-desktop"), "--database", str(shop)]
    with subprocess.Popen(command, env=bundle.environment, cwd=bundle.home) as process:
        try:
            _wait_for(lambda: str(shop) in _open_files(process.pid))
            # numpy is loaded when the first chart is drawn.
            _wait_for(lambda: "_multiarray_umath" in _open_files(process.pid))
            # A second start brings the first window to the front.
            again = subprocess.run(command, env=bundle.environment, check=False, timeout=60)
            assert again.returncode == 0
            assert process.poll() is None
        finally:
            process.terminate()
    assert not [file for file in bundle.home.rglob("ecrm.log") if "ERROR" in file.read_text()]


def test_every_licence_that_the_notice_names_is_in_it(bundle: Bundle) -> None:
    notice = (bundle.folder / "NOTICE").read_text(encoding="utf-8")
    named = {text for line in re.findall(r"Text: (.+)\.", notice) for text in line.split(", ")}
    assert len(named) > 40
    for text in named:
        path = bundle.folder / text
        assert path.stat().st_size if path.is_file() else any(path.iterdir()), text


def _choose_keyring(name: str, folder: Path, settings: Path) -> dict[str, str]:
    """Let the frozen program find a keyring in `folder`, the way users add theirs."""
    file = settings / "python_keyring" / "keyringrc.cfg"
    file.parent.mkdir(parents=True)
    file.write_text(f"[backend]\ndefault-keyring={name}\nkeyring-path={folder}\n", encoding="utf-8")
    return {"XDG_CONFIG_HOME": str(settings)}


def _differing(one: Path, other: Path) -> float:
    """Return the share of pixels in which two pictures differ."""
    pictures = [
        QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32) for path in (one, other)
    ]
    assert pictures[0].size() == pictures[1].size()
    pixels = [memoryview(picture.constBits()).cast("I") for picture in pictures]
    differing = sum(a != b for a, b in zip(*pixels, strict=True))
    return float(differing / len(pixels[0]))


def _wait_for(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.1)


def _open_files(process: int) -> str:
    """Return the names of all that a process has open or mapped into its memory."""
    folder = Path("/proc", str(process))
    opened = []
    for one in (folder / "fd").iterdir():
        with suppress(FileNotFoundError):  # closed since
            opened.append(str(one.readlink()))
    return "\n".join([*opened, (folder / "maps").read_text(encoding="utf-8")])
