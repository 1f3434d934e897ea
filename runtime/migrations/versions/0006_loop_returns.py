"""The index of Loop's returns by order."""

import sqlalchemy as sa
from alembic import op

from runtime.migrations.row_security import secure_tables


revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "loop_returns",
        sa.Column("merchant_id", sa.String(length=64), nullable=False),
        sa.Column("return_id", sa.String(length=80), nullable=False),
        sa.Column("order_id", sa.String(length=80), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("fetched_at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("merchant_id", "return_id", name=op.f("pk_loop_returns")),
    )
    with op.batch_alter_table("loop_returns", schema=None) as batch_op:
        batch_op.create_index("ix_loop_returns_order", ["merchant_id", "order_id"], unique=False)

    op.create_table(
        "loop_orders",
        sa.Column("merchant_id", sa.String(length=64), nullable=False),
        sa.Column("order_id", sa.String(length=80), nullable=False),
        sa.Column("looked_at", sa.BigInteger(), nullable=True),
        sa.Column("visited_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("merchant_id", "order_id", name=op.f("pk_loop_orders")),
    )
    op.create_table(
        "loop_syncs",
        sa.Column("merchant_id", sa.String(length=64), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("merchant_id", name=op.f("pk_loop_syncs")),
    )
    secure_tables()


def downgrade() -> None:
    op.drop_table("loop_syncs")
    op.drop_table("loop_orders")
    with op.batch_alter_table("loop_returns", schema=None) as batch_op:
        batch_op.drop_index("ix_loop_returns_order")

    op.drop_table("loop_returns")
