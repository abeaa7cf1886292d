"""Whom purchases and interactions name: found by code, phone or e-mail, made when new."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from ecrm_desktop.drafts.imports import MatchBy, SharedKey
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.services.imports.customer_batch import CustomerBatch
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.services.imports.matched_customer import MatchedCustomer
from ecrm_desktop.services.imports.row_values import RowValues, cleaned_lines, phone_rows
from ecrm_desktop.services.imports.same_person import chosen, has_more_in_common, is_nameless
from ecrm_desktop.text.phone_extensions import extension_text
from ecrm_desktop.values.person_names import ReadName, phone_label, read_name
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import CustomerKind

_REMEMBERED = 50_000


class BuyerKey(NamedTuple):
    """What a row says about its customer; `code` and `name` as they are stored."""

    code: str
    phone: Phone | None
    name: str
    email: str = ""


class BuyerMatcher:
    """The customers that rows name, by what the rows say."""

    def __init__(self, context: ImportContext, *, makes: Callable[[BuyerKey], bool]) -> None:
        """Build it; `makes` tells of whom a customer is made when nobody is found."""
        self._context = context
        self._batch = CustomerBatch(context)
        self._makes = makes
        self._known: dict[BuyerKey, bytes] = {}
        self._shared: dict[BuyerKey, SharedKey] = {}
        self.refused: dict[BuyerKey, EcrmError] = {}
        """Whose rows are to be left out, and why."""

    def forget(self) -> None:
        """Forget whom was found so far."""
        self._known, self._shared, self.refused = {}, {}, {}

    def find(self, wanted: Iterable[tuple[BuyerKey, int]]) -> dict[BuyerKey, bytes]:
        """Return the ids of customers; whoever is missing in it is nobody in particular.

        Each is wanted with the numbers of the rows about them. A row is never about somebody with
        an unlike name: then it is about who has that name, else about somebody new, who gets
        another code if they gave somebody else's. An unknown code of a known person is theirs too.
        """
        buyers: dict[BuyerKey, int] = {}
        asked = list(wanted)
        for one, row in asked:
            if one.code or one.phone or one.email:
                buyers.setdefault(one, row)
        new = [one for one in buyers if one not in self._known and one not in self.refused]
        if new:
            self._look_for(new, buyers)
        for one, row in asked if self._shared else ():
            if shared := self._shared.get(one):
                self._context.shared.tell(replace(shared, row=row))
        return self._known

    def _look_for(self, new: list[BuyerKey], buyers: dict[BuyerKey, int]) -> None:
        if len(self._known) > _REMEMBERED:
            self._known = {one: self._known[one] for one in buyers if one in self._known}
        row_values = {one: _row_values(one) for one in new}
        self._batch.load(row_values.values())
        unlike = [one for one in row_values.values() if self._is_unlike(one)]
        if unlike:
            self._batch.named(unlike)
        for buyer in new:
            try:
                customer = self._find(buyer, buyers[buyer], row_values[buyer])
            except EcrmError as error:
                self.refused[buyer] = error
                continue
            if customer is None and self._makes(buyer):
                customer = self._batch.create(row_values[buyer])
                self._context.kept.tell(buyers[buyer], row_values[buyer].kept)
            if customer is not None:
                self._known[buyer] = customer.id
        self._batch.write()

    def _is_unlike(self, row_values: RowValues) -> bool:
        found = [self._batch.found(way, row_values) for way in _ways(row_values)]
        return any(found) and not any(
            self._chosen(way, some, row_values)
            for way, some in zip(_ways(row_values), found, strict=True)
        )

    def _find(self, buyer: BuyerKey, row: int, row_values: RowValues) -> MatchedCustomer | None:
        code = row_values.values.get("code", "")
        others: list[tuple[MatchBy, MatchedCustomer]] = []
        for way in _ways(row_values):
            found = self._batch.found(way, row_values)
            customer = self._chosen(way, found, row_values)
            if customer is None:
                others += [(way, one) for one in found[:1]]
            elif way is MatchBy.CODE or not code or not is_nameless(customer.values):
                return customer
        if not others:
            return None
        way, other = others[0]
        value = str(row_values.keys(way)[0][-1])
        name = row_values.name
        self._shared[buyer] = SharedKey(row=row, way=way, value=value, name=name, other=other.name)
        is_same = self._context.check_shared(row, way, value, name, other.name)
        if is_same:
            return other
        if code and way is not MatchBy.CODE:
            return None
        namesake = self._batch.namesake(row_values)
        if namesake is None and way is MatchBy.CODE:
            if not row_values.numbers and "email" not in row_values.values:
                raise InvalidInput(Problem.OTHER_NAME, "code", name=other.name)
            del row_values.values["code"]
        return namesake

    def _chosen(
        self, way: MatchBy, found: list[MatchedCustomer], row_values: RowValues
    ) -> MatchedCustomer | None:
        if found and way is MatchBy.CODE:
            was_merged = self._batch.was_merged(found[0], row_values.values["code"])
            if was_merged or has_more_in_common(found[0], row_values):
                return found[0]
        return chosen(way, found, row_values)


def _ways(row_values: RowValues) -> list[MatchBy]:
    """Return how somebody is looked for; with a code but no name they are nobody else."""
    if row_values.values.get("code") and is_nameless(row_values.values):
        return [MatchBy.CODE]
    return [one for one in (MatchBy.CODE, MatchBy.PHONE, MatchBy.EMAIL) if row_values.keys(one)]


def _row_values(buyer: BuyerKey) -> RowValues:
    """Return what a list of customers with such a row would say."""
    who = read_name(buyer.name) if buyer.name else ReadName()
    values = {
        "code": buyer.code,
        "first_name": who.first_name,
        "last_name": who.last_name,
        "company_name": who.company_name,
        "gender": who.gender.value if who.gender else "",
        "email": buyer.email,
        "kind": "" if who.kind is CustomerKind.PERSON else who.kind.value,
    }
    row_values = RowValues({name: text for name, text in values.items() if text})
    row_values.titles = cleaned_lines((who.title,))
    if buyer.phone:
        if buyer.phone.extension:
            row_values.kept = cleaned_lines((extension_text(buyer.phone),))
        label = phone_label(buyer.phone, who.kind).value
        row_values.parts["customer_phones"] = phone_rows([(buyer.phone, label)])
    return row_values
