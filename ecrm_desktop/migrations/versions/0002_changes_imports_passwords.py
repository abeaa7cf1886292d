"""Changes captured, imports listed, passwords, and customers who were forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and columns."""
    op.create_table(
        "change_groups",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("user_id", sa.LargeBinary(16), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_change_groups")),
    )
    op.create_index(op.f("ix_change_groups_at"), "change_groups", ["at"])
    op.create_index(op.f("ix_change_groups_user_id"), "change_groups", ["user_id"])
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("group_number", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("record_id", sa.LargeBinary(16), nullable=False),
        sa.Column("owner_id", sa.LargeBinary(16), nullable=True),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_changes")),
    )
    op.create_index("ix_changes_group_number", "changes", ["group_number", "table_name", "kind"])
    op.create_index(
        "ix_changes_owner_id",
        "changes",
        ["owner_id"],
        sqlite_where=sa.text("owner_id IS NOT NULL"),
    )
    op.create_index(
        "ix_changes_bin",
        "changes",
        ["group_number"],
        sqlite_where=sa.text("""instr(after, '"deleted_at":') > 0"""),
    )
    op.create_index(op.f("ix_changes_record_id"), "changes", ["record_id"])
    op.create_table(
        "imports",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("user_id", sa.LargeBinary(16), nullable=True),
        sa.Column("group_number", sa.Integer(), nullable=True),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in (
                "new",
                "updated",
                "unchanged",
                "duplicates",
                "problems",
                "customers_new",
                "products_new",
                "purchases_new",
                "lines_new",
                "amount_total",
            )
        ),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("kept", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_imports_user_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.create_table(
        "forgotten_customers",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("customer_id", sa.LargeBinary(16), nullable=False),
        sa.Column("was_in_bin", sa.Boolean(), nullable=False),
        sa.Column("user_id", sa.LargeBinary(16), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_forgotten_customers_user_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forgotten_customers")),
    )
    op.create_index(
        op.f("ix_forgotten_customers_customer_id"), "forgotten_customers", ["customer_id"]
    )
    op.add_column(
        "users", sa.Column("password_hash", sa.String(), nullable=False, server_default="")
    )
    op.add_column(
        "shop", sa.Column("lock_minutes", sa.Integer(), nullable=False, server_default="15")
    )
    op.create_table(
        "wrong_passwords",
        sa.Column("user_id", sa.LargeBinary(16), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_wrong_passwords")),
    )
    op.add_column("interactions", sa.Column("source_key", sa.String(), nullable=True))
    op.create_index(op.f("ix_interactions_source_key"), "interactions", ["source_key"])
    op.create_index(
        "ix_customers_email", "customers", ["email"], sqlite_where=sa.text("email <> ''")
    )
