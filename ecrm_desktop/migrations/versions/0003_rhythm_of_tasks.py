"""Repeated tasks know the day their rhythm is counted from, and the task they follow."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; a rhythm that is under way is counted from its present day."""
    with op.batch_alter_table("tasks") as tasks:
        tasks.add_column(sa.Column("anchor_on", sa.Date(), nullable=True))
        tasks.add_column(sa.Column("occurs_on", sa.Date(), nullable=True))
        tasks.add_column(sa.Column("previous_id", sa.LargeBinary(16), nullable=True))
        tasks.create_foreign_key(
            op.f("fk_tasks_previous_id"),
            "tasks",
            ["previous_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )
    op.create_index(op.f("ix_tasks_previous_id"), "tasks", ["previous_id"])
    op.execute("UPDATE tasks SET anchor_on = due_on, occurs_on = due_on WHERE repeat <> 'none'")
