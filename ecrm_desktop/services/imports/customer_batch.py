"""The customers that a block of rows is about: found in few queries, made and changed in bulk."""

from collections.abc import Container, Iterable
from dataclasses import replace
from itertools import chain
from typing import Final

from ecrm_desktop.drafts.imports import MatchBy, OnMatch
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import Synced, utc_now
from ecrm_desktop.models.customers import (
    Customer,
    CustomerConsent,
    CustomerFavorite,
    CustomerFieldValue,
    CustomerPhone,
    CustomerSocial,
    CustomerTag,
)
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.services.customer_codes import next_codes, reach_codes
from ecrm_desktop.services.imports.customer_queries import (
    BY_CODE,
    BY_EMAIL,
    BY_NAME,
    BY_NATIONAL_ID,
    BY_PHONE,
    IDS,
    LOADED,
    MERGED,
)
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.services.imports.matched_customer import MatchedCustomer, Part
from ecrm_desktop.services.imports.note_lines import changed_note, new_note, says_nothing_new
from ecrm_desktop.services.imports.row_values import (
    COLUMNS,
    NAMES,
    NULLABLE,
    PARTS,
    Key,
    RowValues,
    name_key,
    new_customer_values,
)
from ecrm_desktop.services.imports.what_stands import changed_names, make_main, standing
from ecrm_desktop.text.phone_extensions import shared_phone_text
from ecrm_desktop.values.ids import new_id_bytes, to_hex
from ecrm_desktop.values.phone import national
from ecrm_desktop.values.statuses import CustomerKind

_MODELS: Final[dict[str, type[Synced]]] = {
    "customer_phones": CustomerPhone,
    "customer_consents": CustomerConsent,
    "customer_socials": CustomerSocial,
    "customer_favorites": CustomerFavorite,
    "customer_tags": CustomerTag,
    "customer_field_values": CustomerFieldValue,
}
_NEW: Final = dict.fromkeys(COLUMNS, "") | {"kind": CustomerKind.PERSON.value}
_NOTHING: Final = {name: None if name in NULLABLE else "" for name in COLUMNS}
_FOLDED: Final = frozenset({"first_name", "last_name"})
_SPECIAL: Final = frozenset({"code", "kind", "national_id", "notes", *NAMES})
# Their other columns say something; those of a phone are the shop's own affair.
_VALUED: Final = frozenset({"customer_consents", "customer_field_values"})

_OF_CALENDARS: Final = {*NAMES, "kind", "gender", "birth_date", "notes"}

_TABLE: Final = Customer.__tablename__


class CustomerBatch:
    """The living customers that a block of rows may be about."""

    def __init__(self, context: ImportContext) -> None:
        self._context = context
        self._store = context.store()
        self._customers = self._store.table(Customer, f"id {' '.join(COLUMNS)}")
        self._parts = {
            table: self._store.table(_MODELS[table], " ".join(("id", "customer_id", *keys, *rest)))
            for table, (keys, rest) in PARTS.items()
        }
        # Codes that the counter gave in this import: they yield to the same code in a later row.
        self._counted: set[str] = set()
        self._clear()

    def _clear(self) -> None:
        self._all: dict[bytes, MatchedCustomer] = {}
        self._by_code: dict[str, MatchedCustomer] = {}
        self._by_merged_code: dict[str, MatchedCustomer] = {}
        self._by_national_id: dict[str, MatchedCustomer] = {}
        self._by_email: dict[str, list[MatchedCustomer]] = {}
        self._by_phone: dict[str, list[MatchedCustomer]] = {}
        self._by_name: dict[tuple[str, str], list[MatchedCustomer]] = {}
        self._ids: dict[str, bytes] = {}
        self._looks_for_names = False

    def load(
        self,
        rows: Iterable[RowValues],
        *,
        by_name: Iterable[RowValues] = (),
        ids: Iterable[bytes] = (),
    ) -> None:
        """Find everybody that rows may be about: by code, national ID, e-mail, phone.

        `by_name` are rows to be found by their name too; those with `ids` are wanted in any case.
        """
        self._clear()
        row_values, nameless = list(rows), list(by_name)
        self._looks_for_names = bool(nameless)
        codes = {code for one in row_values if (code := one.values.get("code"))}
        national_ids = {text for one in row_values if (text := one.values.get("national_id"))}
        emails = {text for one in row_values if (text := one.values.get("email"))}
        phones = self._context.found(
            BY_PHONE, {number for one in row_values for number in one.numbers}
        )
        merged = self._context.found(MERGED, codes)
        found = {*ids, *(row[0] for row in self._context.found(BY_CODE, codes))}
        found.update(row[0] for row in self._context.found(BY_NATIONAL_ID, national_ids))
        found.update(row[0] for row in self._context.found(BY_EMAIL, emails))
        found.update(
            row[0] for row in self._context.found(BY_NAME, {one.name_key for one in nameless})
        )
        found.update(row[-1] for row in chain(phones, merged))
        self._enter_all(found)
        for number, _at, customer_id in sorted(phones):
            self._by_phone.setdefault(number, []).append(self._all[customer_id])
        self._by_merged_code = {code: self._all[kept] for code, kept in merged}
        self._load_parts({table for one in row_values for table in one.parts})
        self._ids = self._context.free_ids(_TABLE, dict.fromkeys(codes, 0))

    def _enter_all(self, ids: Iterable[bytes]) -> None:
        # In the order of their making, so that the oldest of several is found first.
        for row in self._context.found(LOADED, to_hex(ids)):
            values = {name: text or "" for name, text in zip(COLUMNS, row[1:], strict=True)}
            self._enter(MatchedCustomer(row[0], values, stored=True))

    def _enter(self, customer: MatchedCustomer) -> None:
        self._all[customer.id] = customer
        self._by_code.setdefault(customer.values["code"], customer)
        self._by_national_id.setdefault(customer.values["national_id"], customer)
        if email := customer.values["email"]:
            same = self._by_email.setdefault(email, [])
            if customer not in same:
                same.append(customer)
        if self._looks_for_names:
            namesakes = self._by_name.setdefault(name_key(customer.values), [])
            if customer not in namesakes:
                namesakes.append(customer)

    def _load_parts(self, tables: Iterable[str]) -> None:
        for table in tables:
            keys, rest = PARTS[table]
            columns = ", ".join(("customer_id", "id", *keys, *rest))
            rows = self._context.found(
                f"SELECT {columns} FROM {table} WHERE customer_id IN {IDS} ORDER BY id",
                to_hex(self._all),
            )
            for customer_id, row_id, *values in rows:
                part = self._all[customer_id].parts.setdefault(table, {})
                others = tuple(values[len(keys) :])
                part.setdefault(tuple(values[: len(keys)]), Part(row_id, others, stored=True))

    def with_id(self, customer_id: bytes) -> MatchedCustomer | None:
        """Return somebody of this block, unless they are gone by now."""
        return self._all.get(customer_id)

    def was_merged(self, customer: MatchedCustomer, code: str) -> bool:
        """Tell whether a code is that of somebody who was merged into this customer."""
        return self._by_merged_code.get(code) is customer

    def with_code(self, code: str) -> MatchedCustomer | None:
        """Return who has this code, or had it before they were merged into another."""
        return self._by_code.get(code) or self._by_merged_code.get(code)

    def found(self, way: MatchBy, row_values: RowValues) -> list[MatchedCustomer]:
        """Return who has what a row gives to match by, whatever they are called; the oldest first.

        Of two people with a phone and the name of the row in `NAME_AND_PHONE`, both have the name.
        """
        match way:
            case MatchBy.CODE:
                one = self.with_code(row_values.values["code"])
                return [] if one is None else [one]
            case MatchBy.NATIONAL_ID:
                one = self._by_national_id.get(row_values.values["national_id"])
                return [] if one is None else [one]
            case MatchBy.EMAIL:
                return self._by_email.get(row_values.values["email"], [])
        found = [one for number in row_values.numbers for one in self._by_phone.get(number, ())]
        if way is MatchBy.NAME_AND_PHONE and found:
            wanted = "".join(row_values.name_key)
            return [one for one in found if "".join(name_key(one.values)) == wanted]
        return found

    def named(self, rows: Iterable[RowValues]) -> None:
        """Find who has the whole name of rows, beside those who were found before."""
        self._looks_for_names = True
        found = {row[0] for row in self._context.found(BY_NAME, {one.name_key for one in rows})}
        for customer in self._all.values():
            self._enter(customer)
        self._enter_all(found - self._all.keys())

    def namesake(self, row_values: RowValues) -> MatchedCustomer | None:
        """Return the only one of those `named` who has the first and family name of a row."""
        found = self._by_name.get(row_values.name_key, ())
        return found[0] if len(found) == 1 and all(row_values.name_key) else None

    def alike(self, row_values: RowValues) -> MatchedCustomer | None:
        """Return somebody of this name about whom the row says nothing new."""
        updates = self._context.settings.on_match is OnMatch.UPDATE_ALL
        for one in self._by_name.get(row_values.name_key, ()):
            same_values = all(
                name in _FOLDED or name == "notes" or one.values[name] == text
                for name, text in row_values.values.items()
            ) and says_nothing_new(one.values["notes"], row_values, fills=not updates)
            if same_values and all(
                key in one.parts.get(table, {}) for table, rows in row_values.parts.items()
                for key, _ in rows
            ):  # fmt: skip
                return one
        return None

    def whose_birthday(self, row_values: RowValues) -> MatchedCustomer | None:
        """Return the only one of this first and family name, for a row with nothing but a birthday.

        A calendar names people, and says nothing else of them.
        """
        if row_values.parts or not {"birth_date"} <= row_values.values.keys() <= _OF_CALENDARS:
            return None
        one = self.namesake(row_values)
        return None if one is None or one.values["birth_date"] else one

    def create(self, row_values: RowValues) -> MatchedCustomer:
        """Make a customer; CODE_TAKEN (code, name), NATIONAL_ID_TAKEN (name)."""
        code = row_values.values.get("code", "")
        self._check_national_id_free(None, row_values.values.get("national_id", ""))
        values = _NEW | new_customer_values(row_values) | {"notes": new_note(row_values)}
        self._claim_code(None, code)
        # Once only: who has it may have got another code since.
        own_id = self._ids.pop(code, None) or new_id_bytes()
        customer = MatchedCustomer(own_id, values, stored=False)
        self._enter(customer)
        self._add_parts(customer, row_values, OnMatch.UPDATE_ALL, may_share=True)
        self._context.counts.customers_new += 1
        return customer

    def change(
        self,
        customer: MatchedCustomer,
        row_values: RowValues,
        on_match: OnMatch,
        keeps: Container[str] = (),
    ) -> None:
        """Fill in or take over what is said; raises as `create`, and then nothing is changed.

        The columns that the person `keeps` are only filled in. A phone that somebody else has is
        not added: it may be what tells them apart.
        """
        fills = on_match is OnMatch.FILL_EMPTY
        if any(name in keeps and customer.values[name] for name in row_values.values):
            values = {
                n: t
                for n, t in row_values.values.items()
                if n not in keeps or not customer.values[n]
            }
            row_values = replace(row_values, values=values)
        changes = {
            name: text
            for name, text in row_values.values.items()
            if name not in _SPECIAL and not (fills and customer.values[name])
        }
        changes["notes"] = changed_note(customer.values["notes"], row_values, fills=fills)
        changes |= changed_names(customer.values, row_values.values, fills=fills)
        national_id = row_values.values.get("national_id", "")
        if national_id and not (fills and customer.values["national_id"]):
            self._check_national_id_free(customer, national_id)
            changes["national_id"] = national_id
        code = row_values.values.get("code", "")
        if code and not fills and not self.was_merged(customer, code):
            self._claim_code(customer, code)
            changes["code"] = code
        if not fills and "kind" in row_values.values:
            changes["kind"] = row_values.values["kind"]
        for name, index in (("code", self._by_code), ("national_id", self._by_national_id)):
            if changes.get(name, customer.values[name]) != customer.values[name]:
                index.pop(customer.values[name], None)
        customer.values |= changes
        self._enter(customer)
        self._add_parts(customer, row_values, on_match, may_share=False)

    def with_shared_kept(self, customer: MatchedCustomer, row_values: RowValues) -> RowValues:
        """Return what a row says of somebody with a line for each phone that stays another's."""
        there = customer.parts.get("customer_phones", {})
        others = [
            shared_phone_text(national(number))
            for number in row_values.numbers
            if (number,) not in there and self._by_phone.get(number)
        ]
        if not others:
            return row_values
        return replace(row_values, kept=(*row_values.kept, *others))

    def _claim_code(self, customer: MatchedCustomer | None, code: str) -> None:
        owner = self._by_code.get(code) if code else None
        if owner is None or owner is customer:
            return
        if code not in self._counted:
            raise InvalidInput(Problem.CODE_TAKEN, "code", code=code, name=owner.name)
        self._counted.discard(code)
        del self._by_code[code]
        owner.values["code"] = ""

    def _check_national_id_free(self, customer: MatchedCustomer | None, national_id: str) -> None:
        owner = self._by_national_id.get(national_id) if national_id else None
        if owner is not None and owner is not customer:
            raise InvalidInput(Problem.NATIONAL_ID_TAKEN, "national_id", name=owner.name)

    def _add_parts(
        self,
        customer: MatchedCustomer,
        row_values: RowValues,
        on_match: OnMatch,
        *,
        may_share: bool,
    ) -> None:
        for table, rows in row_values.parts.items():
            there = customer.parts.setdefault(table, {})
            for key, values in rows:
                row = there.get(key)
                if row is None:
                    if table == "customer_phones" and not may_share and self._by_phone.get(key[0]):
                        continue
                    there[key] = Part(new_id_bytes(), values, stored=False)
                    if table == "customer_phones":
                        self._add_phone(customer, there, key)
                elif table in _VALUED:
                    row.values = standing(table, row.values, values, on_match)
        phones = customer.parts.get("customer_phones", {})
        main = next(((number,) for number in row_values.numbers if (number,) in phones), None)
        if main is not None and on_match is OnMatch.UPDATE_ALL:
            make_main(phones, main)

    def _add_phone(self, customer: MatchedCustomer, there: dict[Key, Part], key: Key) -> None:
        label = there[key].values[0]
        before = [row.values[2] for one, row in there.items() if one != key]
        there[key].values = (label, int(not before), max(before) + 1 if before else 0)
        self._by_phone.setdefault(str(key[0]), []).append(customer)

    def write(self, apart_from: Iterable[str] = ()) -> None:
        """Write everybody who is new or changed, and bring the index up to date.

        Codes are given out `apart_from` these and those that rows gave.
        """
        nameless = [one for one in self._all.values() if not one.values["code"]]
        given = {code for code in self._by_code if code}.union(apart_from)
        codes = next_codes(self._context.session, len(nameless), given)
        self._counted.update(codes)
        for customer, code in zip(nameless, codes, strict=True):
            customer.values["code"] = code
        now = stored_instant(utc_now())
        changed = [one for one in self._all.values() if one.is_changed]
        updates: dict[tuple[str, tuple[str, ...]], list[tuple[object, ...]]] = {}
        for customer in changed:
            if customer.stored is None:
                values = [customer.values[name] or nothing for name, nothing in _NOTHING.items()]
                self._customers.append((customer.id, *values, now))
            else:
                names = tuple(n for n in COLUMNS if customer.values[n] != customer.stored[n])
                values = [customer.values[name] or _NOTHING[name] for name in names]
                if names:
                    updates.setdefault(("customers", names), []).append((*values, now, customer.id))
            self._write_parts(customer, updates, now)
        reach_codes(
            self._context.session,
            (
                one.values["code"]
                for one in changed
                if one.stored is None or one.values["code"] != one.stored["code"]
            ),
        )
        self._store.write()
        for (table, names), rows in updates.items():
            settings = ", ".join(f"{name} = ?" for name in (*names, "updated_at"))
            self._context.connection.exec_driver_sql(
                f"UPDATE {table} SET {settings} WHERE id = ?", rows
            )
        self._context.index.refresh(one.id for one in changed)
        self._clear()

    def _write_parts(
        self,
        customer: MatchedCustomer,
        updates: dict[tuple[str, tuple[str, ...]], list[tuple[object, ...]]],
        now: str,
    ) -> None:
        for table, part in customer.parts.items():
            for key, row in part.items():
                if row.stored is None:
                    self._parts[table].append((row.id, customer.id, *key, *row.values, now))
                elif row.values != row.stored:
                    rows = updates.setdefault((table, PARTS[table][1]), [])
                    rows.append((*row.values, now, row.id))
