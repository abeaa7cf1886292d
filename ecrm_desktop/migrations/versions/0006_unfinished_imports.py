"""Imports come in in portions; which one is on its way is written down on this PC."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; earlier imports came in whole."""
    op.create_table(
        "unfinished_imports",
        sa.Column("import_id", sa.LargeBinary(16), nullable=False),
        sa.Column("group_number", sa.Integer(), nullable=False),
        sa.Column("undo_group", sa.Integer(), nullable=True),
        sa.Column("counters", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("import_id", name=op.f("pk_unfinished_imports")),
    )
