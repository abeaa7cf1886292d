"""Repeated tasks know their rhythm and the task they follow; the bin counts days of work."""

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
    op.create_table(
        "bin_expiries",
        sa.Column("deletion_id", sa.LargeBinary(16), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("deletion_id", name=op.f("pk_bin_expiries")),
    )
    op.create_index(op.f("ix_tasks_previous_id"), "tasks", ["previous_id"])
    op.execute("UPDATE tasks SET anchor_on = due_on, occurs_on = due_on WHERE repeat <> 'none'")
