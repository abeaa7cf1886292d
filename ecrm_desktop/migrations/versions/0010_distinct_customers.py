"""Customers who have much in common may be two, and somebody said so."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    customers = ("first_id", "second_id")
    op.create_table(
        "distinct_customers",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        *(sa.Column(name, sa.LargeBinary(16), nullable=True) for name in customers),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [name],
                ["customers.id"],
                name=op.f(f"fk_distinct_customers_{name}_customers"),
                deferrable=True,
                initially="DEFERRED",
            )
            for name in customers
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinct_customers")),
    )
    for name in customers:
        op.create_index(op.f(f"ix_distinct_customers_{name}"), "distinct_customers", [name])
