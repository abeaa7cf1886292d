"""What is typed belongs to who typed it."""

from pytestqt.qtbot import QtBot

from ecrm_desktop.queries.autosave import list_autosaves
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.autosave import AutosaveStore
from ecrm_desktop.ui.background import Background
from ecrm_desktop.values.ids import new_id


def kept(database: Database) -> dict[str, str]:
    with database.reading() as session:
        return list_autosaves(session)


def test_a_form_is_offered_to_who_typed_it_only(
    background: Background, database: Database, qtbot: QtBot
) -> None:
    owner, clerk = new_id(), new_id()
    store = AutosaveStore(background, {})
    store.for_user(owner).keep("customers:new", {"notes": "راز"})
    assert store.for_user(clerk).keys() == []
    assert store.for_user(clerk).load("customers:new") is None
    store.for_user(clerk).keep("customers:new", {"notes": "خرید"})
    store.for_user(clerk).drop("customers:new")
    qtbot.waitUntil(lambda: background.is_idle)
    later = AutosaveStore(background, kept(database))
    assert later.for_user(clerk).keys() == []
    assert later.for_user(owner).load("customers:new") == {"notes": "راز"}


def test_the_form_typed_in_last_comes_first(
    background: Background, database: Database, qtbot: QtBot
) -> None:
    me = new_id()
    store = AutosaveStore(background, {}).for_user(me)
    for key in ("customers:new", "tasks:new", "customers:new"):
        store.keep(key, {"typed": key})
        qtbot.waitUntil(lambda: background.is_idle)
    assert store.keys() == ["customers:new", "tasks:new"]
    later = AutosaveStore(background, kept(database)).for_user(me)
    assert later.keys() == ["customers:new", "tasks:new"]


def test_a_record_that_is_gone_takes_what_anybody_typed_of_it(
    background: Background, database: Database, qtbot: QtBot
) -> None:
    store = AutosaveStore(background, {})
    users = [new_id(), new_id()]
    for user in users:
        store.for_user(user).keep("customers:1", {"notes": "x"})
        store.for_user(user).keep("tasks:new", {"title": "x"})
    store.for_user(users[0]).drop_of_all("customers:1")
    qtbot.waitUntil(lambda: background.is_idle)
    assert [store.for_user(user).keys() for user in users] == [["tasks:new"]] * 2
    assert len(kept(database)) == 2
