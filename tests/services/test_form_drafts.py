from ecrm_desktop.database import Database
from ecrm_desktop.queries.form_drafts import form_drafts
from ecrm_desktop.services.form_drafts import drop_form_draft, keep_form_draft
from ecrm_desktop.values.ids import new_id


def test_an_open_form_is_kept_until_it_is_saved_or_given_up(database: Database) -> None:
    draft, record = new_id(), new_id()
    for content in ('{"name": "م"}', '{"name": "مریم"}'):
        with database.transaction() as session:
            keep_form_draft(session, draft, form="customer", record_id=record, content=content)
    with database.reading() as session:
        (row,) = form_drafts(session)
    assert (row.id, row.form, row.record_id) == (draft, "customer", record)
    assert row.content == '{"name": "مریم"}'
    with database.transaction() as session:
        drop_form_draft(session, draft)
        assert form_drafts(session) == []
