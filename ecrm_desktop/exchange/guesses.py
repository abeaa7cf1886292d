"""What each column may hold, and how likely that is."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations
from statistics import median
from typing import Final, NamedTuple

from ecrm_desktop.exchange.content import MOSTLY, Content, fit
from ecrm_desktop.exchange.fields import FIELDS, Holds
from ecrm_desktop.exchange.title_meanings import is_foreign, is_row_number, words_of
from ecrm_desktop.exchange.titles_together import meant_together
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import fold

LEAST: Final = 40
"""The score from which a guess is worth showing."""

_SURE: Final = 60
_LIKELY: Final = 50
_PERHAPS: Final = 44
_FITS: Final = 30
_MISFIT: Final = -0.6
_NEARLY_ALL: Final = 0.95
_FEW_PIECES: Final = 1000
_USUAL_PIECES: Final = 50
_LONG = 25
_MULTIPLIED = 10
_PERCENT: Final = frozenset(map(fold, ("درصد", "percent", "percentage", "pct")))
_NET: Final = frozenset(map(fold, ("خالص", "نهایی", "پرداخت", "پرداختی", "net", "payable", "paid")))


class Guess(NamedTuple):
    """A column may hold a field; `by_title` is the title's certainty, 0 for a guess by cells."""

    position: int
    field: str
    score: float
    by_title: int


def guesses(kind: ImportKind, titles: Sequence[str], contents: Sequence[Content]) -> list[Guess]:
    """Return what the columns may hold, likeliest first and then from the first column on."""
    meant = meant_together(kind, titles, contents)
    found = []
    products = _products(contents) if kind is ImportKind.PURCHASES else {}
    for position, (fields, content) in enumerate(zip(meant, contents, strict=True)):
        for field, certainty in fields.items():
            is_share = FIELDS[kind][field].holds is Holds.AMOUNT and _is_percent(titles[position])
            if certainty and not is_share:
                score = certainty + _fit(kind, field, content)
                if field == "amount" and _NET.intersection(words_of(titles[position])):
                    score += 1  # where a file has both, the total after the discount counts
                found.append(Guess(position, field, score, certainty))
        title = titles[position]
        is_told = not title or not (is_foreign(title) or is_row_number(title))
        if not content.is_empty and is_told and not _counts_rows(titles, position, content):
            for field, score in (*_by_cells(kind, content), *products.get(position, ())):
                if field not in fields:
                    unknown_title = 12 if titles[position] else 0
                    found.append(Guess(position, field, score - unknown_title, 0))
    return sorted(
        (guess for guess in found if guess.score >= LEAST),
        key=lambda guess: (-guess.score, guess.position),
    )


def _counts_rows(titles: Sequence[str], position: int, content: Content) -> bool:
    """Tell a column without a title beside others that only counts the rows."""
    return position == 0 and not titles[0] and any(titles) and counts_up(content)


def counts_up(content: Content) -> bool:
    """Tell whether each number is the one before and one."""
    values = content.values
    return len(values) == len(content.cells) > 0 and all(
        after == before + 1 for before, after in pairwise(values)
    )


def _is_percent(title: str) -> bool:
    return "%" in title or not _PERCENT.isdisjoint(words_of(title))


def _fit(kind: ImportKind, field: str, content: Content) -> float:
    if content.is_empty:
        return -10
    share = fit(content, FIELDS[kind][field].holds, field, kind)
    return _FITS * share - (2 * _FITS if share <= _MISFIT else 0)


def _by_cells(kind: ImportKind, content: Content) -> Iterator[tuple[str, float]]:
    if kind is ImportKind.CUSTOMERS:
        yield from _customer_fields(content)
    elif kind is ImportKind.PRODUCTS:
        yield from _product_fields(content)
    else:
        if content.dates >= MOSTLY:
            yield "date", _SURE
        if content.mobiles >= MOSTLY:
            yield "customer_phone", _SURE
        elif content.emails >= MOSTLY and kind is ImportKind.PURCHASES:
            yield "customer_email", _SURE
        elif content.names >= MOSTLY and content.distinct < 1:
            yield "customer_name", _PERHAPS
        yield from (
            _sale_fields(content) if kind is ImportKind.PURCHASES else _contact_fields(content)
        )


def _customer_fields(content: Content) -> Iterator[tuple[str, float]]:
    is_mobile = content.mobiles >= MOSTLY
    is_date = content.dates >= MOSTLY
    is_national = content.national_ids >= MOSTLY and not is_mobile and not is_date
    yield from _sure(
        ("email", content.emails >= MOSTLY, _SURE),
        ("phone", is_mobile, _SURE),
        ("national_id", is_national, _SURE),
        ("birth_date", is_date, _LIKELY),
        ("gender", content.choices("gender") >= _NEARLY_ALL and content.yes_no < 1, _LIKELY),
        ("province", content.provinces >= MOSTLY and content.cities < content.provinces, _LIKELY),
        ("city", content.cities >= MOSTLY / 2 and not content.addresses, _LIKELY),
        ("address", content.addresses >= MOSTLY / 2, _LIKELY),
    )
    if is_mobile or is_national or is_date or content.emails >= MOSTLY:
        return
    is_ten = content.ten_digits >= MOSTLY
    yield from _sure(
        ("postal_code", is_ten, _PERHAPS),
        ("phone", content.phones >= MOSTLY and not is_ten and not content.barcodes, _PERHAPS + 2),
        ("code", content.numbers >= _NEARLY_ALL and content.distinct >= _NEARLY_ALL, _PERHAPS),
    )
    is_place = max(content.cities, content.provinces, content.addresses) >= MOSTLY / 2
    is_choice = content.choices("gender") >= MOSTLY
    if content.letters >= MOSTLY and not is_place and not is_choice:
        whole = content.names >= MOSTLY * MOSTLY
        yield from _sure(
            ("name", whole, _LIKELY),
            ("first_name", not whole, _PERHAPS - 2),
            ("last_name", not whole, _PERHAPS - 3),
        )


def _product_fields(content: Content) -> Iterator[tuple[str, float]]:
    is_number = content.numbers >= _NEARLY_ALL
    is_barcode = content.barcodes >= MOSTLY and content.distinct >= MOSTLY
    yield from _sure(
        ("barcode", is_barcode, _LIKELY),
        ("price", is_number and not is_barcode and content.dates < MOSTLY, _PERHAPS),
        ("code", not is_barcode and content.distinct == 1 and not content.letters, _PERHAPS - 1),
        ("name", not is_number and content.distinct >= MOSTLY, _PERHAPS),
    )


def _sale_fields(content: Content) -> Iterator[tuple[str, float]]:
    if content.dates >= MOSTLY or content.mobiles >= MOSTLY or content.emails >= MOSTLY:
        return
    if content.numbers < _NEARLY_ALL or not content.values:
        is_code = not content.letters and content.distinct >= MOSTLY
        if content.addresses < MOSTLY / 2:
            yield ("number" if is_code else "product_name"), _PERHAPS - 1
        return
    texts = [str(cell) for cell in content.said]
    has_zeros = any(text[:1] == "0" and text[1:2].isdecimal() for text in texts)
    if has_zeros:
        yield "customer_code", _PERHAPS
        return
    whole = all(value == int(value) for value in content.values)
    is_small = max(content.values) <= _FEW_PIECES and median(content.values) <= _USUAL_PIECES
    if whole and content.values == sorted(set(content.values)):
        yield "number", _PERHAPS + 3
        return
    if (is_small and content.distinct < MOSTLY) or (is_small and whole):
        yield "quantity", _PERHAPS + 1
    yield "amount", _PERHAPS + (0 if is_small and whole else 1)


def _products(contents: Sequence[Content]) -> dict[int, list[tuple[str, float]]]:
    """Find quantity × price = amount among the columns."""
    numeric = [
        at
        for at, content in enumerate(contents)
        if content.numbers >= _NEARLY_ALL and len(content.values) == len(content.cells)
    ]
    for first, second, total in permutations(numeric[:_MULTIPLIED], 3):
        if first < second and _multiply(contents[first], contents[second], contents[total]):
            small, large = sorted((first, second), key=lambda at: median(contents[at].values))
            return {
                small: [("quantity", _LIKELY + 2)],
                large: [("unit_price", _LIKELY + 2)],
                total: [("amount", _LIKELY + 2)],
            }
    return {}


def _multiply(first: Content, second: Content, total: Content) -> bool:
    rows = list(zip(first.values, second.values, total.values, strict=False))
    if len({len(first.values), len(second.values), len(total.values)}) > 1:
        return False
    right = sum(abs(a * b - c) <= abs(c) / 1000 for a, b, c in rows)
    is_trivial = all(c in {a, b} for a, b, c in rows)
    return right >= MOSTLY * len(rows) and not is_trivial


def _contact_fields(content: Content) -> Iterator[tuple[str, float]]:
    is_long = not content.is_empty and median(len(str(cell)) for cell in content.said) >= _LONG
    yield from _sure(
        ("channel", content.choices("channel") >= MOSTLY, _SURE),
        ("direction", content.choices("direction") >= MOSTLY, _SURE),
        ("note", is_long and content.dates < MOSTLY, _PERHAPS),
    )


def _sure(*fields: tuple[str, bool, float]) -> Iterator[tuple[str, float]]:
    return ((field, score) for field, is_so, score in fields if is_so)
