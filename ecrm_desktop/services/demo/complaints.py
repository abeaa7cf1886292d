"""Complaints of the sample shop, each with the history of what was done about it."""

from random import Random
from typing import Final

from ecrm_desktop.models.complaints import Complaint, ComplaintChange
from ecrm_desktop.services.demo.catalogue import ITEMS
from ecrm_desktop.services.demo.draws import endless, often
from ecrm_desktop.services.demo.sales import Sale
from ecrm_desktop.services.demo.talk import GRIEVANCES, PROGRESS_NOTES, REOPEN_NOTES, Grievance
from ecrm_desktop.services.demo.timeline import Timeline
from ecrm_desktop.services.row_store import Store
from ecrm_desktop.values.statuses import DEFAULT_PROMISE_DAYS, ComplaintStatus, Severity

RECENT_DAYS: Final = 30
"""Complaints may be open that long."""

_SURE = 16  # so many recent complaints at least, however small the shop is
_RATE = 0.011
_LONGEST_WAIT = 4  # days between a purchase and the complaint about it
_S: Final = ComplaintStatus
_WAYS: Final = {
    _S.NEW: (),
    _S.IN_PROGRESS: (_S.IN_PROGRESS,),
    _S.WAITING_CUSTOMER: (_S.IN_PROGRESS, _S.WAITING_CUSTOMER),
    _S.RESOLVED: (_S.IN_PROGRESS, _S.RESOLVED),
    _S.CLOSED: (_S.IN_PROGRESS, _S.RESOLVED, _S.CLOSED),
    _S.REOPENED: (_S.IN_PROGRESS, _S.RESOLVED, _S.REOPENED),
}
_WHOLE = 100_000


class DemoComplaints:
    """Makes complaints about purchases, in the order in which they are received."""

    def __init__(
        self,
        rng: Random,
        timeline: Timeline,
        staff: list[bytes],
        recent_purchases: int,
        store: Store,
    ) -> None:
        self._rng = rng
        self._timeline = timeline
        self._complaints = store.table(
            Complaint,
            "id number customer_id subject description category severity purchase_id product_id"
            " assignee_id received_at due_on status resolved_at closed_at resolution compensation"
            " satisfaction",
        )
        self._changes = store.table(
            ComplaintChange,
            "id complaint_id changed_at user_id field before after note",
        )
        self.numbers: dict[int, int] = {}
        """The last number given out in each Jalali year."""
        self._waiting: dict[int, list[tuple[Sale, bytes]]] = {}
        self._statuses = [*_WAYS]
        self._grievance = endless(rng, GRIEVANCES)
        self._user = endless(rng, staff)
        self._note, self._reopened = endless(rng, PROGRESS_NOTES), endless(rng, REOPEN_NOTES)
        self._usual = often(rng, _RATE)
        self._recent = often(rng, min(1.0, max(_RATE, _SURE / max(recent_purchases, 1))))
        self._satisfaction = endless(rng, (None, 1, 2, 3, 4, 5), (30, 4, 8, 14, 24, 20))
        self._made = 0

    def perhaps_complain(self, sale: Sale, product: bytes) -> None:
        """Let a complaint about a purchase come in within the next days, if one comes at all."""
        is_recent = sale.day > self._timeline.today - RECENT_DAYS
        if sale.customer is None or not next(self._recent if is_recent else self._usual):
            return
        day = sale.day + 1 + int(self._rng.random() * _LONGEST_WAIT)
        self._waiting.setdefault(min(day, self._timeline.today), []).append((sale, product))

    def receive(self, day: int) -> None:
        """Write down the complaints of a day."""
        for sale, product in self._waiting.pop(day, ()):
            self._open(day, sale, product)

    def _open(self, day: int, sale: Sale, product: bytes) -> None:
        timeline = self._timeline
        grievance = next(self._grievance)
        minute = timeline.minute(day)
        received_at, made = timeline.instant(day, minute), timeline.new_id(day, minute)
        year = timeline.jalali[day][0]
        self.numbers[year] = self.numbers.get(year, 0) + 1
        user = next(self._user)
        moments = self._work(made, self._status(day), day, minute, user)
        status = [*moments][-1]
        resolved_at = moments.get(_S.RESOLVED) if status is not _S.REOPENED else None
        compensation = 0
        if resolved_at and grievance.severity in {Severity.HIGH, Severity.CRITICAL}:
            compensation = sale.total // 5 // _WHOLE * _WHOLE
        self._complaints.append((
            made,
            f"{year}-{self.numbers[year]}",
            sale.customer,
            grievance.subject,
            grievance.description.replace("{item}", ITEMS[sale.item].name),
            grievance.category,
            grievance.severity.value,
            sale.id,
            product,
            user if status is not _S.NEW else None,
            received_at,
            timeline.date(day + DEFAULT_PROMISE_DAYS[grievance.severity]),
            status.value,
            resolved_at,
            moments.get(_S.CLOSED),
            self._resolution(grievance, moments),
            compensation,
            next(self._satisfaction) if status is _S.CLOSED else None,
            received_at,
        ))  # fmt: skip

    def _status(self, day: int) -> ComplaintStatus:
        if day <= self._timeline.today - RECENT_DAYS:
            return _S.RESOLVED if self._rng.random() < 0.05 else _S.CLOSED  # noqa: PLR2004
        self._made += 1
        return self._statuses[self._made % len(self._statuses)]

    @staticmethod
    def _resolution(grievance: Grievance, moments: dict[ComplaintStatus, str]) -> str:
        return grievance.resolution if _S.RESOLVED in moments else ""

    def _work(
        self, complaint: bytes, status: ComplaintStatus, day: int, minute: int, user: bytes
    ) -> dict[ComplaintStatus, str]:
        """Write the history up to `status`, or as far as time allowed.

        Returns when each status was reached, in order.
        """
        timeline = self._timeline
        moments: dict[ComplaintStatus, str] = {}
        before, way = "", (_S.NEW, *_WAYS[status])
        for at, step in enumerate(way):
            if at:
                passed = timeline.until_now(day, minute) // (len(way) - at)
                pause = min(25 + int(self._rng.random() * 900), passed)
                if pause < 1:
                    break
                day, minute = timeline.later(day, minute, pause)
            moments[step] = timeline.instant(day, minute)
            note = next(self._reopened) if step is _S.REOPENED else ""
            if step in {_S.IN_PROGRESS, _S.WAITING_CUSTOMER}:
                note = next(self._note)
            self._changes.append((
                timeline.new_id(day, minute), complaint, moments[step], user, "status", before,
                step.value, note, moments[step],
            ))  # fmt: skip
            before = step.value
        return moments
