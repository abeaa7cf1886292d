"""Whom rows about purchases and contacts name: found by code, phone or e-mail, made when new."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ecrm_desktop.services.imports.people import People, Person
from ecrm_desktop.services.imports.said import Said, phone_rows
from ecrm_desktop.services.imports.work import Work
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import PhoneLabel

_REMEMBERED = 50_000


class Named(NamedTuple):
    """What a row says about its customer; `code` and `name` as they are stored."""

    code: str
    phone: Phone | None
    name: str
    email: str = ""


class Buyers:
    """The customers that rows name, by what the rows say."""

    def __init__(self, work: Work, *, makes: Callable[[Named], bool]) -> None:
        """Build it; `makes` tells of whom a customer is made when nobody is found."""
        self._people = People(work)
        self._makes = makes
        self._known: dict[Named, bytes] = {}

    def find(self, wanted: Iterable[Named]) -> dict[Named, bytes]:
        """Return the ids of customers; whoever is missing in it is nobody in particular."""
        all_named = dict.fromkeys(one for one in wanted if one.code or one.phone or one.email)
        new = [one for one in all_named if one not in self._known]
        if new:
            if len(self._known) > _REMEMBERED:
                self._known = {one: self._known[one] for one in all_named if one in self._known}
            said = {one: _said(one) for one in new}
            self._people.load(said.values())
            for named in new:
                person = self._find(named, said[named])
                if person is None and self._makes(named):
                    person = self._people.create(said[named])
                if person is not None:
                    self._known[named] = person.id
            self._people.write()
        return self._known

    def _find(self, named: Named, said: Said) -> Person | None:
        if named.code:
            return self._people.with_code(named.code)
        found = self._people.with_phone(said, and_name=False)
        if found is None and named.email:
            found = self._people.with_email(named.email)
        return found


def _said(named: Named) -> Said:
    first, _, last = named.name.rpartition(" ")
    values = {
        "code": named.code,
        "first_name": first,
        "last_name": last,
        "email": named.email,
    }
    said = Said({name: text for name, text in values.items() if text})
    if named.phone:
        said.parts["customer_phones"] = phone_rows([(named.phone, PhoneLabel.MOBILE.value)])
    return said
