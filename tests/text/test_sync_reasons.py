"""Whatever trouble was written down, it is told in words and in a sentence."""

from pathlib import Path

import pytest

from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import set_language
from ecrm_desktop.text.sync_reasons import reason_text, trouble_text


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_trouble_is_told(language: str) -> None:
    set_language(language)
    for problem in Problem:
        assert 0 < len(reason_text(problem)) < 45, problem
        sentence = trouble_text(problem, "192.168.1.10", Path("/shop/data.db"))
        assert len(sentence) > len(reason_text(problem)), problem
        assert "{" not in sentence, problem


def test_what_keeps_a_shop_from_its_server_has_words_of_its_own() -> None:
    said = [
        reason_text(problem)
        for problem in (
            Problem.SYNC_UNREACHABLE,
            Problem.SYNC_PASSWORD_REFUSED,
            Problem.SYNC_CERTIFICATE_WRONG,
            Problem.SYNC_SERVER_FULL,
            Problem.SYNC_REVOKED,
            Problem.SYNC_SERVER_OLD,
            Problem.SYNC_SERVER_NEW,
            Problem.SYNC_FAILED,
        )
    ]
    assert len(set(said)) == len(said)
