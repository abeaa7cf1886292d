"""Rows about customers."""

from collections.abc import Callable, Sequence
from typing import Final

from ecrm_desktop.drafts.imports import ImportedCustomer, MatchBy, OnMatch, SaidReferrer
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.services.customer_index import postponed_index
from ecrm_desktop.services.imports.customer_batch import CustomerBatch
from ecrm_desktop.services.imports.import_context import ImportContext, field_of
from ecrm_desktop.services.imports.matched_customer import MatchedCustomer
from ecrm_desktop.services.imports.note_lines import kept_lines
from ecrm_desktop.services.imports.own_fields import OwnFields
from ecrm_desktop.services.imports.referrers import Referrers
from ecrm_desktop.services.imports.row_values import NAMES, RowValues, row_values_of
from ecrm_desktop.services.imports.same_person import chosen, has_more_in_common
from ecrm_desktop.services.imports.told_keys import ToldKeys
from ecrm_desktop.values.batches import batched

_TOLD_BY: Final = {
    MatchBy.CODE: ("code",),
    MatchBy.NATIONAL_ID: ("national_id",),
    MatchBy.EMAIL: ("email",),
    MatchBy.NAME_AND_PHONE: NAMES,
}

_AT_ONCE: Final = 1_000


class CustomerRows:
    """Makes customers, or changes those who are there already.

    A row that gives nothing to match by is about a customer of that name of whom it says nothing
    new, if there is one: so the same file can be read twice.
    """

    def __init__(self, context: ImportContext) -> None:
        self._context = context
        self._batch = CustomerBatch(context)
        self._own = OwnFields(context)
        self._said: dict[int, SaidReferrer] = {}
        self._referrers = Referrers(context)
        self._refused: list[tuple[int, RowValues, EcrmError]] = []
        self._met: set[bytes] = set()
        self._told = ToldKeys(context.settings.match)
        self._identity = {name for way in context.settings.match for name in _TOLD_BY.get(way, ())}

    def take(self, rows: Sequence[ImportedCustomer]) -> None:
        """Bring in a block of rows."""
        read = []
        for row in rows:
            try:
                read.append((row.row, row_values_of(row, self._own.stored(row.own))))
                if row.referrer is not None:
                    self._said[row.row] = row.referrer
            except EcrmError as error:
                self._context.reject(row.row, error)
        self._take_all(read)

    def _take_all(self, rows: Sequence[tuple[int, RowValues]]) -> None:
        row_values = [one for _, one in rows]
        self._batch.load(
            row_values,
            by_name=[one for one in row_values if self._goes_by_name(one)],
            ids=self._told.find_all(row_values),
        )
        met_first: list[MatchedCustomer] = []
        for row_number, one in rows:
            try:
                self._take(row_number, one, met_first)
            except EcrmError as error:
                self._refused.append((row_number, one, error))
        for customer in met_first:
            if customer.is_changed:
                self._context.counts.updated += 1
            else:
                self._context.counts.unchanged += 1
                self._referrers.tell_unchanged(customer.id)
        self._batch.write(self._told.codes)

    def forget(self) -> None:
        """Forget what was found before others wrote."""
        self._own.load()

    def finish(self, rest: Callable[[], None]) -> None:
        """Try refused rows again: a later row may have made whom they are about.

        The same file, read again, would find them from the start. Where later rows win, an earlier
        one may not come after them.
        """
        context, tried = self._context, 0
        while context.settings.on_match is not OnMatch.UPDATE_ALL and tried != len(self._refused):
            refused, self._refused = self._refused, []
            tried = len(refused)
            for some in batched(refused, _AT_ONCE):
                rest()
                with postponed_index(context.connection, context.index):
                    self._take_all([(row_number, one) for row_number, one, _ in some])
        for row_number, _, error in self._refused:
            context.reject(row_number, error)
        self._referrers.find(rest)
        context.problems.sort(key=lambda problem: problem.row)

    def _goes_by_name(self, row_values: RowValues) -> bool:
        ways = self._context.settings.match
        return bool(ways) and not any(row_values.keys(way) for way in ways)

    def _take(self, row: int, row_values: RowValues, met_first: list[MatchedCustomer]) -> None:
        counts, on_match = self._context.counts, self._context.settings.on_match
        customer = self._find(row, row_values)
        if customer is None:
            self._check_code_not_told(row_values)
            customer = self._batch.create(row_values)
            self._met.add(customer.id)
            counts.new += 1
            self._tell(row, row_values, customer)
            return
        if on_match is not OnMatch.ADD_ONLY:
            # Later rows find by it whom they are about; so they do when the file is read again.
            keeps = self._identity if customer.id in self._met else ()
            row_values = self._told.without_those_of_others(row_values, customer.id)
            row_values = self._batch.with_shared_kept(customer, row_values)
            self._batch.change(customer, row_values, on_match, keeps)
        if on_match is OnMatch.FILL_EMPTY:
            self._told.tell(row_values, customer)
        if customer.id in self._met:
            counts.duplicates += 1
        else:
            self._met.add(customer.id)
            met_first.append(customer)
        self._tell(row, row_values, customer)

    def _tell(self, row: int, row_values: RowValues, customer: MatchedCustomer) -> None:
        is_changed = self._context.settings.on_match is not OnMatch.ADD_ONLY
        if (said := self._said.pop(row, None)) and (is_changed or customer.stored is None):
            self._referrers.tell(row, customer.id, said)
        if row_values.kept:
            self._context.kept.tell(row, kept_lines(customer.values["notes"], row_values))

    def _check_code_not_told(self, row_values: RowValues) -> None:
        code = row_values.values.get("code")
        if code in self._told.codes and (owner := self._told_of(MatchBy.CODE, row_values)):
            raise InvalidInput(Problem.CODE_TAKEN, "code", code=code, name=owner.name)

    def _find(self, row: int, row_values: RowValues) -> MatchedCustomer | None:
        if self._goes_by_name(row_values):
            return self._batch.alike(row_values) or self._batch.whose_birthday(row_values)
        other: tuple[MatchBy, MatchedCustomer] | None = None
        for way in self._context.settings.match:
            keys = row_values.keys(way)
            if not keys:
                continue
            found = self._candidates(way, row_values)
            customer = chosen(way, found, row_values)
            if customer is not None or (found and self._is_sure(way, found[0], row_values)):
                return customer or found[0]
            # A code of another makes a problem, or yields where the counter gave it.
            if found and other is None and way is not MatchBy.CODE:
                other = way, found[0]
        if other is None:
            return None
        way, customer = other
        is_same = self._context.check_shared(
            row, way, str(row_values.keys(way)[0][-1]), row_values.name, customer.name
        )
        if not is_same and not self._batch.found(way, row_values):
            # Somebody else with it would be found by the row that told it, read again.
            raise InvalidInput(Problem.OTHER_NAME, field_of(way), name=customer.name)
        return customer if is_same else None

    def _is_sure(self, way: MatchBy, customer: MatchedCustomer, row_values: RowValues) -> bool:
        """Tell whether a code is one person's whatever the name.

        A code may have been given to two people, here and in the file, where the shop gave codes
        before the list with codes came.
        """
        if way is not MatchBy.CODE:
            return False
        was_merged = self._batch.was_merged(customer, row_values.values["code"])
        return was_merged or has_more_in_common(customer, row_values)

    def _candidates(self, way: MatchBy, row_values: RowValues) -> list[MatchedCustomer]:
        """Return who has what a row gives to match by, or of whom the file told it before."""
        found = self._batch.found(way, row_values)
        told = None if found else self._told_of(way, row_values)
        return found if told is None else [told]

    def _told_of(self, way: MatchBy, row_values: RowValues) -> MatchedCustomer | None:
        told = self._told.find(way, row_values)
        return None if told is None else self._batch.with_id(told)
