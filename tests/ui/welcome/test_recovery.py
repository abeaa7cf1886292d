"""What the recovery window says of the backup that it found."""

import pytest
from pytestqt.qtbot import QtBot

from ecrm_desktop.backup.contents import read_contents
from ecrm_desktop.backup.salvage import Salvaged
from ecrm_desktop.backup.state import LatestContents
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.text.backups import chosen_by_date
from ecrm_desktop.ui.welcome.recovery import RecoveryWindow
from ecrm_desktop.ui.widgets.label import Label


def test_that_only_a_date_chose_the_backup_is_told(qtbot: QtBot, database: Database) -> None:
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")
    contents = read_contents(database.path)
    window = RecoveryWindow("", "", "", [], can_salvage=False)
    qtbot.addWidget(window)
    for by_date in (False, True):
        window.show_backup(LatestContents(contents=contents, by_date=by_date))
        told = [label.text() for label in window.findChildren(Label) if not label.isHidden()]
        assert any(chosen_by_date() in text for text in told) is by_date


@pytest.mark.parametrize(
    ("lost", "pages", "expected"),
    [
        ({}, 0, []),
        ({"purchases": 1190}, 0, ["۱٬۱۹۰ رکورد این فایل از دست رفته است.", "خرید: ۱٬۱۹۰"]),
        ({}, 7, ["۷ جای این فایل خوانده نشد. از دست رفتن هیچ رکوردی معلوم نیست"]),
        (
            {"customers": 40, "purchases": 150, "changes": 2, "counters": 1},
            7,
            [
                "۷ جای این فایل خوانده نشد و دست‌کم ۱۹۳ رکورد",
                "خرید: ۱۵۰، مشتری: ۴۰، رکوردهای دیگر: ۳",
            ],
        ),
    ],
)
def test_what_is_lost_is_told_beside_what_was_salvaged(
    qtbot: QtBot, database: Database, lost: dict[str, int], pages: int, expected: list[str]
) -> None:
    contents = read_contents(database.path)
    window = RecoveryWindow("", "", "", [], can_salvage=True)
    qtbot.addWidget(window)
    window.show_backup(None)
    window.show_salvaged(
        contents,
        Salvaged(path=database.path, counts={}, rows=9, lost=lost, pages=pages, mended=0),
    )
    told = [label.text() for label in window.findChildren(Label) if not label.isHidden()]
    for sentence in expected:
        assert any(sentence in text for text in told), told
    assert any("از دست رفت" in text for text in told) is bool(expected)
