"""Errors raised on purpose; anything else is a bug."""

from enum import StrEnum
from typing import Final


class Problem(StrEnum):
    """What went wrong; `error_texts` has a sentence with the way out for each."""

    # text
    TEXT_EMPTY = "text_empty"
    TEXT_TOO_LONG = "text_too_long"  # details: limit, length
    TEXT_UNREADABLE = "text_unreadable"
    # phones
    PHONE_NOT_DIGITS = "phone_not_digits"
    PHONE_TOO_SHORT = "phone_too_short"  # details: missing
    PHONE_TOO_LONG = "phone_too_long"  # details: extra
    PHONE_INVALID = "phone_invalid"
    PHONE_NEEDS_AREA = "phone_needs_area"
    FILE_NO_BIRTHDAYS = "file_no_birthdays"  # details: path
    PHONE_ABROAD = "phone_abroad"
    # identifiers
    NATIONAL_ID_LENGTH = "national_id_length"  # details: length
    NATIONAL_ID_WRONG = "national_id_wrong"
    POSTAL_CODE_LENGTH = "postal_code_length"  # details: length
    EMAIL_WRONG = "email_wrong"
    CODE_TAKEN = "code_taken"  # details: code, name
    NATIONAL_ID_TAKEN = "national_id_taken"  # details: name
    OTHER_NAME = "other_name"  # details: name
    # numbers
    NUMBER_WRONG = "number_wrong"
    NUMBER_BROKEN = "number_broken"
    NUMBER_NEGATIVE = "number_negative"
    NUMBER_TOO_LARGE = "number_too_large"  # details: limit, if one number is at fault
    NUMBER_DECIMALS = "number_decimals"  # details: places
    QUANTITY_ZERO = "quantity_zero"
    AMOUNT_NOT_WHOLE = "amount_not_whole"
    DISCOUNT_TOO_LARGE = "discount_too_large"
    RETURN_TOO_MANY = "return_too_many"  # details: left (thousandths)
    REFUND_TOO_LARGE = "refund_too_large"  # details: product
    LESS_THAN_RETURNED = "less_than_returned"  # details: product, returned (thousandths)
    LINE_HAS_RETURNS = "line_has_returns"
    PURCHASE_IN_BIN = "purchase_in_bin"
    RETURN_BEFORE_PURCHASE = "return_before_purchase"
    # dates
    DATE_WRONG = "date_wrong"
    DATE_NOT_IN_MONTH = "date_not_in_month"  # details: last_day
    DATE_OUT_OF_RANGE = "date_out_of_range"
    DATE_IN_FUTURE = "date_in_future"
    TIME_WRONG = "time_wrong"
    PERIOD_BACKWARDS = "period_backwards"
    # records
    NAME_MISSING = "name_missing"
    PERSON_TAKEN = "person_taken"
    LINES_MISSING = "lines_missing"
    CHOICE_WRONG = "choice_wrong"
    RECORD_MISSING = "record_missing"
    # details: conflicts (of `services.edits`); name and theirs of the first, where they can be said
    CHANGED_MEANWHILE = "changed_meanwhile"
    FIELD_CONFLICT = "field_conflict"  # details: name and when, theirs; none where unknown
    MOVE_NOT_ALLOWED = "move_not_allowed"  # details: before, after (ComplaintStatus)
    MERGE_WITH_ITSELF = "merge_with_itself"
    MERGE_CHANGED = "merge_changed"
    MERGE_MOVED_ON = "merge_moved_on"
    COMES_BACK_TAKEN = "comes_back_taken"  # details: clashes (of `services.clashes`)
    CUSTOMER_MERGED = "customer_merged"  # details: name
    NOT_CONFIRMED = "not_confirmed"  # details: name, code
    REFERS_TO_ITSELF = "refers_to_itself"
    REFERRER_CYCLE = "referrer_cycle"  # details: name
    NOT_EMPTY = "not_empty"
    # rules of segments; `place` is where in the rule
    RULE_NO_JSON = "rule_no_json"
    RULE_WORD_UNKNOWN = "rule_word_unknown"  # details: place, word
    RULE_PART_MISSING = "rule_part_missing"  # details: place, word
    RULE_VALUE_WRONG = "rule_value_wrong"  # details: place
    RULE_TEST_WRONG = "rule_test_wrong"  # details: word; place, where it is known
    RULE_RANGE_WRONG = "rule_range_wrong"  # details: place, where it is known
    RULE_WINDOW_WRONG = "rule_window_wrong"  # details: place, where it is known
    RULE_TOO_LARGE = "rule_too_large"
    RULE_TOO_NEW = "rule_too_new"
    SEGMENT_CYCLE = "segment_cycle"  # details: name
    SEGMENT_MISSING = "segment_missing"
    SEGMENT_TAKEN = "segment_taken"  # details: name
    LAST_OWNER = "last_owner"
    # who works
    NOT_ALLOWED = "not_allowed"
    PASSWORD_MISSING = "password_missing"  # noqa: S105 - as the ones below: a problem's name
    PASSWORD_TOO_SHORT = "password_too_short"  # noqa: S105 - details: least
    PASSWORD_TOO_EASY = "password_too_easy"  # noqa: S105
    PASSWORD_DIFFERS = "password_differs"  # noqa: S105
    PASSWORD_UNOPENED = "password_unopened"  # noqa: S105
    PASSWORD_WRONG = "password_wrong"  # noqa: S105
    PASSWORD_WAIT = "password_wait"  # noqa: S105 - details: seconds
    PASSWORD_NONE = "password_none"  # noqa: S105 - details: name
    RESET_NEEDS_PASSWORD = "reset_needs_password"  # noqa: S105
    RESET_NONE = "reset_none"  # details: name
    RECOVERY_CODE_WRONG = "recovery_code_wrong"
    RECOVERY_CODE_NONE = "recovery_code_none"  # details: name
    # the recovery phrase
    PHRASE_NOT_DIGITS = "phrase_not_digits"
    PHRASE_LENGTH = "phrase_length"  # details: digits, needed
    PHRASE_GROUP_WRONG = "phrase_group_wrong"  # details: group (from 1)
    PHRASE_ORDER_WRONG = "phrase_order_wrong"
    PHRASE_DIFFERS = "phrase_differs"
    # the database file
    DATABASE_MISSING = "database_missing"  # details: path
    SHOP_MISSING = "shop_missing"  # details: path; name, where it is known
    DATABASE_LOCKED = "database_locked"
    DATABASE_OPEN_ELSEWHERE = "database_open_elsewhere"
    DATABASE_DAMAGED = "database_damaged"
    DAMAGE_FOUND = "damage_found"
    RECORDS_SPOILED = "records_spoiled"  # details: records, path
    INDEXES_WRONG = "indexes_wrong"
    WAL_SET_ASIDE = "wal_set_aside"  # details: path
    WAL_LEFT_OUT = "wal_left_out"  # details: path
    DATABASE_UNREADABLE = "database_unreadable"
    DATABASE_EMPTY = "database_empty"
    DATABASE_FOREIGN = "database_foreign"
    DATABASE_ALTERED = "database_altered"
    DATABASE_TOO_NEW = "database_too_new"
    DATABASE_READ_ONLY = "database_read_only"
    DATABASE_NO_ACCESS = "database_no_access"
    DATABASE_UNFINISHED = "database_unfinished"  # details: path
    SHOP_READ_ONLY = "shop_read_only"  # details: path
    SCHEMA_READ_ONLY = "schema_read_only"  # details: path
    DATABASE_EXISTS = "database_exists"
    ENGINE_UNSAFE = "engine_unsafe"  # details: version
    KEY_MISSING = "key_missing"  # details: key_id
    KEY_WRONG = "key_wrong"  # details: key_id
    ENCRYPTED_ALREADY = "encrypted_already"
    ENCRYPTED_NOT = "encrypted_not"
    BACKUP_STAYS_PLAIN = "backup_stays_plain"  # details: path
    DISK_FULL = "disk_full"
    CHANGE_UNCONFIRMED = "change_unconfirmed"
    WIPING_WAITS = "wiping_waits"
    FOLDER_READ_ONLY = "folder_read_only"  # details: path
    FOLDER_SYNCED = "folder_synced"  # details: path, name
    FOLDER_ON_NETWORK = "folder_on_network"  # details: path
    MIGRATION_NO_ROOM = "migration_no_room"  # details: path, needed, free (megabytes)
    MIGRATION_NO_BACKUP = "migration_no_backup"  # details: path
    MIGRATION_FAILED = "migration_failed"  # details: path
    # backups
    BACKUP_FOLDER_MISSING = "backup_folder_missing"  # details: path
    BACKUP_NOT_WRITTEN = "backup_not_written"  # details: path
    BACKUP_DISK_FULL = "backup_disk_full"  # details: path, needed, free (megabytes)
    BACKUP_UNSOUND = "backup_unsound"  # details: path
    BACKUP_DAMAGED = "backup_damaged"  # details: path
    BACKUP_FOUND_DAMAGED = "backup_found_damaged"  # details: path
    BACKUP_FOREIGN = "backup_foreign"  # details: path
    BACKUP_ALTERED = "backup_altered"  # details: path
    BACKUP_TOO_NEW = "backup_too_new"  # details: path
    BACKUPS_NONE = "backups_none"
    RESTORE_DISK_FULL = "restore_disk_full"  # details: path, needed, free (megabytes)
    RESTORE_FAILED = "restore_failed"  # details: path
    NOTHING_SALVAGED = "nothing_salvaged"  # details: path
    # several PCs
    PAIRING_WRONG = "pairing_wrong"
    PAIRING_DAMAGED = "pairing_damaged"
    PAIRING_TOO_NEW = "pairing_too_new"
    PAIRING_USED = "pairing_used"
    PAIRING_AWAITED = "pairing_awaited"
    PAIRING_REFUSED = "pairing_refused"
    SYNC_ADDRESS_WRONG = "sync_address_wrong"
    SYNC_UNREACHABLE = "sync_unreachable"  # details: host
    SYNC_HUB_ADDRESS_WRONG = "sync_hub_address_wrong"
    SYNC_NO_HUB = "sync_no_hub"  # details: host
    SYNC_SLOWED = "sync_slowed"
    SYNC_NOT_MANAGER = "sync_not_manager"
    SYNC_PAIRED_AT_SERVER = "sync_paired_at_server"
    SYNC_PC_UNKNOWN = "sync_pc_unknown"
    SYNC_HUB_RUNNING = "sync_hub_running"
    SYNC_PORT_TAKEN = "sync_port_taken"  # details: port
    SYNC_POSTGRES_FAILED = "sync_postgres_failed"  # details: path
    SYNC_CERTIFICATE_UNREADABLE = "sync_certificate_unreadable"  # details: path
    SHARING_NOT_INSTALLED = "sharing_not_installed"
    SHARING_NO_ROOM = "sharing_no_room"  # details: path, needed, free (megabytes)
    SHARING_PORT_TAKEN = "sharing_port_taken"  # details: port (its digits)
    SHARING_FAILED = "sharing_failed"  # details: path
    ARCHIVE_WRONG = "archive_wrong"  # details: path
    ARCHIVE_OTHER_VERSION = "archive_other_version"  # details: path
    SYNC_CLEAR_TEXT = "sync_clear_text"  # details: host
    SYNC_NO_TLS = "sync_no_tls"  # details: host
    SYNC_CERTIFICATE_WRONG = "sync_certificate_wrong"  # details: host
    SYNC_NOT_LET_IN = "sync_not_let_in"  # details: host
    SYNC_PASSWORD_REFUSED = "sync_password_refused"  # noqa: S105
    SYNC_PASSWORD_MISSING = "sync_password_missing"  # noqa: S105
    SYNC_NO_KEYRING = "sync_no_keyring"
    SYNC_REVOKED = "sync_revoked"
    SYNC_UNKNOWN_DEVICE = "sync_unknown_device"
    SYNC_NOT_TAKEN = "sync_not_taken"
    SYNC_SERVER_OLD = "sync_server_old"
    SYNC_SERVER_NEW = "sync_server_new"
    SYNC_SERVER_FULL = "sync_server_full"
    SYNC_SERVER_FAILED = "sync_server_failed"
    SYNC_DATABASE_MISSING = "sync_database_missing"
    SYNC_SERVER_WITHOUT_SHOP = "sync_server_without_shop"
    SYNC_HALF_THERE = "sync_half_there"
    SYNC_NOT_ADMIN = "sync_not_admin"
    SYNC_NOT_JOINED = "sync_not_joined"
    SYNC_JOINED_ALREADY = "sync_joined_already"
    SYNC_JOINED_ELSEWHERE = "sync_joined_elsewhere"
    SYNC_CURRENCY_DIFFERS = "sync_currency_differs"  # details: here, there (ISO 4217)
    SYNC_RUNNING = "sync_running"
    SYNC_FAILED = "sync_failed"
    # files
    FILE_MISSING = "file_missing"  # details: path
    FILE_UNREADABLE = "file_unreadable"  # details: path
    FILE_NOT_WRITABLE = "file_not_writable"  # details: path
    FILE_UNCONFIRMED = "file_unconfirmed"  # details: path
    BAD_ROWS_NOT_WRITABLE = "bad_rows_not_writable"  # details: path
    FILE_IS_FOLDER = "file_is_folder"  # details: path
    FILE_NOT_ALLOWED = "file_not_allowed"  # details: path
    FILE_EMPTY = "file_empty"  # details: path
    FILE_NOT_TABLE = "file_not_table"  # details: path
    FILE_OLD_EXCEL = "file_old_excel"  # details: path
    FILE_ENCRYPTED = "file_encrypted"  # details: path
    FILE_DAMAGED = "file_damaged"  # details: path
    FILE_UNSAFE = "file_unsafe"  # details: path
    FILE_TOO_BIG = "file_too_big"  # details: path, limit (megabytes)
    FILE_TOO_MANY_CELLS = "file_too_many_cells"  # details: path, limit
    FILE_TOO_WIDE = "file_too_wide"  # details: path, limit
    FILE_ROW_TOO_LONG = "file_row_too_long"  # details: path
    ROW_TOO_LONG = "row_too_long"
    FILE_CELL_TOO_LONG = "file_cell_too_long"  # details: path, row
    FILE_QUOTE_OPEN = "file_quote_open"  # details: path, row
    FILE_COLUMN_MISSING = "file_column_missing"  # details: column
    FIELD_MISSING = "field_missing"  # details: name, title
    FIELD_UNKNOWN = "field_unknown"  # details: name, known
    SHEET_MISSING = "sheet_missing"  # details: name, known
    IMPORT_RUNNING = "import_running"
    IMPORT_BROKEN_OFF = "import_broken_off"  # details: name
    IMPORT_LEFT = "import_left"  # details: name, count
    UNDO_BROKEN_OFF = "undo_broken_off"
    IMPORT_UNDONE = "import_undone"
    IMPORT_TOO_OLD = "import_too_old"  # details: days
    IMPORT_ELSEWHERE = "import_elsewhere"
    FIELD_TWICE = "field_twice"  # details: name
    FILE_COLUMN_TWICE = "file_column_twice"  # details: column
    MAPPING_WRONG = "mapping_wrong"  # details: name (the entry at fault, or "")
    UNIT_MISSING = "unit_missing"
    PURCHASE_INCOMPLETE = "purchase_incomplete"
    RETURN_WITHOUT_SALE = "return_without_sale"
    RETURN_OF_SEVERAL = "return_of_several"
    ORDER_AMOUNTS_DIFFER = "order_amounts_differ"
    PACKAGE_WRONG = "package_wrong"  # details: path
    PACKAGE_TOO_NEW = "package_too_new"  # details: path
    PRINTER_FAILED = "printer_failed"
    CURRENCY_UNKNOWN = "currency_unknown"  # details: code
    REPORT_UNKNOWN = "report_unknown"
    CANCELLED = "cancelled"


PASSING: Final = frozenset(
    {Problem.SYNC_UNREACHABLE, Problem.SYNC_SLOWED, Problem.SYNC_SERVER_FAILED}
)
"""Why a server did not answer that may be over in a moment."""


class EcrmError(Exception):
    """Base of all errors raised on purpose.

    `field` names the draft field at fault, if one is; `details` holds what the sentence shows.
    """

    def __init__(self, problem: Problem, field: str | None = None, **details: object) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.field = field
        self.details = details

    def at(self, field: str) -> "EcrmError":
        """Return the same error placed at a draft field."""
        return type(self)(self.problem, field, **self.details)


class InvalidInput(EcrmError):  # noqa: N818 - reads as what it is: the input is invalid
    """What a person or a file gave cannot be taken as it is."""


class DatabaseError(EcrmError):
    """The database file cannot be opened, read or written."""


class SyncError(EcrmError):
    """The shop's server cannot be reached, or does not take what this PC says."""


class FileError(EcrmError):
    """A file other than the database cannot be read or written."""


class Cancelled(EcrmError):  # noqa: N818 - not a failure
    """The user stopped a long piece of work; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(Problem.CANCELLED)
