from ecrm_desktop.queries.autosave import list_autosaves
from ecrm_desktop.services.autosave import delete_autosave, store_autosave
from ecrm_desktop.storage.database import Database


def test_an_open_form_is_kept_until_it_is_saved_or_given_up(database: Database) -> None:
    for content in ('{"name": "م"}', '{"name": "مریم"}'):
        with database.transaction() as session:
            store_autosave(session, "customers", content)
    with database.reading() as session:
        assert list_autosaves(session) == {"customers": '{"name": "مریم"}'}
    with database.transaction() as session:
        delete_autosave(session, "customers")
        assert list_autosaves(session) == {}
