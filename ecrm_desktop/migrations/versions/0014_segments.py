"""Groups of customers by rules, with what was said by hand and who came and went."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables that travel, and the three that are this PC's alone."""
    _make_synced()
    _make_local()


def _make_synced() -> None:
    op.create_table(
        "segments",
        _id("id"),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        *_times(),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("deletion_id", sa.LargeBinary(16), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segments")),
    )
    op.create_index(op.f("ix_segments_deletion_id"), "segments", ["deletion_id"])
    owners = {"segment_id": "segments", "customer_id": "customers"}
    op.create_table(
        "segment_pins",
        _id("id"),
        *(_id(name) for name in owners),
        sa.Column("is_in", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        *_times(),
        *(
            sa.ForeignKeyConstraint(
                [name],
                [f"{table}.id"],
                name=op.f(f"fk_segment_pins_{name}_{table}"),
                deferrable=True,
                initially="DEFERRED",
            )
            for name, table in owners.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segment_pins")),
    )
    for name in owners:
        op.create_index(op.f(f"ix_segment_pins_{name}"), "segment_pins", [name])


def _make_local() -> None:
    op.create_table(
        "segment_members",
        _id("segment_id"),
        _id("customer_id"),
        sa.Column("is_in", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("segment_id", "customer_id", name=op.f("pk_segment_members")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_segment_members_customer_id", "segment_members", ["customer_id"])
    op.create_table(
        "segment_events",
        sa.Column("number", sa.Integer(), nullable=False),
        _id("segment_id"),
        _id("customer_id"),
        sa.Column("crossing", sa.String(30), nullable=False),
        sa.Column("is_again", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_segment_events")),
    )
    op.create_index("ix_segment_events_segment_id_at", "segment_events", ["segment_id", "at"])
    op.create_index("ix_segment_events_customer_id", "segment_events", ["customer_id"])
    op.create_table(
        "segment_sizes",
        _id("segment_id"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("worth", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("segment_id", "day", name=op.f("pk_segment_sizes")),
        sqlite_with_rowid=False,
    )


def _id(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(16), nullable=False)


def _times() -> tuple[sa.Column[object], ...]:
    return tuple(
        sa.Column(name, sa.DateTime(), nullable=False) for name in ("created_at", "updated_at")
    )
