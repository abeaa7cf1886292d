"""Who sent the customers of a file: looked for when all of them are here."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from ecrm_desktop.drafts.imports import OnMatch, SaidReferrer
from ecrm_desktop.i18n import translate
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.services.customer_index import postponed_index
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.services.imports.note_lines import changed_note
from ecrm_desktop.services.imports.row_values import NAMES, RowValues, cleaned_lines, name_key
from ecrm_desktop.services.imports.same_person import are_alike
from ecrm_desktop.services.referrers import leads_to
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.ids import to_hex
from ecrm_desktop.values.person_names import read_name
from ecrm_desktop.values.statuses import CustomerKind

_AT_ONCE: Final = 1_000
_KEYS = "(SELECT value FROM json_each(?1))"
_IDS = "(SELECT unhex(value) FROM json_each(?1))"
_BY_CODE = f"SELECT code, id FROM customers WHERE deleted_at IS NULL AND code IN {_KEYS}"
_BY_PHONE = """
SELECT p.number, c.id, c.first_name, c.last_name, c.company_name FROM json_each(?1) k
CROSS JOIN customer_phones p ON p.number = k.value
CROSS JOIN customers c ON c.id = p.customer_id
WHERE c.deleted_at IS NULL
"""
_BY_NAME = """
SELECT i.first_folded, i.last_folded, c.id FROM json_each(?1) k CROSS JOIN customer_index i
ON i.first_folded = json_extract(k.value, '$[0]') AND i.last_folded = json_extract(k.value, '$[1]')
CROSS JOIN customers c ON c.id = i.customer_id
WHERE c.deleted_at IS NULL
"""
_SENT = f"SELECT id, referred_by_id, notes FROM customers WHERE deleted_at IS NULL AND id IN {_IDS}"
_SET = "UPDATE customers SET referred_by_id = ?, updated_at = ? WHERE id = ?"
_NOTE = "UPDATE customers SET notes = ?, updated_at = ? WHERE id = ?"


class _Sent(NamedTuple):
    """A customer whom a row says somebody sent."""

    row: int
    customer_id: bytes
    said: SaidReferrer


class Referrers:
    """Those whom rows name as the ones who sent their customers.

    One who is found by code, phone or the whole name, and is nobody else, is the referrer; what
    else rows say goes to the note.
    """

    def __init__(self, context: ImportContext) -> None:
        self._context = context
        self._sent: list[_Sent] = []
        self._unchanged: set[bytes] = set()

    def tell(self, row: int, customer_id: bytes, said: SaidReferrer) -> None:
        """Remember what a row says of one customer."""
        self._sent.append(_Sent(row, customer_id, said))

    def tell_unchanged(self, customer_id: bytes) -> None:
        """Remember somebody of whom a row says nothing new but, perhaps, who sent them."""
        self._unchanged.add(customer_id)

    def find(self, rest: Callable[[], None]) -> None:
        """Find them all and write them down."""
        context = self._context
        for some in batched(self._sent, _AT_ONCE):
            rest()
            with postponed_index(context.connection, context.index):
                self._find(some)
        self._sent = []

    def _find(self, sent: Sequence[_Sent]) -> None:
        found = self._candidates(one.said for one in sent)
        now = stored_instant(utc_now())
        stored = {
            one: [referrer, notes or ""]
            for one, referrer, notes in self._context.found(
                _SENT, to_hex({one.customer_id for one in sent})
            )
        }
        changed: set[bytes] = set()
        for one in sent:
            state = stored.get(one.customer_id)
            if state is None:
                continue
            referrer = self._only(one, found)
            before, notes = state
            if referrer is not None and self._may_send(one.customer_id, referrer, before):
                if referrer != before:
                    state[0] = referrer
                    self._run(_SET, (referrer, now, one.customer_id))
                    changed.add(one.customer_id)
                continue
            lines = cleaned_lines((_line(one.said),))
            state[1] = changed_note(notes, RowValues({}, kept=lines), fills=True)
            self._context.kept.tell(one.row, lines)
            if state[1] != notes:
                self._run(_NOTE, (state[1], now, one.customer_id))
                self._context.index.refresh([one.customer_id])
                changed.add(one.customer_id)
        newly = changed & self._unchanged
        self._unchanged -= newly
        self._context.counts.unchanged -= len(newly)
        self._context.counts.updated += len(newly)

    def _run(self, statement: str, values: tuple[object, ...]) -> None:
        self._context.connection.exec_driver_sql(statement, values)

    def _may_send(self, customer_id: bytes, referrer: bytes, before: bytes | None) -> bool:
        """Tell whether a referrer can be the one of a customer, who may have another."""
        if referrer == before:
            return True
        if before is not None and self._context.settings.on_match is not OnMatch.UPDATE_ALL:
            return False
        who, whom = UUID(bytes=referrer), UUID(bytes=customer_id)
        return not leads_to(self._context.session, who, whom)

    def _only(self, one: _Sent, found: "_Found") -> bytes | None:
        """Return the only customer whom all that is said may mean."""
        said = one.said
        name = read_name(said.name) if said.name else None
        values = dict(
            zip(NAMES, (name.first_name, name.last_name, name.company_name), strict=True)
            if name
            else ()
        )
        ways: list[set[bytes]] = []
        if said.code:
            ways.append(found.by_code.get(said.code, set()))
        if said.numbers:
            ways.append(
                {
                    customer_id
                    for number in said.numbers
                    for customer_id, names in found.by_phone.get(number, {}).items()
                    if are_alike(dict(zip(NAMES, names, strict=True)), values)
                }
            )
        if values and not (said.code or said.numbers):
            key = _name_key(said.name)
            ways.append(found.by_name.get(key, set()) if all(key) or values[NAMES[2]] else set())
        both = set.intersection(*ways) - {one.customer_id} if ways else set()
        return both.pop() if len(both) == 1 else None

    def _candidates(self, said: Iterable[SaidReferrer]) -> "_Found":
        every = list(said)
        by_code: dict[str, set[bytes]] = {}
        by_phone: dict[str, dict[bytes, tuple[str, str, str]]] = {}
        by_name: dict[tuple[str, str], set[bytes]] = {}
        context = self._context
        for code, customer_id in context.found(_BY_CODE, {one.code for one in every} - {""}):
            by_code.setdefault(code, set()).add(customer_id)
        numbers = {number for one in every for number in one.numbers}
        for number, customer_id, *names in context.found(_BY_PHONE, numbers):
            first, last, company = (text or "" for text in names)
            by_phone.setdefault(number, {})[customer_id] = (first, last, company)
        keys = {_name_key(one.name) for one in every if one.name}
        for first, last, customer_id in context.found(_BY_NAME, keys):
            by_name.setdefault((first, last), set()).add(customer_id)
        return _Found(by_code, by_phone, by_name)


class _Found(NamedTuple):
    """The customers who may have been named, by what they may have been named by."""

    by_code: dict[str, set[bytes]]
    by_phone: dict[str, dict[bytes, tuple[str, str, str]]]
    by_name: dict[tuple[str, str], set[bytes]]


def _name_key(name: str) -> tuple[str, str]:
    who = read_name(name)
    names = zip(NAMES, (who.first_name, who.last_name, who.company_name), strict=True)
    return name_key({**dict(names), "kind": who.kind or CustomerKind.PERSON})


def _line(said: SaidReferrer) -> str:
    return f"{translate('ImportField', 'Referred by')}: {said.text}"
