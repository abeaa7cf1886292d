"""Words of a state that nobody knows are told, and so is a state that leaves out most rows."""

import pytest

from ecrm_desktop.exchange.recognition import About
from ecrm_desktop.exchange.recognition_texts import column_names, doubt_text
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.sale_states import GIVEN_BACK, SOLD, is_known_state, state_of
from ecrm_desktop.values.statuses import ImportKind, LeftOut
from tests.helpers.conversions import IRAN, sheet_of


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (
            LeftOut.UNPAID,
            "عدم پرداخت|پرداخت نشد|تسویه نشده|معلق|on-hold|wc-on-hold|در انتظار بررسی",
        ),
        (LeftOut.CANCELLED, "رد شد|سبد رها شده"),
        (GIVEN_BACK, "برگشت خورد|مرجوع گردید|Refund Issued"),
        (SOLD, "تکمیل شده|پرداخت شده|wc-completed|Partially refunded|فروش"),
    ],
)
def test_known_states(state: LeftOut | str, words: str) -> None:
    for word in words.split("|"):
        assert (state_of(word), is_known_state(word)) == (state, True), word
    assert not is_known_state("در راه مریخ")


@pytest.mark.parametrize(
    ("states", "about", "said"),
    [
        (("فروش", "در راه مریخ", "رفت"), About.STATES, ("در راه مریخ", "رفت")),
        (("خرید", "خرید", "خرید"), About.NO_SALES, ("نوع تراکنش", "۳")),
        (("فروش", "فروش", "لغو شده"), None, ()),
    ],
)
def test_what_a_state_does_is_told(
    states: tuple[str, ...], about: About | None, said: tuple[str, ...]
) -> None:
    rows = [(str(at), "1404/01/05", word, "2500000") for at, word in enumerate(states)]
    sheet = sheet_of(("شماره فاکتور", "تاریخ", "نوع تراکنش", "مبلغ (ریال)"), *rows)
    found = recognize(sheet, ImportKind.PURCHASES, IRAN)
    assert [one.about for one in found.doubts] == ([about] if about else [])
    for doubt in found.doubts:
        text = doubt_text(doubt, found.kind, found.columns, column_names(sheet))
        assert all(word in text for word in said)
