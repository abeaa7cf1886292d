"""A computer that comes with an invitation, and the person who compares the digits."""

import re

import pytest

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.entering import visiting
from ecrm_desktop.sync.pairing_text import Pairing
from ecrm_desktop.sync.shop_pcs import admit_pc, arrival


def come(pairing: Pairing) -> str:
    """Come with an invitation, and return the digits that the newcomer shows while it waits."""
    with pytest.raises(SyncError) as told, visiting(pairing):
        pass
    assert told.value.problem is Problem.PAIRING_AWAITED
    digits = str(told.value.details["digits"])
    assert re.fullmatch("[0-9]{4}", digits)
    return digits


def admit(inviter: Database, pairing: Pairing) -> None:
    """Let a computer of the same keyring come, and agree to it."""
    digits = come(pairing)
    came = arrival(inviter, pairing)
    assert came is not None
    assert came.digits == digits
    admit_pc(inviter, pairing, came, agreed=True)
