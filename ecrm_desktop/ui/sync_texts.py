"""How syncing goes, in few words: synced when, what waits, cut off since when and why."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from ecrm_desktop.i18n import translate
from ecrm_desktop.text.sync_reasons import reason_text, trouble_text
from ecrm_desktop.ui.backups.texts import moment
from ecrm_desktop.ui.sync_keeper import SyncKeeper
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.text import isolate_words

_MINUTE: Final = 60
_HOUR: Final = 3_600
_DAY: Final = 86_400
_TOLD_FROM: Final = 200
"""Below so many operations, what is on its way has come before anybody has read it."""


@dataclass(frozen=True, slots=True)
class SyncLine:
    """One line of state, what it looks like, and the sentence behind it ("" for none)."""

    text: str
    kind: BadgeKind
    icon: str
    detail: str = ""


def sync_line(keeper: SyncKeeper, display: Display) -> SyncLine | None:
    """Return how syncing goes; None for a shop that is on one PC."""
    state = keeper.state
    if state is None:
        return None
    done, total = keeper.progress
    if state.failing_since is not None and state.trouble is not None:
        text = translate(
            "Sync",
            "Cut off since {when}: {why}",
            when=since_text(state.failing_since, display),
            why=reason_text(state.trouble),
        )
        detail = trouble_text(state.trouble, state.address.host, keeper.path)
        return SyncLine(text, BadgeKind.AMBER, "triangle-alert", detail)
    if total - done > _TOLD_FROM or (state.synced_at is None and total):
        counts = {"done": display.number(done), "total": display.number(total)}
        text = translate("Sync", "Receiving: {done} of {total}", **counts)
        return SyncLine(text, BadgeKind.BLUE, "download")
    if state.synced_at is None:
        return SyncLine(translate("Sync", "Syncing for the first time…"), BadgeKind.BLUE, "clock")
    if state.waiting:
        text = translate("Sync", "{count} in the queue", count=display.number(state.waiting))
        return SyncLine(text, BadgeKind.BLUE, "clock")
    text = translate("Sync", "Synced · {when}", when=ago_text(state.synced_at, display))
    return SyncLine(text, BadgeKind.PRIMARY, "check")


def ago_text(at: datetime, display: Display, *, now: datetime | None = None) -> str:
    """Return how long ago something was: just now, 2 minutes ago, or its day and time."""
    seconds = ((now or datetime.now(UTC)) - at).total_seconds()
    if seconds < _MINUTE:
        return translate("Sync", "just now")
    if seconds < _HOUR:
        return translate("Sync", "{count} min ago", count=display.number(int(seconds // _MINUTE)))
    if seconds < _DAY:
        return translate("Sync", "{count} h ago", count=display.number(int(seconds // _HOUR)))
    return moment(at, display)


def since_text(at: datetime, display: Display) -> str:
    """Return the time of something of today, with its day if it was another one."""
    today = datetime.now(display.timezone).date()
    if display.local_date(at) == today:
        return isolate_words(display.time(at.astimezone(display.timezone)))
    return moment(at, display)
