"""Exports, restores and failed passwords stand in the audit trail."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; wrong passwords of before stay untold, because nobody knows when."""
    for table, columns in (
        (
            "exports",
            (
                sa.Column("subject", sa.String(), nullable=False),
                sa.Column("file_format", sa.String(30), nullable=False),
                sa.Column("rows", sa.Integer(), nullable=True),
            ),
        ),
        ("restores", (sa.Column("backup", sa.String(), nullable=False),)),
        ("failed_passwords", ()),
    ):
        op.create_table(
            table,
            sa.Column("id", sa.LargeBinary(16), nullable=False),
            *columns,
            sa.Column("user_id", sa.LargeBinary(16), nullable=True),
            sa.Column("created_at", sa.DateTime(), nullable=False),
            sa.Column("updated_at", sa.DateTime(), nullable=False),
            sa.ForeignKeyConstraint(
                ["user_id"],
                ["users.id"],
                name=op.f(f"fk_{table}_user_id"),
                initially="DEFERRED",
                deferrable=True,
            ),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        )
    op.add_column(
        "wrong_passwords", sa.Column("told", sa.Integer(), nullable=False, server_default="0")
    )
    op.execute("UPDATE wrong_passwords SET told = count")
