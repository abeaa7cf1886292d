"""Tells what titles mean beside each other and above their cells: some words mean several."""

from collections.abc import Sequence
from typing import Final

from ecrm_desktop.exchange.content import MOSTLY, Content
from ecrm_desktop.exchange.title_meanings import EXACT, meanings, words_of
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import fold

_STEP: Final = 15
_POSITIONS: Final = frozenset(map(fold, ("title", "عنوان")))
_ACCOUNTS: Final = frozenset({"accountname", "account"})
_USERS: Final = frozenset(map(fold, ("نامکاربر",)))
"""Who ordered in a web shop, unless another column names the buyer."""
_INVOICES: Final = frozenset(map(fold, ("فاکتور", "صورتحساب", "invoice")))
_NAMES_OF_BUYERS: Final = frozenset({"customer_name", "customer_first_name", "customer_last_name"})


def meant_together(
    kind: ImportKind, titles: Sequence[str], contents: Sequence[Content]
) -> list[dict[str, int]]:
    """Return for each column the fields its title may mean, each with its certainty."""
    meant = [dict(meanings(title, kind)) if title else {} for title in titles]
    if kind is ImportKind.CUSTOMERS:
        return _customers(meant, titles, contents)
    if kind is not ImportKind.PRODUCTS and _has(meant, "customer_last_name"):
        _split(meant, titles, contents, prefix="customer_")
    if kind is ImportKind.PURCHASES:
        _prefer_invoices(meant, titles, contents)
    if kind is ImportKind.PURCHASES and not any(
        _NAMES_OF_BUYERS & fields.keys() for fields in meant
    ):
        for fields, title in zip(meant, titles, strict=True):
            if "".join(words_of(title)) in _USERS:
                fields["customer_name"] = EXACT
    return meant


def _prefer_invoices(
    meant: Sequence[dict[str, int]], titles: Sequence[str], contents: Sequence[Content]
) -> None:
    """Take the invoice's number before the order's, where each row has one."""
    numbered = [at for at, fields in enumerate(meant) if fields.get("number") == EXACT]
    invoices = [at for at in numbered if not _INVOICES.isdisjoint(words_of(titles[at]))]
    fullest = max((len(contents[at].said) for at in numbered), default=0)
    if any(len(contents[at].said) == fullest for at in invoices):
        for at in set(numbered) - set(invoices):
            meant[at]["number"] = EXACT - _STEP


def _customers(
    meant: list[dict[str, int]], titles: Sequence[str], contents: Sequence[Content]
) -> list[dict[str, int]]:
    has_parts = _has(meant, "last_name")
    if has_parts and not _has(meant, "first_name"):
        _split(meant, titles, contents)
    for fields, title, content in zip(meant, titles, contents, strict=True):
        words = words_of(title)
        if has_parts and "".join(words) in _ACCOUNTS:
            # Who has a first and a family name is no account: that is the company.
            fields.pop("name", None)
            fields["company"] = EXACT
        if _POSITIONS.issuperset(words) and words:
            # «عنوان» and "Title" are names, jobs, or what stands before a name.
            if content.choices("gender") >= MOSTLY:
                fields.update({"gender": EXACT, "name": 0, "job": 0})  # also by its cells
            else:
                fields.pop("gender", None)
                if has_parts:
                    fields.update({"name": 0, "job": EXACT - _STEP})
                elif "name" in fields:
                    fields["name"] = EXACT - _STEP
        if "referrer" in fields and "channel" in fields:
            is_channel = content.choices("acquisition") >= MOSTLY
            fields.pop("referrer" if is_channel else "channel")
            if not is_channel:
                fields["referrer"] = EXACT
    return meant


def _has(meant: Sequence[dict[str, int]], field: str) -> bool:
    return any(fields.get(field, 0) == EXACT for fields in meant)


def _split(
    meant: list[dict[str, int]],
    titles: Sequence[str],
    contents: Sequence[Content],
    *,
    prefix: str = "",
) -> None:
    """Take «نام», or names of one word, for the first name beside «نام خانوادگی»."""
    name, first = f"{prefix}name", f"{prefix}first_name"
    if _has(meant, first) and not any(fields.get(name) == EXACT for fields in meant):
        return
    for fields, title, content in zip(meant, titles, contents, strict=True):
        plain = "".join(words_of(title.partition("(")[0]))
        is_one_word = not content.is_empty and content.names < MOSTLY / 2
        if plain in _NAMES or (fields.get(name) == EXACT and is_one_word):
            fields[first] = EXACT
            if name in fields:
                fields[name] = 0


_NAMES: Final = frozenset(map(fold, ("نام", "اسم", "name")))
