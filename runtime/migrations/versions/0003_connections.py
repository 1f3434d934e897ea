"""Vendors that merchants connect, and the webhooks that came from them."""

import sqlalchemy as sa
from alembic import op

from runtime.migrations.row_security import secure_tables


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "connections",
        sa.Column("merchant_id", sa.String(length=64), nullable=False),
        sa.Column("connector", sa.String(length=40), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("connected_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("merchant_id", "connector", name=op.f("pk_connections")),
    )
    op.create_table(
        "webhooks",
        sa.Column("merchant_id", sa.String(length=64), nullable=False),
        sa.Column("connector", sa.String(length=40), nullable=False),
        sa.Column("event_id", sa.String(length=120), nullable=False),
        sa.Column("topic", sa.String(length=80), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("merchant_id", "connector", "event_id", name=op.f("pk_webhooks")),
    )
    with op.batch_alter_table("webhooks", schema=None) as batch_op:
        batch_op.create_index("ix_webhooks_received", ["merchant_id", "connector", "received_at"], unique=False)

    secure_tables()


def downgrade() -> None:
    with op.batch_alter_table("webhooks", schema=None) as batch_op:
        batch_op.drop_index("ix_webhooks_received")

    op.drop_table("webhooks")
    op.drop_table("connections")
