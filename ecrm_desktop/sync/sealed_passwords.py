"""What opens doors, beside its sealed form: the one for this PC alone, the other for the rest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from ecrm_desktop.models.users import SEALED, UNOPENED, User
from ecrm_desktop.sync.shop_keys import SealedError, ShopKeys

_TABLE: Final = User.__tablename__


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A value that is not what its sealed form says; `opened` is None where no key opens that.

    `is_newer`: it was changed here after the sealed form was; None where neither is told.
    """

    user_id: UUID
    column: str
    value: str
    sealed: str
    opened: str | None
    is_newer: bool | None
    by: UUID | None

    @property
    def is_known(self) -> bool:
        """Whether there is a value of somebody's."""
        return self.value not in {"", UNOPENED}


def differences(session: Session, keys: ShopKeys) -> list[Difference]:
    """Return what is to be sealed or opened."""
    return list(_found(session, keys))


def _found(session: Session, keys: ShopKeys) -> Iterator[Difference]:
    names = ", ".join(f'"{one}", "{sealed}"' for one, sealed in SEALED.items())
    rows = session.connection().exec_driver_sql(f"SELECT id, {names} FROM {_TABLE}").all()
    for key, *values in rows:
        user_id = UUID(bytes=key)
        for at, (column, sealed_column) in enumerate(SEALED.items()):
            value, sealed = values[2 * at], values[2 * at + 1]
            opened = _opened(keys, user_id, column, sealed)
            is_sealed_anew = (
                bool(value)
                and opened == value
                and keys.seal(_TABLE, user_id, column, value) != sealed
            )
            if opened == value and not is_sealed_anew:
                continue
            here, by = _last_change(session, key, column)
            there, _by = _last_change(session, key, sealed_column)
            yield Difference(
                user_id=user_id,
                column=column,
                value=value,
                sealed=sealed,
                opened=opened,
                is_newer=is_sealed_anew or _is_newer(value, here, there),
                by=by,
            )


def _is_newer(value: str, here: int, there: int) -> bool | None:
    if value == UNOPENED:
        return False
    return None if here == there else here > there


def _opened(keys: ShopKeys, user_id: UUID, column: str, sealed: str) -> str | None:
    if not sealed:
        return ""
    try:
        return keys.open(_TABLE, user_id, column, sealed)
    except SealedError:
        return None


def _last_change(session: Session, key: bytes, column: str) -> tuple[int, UUID | None]:
    """Return number and author of the last change of a column; 0 where none is kept."""
    row = (
        session.connection()
        .exec_driver_sql(
            "SELECT c.number, g.user_id FROM changes c"
            " JOIN change_groups g ON g.number = c.group_number"
            " WHERE c.record_id = ? AND c.table_name = ? AND (c.kind = 'insert'"
            " OR c.kind = 'update' AND json_type(c.after, '$.' || ?) IS NOT NULL)"
            " ORDER BY c.number DESC LIMIT 1",
            (key, _TABLE, column),
        )
        .first()
    )
    if row is None:
        return 0, None
    return row[0], None if row[1] is None else UUID(bytes=row[1])


def to_seal(found: list[Difference], *, is_first: bool) -> list[Difference]:
    """Return what the others are to get of this PC.

    `is_first`: what it has was never offered to them under the present keys.
    """
    return [
        one
        for one in found
        if one.value != UNOPENED
        and (
            one.is_newer
            or (one.is_newer is None and one.is_known and not one.sealed)
            or (is_first and one.is_known and not one.opened)
        )
    ]


def seal(session: Session, keys: ShopKeys, one: Difference) -> None:
    """Write the sealed form of a value, captured as any change."""
    sealed = "" if not one.value else keys.seal(_TABLE, one.user_id, one.column, one.value)
    _write(session, one.user_id, SEALED[one.column], sealed)


def open_all(session: Session, found: list[Difference]) -> None:
    """Write what others sealed; needs a silent capture, for it is no change of this PC.

    What no key here opens stays closed: whoever had no password is not let in without one.
    """
    for one in found:
        if one.opened is not None:
            _write(session, one.user_id, one.column, one.opened)
        elif not one.value:
            _write(session, one.user_id, one.column, UNOPENED)


def closed_rows(
    columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Return columns and rows of new users with hashes that nothing fits, where some are sealed.

    Until they are opened nobody is let in without the password.
    """
    at = [columns.index(sealed) for sealed in SEALED.values()]
    whole = [(*row, *(UNOPENED if row[one] else "" for one in at)) for row in rows]
    return (*columns, *SEALED), whole


def close_changed(connection: Connection, key: bytes, values: Mapping[str, Any]) -> None:
    """Let nobody in without the password where a user is about to get other sealed `values`.

    Needs a silent capture. A hash that is there counts until the other one is opened.
    """
    for column, sealed in SEALED.items():
        if values.get(sealed):
            connection.exec_driver_sql(
                f'UPDATE {_TABLE} SET "{column}" = ?'
                f' WHERE id = ? AND "{column}" = \'\' AND "{sealed}" <> ?',
                (UNOPENED, key, values[sealed]),
            )


def unopened(session: Session, keys: ShopKeys) -> bool:
    """Return whether anything is sealed with a key that is not here."""
    return any(one.opened is None for one in differences(session, keys))


def _write(session: Session, user_id: UUID, column: str, value: str) -> None:
    session.connection().exec_driver_sql(
        f'UPDATE {_TABLE} SET "{column}" = ? WHERE id = ?', (value, user_id.bytes)
    )
