"""Whatever goes wrong: status 2, one sentence on standard error, never a traceback."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import click
import pytest
import sqlcipher3.dbapi2 as driver

from ecrm_desktop import cli
from ecrm_desktop.cli import program
from ecrm_desktop.cli.output import complain, say
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from tests.helpers.command_line import ROOT, START, Outcome, Run, run_process
from tests.helpers.factories import make_customer


@pytest.fixture
def shop(empty_database_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "shop.db"
    path.write_bytes(empty_database_file.read_bytes())
    database = Database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")
        make_customer(session, "ژیلا گلپایگانی", code="1", phone="+989123456789")
    database.close()
    return path


def assert_one_sentence(outcome: Outcome) -> None:
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.error.endswith("\n")
    assert outcome.error.count("\n") == 1
    assert len(outcome.error) > 10
    assert "Traceback" not in outcome.error


@pytest.mark.parametrize(
    "arguments",
    [
        ["serach", "x"],
        ["search"],
        ["search", "x", "y"],
        ["search", "x", "--limit", "many"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--limit"],
        ["search", "x", "--jsn"],
        ["search", "x", "--json=1"],
        ["--databse", "x", "check"],
        ["customer"],
        ["customer", "shw", "1"],
        ["demo"],
        ["demo", "--customers", "-5"],
        ["demo", "--customers", "5", "--seed", "x"],
        ["report"],
        ["report", "customers"],
        ["report", "customers", "--format", "doc", "--output", "x"],
        ["import", "purchases"],
        ["import", "purchases", "x", "--unit", "dinar"],
        ["check", "\ud800"],
        ["search", "\ud800"],
        ["customer", "show", "\udcff"],
    ],
)
def test_a_command_called_wrongly(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    assert_one_sentence(run("--database", tmp_path / "none.db", *arguments))
    assert list(tmp_path.glob("none.db*")) == []


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["serach"], "serach"),
        (["search"], "TEXT"),
        (["search", "x", "--jsn"], "--jsn"),
        (["search", "x", "--limit", "many"], "--limit"),
        (["search", "x", "--limit"], "--limit"),
        (["demo"], "--customers"),
    ],
)
def test_the_sentence_names_the_culprit(run: Run, arguments: list[str], named: str) -> None:
    assert named in run(*arguments).error


def test_a_code_that_is_no_text_is_no_bug(run: Run, shop: Path, tmp_path: Path) -> None:
    outcome = run("--database", shop, "customer", "show", "\udcff")
    assert_one_sentence(outcome)
    assert list(tmp_path.rglob("ecrm.log")) == []


def test_help_is_no_failure(run: Run) -> None:
    for arguments in ([], ["--help"], ["customer", "show", "--help"], ["import", "--help"]):
        outcome = run(*arguments)
        assert (outcome.status, outcome.error) == (0, "")
        assert "Usage: ecrm" in outcome.out


def test_a_missing_database(run: Run, tmp_path: Path) -> None:
    outcome = run("--database", tmp_path / "none.db", "check")
    assert_one_sentence(outcome)
    assert str(tmp_path / "none.db") in outcome.error


def test_a_bug_is_logged_without_data_and_told_in_one_sentence(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken() -> click.Command:
        def fail() -> None:
            raise ValueError("secret name")

        return click.Command("broken", callback=fail)

    monkeypatch.setattr(program, "user_data", lambda: tmp_path)
    capfd.readouterr()
    status = cli.main([broken], arguments=["broken"])
    assert_one_sentence(Outcome(status, *capfd.readouterr()))
    log = (tmp_path / "logs" / "ecrm.log").read_text("utf-8")
    assert "ValueError" in log
    assert "secret" not in log


@pytest.mark.parametrize("arguments", [["search", "مریم", "--limit", "1999"], ["--help"]])
def test_a_reader_that_has_enough_is_no_failure(shop: Path, arguments: list[str]) -> None:
    database = Database(shop)
    with database.transaction() as session:
        session.add_all(Customer(code=str(at), first_name="مریم") for at in range(2, 2000))
    database.close()
    running = start(shop, *arguments)
    assert running.stdout is not None
    running.stdout.close()
    running.stdout = None
    _, error = running.communicate(timeout=60)
    assert (running.returncode, error) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [["check", "--json"], ["--help"]])
def test_an_answer_that_cannot_be_written(shop: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*START, "--database", str(shop), *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=ROOT,
        )
    assert_one_sentence(Outcome(done.returncode, "", done.stderr.decode()))


@pytest.mark.skipif(sys.platform == "win32", reason="file descriptors of POSIX")
def test_closed_streams_do_no_harm(shop: Path) -> None:
    command = " ".join(f"'{word}'" for word in [*START, "--database", str(shop), "check"])
    done = subprocess.run(
        ["sh", "-c", f"{command} >&- 2>&-"], check=False, cwd=ROOT, capture_output=True
    )
    assert done.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_stops_with_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    with subprocess.Popen(
        [*START, "--database", str(path), "demo", "--customers", "200000"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as running:
        while not path.exists() or not is_locked(path):
            assert running.poll() is None
        out, error = interrupt(running)
    assert_one_sentence(Outcome(running.returncode, out.decode(), error.decode()))
    assert "متوقف" in error.decode()
    database = Database(path)
    with database.transaction() as session:
        fill_demo(session, customers=3)  # as empty as it was
    database.close()


def interrupt(running: "subprocess.Popen[bytes]") -> tuple[bytes, bytes]:
    """Press Ctrl+C, and again if Python lost it, as it does in the middle of a clean-up."""
    for _press in range(5):
        running.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return running.communicate(timeout=10)
    raise AssertionError


def is_locked(path: Path) -> bool:
    probe = driver.connect(str(path), isolation_level=None, timeout=0)
    try:
        probe.execute("BEGIN IMMEDIATE")
    except driver.OperationalError:
        return True
    finally:
        probe.close()
    return False


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "cp1256"},
        {"PYTHONIOENCODING": "utf-16"},
    ],
)
def test_no_encoding_stops_it_and_json_is_always_utf_8(
    shop: Path, environment: dict[str, str]
) -> None:
    shown = start(shop, "customer", "show", "1", **environment)
    found = start(shop, "search", "1", "--json", **environment)
    failed = start(shop, "search", **environment)
    out, error = shown.communicate()
    assert (shown.returncode, error) == (0, b"")
    assert out
    out, error = found.communicate()
    assert (found.returncode, error) == (0, b"")
    assert json.loads(out.decode())[0]["name"] == "ژیلا گلپایگانی"
    out, error = failed.communicate()
    assert (failed.returncode, out) == (2, b"")
    assert b"Traceback" not in error


def start(shop: Path, *arguments: str, **environment: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [*START, "--database", str(shop), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | environment,
    )


def test_a_terminal_without_persian_is_spoken_to_in_english(shop: Path) -> None:
    outcome = run_process("--database", shop, "check", PYTHONIOENCODING="ascii")
    assert "The database is sound." in outcome.out
    outcome = run_process("--database", shop, "check", PYTHONIOENCODING="utf-8")
    assert "The database is sound." not in outcome.out


def test_only_one_line_is_ever_said(capfd: pytest.CaptureFixture[str]) -> None:
    complain("first\nsecond \u2066third\u2069")
    say("\u2068a\u2069")
    assert capfd.readouterr() == ("a\n", "first second third\n")
