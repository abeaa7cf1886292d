from enum import StrEnum

import pytest

from ecrm_desktop.i18n import set_language
from ecrm_desktop.text.labels import label
from ecrm_desktop.values import money, statuses
from ecrm_desktop.values.statuses import Channel, ConsentChannel, Gender

KINDS = [
    kind
    for kind in [*vars(statuses).values(), money.MoneyUnit]
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_choice_has_words_of_its_own_in_both_languages(kind: type[StrEnum]) -> None:
    for language in ("fa", "en"):
        set_language(language)
        words = [label(member) for member in kind]
        assert len(set(words)) == len(words)
        assert all(word.isascii() == (language == "en") for word in words)


def test_the_same_word_of_two_enums_is_no_mixup() -> None:
    assert str(Channel.SMS) == str(ConsentChannel.SMS)
    assert label(Channel.SMS) == label(ConsentChannel.SMS) == "پیامک"
    assert label(Gender.FEMALE) == "زن"
