import random
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.text import (
    clean,
    clean_multiline,
    fold,
    fold_compact,
    isolate,
    other_keyboard,
    sort_key,
)

ALPHABET = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
BIDI_MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
readable = st.text(st.characters(exclude_categories=["Cs"]))
persian = st.text(st.sampled_from(ALPHABET + "آأإؤئةيكىۀء \u200c\u064b\u0651\u0640"), max_size=30)


class TestClean:
    def test_persian_letters_are_stored_whatever_the_keyboard(self) -> None:
        assert clean("علي كريمى") == "علی کریمی"

    def test_zwnj_inside_a_word_is_content(self) -> None:
        assert clean("  علی\u200cرضا\u200c ") == "علی\u200cرضا"

    def test_emoji_joined_by_zwj_survive(self) -> None:
        assert clean("خانواده 👨\u200d👩\u200d👧 ❤\ufe0f") == "خانواده 👨\u200d👩\u200d👧 ❤\ufe0f"

    def test_spaces_of_all_kinds_become_one(self) -> None:
        assert clean("\t مریم \u00a0\u3000 احمدی\r\nتهران\u2028") == "مریم احمدی تهران"

    @pytest.mark.parametrize(
        "nothing", ["", "   ", "\u200c", "\u200c \u200d", "\0", "\ufeff \u200f"]
    )
    def test_only_unseen_characters_are_nothing(self, nothing: str) -> None:
        assert clean(nothing) == ""
        assert clean_multiline(nothing) == ""

    def test_control_characters_and_bidi_marks_never_get_in(self) -> None:
        assert clean(f"a\0b\x07c\x7fd\x9fe{BIDI_MARKS}f\ufeff") == "abcdef"

    def test_letters_already_shaped_by_old_programs_become_letters(self) -> None:
        assert clean("\ufed3\ufe8e\ufec3\ufee4\ufe94 \ufefb \ufdf2") == "فاطمة لا الله"
        assert clean("\ufedb\ufbfd") == "کی"

    def test_decomposed_letters_are_composed(self) -> None:
        assert clean("ا\u0653ذر") == "آذر"
        assert clean("ا\u200e\u0653ذر") == "آذر"

    def test_signs_that_look_like_ligatures_are_kept(self) -> None:
        assert clean("۵۰۰ ﷼") == "۵۰۰ ﷼"

    @pytest.mark.parametrize("broken", ["\ud800", "علی\udfff", "a\udc80b"])
    def test_lone_surrogates_are_refused(self, broken: str) -> None:
        for cleaner in (clean, clean_multiline):
            with pytest.raises(InvalidInput) as caught:
                cleaner(broken)
            assert caught.value.problem is Problem.TEXT_UNREADABLE

    def test_the_limit_counts_what_is_stored(self) -> None:
        assert clean(" " * 500 + "ا" * 200) == "ا" * 200
        with pytest.raises(InvalidInput) as caught:
            clean("ا" * 10_000)
        assert caught.value.problem is Problem.TEXT_TOO_LONG
        assert caught.value.details == {"limit": 200, "length": 10_000}

    def test_markup_is_data(self) -> None:
        assert clean("<b> &amp; '; DROP") == "<b> &amp; '; DROP"

    @given(readable)
    def test_cleaning_twice_changes_nothing(self, text: str) -> None:
        once = clean(text, limit=10_000)
        assert clean(once, limit=10_000) == once
        assert unicodedata.is_normalized("NFC", once)
        assert not set(once) & set(BIDI_MARKS + "\0\n\r\t")

    @given(readable)
    def test_cleaning_never_changes_what_is_found(self, text: str) -> None:
        assert fold(clean(text, limit=10_000)) == fold(text)


class TestCleanMultiline:
    def test_lines_stay_and_their_ends_are_tidied(self) -> None:
        text = "  سلام \r\n\r\n  خط دوم\u200c \rسوم\u2029چهارم\n\n"
        assert clean_multiline(text) == "سلام\n\n  خط دوم\nسوم\nچهارم"

    def test_spaces_inside_a_line_stay(self) -> None:
        assert clean_multiline("a   b\tc") == "a   b c"

    def test_its_own_limit(self) -> None:
        assert len(clean_multiline("ا" * 20_000)) == 20_000
        with pytest.raises(InvalidInput) as caught:
            clean_multiline("ا" * 20_001)
        assert caught.value.problem is Problem.TEXT_TOO_LONG

    @given(readable)
    def test_cleaning_twice_changes_nothing(self, text: str) -> None:
        once = clean_multiline(text)
        assert clean_multiline(once) == once


class TestFold:
    @pytest.mark.parametrize(
        ("typed", "stored"),
        [
            ("علي كريمى", "علی کریمی"),
            ("أحمد", "احمد"),
            ("إسماعيل", "اسماعیل"),
            ("ٱلله", "الله"),
            ("آذر", "اذر"),
            ("رضائی", "رضایی"),
            ("مؤمن", "مومن"),
            ("فاطمة", "فاطمه"),
            ("خانۀ", "خانه"),
            ("خانهٔ", "خانه"),
            ("علاءالدین", "علاالدین"),
            ("مُحَمَّد", "محمد"),
            ("محـــمد", "محمد"),
            ("رحمٰن", "رحمن"),
            ("علی\u200cرضا", "علیرضا"),
            ("۱۲۳ ٤٥٦", "123 456"),
            ("MARYAM Ahmadi", "maryam ahmadi"),
            ("José Straße", "jose strasse"),
            ("  دو   فاصله\u00a0 ", "دو فاصله"),
            ("ہاشم", "هاشم"),
            ("ﻋﻠﯽ", "علی"),
        ],
    )
    def test_spellings_that_must_find_each_other(self, typed: str, stored: str) -> None:
        assert fold(typed) == fold(stored)

    def test_different_letters_stay_different(self) -> None:
        assert len({fold(letter) for letter in ALPHABET}) == 32

    def test_the_three_ways_to_write_a_double_name(self) -> None:
        names = ["علی\u200cرضا", "علی رضا", "علیرضا"]
        assert {fold_compact(name) for name in names} == {"علیرضا"}

    def test_lone_surrogates_typed_into_a_search_find_nothing(self) -> None:
        assert fold("a\ud800b").encode() == b"ab"

    @given(st.text())
    def test_folding_twice_changes_nothing(self, text: str) -> None:
        assert fold(fold(text)) == fold(text)
        assert fold_compact(fold(text)) == fold_compact(text) == fold(text).replace(" ", "")

    def test_every_character_of_unicode_folds_once(self) -> None:
        everything = map(chr, range(0, sys.maxunicode + 1, 7))
        assert [c for c in everything if fold(fold(c)) != fold(c)] == []

    @given(persian, persian)
    def test_a_part_of_a_name_is_a_part_of_its_folded_form(self, one: str, other: str) -> None:
        assert fold_compact(one) in fold_compact(one + other)

    @given(st.text())
    def test_case_does_not_count(self, text: str) -> None:
        assert fold(text.casefold()) == fold(text)


class TestSortKey:
    def test_the_32_letters_in_their_order(self) -> None:
        shuffled = random.Random(1).sample(ALPHABET, 32)
        assert "".join(sorted(shuffled, key=sort_key)) == ALPHABET

    def test_plain_bytes_give_the_same_order(self) -> None:
        letters = sorted(ALPHABET, key=lambda letter: sort_key(letter).encode())
        assert "".join(letters) == ALPHABET

    @given(st.lists(st.text(st.sampled_from(ALPHABET + " "), max_size=8), max_size=8))
    def test_the_order_is_the_one_of_qt(self, names: list[str]) -> None:
        names = [" ".join(name.split()) for name in names]
        collator = QCollator(QLocale("fa_IR"))
        expected = sorted(names, key=lambda name: (collator.sortKey(name), name))
        assert sorted(names, key=lambda name: (sort_key(name), name)) == expected

    def test_signs_then_digits_then_persian_then_latin(self) -> None:
        names = ["یاسر", "Ali", "۲ برادر", "آرش", "«گلستان»", "10 شاخه", "zahra", "é", "اکبر"]
        assert sorted(names, key=sort_key) == [
            "«گلستان»", "10 شاخه", "۲ برادر", "آرش", "اکبر", "یاسر", "Ali", "é", "zahra",
        ]  # fmt: skip

    def test_spellings_of_one_name_stay_together(self) -> None:
        assert sort_key("علی\u200cرضا") == sort_key("علیرضا")
        assert sort_key("علي") == sort_key("علی")
        assert sort_key("أحمد") == sort_key("احمد")
        assert sort_key("ALI") == sort_key("ali")
        assert sort_key("ا\u0653ذر") == sort_key("آذر")

    def test_the_shorter_name_comes_first(self) -> None:
        assert sort_key("علی") < sort_key("علی رضا") < sort_key("علیا")

    @given(st.text())
    def test_unseen_characters_do_not_count(self, text: str) -> None:
        assert sort_key(f"\u200c{text}\u200f") == sort_key(text)


class TestOtherKeyboard:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("ugd", "علی"),
            ("lvdl hplnd", "مریم احمدی"),
            ("\\v,dk", "پروین"),
            ("Chgi", "ژاله"),
            ("Hvhl", "آرام"),
            (";,", "کو"),
            ("]'dc", "چگیز"),
            ("Lvdl 12", "مریم 12"),
        ],
    )
    def test_persian_typed_on_the_us_layout(self, typed: str, meant: str) -> None:
        assert other_keyboard(typed) == meant

    @pytest.mark.parametrize(
        ("typed", "meant"), [("سشقش", "sara"), ("شمه ۱۲", "ali ۱۲"), ("يثدهس", "denis")]
    )
    def test_latin_typed_on_the_persian_layout(self, typed: str, meant: str) -> None:
        assert other_keyboard(typed) == meant

    @pytest.mark.parametrize(
        "text", ["", "  ", "0912", "۰۹۱۲", "12,5", "علی ali", "😀", "1405/08/30"]
    )
    def test_what_no_layout_explains(self, text: str) -> None:
        assert other_keyboard(text) is None

    @given(st.text(st.sampled_from("qwertyuiop[]asdfghjkl;'zxcvbnm, "), min_size=1))
    def test_there_and_back(self, text: str) -> None:
        meant = other_keyboard(text)
        assert meant is None or other_keyboard(meant) == text


def test_isolated_text_reads_left_to_right_and_nothing_stays_nothing() -> None:
    assert isolate("0912 345") == "\u20660912 345\u2069"
    assert isolate("") == ""
