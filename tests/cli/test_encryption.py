import io
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ecrm_desktop.backup.files import local_folder
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.database_file import file_key_id
from ecrm_desktop.values.digits import to_latin_digits, to_persian_digits
from ecrm_desktop.values.recovery_phrase import parse_phrase
from tests.helpers.command_line import ROOT, START, Run, run_process
from tests.helpers.factories import make_customer
from tests.helpers.plain_bytes import CITY, NAME, NOTE, PHONE, places_with_plain_text
from tests.helpers.reports import texts


@pytest.fixture
def shop(database: Database, keyring_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
        make_customer(session, NAME, phone=PHONE, city=CITY, notes=NOTE)
    database.close()
    monkeypatch.setenv("ECRM_DATABASE", str(database.path))
    return database.path


def turn_on(shop: Path, *arguments: str) -> str:
    """Turn encryption on as a script does: read the phrase, and write it back."""
    with subprocess.Popen(
        [*START, "encrypt", "on", "--phrase-file", "-", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        phrase = " ".join(process.stdout.readline().strip() for _ in range(3))
        process.stdin.write(to_persian_digits(phrase) + "\n")
        process.stdin.close()
        assert "رمزگذاری شد" in process.stdout.read()
    assert process.returncode == 0
    return phrase


def test_on_off_and_what_there_is(shop: Path, run: Run) -> None:
    assert run("encrypt", "status", "--json").json == {
        "encrypted": False,
        "key": None,
        "keyring": True,
        "key_in_keyring": False,
        "plain_backups": [],
    }
    phrase = turn_on(shop)
    secret = parse_phrase(phrase)
    assert file_key_id(shop) == keyring_secrets.key_id(secret)
    assert run("encrypt", "status", "--json").json == {
        "encrypted": True,
        "key": keyring_secrets.key_id(secret).hex(),
        "keyring": True,
        "key_in_keyring": True,
        "plain_backups": [],
    }
    assert keyring_secrets.key_id(secret).hex() in run("encrypt", "status").out
    assert NAME in run("search", "شهرزاد").out
    assert run("encrypt", "phrase").out.split() == phrase.split()
    assert run("check").status == 0
    off = run("encrypt", "off")
    assert (off.status, off.error) == (0, "")
    assert file_key_id(shop) is None
    assert NAME in run("search", "شهرزاد").out


def test_the_file_stays_plain_until_the_phrase_was_typed_back(
    shop: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "phrase.pdf"
    for typed in ("", "123456", "000011 " * 9, "۰" * 54):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        outcome = run("encrypt", "on", "--phrase-file", sheet)
        assert outcome.status == 2
        assert len(outcome.error.splitlines()) == 1
        assert file_key_id(shop) is None
        assert not sheet.exists()  # its phrase opens nothing
    sheet.write_bytes(b"of an earlier phrase")
    assert run("encrypt", "on", "--phrase-file", sheet).status == 2
    assert sheet.read_bytes() == b"of an earlier phrase"
    assert list(tmp_path.glob(".*.part")) == []


def test_backups_that_were_not_reached_are_told_and_encrypted(shop: Path, run: Run) -> None:
    assert run("backup").status == 0
    [plain] = local_folder(shop).iterdir()
    content = plain.read_bytes()
    turn_on(shop)
    plain.write_bytes(content)  # as a kill leaves it
    assert run("encrypt", "status", "--json").json["plain_backups"] == [str(plain)]
    assert "encrypt on" in run("encrypt", "status").out
    assert run("encrypt", "on", "--phrase-file", "-").status == 0
    assert file_key_id(plain) == file_key_id(shop)
    assert run("encrypt", "status", "--json").json["plain_backups"] == []
    assert run("encrypt", "on", "--phrase-file", "-").status == 2


def test_the_sheet_gives_the_phrase(
    shop: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    phrase = turn_on(shop)
    sheet = tmp_path / "phrase.pdf"
    assert run("encrypt", "phrase", "--phrase-file", sheet).status == 0
    page = to_latin_digits(" ".join(texts(sheet)))
    assert sorted(re.findall(r"\b\d{6}\b", page)) == sorted(phrase.split())
    assert keyring_secrets.key_id(parse_phrase(phrase)).hex() in page


def test_a_lost_key_is_told_and_the_phrase_in_a_file_opens(
    shop: Path, run: Run, keyring_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    phrase = turn_on(shop)
    kept = shop.read_bytes()
    keyring_file.unlink()
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    lost = run("search", "شهرزاد")
    assert lost.status == 2
    assert "عبارت بازیابی" in lost.error
    assert "ECRM_PHRASE_FILE" in lost.error
    assert run("init").status == 2  # and never is an empty one made in its place
    assert shop.read_bytes() == kept
    file = tmp_path / "phrase.txt"
    monkeypatch.setenv("ECRM_PHRASE_FILE", str(file))
    assert run("search", "شهرزاد").status == 2
    file.write_text(phrase.replace(phrase[0], str((int(phrase[0]) + 1) % 10), 1))
    assert "گروه ۱" in run("search", "شهرزاد").error
    file.write_text("\n".join(phrase.split()), encoding="utf-8-sig")
    assert NAME in run("search", "شهرزاد").out
    assert not keyring_file.exists()
    assert run("encrypt", "off").status == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_on_a_terminal_the_phrase_is_asked_for_and_kept(shop: Path, keyring_file: Path) -> None:
    phrase = turn_on(shop)
    keyring_file.unlink()
    import pty  # noqa: PLC0415 - Windows has none

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*START, "search", "شهرزاد"],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        cwd=ROOT,
    ) as process:
        os.close(theirs)
        assert process.stderr is not None
        assert process.stdout is not None
        for typed in ("123456", phrase):
            # What is typed before the question is thrown away, as with every password.
            asked = b""
            while not asked.endswith("عبارت بازیابی: ".encode()):
                asked += process.stderr.read(1)
            os.write(ours, typed.encode() + b"\n")
        out = process.stdout.read()
    os.close(ours)
    assert process.returncode == 0
    assert NAME in out.decode()
    assert keyring_secrets.find_secret(
        keyring_secrets.key_id(parse_phrase(phrase))
    ) == parse_phrase(phrase)


def test_backups_of_before_are_encrypted_too(shop: Path, run: Run, tmp_path: Path) -> None:
    database = Database(shop)
    folder = local_folder(shop)
    folder.mkdir()
    made = [make_backup(database, folder, now=datetime.now(UTC), limit=10**9) for _ in range(2)]
    database.close()
    assert places_with_plain_text(tmp_path)
    phrase = turn_on(shop)
    assert places_with_plain_text(tmp_path) == set()
    for backup in made:
        assert file_key_id(backup.path) == keyring_secrets.key_id(parse_phrase(phrase))


def test_asking_twice_is_told(shop: Path, run: Run) -> None:
    assert run("encrypt", "off").status == 2
    turn_on(shop)
    again = run("encrypt", "on", "--phrase-file", "-")
    assert again.status == 2
    assert again.out == ""


def test_no_phrase_is_in_the_arguments_or_the_log(
    shop: Path, tmp_path: Path, keyring_file: Path
) -> None:
    phrase = turn_on(shop)
    run_process("check")
    for file in tmp_path.rglob("*"):
        if file.is_file() and file != keyring_file:
            content = file.read_bytes()
            assert phrase.split()[0].encode() not in content
            assert parse_phrase(phrase).hex().encode() not in content
