"""What opens doors travels sealed for the shop's PCs alone."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the sealed forms; who syncs already seals in the next round."""
    for name in ("password_sealed", "recovery_sealed"):
        op.add_column("users", sa.Column(name, sa.String(), nullable=False, server_default=""))
