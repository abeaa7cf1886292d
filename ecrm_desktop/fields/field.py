"""How a field is declared: plain data that forms, files, reports and services read."""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from enum import Enum, auto


class ValueKind(Enum):
    """What a field holds: how it is cleaned for storing, read from a file and shown."""

    LINE = auto()  # one line of any text
    LINES = auto()
    CHOICE = auto()  # a member of one of `values.statuses`
    FLAG = auto()
    COUNT = auto()
    MONEY = auto()  # minor units
    QUANTITY = auto()  # thousandths
    SECONDS = auto()
    MINUTES = auto()
    DAYS = auto()
    YEARS = auto()  # 0: for ever
    DATE = auto()
    TIME = auto()
    INSTANT = auto()
    PARTIAL_DATE = auto()  # a `PartialDate`, stored as its text
    EMAIL = auto()
    NATIONAL_ID = auto()
    POSTAL_CODE = auto()
    PHONE = auto()
    CODE = auto()  # a number or address that is not for adding up
    CURRENCY = auto()
    SECRET = auto()
    REFERENCE = auto()  # the id of another record
    PARTS = auto()  # rows of another table


class MergeRule(Enum):
    """What becomes of a field when two records are made one."""

    NONE = auto()  # it is no part of that
    ONE = auto()  # the value of the one who stays, unless that is empty or the other one is chosen
    BOTH = auto()  # both texts together, unless one is chosen
    ALL = auto()  # parts: what only the other one has is added


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a record, named as its column; parts as the attribute of the draft.

    `say` gives its title in the user's language; None: it is nothing for people, such as what is
    worked out from other fields. `file_say` is another title where it is a column of a file.
    """

    name: str
    kind: ValueKind
    say: Callable[[], str] | None = None
    _: KW_ONLY
    in_draft: bool = True  # False: the program keeps it itself
    merge: MergeRule = MergeRule.NONE
    imported_as: str = ""  # its name in mappings; "": no file fills it
    file_say: Callable[[], str] | None = None
    is_personal: bool = False  # it goes when the customer is forgotten

    @property
    def is_shown(self) -> bool:
        """Whether people ever see it."""
        return self.say is not None

    @property
    def title(self) -> str:
        """The title; LookupError for what is nothing for people."""
        if self.say is None:
            raise LookupError(self.name)
        return self.say()

    @property
    def file_title(self) -> str:
        """The title where it is a column of a file."""
        return self.file_say() if self.file_say is not None else self.title


@dataclass(frozen=True, slots=True)
class RecordSpec:
    """One kind of record: its table, what one is called, and its fields as people read them.

    `record["job"]` is a field; KeyError for what is none.
    """

    table: str
    say: Callable[[], str]
    fields: tuple[FieldSpec, ...]
    _by_name: Mapping[str, FieldSpec] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {one.name: one for one in self.fields})

    def __getitem__(self, name: str) -> FieldSpec:
        return self._by_name[name]

    @property
    def title(self) -> str:
        """What one record is called in the user's language."""
        return self.say()

    @property
    def columns(self) -> tuple[FieldSpec, ...]:
        """The fields that are columns of the table, which is all but parts."""
        return tuple(one for one in self.fields if one.kind is not ValueKind.PARTS)
