"""A file that comes to a shop takes its records as they are, and notes how far it is."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what is noted; a file that synced before took the whole history and goes on with it."""
    op.add_column("sync_link", sa.Column("filling", sa.String(), nullable=True))
    op.add_column("sync_link", sa.Column("filled_to", sa.LargeBinary(16), nullable=True))
    op.add_column("sync_link", sa.Column("filled_at", sa.Integer(), nullable=True))
