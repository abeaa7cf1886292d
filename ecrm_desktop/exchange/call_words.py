"""What lists of calls say in words: whether somebody answered, and for how long they spoke."""

import re
from datetime import time
from typing import Final

from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.text import fold, fold_compact

_MISSED_WORDS: Final = """
missed|missed call|missed incoming|rejected|rejected call|declined|blocked|refused|unanswered
voicemail|no answer|noanswer|not answered|busy|failed|no|false|3|4|5|6
بی‌پاسخ|از دست رفته|تماس از دست رفته|پاسخ داده نشده|پاسخ داده نشد|جواب نداد|رد شده|مسدود|مسدود شده
اشغال|خیر|نه
"""
_HIDDEN_WORDS: Final = """
unknown|unknown number|unknown caller|(unknown)|private|private number|restricted|withheld|anonymous
no caller id|payphone|null|-1|-2|-3
ناشناس|شماره ناشناس|نامشخص|خصوصی|شماره خصوصی|شماره پنهان
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold_compact, re.split(r"[|\n]", text.strip())))


_MISSED: Final = _words(_MISSED_WORDS)
_HIDDEN: Final = _words(_HIDDEN_WORDS)
_LONGEST: Final = 100 * 3600
_CLOCK: Final = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:\.\d+)?")
_SAID: Final = re.compile(
    r"(?:(\d+)\s*(?:hours?|hrs?|h|ساعت)\b)?[\s,،و]*(?:(\d+)\s*(?:minutes?|mins?|m|دقیقه)\b)?[\s,،و]*"
    r"(?:(\d+)(?:\.\d+)?\s*(?:seconds?|secs?|s|ثانیه)?)?"
)


def is_missed(cell: Cell) -> bool:
    """Tell whether a cell says that nobody answered: `Missed`, «ورودی، بی‌پاسخ»."""
    parts = re.split(r"[،,;(]", str(cell or ""))
    return any(fold_compact(part.strip(" )")) in _MISSED for part in parts)


def is_hidden(text: str) -> bool:
    """Tell whether a name or number is only a word for one that nobody knows."""
    return fold_compact(text) in _HIDDEN


def seconds_of(cell: Cell) -> int | None:
    """Read a duration in seconds: 65, `1:05`, `00:01:05`, `1m 5s`, «۲ دقیقه»; None for none."""
    if isinstance(cell, time):
        return cell.hour * 3600 + cell.minute * 60 + cell.second
    if isinstance(cell, bool) or cell is None:
        return None
    text = fold(to_latin_digits(str(cell))).strip()
    try:
        seconds = float(text)
    except ValueError:
        found = _CLOCK.fullmatch(text) or (_SAID.fullmatch(text) if text else None)
        if not found or not any(found.groups()):
            return None
        hours, minutes, rest = (int(part or 0) for part in found.groups())
        seconds = hours * 3600 + minutes * 60 + rest
    return round(seconds) if 0 <= seconds <= _LONGEST else None
