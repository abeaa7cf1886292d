"""A shop may live on several PCs: what each change carries, and what a PC keeps of the others."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; what was captured before has no name that other PCs know it by."""
    for column in (
        sa.Column("uid", sa.LargeBinary(16), nullable=True),
        sa.Column("origin", sa.LargeBinary(16), nullable=True),
        sa.Column("seen", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("revision", sa.Integer(), nullable=True),
    ):
        op.add_column("change_groups", column)
    op.create_index(op.f("ix_change_groups_uid"), "change_groups", ["uid"], unique=True)
    op.create_table(
        "devices",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_devices")),
    )
    op.create_table(
        "conflicts",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("record_id", sa.LargeBinary(16), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("lost", sa.String(), nullable=False),
        sa.Column("lost_user_id", sa.LargeBinary(16), nullable=True),
        sa.Column("lost_device", sa.LargeBinary(16), nullable=True),
        sa.Column("lost_at", sa.DateTime(), nullable=True),
        sa.Column("won_user_id", sa.LargeBinary(16), nullable=True),
        sa.Column("won_device", sa.LargeBinary(16), nullable=True),
        sa.Column("won_at", sa.DateTime(), nullable=True),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflicts")),
    )
    op.create_index(op.f("ix_conflicts_record_id"), "conflicts", ["record_id"])
    op.create_table(
        "sync_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("shop_id", sa.LargeBinary(16), nullable=False),
        sa.Column("device_id", sa.LargeBinary(16), nullable=False),
        sa.Column("previous_id", sa.LargeBinary(16), nullable=True),
        sa.Column("device_number", sa.Integer(), nullable=True),
        sa.Column("epoch", sa.LargeBinary(16), nullable=True),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("repaired", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("frozen", sa.Integer(), nullable=True),
        sa.Column("offering", sa.Integer(), nullable=True),
        sa.Column("synced_at", sa.DateTime(), nullable=True),
        sa.Column("failing_since", sa.DateTime(), nullable=True),
        sa.Column("trouble", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_link")),
    )
    op.create_table(
        "unfinished_groups",
        sa.Column("group_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("group_number", name=op.f("pk_unfinished_groups")),
    )
    op.create_table(
        "forgotten_records",
        sa.Column("record_id", sa.LargeBinary(16), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_forgotten_records")),
    )
    op.create_table(
        "sent_parts",
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("last", name=op.f("pk_sent_parts")),
    )
    op.create_table(
        "refused_groups",
        sa.Column("group_number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("group_number", name=op.f("pk_refused_groups")),
    )
    op.create_table(
        "number_leases",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("next", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "last", name=op.f("pk_number_leases")),
    )
    op.create_table(
        "unknown_values",
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("record_id", sa.LargeBinary(16), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("table_name", "record_id", "unit", name=op.f("pk_unknown_values")),
    )
