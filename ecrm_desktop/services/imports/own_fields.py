"""The shop's own fields as a file names them: found by title, made when missing."""

import re
from typing import Final

from ecrm_desktop.drafts.customers import CustomerFieldDraft
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.services.customer_fields import define_customer_field
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.services.records import line_of
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.jalali import parse_date
from ecrm_desktop.values.statuses import FieldKind
from ecrm_desktop.values.text import fold

_NUMBER: Final = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
_SEPARATORS: Final = str.maketrans({"٬": "", ",": "", "٫": "."})


class OwnFields:
    """The fields that the shop defined, and those that this import adds."""

    def __init__(self, context: ImportContext) -> None:
        self._context = context
        self.load()

    def load(self) -> None:
        """Read what the shop defined by now."""
        self._by_title: dict[str, tuple[bytes, FieldKind, str]] = {}
        found = self._context.connection.exec_driver_sql(
            "SELECT id, title, kind, choices FROM customer_fields WHERE deleted_at IS NULL"
            " ORDER BY position"
        )
        for field_id, title, kind, choices in found.all():
            self._by_title.setdefault(fold(title), (field_id, FieldKind(kind), choices))

    def stored(self, own: tuple[tuple[str, str], ...]) -> tuple[tuple[bytes, str], ...]:
        """Return field ids with values as they are stored.

        Raises InvalidInput NUMBER_WRONG, DATE_WRONG, CHOICE_WRONG at `own:<title>`.
        """
        stored = []
        for title, text in own:
            try:
                value = line_of(text, "")
                if value:
                    field_id, kind, choices = self._field(title)
                    value = self._checked(value, kind, choices.splitlines())
                    stored.append((field_id, value))
            except EcrmError as error:
                raise error.at(f"own:{title}") from None
        return tuple(stored)

    def _field(self, title: str) -> tuple[bytes, FieldKind, str]:
        key = fold(title)
        if key not in self._by_title:
            field_id = define_customer_field(self._context.session, CustomerFieldDraft(title=title))
            self._context.session.flush()
            self._by_title[key] = (field_id.bytes, FieldKind.TEXT, "")
        return self._by_title[key]

    def _checked(self, value: str, kind: FieldKind, choices: list[str]) -> str:
        match kind:
            case FieldKind.NUMBER:
                number = to_latin_digits(value).translate(_SEPARATORS)
                if not _NUMBER.fullmatch(number):
                    raise InvalidInput(Problem.NUMBER_WRONG)
                return number
            case FieldKind.DATE:
                today = self._context.settings.now.date()
                return parse_date(value, today=today).isoformat()
            case FieldKind.CHOICE:
                wanted = fold(value)
                same = [choice for choice in choices if fold(choice) == wanted]
                if not same:
                    raise InvalidInput(Problem.CHOICE_WRONG)
                return same[0]
            case FieldKind.TEXT:
                return value
