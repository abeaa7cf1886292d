"""The audit trail can be thinned by a rule of the shop."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; every shop keeps its trail for ever until its owner says otherwise."""
    op.create_table(
        "audit_thinnings",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.LargeBinary(16), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_audit_thinnings_user_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_thinnings")),
    )
    op.create_table(
        "former_phones",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("customer_id", sa.LargeBinary(16), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_former_phones_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_phones")),
    )
    op.create_index(op.f("ix_former_phones_customer_id"), "former_phones", ["customer_id"])
    op.add_column(
        "shop", sa.Column("audit_years", sa.Integer(), nullable=False, server_default="0")
    )
