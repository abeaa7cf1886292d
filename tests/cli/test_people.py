"""As soon as somebody has a password, commands ask who it is, and the role decides."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.models.changes import Change, ChangeGroup
from ecrm_desktop.queries.passwords import check_password
from ecrm_desktop.queries.shop import users
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.services.users import add_user
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.recovery_code import new_recovery_code
from ecrm_desktop.values.statuses import Role
from ecrm_desktop.values.uptime import uptime
from tests.helpers.command_line import START, Outcome, Run
from tests.helpers.factories import give_password, make_customer

PIN, OTHER_PIN = "7294", "8361"
As = Callable[..., Outcome]


@pytest.fixture
def shop(empty_database_file: Path, tmp_path: Path) -> Path:
    """A shop of the owner «مریم», the manager «زهرا» and «رضا», without any password."""
    path = tmp_path / "shop.db"
    path.write_bytes(empty_database_file.read_bytes())
    database = Database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")
        add_user(session, UserDraft(name="زهرا", role=Role.MANAGER))
        add_user(session, UserDraft(name="رضا"))
        make_customer(session, "سمیرا کریمی", code="1", phone="+989123456789")
    database.close()
    return path


@pytest.fixture
def guarded(shop: Path) -> Path:
    """The same with a PIN for the owner and for «رضا»."""
    database = Database(shop)
    with database.transaction() as session:
        for user in users(session):
            if user.name != "زهرا":
                give_password(session, user.id, PIN if user.name == "مریم" else OTHER_PIN)
    database.close()
    return shop


@pytest.fixture
def run_as(run: Run, guarded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> As:
    """Run a command as somebody, with what is in the file of the password."""

    def run_as(name: str, password: str, *arguments: object) -> Outcome:
        file = tmp_path / "password.txt"
        file.write_text(f"{password}\n", encoding="utf-8")
        monkeypatch.setenv("ECRM_PASSWORD_FILE", str(file))
        return run("--database", guarded, "--user", name, *arguments)

    return run_as


def rows(path: Path) -> dict[str, bool]:
    database = Database(path)
    with database.reading() as session:
        found = {one.name: one.has_password for one in users(session)}
    database.close()
    return found


def opens(path: Path, name: str, password: str) -> bool:
    database = Database(path)
    with database.reading() as session:
        user = next(one for one in users(session) if one.name == name)
        answer = check_password(session, user.id, password, now=uptime())
    database.close()
    return answer.right


def last_writer(path: Path) -> UUID | None:
    database = Database(path)
    with database.reading() as session:
        found = session.scalar(select(ChangeGroup.user_id).order_by(ChangeGroup.number.desc()))
    database.close()
    return found


def test_without_any_password_nothing_is_asked(run: Run, shop: Path) -> None:
    assert run("--database", shop, "search", "سمیرا").status == 0
    assert run("--database", shop, "check").status == 0


def test_a_named_user_has_their_role_even_without_passwords(run: Run, shop: Path) -> None:
    assert run("--database", shop, "--user", "رضا", "search", "سمیرا").status == 0
    outcome = run("--database", shop, "check", "--user", "رضا")
    assert outcome.status == 2
    assert "اجازه" in outcome.error
    assert run("--database", shop, "check", "--user", "مریم").status == 0


def test_nobody_works_unnamed_once_there_is_a_password(run: Run, guarded: Path) -> None:
    for words in (["search", "سمیرا"], ["customer", "show", "1"], ["check"], ["user", "list"]):
        outcome = run("--database", guarded, *words)
        assert (outcome.status, outcome.out) == (2, "")
        assert "--user" in outcome.error
    assert run("--database", guarded, "--user", "پروانه", "search", "x").status == 2


def test_the_right_password_lets_in(run_as: As, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "سمیرا" in run_as("مریم", "۷۲۹۴", "search", "سمیرا").out
    outcome = run_as("مریم", "7295", "search", "سمیرا")
    assert (outcome.status, outcome.out) == (2, "")
    assert "رمز درست نیست" in outcome.error
    # Who has none needs none, but has to be named.
    monkeypatch.delenv("ECRM_PASSWORD_FILE")
    assert run_as("زهرا", "", "search", "سمیرا").status == 0


def test_the_name_may_come_from_the_environment_and_after_the_command(
    run: Run, run_as: As, guarded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_as("مریم", PIN, "search", "x")
    assert run("--database", guarded, "search", "x", "--user", "مریم").status == 0
    monkeypatch.setenv("ECRM_USER", "مريم")  # with an Arabic ye
    assert run("--database", guarded, "search", "x").status == 0


def test_an_import_that_writes_for_minutes_locks_nobody_out(
    run_as: As, guarded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ecrm_desktop.storage.database_file.WAIT_MS", 50)
    elsewhere = Database(guarded)
    with elsewhere.transaction():
        assert "سمیرا" in run_as("مریم", PIN, "search", "سمیرا").out
        assert "رمز درست نیست" in run_as("مریم", "7295", "search", "سمیرا").error
    elsewhere.close()


def test_wrong_ones_make_wait_until_somebody_gives_up(run_as: As) -> None:
    for wrong in ("7291", "7292", "7293"):
        assert run_as("مریم", wrong, "search", "x").status == 2
    outcome = run_as("مریم", PIN, "search", "x")
    assert outcome.status == 2
    assert "ثانیه" in outcome.error
    assert run_as("رضا", OTHER_PIN, "search", "x").status == 0


def test_without_a_terminal_and_a_file_it_says_what_to_do(
    run: Run, guarded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ECRM_PASSWORD_FILE", raising=False)
    outcome = run("--database", guarded, "--user", "مریم", "search", "x")
    assert outcome.status == 2
    assert "ECRM_PASSWORD_FILE" in outcome.error
    monkeypatch.setenv("ECRM_PASSWORD_FILE", str(guarded.parent / "none.txt"))
    assert "none.txt" in run("--database", guarded, "--user", "مریم", "search", "x").error


@pytest.mark.parametrize(
    "words",
    [
        ["report", "sales", "--format", "pdf", "--output", "out"],
        ["report", "customers", "--format", "xlsx", "--output", "out"],
        ["customer", "vcard", "1", "--output", "out"],
        ["package", "write", "out"],
        ["import", "customers", "in.csv"],
        ["check"],
        ["user", "add", "پروانه"],
        ["user", "set-password", "مریم", "--password-file", "new.txt"],
        ["user", "remove-password", "مریم"],
        ["sync", "conflicts"],
        ["sync", "conflicts", "take", "0"],
        ["sync", "conflicts", "keep", "0"],
    ],
)
def test_staff_are_refused_and_nothing_is_done(
    run_as: As, guarded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("new.txt").write_text("5713\n")
    Path("in.csv").write_text("نام,تلفن\nپروانه,09123456780\n", encoding="utf-8")
    outcome = run_as("رضا", OTHER_PIN, *words)
    assert (outcome.status, outcome.out) == (2, "")
    assert "اجازه" in outcome.error
    assert not Path("out").exists()
    assert set(rows(guarded)) == {"مریم", "زهرا", "رضا"}
    assert opens(guarded, "مریم", PIN)


def test_staff_look_people_up(run_as: As) -> None:
    assert "سمیرا" in run_as("رضا", OTHER_PIN, "search", "سمیرا").out
    assert "سمیرا" in run_as("رضا", OTHER_PIN, "customer", "show", "1").out
    assert run_as("رضا", OTHER_PIN, "user", "list").status == 0


def test_the_owner_adds_people_and_gives_passwords(
    run_as: As, guarded: Path, tmp_path: Path
) -> None:
    added = run_as("مریم", PIN, "user", "add", "پروانه", "--role", "manager", "--json").json
    assert (added["name"], added["role"], added["has_password"]) == ("پروانه", "manager", False)
    new = tmp_path / "new.txt"
    new.write_text("۵۷۱۳\n", encoding="utf-8")
    given = run_as("مریم", PIN, "user", "set-password", "پروانه", "--password-file", new, "--json")
    assert given.json["has_password"] is True
    assert opens(guarded, "پروانه", "5713")
    listed = run_as("مریم", PIN, "user", "list", "--json").json
    assert {one["name"] for one in listed} == {"مریم", "زهرا", "رضا", "پروانه"}
    assert set(listed[0]) == {"id", "name", "role", "active", "has_password"}
    assert str(last_writer(guarded)) == next(one["id"] for one in listed if one["name"] == "مریم")
    assert run_as("مریم", PIN, "user", "remove-password", "پروانه").status == 0
    assert rows(guarded)["پروانه"] is False


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "زهره"),
        ("set-password", "رضا", "--password-file"),
        ("remove-password", "رضا"),
        ("reset-password", "مریم", "--without-code"),
    ],
)
def test_a_disk_that_fails_after_the_save_does_not_deny_it(
    run_as: As, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    word = tmp_path / "word"
    word.write_text("کلید ۱۲۳ دکان", encoding="utf-8")
    read, write = Database.reading, Database.transaction
    saved: list[int] = []

    @contextmanager
    def transaction(database: Database, action: str = "") -> Iterator[Session]:
        with write(database, action) as session:
            before = session.scalars(select(func.count()).select_from(Change)).one()
            yield session
            after = session.scalars(select(func.count()).select_from(Change)).one()
        saved.extend(range(before, after))

    def reading(database: Database) -> AbstractContextManager[Session]:
        if saved:
            raise DatabaseError(Problem.DISK_FULL)
        return read(database)

    monkeypatch.setattr(Database, "transaction", transaction)
    monkeypatch.setattr(Database, "reading", reading)
    if arguments[-1] == "--password-file":
        arguments += (str(word),)
    assert run_as("مریم", PIN, "user", *arguments).status == 0
    assert saved


def test_everybody_changes_their_own(run_as: As, guarded: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text("1234\n")
    words = ["user", "set-password", "رضا", "--password-file", new]
    assert run_as("رضا", OTHER_PIN, *words).status == 2
    assert opens(guarded, "رضا", OTHER_PIN)
    new.write_text("5713\n")
    assert run_as("رضا", OTHER_PIN, *words).status == 0
    assert opens(guarded, "رضا", "5713")
    assert run_as("رضا", "5713", "user", "remove-password", "رضا").status == 0
    assert rows(guarded)["رضا"] is False


def test_an_owner_who_forgot_gets_in_with_the_code_and_the_trail_keeps_it(
    run: Run, run_as: As, guarded: Path, tmp_path: Path
) -> None:
    file = tmp_path / "code.txt"
    new = tmp_path / "new.txt"
    new.write_text("5713\n")
    assert run_as("مریم", PIN, "user", "remove-password", "مریم").status == 0
    given = run("--database", guarded, "--user", "مریم", "user", "set-password", "مریم",
                "--password-file", new, "--json").json  # fmt: skip
    reset = ("--database", guarded, "user", "reset-password")
    for name, code in (("رضا", given["recovery_code"]), ("مریم", new_recovery_code())):
        file.write_text(code)
        assert run(*reset, name, "--code-file", file).status == 2
    assert all(rows(guarded)[name] for name in ("مریم", "رضا"))
    file.write_text(given["recovery_code"])
    assert run(*reset, "مریم", "--code-file", file, "--json").json["has_password"] is False
    assert last_action(guarded) == "password_reset"


def test_without_the_code_it_takes_days_and_is_stopped_by_a_password(
    run: Run, run_as: As, guarded: Path
) -> None:
    outcome = run("--database", guarded, "user", "reset-password", "مریم", "--without-code")
    assert (outcome.status, rows(guarded)["مریم"]) == (0, True)
    assert last_action(guarded) == "password_reset"
    assert run("--database", guarded, "user", "stop-reset", "مریم").status == 2
    assert asked(guarded) == ["مریم"]
    assert run_as("رضا", OTHER_PIN, "user", "stop-reset", "مریم").status == 0
    assert asked(guarded) == []


def asked(path: Path) -> list[str]:
    database = Database(path)
    with database.reading() as session:
        found = [one.name for one in users(session) if one.reset_asked_on is not None]
    database.close()
    return found


def last_action(path: Path) -> str:
    """Return the action of the last group of changes, which must hold one."""
    database = Database(path)
    with database.reading() as session:
        group = session.scalars(select(ChangeGroup).order_by(ChangeGroup.number.desc())).first()
        assert group is not None
        assert session.scalar(select(func.count()).where(Change.group_number == group.number))
    database.close()
    return group.action


def test_no_answer_and_no_change_holds_a_hash(run_as: As, guarded: Path) -> None:
    for words in (["user", "list", "--json"], ["customer", "show", "1", "--json"]):
        outcome = run_as("مریم", PIN, *words)
        assert "argon2" not in outcome.out + outcome.error


def test_on_a_terminal_it_asks_without_showing(
    run: Run, guarded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ECRM_PASSWORD_FILE", raising=False)
    asked: list[str] = []
    answers = iter([PIN, "5713", "5714", PIN, "5713", "5713"])

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("getpass.getpass", answer)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    change = ("--database", guarded, "--user", "مریم", "user", "set-password", "زهرا")
    outcome = run(*change)
    assert outcome.status == 2
    assert "یکی نیست" in outcome.error
    assert rows(guarded)["زهرا"] is False
    assert run(*change).status == 0
    assert opens(guarded, "زهرا", "5713")
    assert "مریم" in asked[0]


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind")
def test_a_real_terminal_is_asked_on(guarded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pty  # noqa: PLC0415 - only where there is one

    monkeypatch.delenv("ECRM_PASSWORD_FILE", raising=False)
    child, terminal = pty.fork()
    if child == 0:
        words = ["--database", str(guarded), "--user", "مریم", "search", "سمیرا"]
        os.execv(START[0], [*START, *words])  # noqa: S606 - pty.fork has forked already
    seen = b""
    typed = False
    while True:
        try:
            part = os.read(terminal, 1024)
        except OSError:  # the child has gone
            break
        if not part:
            break
        seen += part
        if not typed and b":" in seen:
            os.write(terminal, f"{PIN}\n".encode())
            typed = True
    _pid, status = os.waitpid(child, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0
    assert PIN.encode() not in seen
    assert "کریمی".encode() in seen


def test_a_wrong_password_stands_in_the_audit_trail(run_as: As) -> None:
    run_as("رضا", "7295", "search", "سمیرا")
    entries = run_as("مریم", PIN, "audit", "--json").json
    failed = [one for one in entries if one["kind"] == "password_failed"]
    assert [(one["user"], one["record"]["name"]) for one in failed] == [("", "رضا")]


def test_a_wrong_recovery_code_stands_there_too(run_as: As, run: Run, tmp_path: Path) -> None:
    guarded = tmp_path / "shop.db"
    code = run_as("مریم", PIN, "user", "set-password", "مریم", "--json")
    assert code.status == 2  # of no terminal to ask on
    file = tmp_path / "code.txt"
    file.write_text(new_recovery_code(), encoding="utf-8")
    password = tmp_path / "new.txt"
    password.write_text(PIN, encoding="utf-8")
    made = run_as("مریم", PIN, "user", "set-password", "مریم", "--password-file", password)
    assert made.status == 0
    words = ("user", "reset-password", "مریم", "--code-file", file)
    assert run("--database", guarded, *words).status == 2
    entries = run_as("مریم", PIN, "audit", "--json").json
    failed = [one for one in entries if one["kind"] == "password_failed"]
    assert [(one["user"], one["record"]["name"]) for one in failed] == [("", "مریم")]


def test_two_people_are_not_called_the_same(shop: Path, run: Run) -> None:
    refused = run("--database", shop, "user", "add", "  رِضا")
    assert refused.status == 2
    assert "رضا" in refused.error
    assert sorted(rows(shop)) == sorted(["مریم", "زهرا", "رضا"])


def test_where_there_is_no_terminal_the_option_is_named_that_helps(
    shop: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ECRM_PASSWORD_FILE", raising=False)
    for words, option in (
        (("set-password", "مریم"), "--password-file"),
        (("reset-password", "مریم"), "--code-file"),
    ):
        told = run("--database", shop, "user", *words).error
        assert option in told
        assert "ECRM_PASSWORD_FILE" not in told
