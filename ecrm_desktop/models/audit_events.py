"""What changes no record and stands in the audit trail all the same."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped

from ecrm_desktop.models.base import Synced, enum_column, reference
from ecrm_desktop.values.statuses import ExportFormat


class Export(Synced):
    """A list, report, contact or package that `user_id` took out, as a file or on paper.

    `subject` is what it was called, in the language it was written in; `rows` its rows or records,
    empty where it has none. Nothing says which customers were in it, or what was searched for.
    """

    __tablename__ = "exports"

    subject: Mapped[str]
    file_format: Mapped[ExportFormat] = enum_column(ExportFormat)
    rows: Mapped[int | None]
    user_id: Mapped[UUID | None] = reference("users", index=False)


class Restore(Synced):
    """A backup that took the place of the shop's file; in the file that is the shop's since.

    `backup` is the name of its file; `user_id` is empty where the file was put back by who could
    not open the shop, and where the backup does not know them.
    """

    __tablename__ = "restores"

    backup: Mapped[str]
    user_id: Mapped[UUID | None] = reference("users", index=False)


class FailedPassword(Synced):
    """A wrong password, recovery code or recovery phrase that somebody typed for `user_id`."""

    __tablename__ = "failed_passwords"

    user_id: Mapped[UUID | None] = reference("users", index=False)


class AuditThinning(Synced):
    """What was taken out of the audit trail for good: so many `entries` of before `until`.

    `user_id` is who asked for it; empty where the shop's rule did.
    """

    __tablename__ = "audit_thinnings"

    until: Mapped[datetime]
    entries: Mapped[int]
    user_id: Mapped[UUID | None] = reference("users", index=False)
