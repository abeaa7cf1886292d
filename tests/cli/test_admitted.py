"""A computer that is let in by a person waits on the command line, too, and says so."""

from pathlib import Path
from uuid import uuid4

import pytest

from ecrm_desktop.cli import pairing
from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.sync.address import HubAddress
from ecrm_desktop.sync.pairing_text import Pairing
from ecrm_desktop.sync.server.embedded import new_password
from tests.helpers.command_line import Run


def test_who_is_turned_away_is_told_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = uuid4()
    address = HubAddress(url="https://hub.example", account=device)
    given = Pairing(
        address=address, shop=uuid4(), device=device, name="صندوق", password=new_password()
    )
    asked: list[Pairing] = []

    def visiting(meant: Pairing) -> None:
        asked.append(meant)
        if len(asked) <= 2:
            raise SyncError(Problem.PAIRING_AWAITED, name=meant.name, digits="0471")
        # The network may be away for a moment meanwhile.
        if len(asked) == 3:
            raise SyncError(Problem.SYNC_UNREACHABLE, host="hub.example")
        raise SyncError(Problem.PAIRING_USED)

    monkeypatch.setattr(pairing, "visiting", visiting)
    monkeypatch.setattr(pairing, "_AGAIN_SECONDS", 0)
    outcome = run("pair", given.text(), "--database", tmp_path / "new.db")
    assert asked == [given] * 4
    assert outcome.status == 2
    assert outcome.error.count("۰۴۷۱") == 1
    assert "راه داده نشد" in outcome.error

    # Nobody waits for ever where nobody answers any more.
    asked.clear()
    monkeypatch.setattr(pairing, "_AT_MOST_SECONDS", 0)
    outcome = run("pair", given.text(), "--database", tmp_path / "new.db")
    assert len(asked) == 2
    assert "راه داده نشد" in outcome.error
    assert not (tmp_path / "new.db").exists()
