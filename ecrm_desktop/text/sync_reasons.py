"""Why a shop does not sync, in a few words; `error_texts` has the whole sentences."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.error_texts import explain

_OF_THE_FILE: Final = frozenset(
    {
        Problem.CHANGE_UNCONFIRMED,
        Problem.DATABASE_DAMAGED,
        Problem.DATABASE_LOCKED,
        Problem.DATABASE_READ_ONLY,
        Problem.DATABASE_UNREADABLE,
        Problem.DISK_FULL,
        Problem.SHOP_READ_ONLY,
    }
)


def reason_text(trouble: Problem) -> str:
    """Return why no round reaches its end."""
    return _REASONS.get(trouble, _other)()


def trouble_text(trouble: Problem, host: str, path: Path) -> str:
    """Return what happened, what it means for the data and what to do, of what was written down.

    `host` is the server's, `path` that of the shop's file. Of what says more than that when it is
    raised, only that it happened is known by then.
    """
    is_known = trouble in _REASONS or trouble in _OF_THE_FILE
    return explain(SyncError(trouble if is_known else Problem.SYNC_FAILED, host=host, path=path))


def refusal_text(word: str) -> str:
    """Return why the server did not take an action, of its word for it."""
    if word == "unknown_record":
        return translate(
            "SyncReasons", "What it changes never came to the server; it stays on this computer."
        )
    return translate("SyncReasons", "The server did not take it; tell the support.")


def _other() -> str:
    return translate("SyncReasons", "something went wrong here")


def _not_let_in() -> str:
    return translate("SyncReasons", "server lets nobody in from here")


def _not_secure() -> str:
    return translate("SyncReasons", "connection would not be encrypted")


def _update() -> str:
    return translate("SyncReasons", "an update is needed")


def _unknown() -> str:
    return translate("SyncReasons", "server does not know this computer")


_REASONS: Final[Mapping[Problem, Callable[[], str]]] = {
    Problem.SYNC_UNREACHABLE: lambda: translate("SyncReasons", "server cannot be reached"),
    Problem.SYNC_NO_HUB: lambda: translate("SyncReasons", "no hub is at its address"),
    Problem.SYNC_SLOWED: lambda: translate("SyncReasons", "hub asks to wait"),
    Problem.SYNC_PASSWORD_REFUSED: lambda: translate("SyncReasons", "password was changed"),
    Problem.SYNC_PASSWORD_MISSING: lambda: translate("SyncReasons", "password is not here"),
    Problem.SYNC_CERTIFICATE_WRONG: lambda: translate("SyncReasons", "another server answers"),
    Problem.SYNC_CLEAR_TEXT: _not_secure,
    Problem.SYNC_NO_TLS: _not_secure,
    Problem.SYNC_NOT_LET_IN: _not_let_in,
    Problem.SYNC_REVOKED: lambda: translate("SyncReasons", "this computer was shut out"),
    Problem.SYNC_UNKNOWN_DEVICE: _unknown,
    Problem.SYNC_DATABASE_MISSING: _unknown,
    Problem.SYNC_NOT_TAKEN: _update,
    Problem.SYNC_SERVER_OLD: lambda: translate("SyncReasons", "server needs an update"),
    Problem.SYNC_SERVER_NEW: _update,
    Problem.SYNC_SERVER_FULL: lambda: translate("SyncReasons", "server's disk is full"),
    Problem.SYNC_SERVER_FAILED: lambda: translate("SyncReasons", "server failed"),
    Problem.DISK_FULL: lambda: translate("SyncReasons", "this computer's disk is full"),
    Problem.DATABASE_LOCKED: lambda: translate("SyncReasons", "the shop's file is busy"),
}
