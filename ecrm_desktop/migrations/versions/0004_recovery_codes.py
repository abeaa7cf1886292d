"""Owners have a recovery code, and may ask for a reset of a password that takes days."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; owners who have a password get their code with their next one."""
    op.add_column(
        "users", sa.Column("recovery_hash", sa.String(), nullable=False, server_default="")
    )
    op.add_column("users", sa.Column("reset_asked_on", sa.Date(), nullable=True))
    op.add_column("users", sa.Column("reset_seen_on", sa.Date(), nullable=True))
    op.add_column(
        "users", sa.Column("reset_days", sa.Integer(), nullable=False, server_default="0")
    )
