"""Rows about customers."""

from collections.abc import Sequence
from typing import Final

from ecrm_desktop.drafts.imports import ImportedCustomer, MatchBy, OnMatch
from ecrm_desktop.errors import EcrmError
from ecrm_desktop.services.imports.own_fields import OwnFields
from ecrm_desktop.services.imports.people import People, Person
from ecrm_desktop.services.imports.said import NAMES, Said, are_unlike, what_is_said
from ecrm_desktop.services.imports.work import Work

_TOLD_BY: Final = {
    MatchBy.CODE: ("code",),
    MatchBy.NATIONAL_ID: ("national_id",),
    MatchBy.EMAIL: ("email",),
    MatchBy.NAME_AND_PHONE: NAMES,
}

_TELLING: Final = ("company_name", "national_id", "email")


class CustomerRows:
    """Makes customers, or changes those who are there already.

    A row that gives nothing to match by is about a customer of that name of whom it says nothing
    new, if there is one: so the same file can be read twice.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._people = People(work)
        self._own = OwnFields(work)
        self._met: set[bytes] = set()
        self._identity = {name for way in work.settings.match for name in _TOLD_BY.get(way, ())}

    def take(self, rows: Sequence[ImportedCustomer]) -> None:
        """Bring in a block of rows."""
        said = []
        for row in rows:
            try:
                said.append((row.row, what_is_said(row.draft, self._own.stored(row.own))))
            except EcrmError as error:
                self._work.refuse(row.row, error)
        keyless = [one for _, one in said if self._goes_by_name(one)]
        self._people.load((one for _, one in said), by_name=keyless)
        met_first: list[Person] = []
        for row_number, one in said:
            try:
                self._take(one, met_first)
            except EcrmError as error:
                self._work.refuse(row_number, error)
        for person in met_first:
            if person.is_changed:
                self._work.counts.updated += 1
            else:
                self._work.counts.unchanged += 1
        self._people.write()

    def finish(self) -> None:
        """Do what can only be done after the last row."""

    def _goes_by_name(self, said: Said) -> bool:
        ways = self._work.settings.match
        return bool(ways) and not any(said.has(way) for way in ways)

    def _take(self, said: Said, met_first: list[Person]) -> None:
        counts, on_match = self._work.counts, self._work.settings.on_match
        person = self._find(said)
        if person is None:
            self._met.add(self._people.create(said).id)
            counts.new += 1
            return
        if on_match is not OnMatch.ADD_ONLY:
            # Later rows find by it whom they are about; so they do when the file is read again.
            keeps = self._identity if person.id in self._met else ()
            self._people.change(person, said, on_match, keeps)
        if person.id in self._met:
            counts.duplicates += 1
        else:
            self._met.add(person.id)
            met_first.append(person)

    def _find(self, said: Said) -> Person | None:
        if self._goes_by_name(said):
            return self._people.alike(said)
        for way in self._work.settings.match:
            person = self._found(way, said) if said.has(way) else None
            if person is not None and not (way is MatchBy.CODE and self._is_another(person, said)):
                return person
        return None

    def _is_another(self, person: Person, said: Said) -> bool:
        """Tell whether a code was given to two people, here and in the file.

        It happens where the shop gave codes before the list with codes came. Who is to be changed
        to what the file says may get any name by that.
        """
        if (
            self._work.settings.on_match is OnMatch.UPDATE_ALL
            or person.values["code"] != said.values["code"]  # a former one of who was merged
            or any(said.values.get(name) == person.values[name] != "" for name in _TELLING)
        ):
            return False
        phones = person.parts.get("customer_phones", {})
        shared = any((number,) in phones for number in said.numbers)
        return not shared and are_unlike(person.values, said.values)

    def _found(self, way: MatchBy, said: Said) -> Person | None:
        match way:
            case MatchBy.CODE:
                return self._people.with_code(said.values["code"])
            case MatchBy.NATIONAL_ID:
                return self._people.with_national_id(said.values["national_id"])
            case MatchBy.EMAIL:
                return self._people.with_email(said.values["email"])
            case MatchBy.PHONE | MatchBy.NAME_AND_PHONE:
                return self._people.with_phone(said, and_name=way is MatchBy.NAME_AND_PHONE)
