from ecrm_desktop.queries.form_drafts import form_drafts
from ecrm_desktop.services.form_drafts import drop_form_draft, keep_form_draft
from ecrm_desktop.storage.database import Database


def test_an_open_form_is_kept_until_it_is_saved_or_given_up(database: Database) -> None:
    for content in ('{"name": "م"}', '{"name": "مریم"}'):
        with database.transaction() as session:
            keep_form_draft(session, "customers", content)
    with database.reading() as session:
        assert form_drafts(session) == {"customers": '{"name": "مریم"}'}
    with database.transaction() as session:
        drop_form_draft(session, "customers")
        assert form_drafts(session) == {}
