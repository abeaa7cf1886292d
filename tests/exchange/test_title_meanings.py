"""What stands beside a known title may make the column somebody else's or something else's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.exchange.title_meanings import is_known, is_row_number, meanings
from ecrm_desktop.exchange.title_words import SOMEBODY, SOMETHING, WORDS
from ecrm_desktop.values.statuses import ImportKind

TITLES = [
    (kind, field, title)
    for kind, fields in WORDS.items()
    for field, titles in fields.items()
    for title in titles
    if field not in {"referrer", "phone_country"}
]


@given(
    known=st.sampled_from(TITLES),
    qualifier=st.sampled_from(sorted(SOMEBODY | SOMETHING)),
    before=st.booleans(),
    sign=st.sampled_from([" ", "_", " - "]),
)
def test_a_qualifier_beside_a_known_title_never_gives_that_field(
    known: tuple[ImportKind, str, str],
    qualifier: str,
    before: bool,  # noqa: FBT001 - drawn
    sign: str,
) -> None:
    kind, field, title = known
    both = sign.join((qualifier, title) if before else (title, qualifier))
    found = dict(meanings(both, kind))
    # Some such titles are known themselves, as «کد حساب» is, or have such a one in them.
    assert field not in found or _has_a_longer_one(both, title)


def _has_a_longer_one(both: str, title: str) -> bool:
    words = both.replace("_", " ").replace("/", " ").replace("-", " ").split()
    spans = (words[at:end] for at in range(len(words)) for end in range(at + 2, len(words) + 1))
    return any(is_known(" ".join(span)) and " ".join(span) != title for span in spans)


@given(known=st.sampled_from(TITLES), qualifier=st.sampled_from(sorted(SOMEBODY | SOMETHING)))
def test_a_qualifier_above_a_known_title_never_gives_that_field(
    known: tuple[ImportKind, str, str], qualifier: str
) -> None:
    kind, field, title = known
    found = dict(meanings(f"{qualifier} / {title}", kind))
    together = (f"{qualifier} {title}", f"{title} {qualifier}")
    assert field not in found or any(map(is_known, together)) or _has_a_longer_one(title, "")


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("customers", "Country Code"), ("customers", "Promo Code"), ("customers", "File Name"),
        ("customers", "شماره کارت"), ("customers", "کد تخفیف"), ("customers", "Lead Type"),
        ("customers", "Organization Size"), ("purchases", "Payment Due Date"),
        ("purchases", "کد فروشنده"), ("purchases", "نام بانک"), ("products", "Group Id"),
    ],
)  # fmt: skip
def test_titles_that_only_contain_a_known_word(kind: str, title: str) -> None:
    assert {"code", "name", "kind", "company", "date", "number"}.isdisjoint(
        dict(meanings(title, ImportKind(kind)))
    )


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Zip/Postal Code", "postal_code"), ("Mailing City", "city"),
        ("شماره موبایل مشتری (الزامی)", "phone"), ("نام همسر", "spouse_name"),
        ("گروه مشتری", "tags"), ("Phones / Primary Phone Number", "phone"),
        ("مشتری / کد", "code"), ("کد مشتری جدید", "code"), ("User ID", "code"),
    ],
)  # fmt: skip
def test_titles_with_more_words_that_still_mean_it(title: str, field: str) -> None:
    assert field in dict(meanings(title, ImportKind.CUSTOMERS))


def test_titles_that_count_rows() -> None:
    assert all(map(is_row_number, ("ردیف", "#", "Row", "Unnamed: 0")))
    assert not is_row_number("ردیف مشتری")
