import re

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.reports.bidi import ISOLATES, levels

_COMMON = "abمنعل۱۲34٬٫,.:/+-%$ «»؟،\u064e\u200c\u200e\u200f"


def seen(text: str, base: int) -> str:
    """Put a text in the order of the eye by its levels alone (rule L2)."""
    places = list(range(len(text)))
    found = levels(text, base)
    for level in range(max(found), 0, -1):
        start = 0
        while start < len(places):
            end = start
            while end < len(places) and found[places[end]] >= level:
                end += 1
            places[start:end] = reversed(places[start:end])
            start = end + 1
    return "".join(text[place] for place in places)


def visible(text: str) -> str:
    return re.sub("\u200c", "", ISOLATES.sub("", text))


@pytest.mark.parametrize("base", [0, 1])
@given(text=st.text(_COMMON + "()[]", max_size=14), last=st.sampled_from("aن"))
def test_order_is_that_of_another_implementation(base: int, text: str, last: str) -> None:
    text += last  # spaces at the end belong to whoever breaks lines
    assert visible(seen(text, base)) == visible(get_display(text, base_dir="LR"[base]))


@pytest.mark.parametrize("base", [0, 1])
@given(text=st.text(_COMMON + "\u2066\u2067\u2068\u2069\u2069", max_size=14))
def test_isolates_are_those_of_another_implementation(base: int, text: str) -> None:
    text += "\u2069" * 14 + "ن"
    assert visible(seen(text, base)) == visible(get_display(text, base_dir="LR"[base]))


def test_isolated_phone_keeps_its_order_in_persian() -> None:
    assert visible(seen("تلفن \u2066+98 912 345\u2069 است", 1)) == "تسا +98 912 345 نفلت"


def test_brackets_stay_with_the_latin_word_they_enclose() -> None:
    assert seen("گوشی Samsung (A54) نو", 1) == "ون Samsung (A54) یشوگ"


def test_thousands_of_nested_isolates_do_no_harm() -> None:
    assert len(levels("\u2067" * 5000 + "ن", 1)) == 5001
