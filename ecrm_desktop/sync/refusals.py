"""What a server does not take, and why."""

from enum import StrEnum

from ecrm_desktop.sync.transport import Answer


class Trouble(StrEnum):
    """Why a round ended before its end."""

    REVOKED = "revoked"
    UNKNOWN_DEVICE = "unknown_device"
    MALFORMED = "malformed"
    TOO_BIG = "too_big"
    TOO_OLD = "too_old"


class SyncRefusedError(Exception):
    """The server does not take what this PC says; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def trouble_of(word: str) -> Trouble:
    """Return what the server's word for a refusal means; a word of a later version is malformed."""
    return Trouble(word) if word in set(Trouble) else Trouble.MALFORMED


def checked(answer: Answer) -> Answer:
    """Return an answer that is no refusal; SyncRefusedError."""
    if "refused" in answer:
        raise SyncRefusedError(trouble_of(answer["refused"]))
    return answer
