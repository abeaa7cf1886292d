"""What others changed of a record while its form is open here, in words."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, Final
from uuid import UUID

from ecrm_desktop.drafts.unchanged import UNCHANGED
from ecrm_desktop.fields import texts
from ecrm_desktop.fields.field import ValueKind
from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.i18n import language, translate
from ecrm_desktop.queries.change_values import record_names, refers_to
from ecrm_desktop.services.edits import PART_TABLES, Conflict, told
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.text import isolate_words

_LINES: Final = 3
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class News:
    """How a record differs from `before`, by whom; `names` are those of what it refers to."""

    table: str
    before: Any
    changes: tuple[Conflict, ...]
    names: dict[UUID, str]


def read_news(
    query: Callable[[Session], Any], table: str, record_id: UUID, before: Any, session: Session
) -> News:
    """Read what a record, as a form reads it, has else than `before`; RECORD_MISSING."""
    now = query(session).stored
    found = [
        Conflict(field=one.name, mine=getattr(before, one.name), theirs=getattr(now, one.name))
        for one in fields(before)
        if getattr(before, one.name) != getattr(now, one.name)
        and UNCHANGED not in (getattr(before, one.name), getattr(now, one.name))
    ]
    refs = {
        (other, one.theirs)
        for one in found
        if isinstance(one.theirs, UUID) and (other := _refers_to(table, one.field, now))
    }
    names = {ref[1]: name.name for ref, name in record_names(session, refs).items()}
    return News(table, before, told(session, table, record_id, found), names)


def news_lines(news: News, display: Display) -> list[str]:
    """Return a line for each field that others changed, the first few of them."""
    lines = [_line(news, one, display) for one in news.changes[:_LINES]]
    more = len(news.changes) - _LINES
    if more > 0:
        count = display.number(more)
        lines.append(translate("Sheet", "and {count} more fields", count=count))
    return lines


def _refers_to(table: str, field: str, now: Any) -> str:
    values = {"record_kind": getattr(now, "record_kind", None)}
    return refers_to(table, field, values)


def _line(news: News, change: Conflict, display: Display) -> str:
    names = [change.user_name or translate("Sheet", "Somebody"), change.pc]
    field = isolate_words(_title(news.table, change.field))
    who = isolate_words(dotted([name for name in names if name]))
    value = _text(news, change, display)
    if value:
        value = isolate_words(value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…")
        return translate(
            "Sheet", "{who} changed “{field}”; now: {value}", who=who, field=field, value=value
        )
    if not change.theirs:
        return translate("Sheet", "{who} emptied “{field}”", who=who, field=field)
    return translate("Sheet", "{who} changed “{field}”", who=who, field=field)


def _title(table: str, field: str) -> str:
    if field in PART_TABLES:
        return RECORDS[PART_TABLES[field]].title
    known = {one.name: one for one in RECORDS[table].fields}
    if field in known and known[field].is_shown:
        return known[field].title
    return translate("Sheet", "another field")


def _text(news: News, change: Conflict, display: Display) -> str:
    """Return what stands there now; "" for nothing, and for what a line cannot say."""
    value = change.theirs
    comma = "، " if language() == "fa" else ", "
    if change.field == "phones":
        return comma.join(display.phone(one.phone.number) for one in value)
    if change.field == "tags":
        return comma.join(value)
    if isinstance(value, UUID):
        return news.names.get(value, "")
    known = {one.name: one for one in RECORDS[news.table].fields}
    if change.field not in known or isinstance(value, tuple):
        return ""
    kind = known[change.field].kind
    if value is None or kind in {ValueKind.PARTS, ValueKind.PHONE, ValueKind.REFERENCE}:
        return ""
    return texts.value_text(kind, getattr(value, "text", value), display)
