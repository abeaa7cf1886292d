"""Repeated tasks know their rhythm and the task they follow; the bin counts days of work."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


_KEPT = (
    "id, title, note, assignee_id, customer_id, record_kind, record_id, due_on, due_time, repeat,"
    " done_at, done_by_id, created_at, updated_at, deleted_at, deletion_id"
)


def upgrade() -> None:
    """Make the columns; a rhythm that is under way is counted from its present day.

    SQLite adds no column that refers to others when it commits, so the table is made anew; and by
    hand, because Alembic's batches put its references into an order that changes.
    """
    op.create_table(
        "tasks_anew",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("assignee_id", sa.LargeBinary(16), nullable=True),
        sa.Column("customer_id", sa.LargeBinary(16), nullable=True),
        sa.Column("record_kind", sa.String(30), nullable=True),
        sa.Column("record_id", sa.LargeBinary(16), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_time", sa.Time(), nullable=True),
        sa.Column("repeat", sa.String(30), nullable=False),
        sa.Column("anchor_on", sa.Date(), nullable=True),
        sa.Column("occurs_on", sa.Date(), nullable=True),
        sa.Column("previous_id", sa.LargeBinary(16), nullable=True),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("done_by_id", sa.LargeBinary(16), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("deletion_id", sa.LargeBinary(16), nullable=True),
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"{table}.id"],
                name=op.f(f"fk_tasks_{column}"),
                initially="DEFERRED",
                deferrable=True,
            )
            for column, table in (
                ("assignee_id", "users"),
                ("customer_id", "customers"),
                ("previous_id", "tasks"),
                ("done_by_id", "users"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
    )
    op.execute(f"INSERT INTO tasks_anew ({_KEPT}) SELECT {_KEPT} FROM tasks")
    op.execute("DROP TABLE tasks")
    op.execute("ALTER TABLE tasks_anew RENAME TO tasks")
    op.execute("UPDATE tasks SET anchor_on = due_on, occurs_on = due_on WHERE repeat <> 'none'")
    op.create_index(op.f("ix_tasks_customer_id"), "tasks", ["customer_id"])
    op.create_index(op.f("ix_tasks_deletion_id"), "tasks", ["deletion_id"])
    op.create_index("ix_tasks_done_at_due_on", "tasks", ["done_at", "due_on"])
    op.create_index(op.f("ix_tasks_previous_id"), "tasks", ["previous_id"])
    op.create_index(op.f("ix_tasks_record_id"), "tasks", ["record_id"])
    op.create_table(
        "bin_expiries",
        sa.Column("deletion_id", sa.LargeBinary(16), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("deletion_id", name=op.f("pk_bin_expiries")),
    )
