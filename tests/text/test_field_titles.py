from ecrm_desktop.models.changes import synced_tables
from ecrm_desktop.text.field_titles import field_title, known_fields, table_title


def test_every_captured_table_and_column_has_a_title_or_is_hidden_on_purpose() -> None:
    untitled = {
        f"{table.name}.{column.name}"
        for table in synced_tables()
        for column in table.columns
        if column.name not in known_fields(table.name)
    }
    assert untitled == set()
    assert all(table_title(table.name) for table in synced_tables())


def test_every_title_is_of_a_column_that_there_is() -> None:
    for table in synced_tables():
        left = known_fields(table.name) - {column.name for column in table.columns}
        assert left <= {"deleted_at", "deletion_id"}, table.name


def test_no_two_fields_of_a_record_have_the_same_title() -> None:
    for table in synced_tables():
        fields = [field_title(table.name, column.name) for column in table.columns]
        titles = [field.title() for field in fields if field is not None]
        assert len(titles) == len(set(titles)), table.name
