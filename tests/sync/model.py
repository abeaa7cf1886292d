"""The rules of docs/sync.md in plain Python, to compare the server's functions with."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

Values = dict[str, Any]
SERVER = 0
CONFLICTS = "conflicts"


@dataclass
class Writer:
    """Which operation a value is from."""

    revision: int
    device: int
    rank: int = 0


@dataclass
class Record:
    """What the server keeps of a record; `on_it` are all operations that were taken.

    `altered` is the revision of the last one that came out otherwise than its author has it.
    """

    values: Values = field(default_factory=dict)
    writers: dict[str, Writer] = field(default_factory=dict)
    birth: Writer | None = None
    on_it: list[Writer] = field(default_factory=list)
    dead: Writer | None = None
    forgotten: Writer | None = None
    altered: int = 0


@dataclass
class Operation:
    """One operation, and what its author had seen."""

    kind: str
    key: tuple[str, str]
    fields: Values
    quiet: Values
    ranks: dict[str, int]
    seen: int
    device: int
    weak: bool = False
    own: frozenset[int] = frozenset()

    @classmethod
    def of(
        cls, pushed: list[Any], seen: int, device: int, own: frozenset[int], *, weak: bool
    ) -> "Operation":
        whole: list[Any] = [*pushed, {}, {}, {}]
        kind, table, record_id, fields, quiet, ranks = whole[:6]
        if kind == "c":
            fields, quiet = zeroless(fields), zeroless(quiet)
        return cls(kind, (table, record_id), fields, quiet, ranks, seen, device, weak, own)

    def has_seen(self, writer: Writer) -> bool:
        is_own = writer.device == self.device or writer.revision in self.own
        return writer.revision <= self.seen or is_own


@dataclass
class Entry:
    """What the log has of an operation."""

    revision: int
    kind: str
    table: str
    id: str
    fields: Values
    quiet: Values
    altered: bool = False


@dataclass
class Part:
    """A part of a group that was taken."""

    uid: str
    device: int
    by: str | None
    action: str
    at: str
    schema: str
    more: bool = False
    entries: list[Entry] = field(default_factory=list)


@dataclass
class Conflict:
    """A value that lost, until it is a record; `lost` is None once it is forgotten."""

    table: str
    id: str
    unit: str
    lost: str | None
    lost_revision: int
    won_revision: int


@dataclass
class Device:
    """What the server knows of a PC."""

    id: str
    number: int
    batch: int = 0
    digest: bytes = b""
    answer: Any = None
    cursor: int = 0


def zeroless(values: Values) -> Values:
    return {unit: value for unit, value in values.items() if value is not None}


def untimed(values: Values) -> Values:
    return {unit: one for unit, one in zeroless(values).items() if unit != "updated_at"}


def in_json_order(units: Values) -> list[str]:
    """PostgreSQL's order of keys: by length, then by bytes."""
    return sorted(units, key=lambda unit: (len(unit.encode()), unit.encode()))


class Shop:
    """One shop's server."""

    def __init__(self) -> None:
        self.head = 0
        self.thinned_to = 0
        self.devices: dict[str, Device] = {}
        self.parts: list[Part] = []
        self.known: dict[tuple[str, int], Part] = {}
        self.records: dict[tuple[str, str], Record] = {}
        self.conflicts: dict[tuple[str, str], list[str]] = {}
        self._made = 0

    def join(self, device: str) -> None:
        self.devices[device] = Device(device, len(self.devices) + 1)

    # Push

    def push(self, device: str, batch: int, digest: bytes, payload: Any) -> Any:
        me = self.devices[device]
        if batch == me.batch and digest == me.digest:
            return me.answer
        if batch <= me.batch:
            return {"fork": True}
        if batch > me.batch + 1:
            return {"expected": me.batch + 1}
        groups = payload["groups"]
        names = [(one["g"], one["part"]) for one in groups]
        if len(set(names)) < len(names) or any(one["seen"] > self.head for one in groups):
            return {"refused": "malformed"}
        if sum(len(one["ops"]) for one in groups) > 500:
            return {"refused": "too_big"}
        refused = self._refused(me, groups)
        own = self._own(payload, names)
        fresh: list[Conflict] = []
        forgotten: list[tuple[str, str]] = []
        for name, group in zip(names, groups, strict=True):
            if name in self.known or name in refused:
                continue
            part = Part(
                group["g"],
                me.number,
                group["u"],
                group["a"],
                group["at"],
                group["s"],
                group["more"],
            )
            self.known[name] = part
            self.parts.append(part)
            for op in group["ops"]:
                self._take(self._operation(op, group, me, own), part, fresh, forgotten)
            if not part.entries:
                self.parts.remove(part)
        self._take_own(fresh, forgotten)
        me.batch, me.digest = batch, digest
        me.answer = {
            "head": self.head,
            "groups": [self._said(name, refused) for name in names],
        }
        return me.answer

    def _own(self, payload: Any, names: list[tuple[str, int]]) -> frozenset[int]:
        """What its author did under a former identity: said so, or coming along once more."""
        said = {one for first, last in payload.get("own", []) for one in range(first, last + 1)}
        again = [self.known[name] for name in names if name in self.known]
        return frozenset(said | {entry.revision for part in again for entry in part.entries})

    @staticmethod
    def _operation(op: list[Any], group: Any, me: Device, own: frozenset[int]) -> Operation:
        return Operation.of(op, group["seen"], me.number, own, weak=group.get("weak", False))

    def _said(self, name: tuple[str, int], refused: set[tuple[str, int]]) -> Any:
        if name in refused:
            return {"g": name[0], "refused": "unknown_record"}
        entries = self.known[name].entries
        return {
            "g": name[0],
            "first": entries[0].revision if entries else None,
            "last": entries[-1].revision if entries else None,
        }

    def _refused(self, me: Device, groups: list[Any]) -> set[tuple[str, int]]:
        """Groups that change what nobody made; and those that build on them."""
        refused: set[tuple[str, int]] = set()
        while True:
            made = set(self.records)
            before = len(refused)
            for group in groups:
                name = (group["g"], group["part"])
                if name in self.known or name in refused:
                    continue
                for kind, table, record_id, *_ in group["ops"]:
                    if kind == "u" and (table, record_id) not in made:
                        refused.add(name)
                    elif kind != "u":
                        made.add((table, record_id))
            if len(refused) == before:
                return refused

    def _take(
        self, op: Operation, part: Part, fresh: list[Conflict], forgotten: list[tuple[str, str]]
    ) -> None:
        known = self.records.get(op.key)
        self.head += 1
        this = Writer(self.head, op.device)
        is_shell = known is not None and known.dead is not None and not known.values
        if (op.kind == "u" and is_shell) or (
            known is not None and known.forgotten is not None and not op.has_seen(known.forgotten)
        ):
            part.entries.append(Entry(self.head, "u", *op.key, {}, {}, altered=True))
            return
        record = self.records.setdefault(op.key, Record())
        record.birth = record.birth or this
        entry = Entry(self.head, op.kind, *op.key, {}, {})
        part.entries.append(entry)
        lost: list[Conflict] = []
        is_made = known is None or (known.dead is not None and op.has_seen(known.dead))
        match op.kind:
            case "c" if is_made:
                self._make(op, record, entry, this)
            case "c" | "u" if op.weak and record.dead is not None:
                entry.kind, entry.altered = "d", True
            case "c" | "u":
                lost = self._edit(op, record, entry, this)
            case "d" | "x":
                lost = self._delete(op, record, entry, this)
            case _:
                if known is None:
                    record.dead = this
                self._forget(op, record, entry, this)
                for one in fresh:
                    if (one.table, one.id) == op.key:
                        one.lost = None
                forgotten.append(op.key)
        record.on_it.append(this)
        self._note_altered(op, record, entry)
        if op.key[0] != CONFLICTS:
            fresh.extend(lost)

    @staticmethod
    def _note_altered(op: Operation, record: Record, entry: Entry) -> None:
        # Or its author would go back to what was altered before.
        entry.altered |= record.altered > op.seen
        if entry.altered:
            record.altered = entry.revision
            if entry.kind == "u":
                entry.kind, entry.fields, entry.quiet = "c", dict(record.values), {}

    @staticmethod
    def _make(op: Operation, record: Record, entry: Entry, this: Writer) -> None:
        entry.fields, entry.quiet = op.fields, op.quiet
        record.values = op.fields | op.quiet
        written = {*record.values, *(unit for unit, rank in op.ranks.items() if rank > 0)}
        record.writers = {
            unit: Writer(this.revision, this.device, max(0, op.ranks.get(unit, 0)))
            for unit in written
        }
        record.dead, record.birth = None, this

    def _edit(self, op: Operation, record: Record, entry: Entry, this: Writer) -> list[Conflict]:
        lost = []
        former = dict(record.values)
        was_dead, record.dead = record.dead, None
        if was_dead is not None and not op.has_seen(was_dead):
            lost.append(Conflict(*op.key, "", "null", was_dead.revision, this.revision))
        said = dict(op.fields)
        if op.kind == "c":
            # A ranked unit that is not named is zero.
            said = {unit: None for unit in op.ranks if unit not in op.quiet} | said
        entry.kind, entry.fields, entry.quiet = "u", dict(said), op.quiet
        for unit in in_json_order(said):
            value, present = said[unit], record.values.get(unit)
            rank = op.ranks.get(unit, -1 if op.weak else 0)
            yields = op.ranks.get(unit, 0) < 0
            # What a birth did not say and nobody wrote since has no writer.
            writer = record.writers.get(unit)
            if value != present and writer is not None and not op.has_seen(writer):
                if writer.rank > rank:
                    by, over = this.revision, writer.revision
                    if not yields:
                        lost.append(Conflict(*op.key, unit, as_text(value), by, over))
                    entry.altered = True
                    continue
                by, over = writer.revision, this.revision
                lost.append(Conflict(*op.key, unit, as_text(present), by, over))
            record.values[unit] = value
            stands = 0 if yields else rank
            # Whoever says once more what is there does not weaken it.
            stands = max(stands, self._rank(writer)) if value == present else stands
            record.writers[unit] = Writer(this.revision, this.device, stands)
        quiet = self._not_yielding(op, former)
        if was_dead is None and untimed(record.values | quiet) == untimed(former):
            # It was there already: when it was written is no news.
            written_at = quiet.pop("updated_at", former.get("updated_at"))
            entry.quiet = {unit: one for unit, one in op.quiet.items() if unit != "updated_at"}
            entry.altered |= written_at != former.get("updated_at")
        self._edit_quietly(quiet, record)
        record.values = zeroless(record.values)
        has_unseen = self._last_unseen(op, record) is not None
        if op.kind == "c" and (has_unseen or record.values != zeroless(op.fields | op.quiet)):
            entry.altered = True
        if was_dead is not None:
            entry.altered = True
        return lost

    @staticmethod
    def _not_yielding(op: Operation, former: Values) -> Values:
        """Quiet units of an offer only fill what is not there, where they rank below all."""
        least = -1 if op.weak else 0
        return {
            unit: value
            for unit, value in op.quiet.items()
            if op.kind != "c" or unit not in former or op.ranks.get(unit, least) >= 0
        }

    @staticmethod
    def _rank(writer: Writer | None) -> int:
        return 0 if writer is None else writer.rank

    @staticmethod
    def _edit_quietly(quiet: Values, record: Record) -> None:
        """Change quiet values, which have no writer of their own but the record's birth."""
        for unit, value in quiet.items():
            record.values[unit] = value
            if value is not None and record.birth is not None:
                record.writers.setdefault(unit, record.birth)
            elif record.writers.get(unit) == record.birth:
                del record.writers[unit]

    def _delete(self, op: Operation, record: Record, entry: Entry, this: Writer) -> list[Conflict]:
        unseen = self._last_unseen(op, record)
        if op.kind == "x" or record.dead is not None or unseen is None:
            record.dead, entry.kind = this, "d"
            return []
        entry.kind, entry.fields, entry.altered = "c", dict(record.values), True
        return [Conflict(*op.key, "", "null", this.revision, unseen)]

    def _last_unseen(self, op: Operation, record: Record) -> int | None:
        """Return the last operation on a record that the author of another one had not seen."""
        not_seen = [one for one in record.on_it if not op.has_seen(one)]
        others = [one for one in record.on_it if one.device != op.device]
        if op.own and any(one.revision > op.seen for one in others):
            # Who did what came before is in the log alone.
            after = [one for one in record.on_it if op.seen < one.revision <= self.thinned_to]
            not_seen += after
        return max((one.revision for one in not_seen), default=None)

    def _forget(self, op: Operation, record: Record, entry: Entry, this: Writer) -> None:
        self._empty(record, entry)
        if record.dead is not None:
            record.values, record.writers = {}, {}
        if op.kind == "f":
            record.forgotten = this
        else:
            entry.kind = "d" if record.dead is not None else "c"
        if record.dead is None:
            entry.fields, entry.altered = dict(record.values), True

    def _empty(self, record: Record, besides: Entry) -> None:
        revisions = {one.revision for one in record.on_it} - {besides.revision}
        for part in self.parts:
            for entry in part.entries:
                if entry.revision in revisions:
                    entry.fields, entry.quiet = {}, {}

    def _take_own(self, fresh: list[Conflict], forgotten: list[tuple[str, str]]) -> None:
        part = Part(f"server-{self.head}", SERVER, None, "conflict", "", "")
        about = [(CONFLICTS, one) for key in forgotten for one in self.conflicts.get(key, [])]
        for key in sorted(about, key=lambda key: self.born(self.records[key])):
            record = self.records[key]
            if "lost" not in record.values:
                continue
            self.head += 1
            del record.values["lost"]
            entry = Entry(self.head, "f", *key, {}, {})
            self._empty(record, entry)
            if record.dead is None:
                entry.fields = dict(record.values)
            record.forgotten = Writer(self.head, SERVER)
            record.on_it.append(record.forgotten)
            part.entries.append(entry)
        for one in fresh:
            self.head += 1
            self._made += 1
            record_id = f"conflict-{self._made}"
            lost, won = self._author(one.lost_revision), self._author(one.won_revision)
            fields = {
                "table_name": one.table,
                "record_id": one.id,
                "unit": one.unit or None,
                "lost": one.lost,
                "lost_user_id": lost.by,
                "lost_device": self._device_id(lost.device),
                "lost_at": lost.at,
                "won_user_id": won.by,
                "won_device": self._device_id(won.device),
                "won_at": won.at,
                "created_at": max(lost.at, won.at),
                "updated_at": max(lost.at, won.at),
            }
            fields = zeroless(fields)
            writer = Writer(self.head, SERVER)
            self.records[CONFLICTS, record_id] = Record(
                dict(fields), dict.fromkeys(fields, writer), writer, [writer]
            )
            self.conflicts.setdefault((one.table, one.id), []).append(record_id)
            part.entries.append(Entry(self.head, "c", CONFLICTS, record_id, fields, {}))
        if part.entries:
            self.parts.append(part)

    @staticmethod
    def born(record: Record) -> int:
        return record.birth.revision if record.birth else 0

    def _author(self, revision: int) -> Part:
        return next(
            part
            for part in self.parts
            if part.entries[0].revision <= revision <= part.entries[-1].revision
        )

    def _device_id(self, number: int) -> str | None:
        return next((one.id for one in self.devices.values() if one.number == number), None)

    # Pull, fill, digests, thinning

    def thin(self, old: int, present: list[str]) -> Any:
        """Let go what is no younger than the revision `old` and known to all who are `present`."""
        known = [self.devices[one].cursor for one in present]
        self.thinned_to = max(self.thinned_to, min([old, *known]))
        return {"head": self.head, "thinned_to": self.thinned_to, "more": False}

    def pull(self, device: str, cursor: int, limit: int) -> Any:
        if cursor < self.thinned_to:
            return {"refused": "too_old", "thinned_to": self.thinned_to}
        self.devices[device].cursor = cursor
        me = self.devices[device].number
        groups: list[Any] = []
        to, count = cursor, 0
        for part in self.parts:
            if part.entries[-1].revision <= cursor:
                continue
            entries = [
                one
                for one in part.entries
                if one.revision > cursor and (part.device != me or one.altered)
            ]
            if count and count + len(entries) > limit:
                break
            count += len(entries)
            to = part.entries[-1].revision
            if entries:
                groups.append(
                    {
                        "g": part.uid,
                        "d": self._device_id(part.device),
                        "u": part.by,
                        "a": part.action,
                        "at": part.at,
                        "s": part.schema,
                        "more": part.more,
                        "ops": [self._told(one) for one in entries],
                    }
                )
        return {"to": to, "head": self.head, "groups": groups}

    def _told(self, entry: Entry) -> list[Any]:
        name = [entry.table, entry.id]
        if not entry.altered or entry.fields or entry.kind == "d":
            return [entry.revision, entry.kind, *name, entry.fields, entry.quiet]
        # The log has nothing of it: then it is told as it is now.
        record = self.records[entry.table, entry.id]
        if record.dead is not None:
            return [entry.revision, "f" if entry.kind == "f" else "d", *name, {}, {}]
        return [entry.revision, "f" if entry.kind == "f" else "c", *name, record.values, {}]

    def fill(self, table: str) -> list[Any]:
        return [
            [key[1], record.values]
            for key, record in sorted(self.records.items())
            if key[0] == table and record.dead is None
        ]

    def digests(self) -> dict[str, str]:
        tables: dict[str, bytes] = {}
        for (table, key), record in sorted(self.records.items()):
            if record.dead is None and table != CONFLICTS:
                digest = hashlib.sha256(
                    bytes.fromhex(key) + as_text(record.values).encode()
                ).digest()
                tables[table] = tables.get(table, b"") + digest
        return {name: hashlib.sha256(digests).hexdigest() for name, digests in tables.items()}


def as_text(value: Any) -> str:
    """A value as PostgreSQL writes its jsonb."""
    if isinstance(value, dict):
        value = {unit: value[unit] for unit in in_json_order(value)}
    return json.dumps(value, ensure_ascii=False)
