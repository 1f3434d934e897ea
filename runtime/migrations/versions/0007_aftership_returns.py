"""The index of AfterShip's returns by order."""

import sqlalchemy as sa
from alembic import op

from runtime.migrations.row_security import secure_tables
import runtime.tables


revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aftership_returns",
        sa.Column("merchant_id", sa.String(length=64), nullable=False),
        sa.Column("return_id", sa.String(length=80), nullable=False),
        sa.Column("order_id", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("merchant_id", "return_id", name=op.f("pk_aftership_returns")),
    )
    with op.batch_alter_table("aftership_returns", schema=None) as batch_op:
        batch_op.create_index("ix_aftership_returns_order", ["merchant_id", "order_id"], unique=False)

    op.create_table(
        "aftership_returns_read",
        sa.Column("merchant_id", sa.String(length=64), nullable=False),
        sa.Column("account", sa.String(length=32), nullable=False),
        sa.Column("read_to", runtime.tables.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("merchant_id", "account", name=op.f("pk_aftership_returns_read")),
    )
    secure_tables()


def downgrade() -> None:
    op.drop_table("aftership_returns_read")
    with op.batch_alter_table("aftership_returns", schema=None) as batch_op:
        batch_op.drop_index("ix_aftership_returns_order")

    op.drop_table("aftership_returns")
