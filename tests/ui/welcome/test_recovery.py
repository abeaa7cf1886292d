"""What the recovery window says of the backup that it found."""

from pytestqt.qtbot import QtBot

from ecrm_desktop.backup.contents import read_contents
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
